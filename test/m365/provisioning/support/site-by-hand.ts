import * as v from 'valibot';
import type { Graph } from '../../../../src/m365/graph/client.ts';
import type { ProvisionRequest } from '../../../../src/m365/provisioning/provision-site.ts';
import type { SharePointRest } from '../../../../src/m365/provisioning/sharepoint-rest.ts';

/** What an administrator can do to the site in SharePoint itself, over its own HTTP surface. */
export class SiteByHand {
  readonly graph: Graph;
  readonly rest: SharePointRest;
  readonly #groups: ProvisionRequest['groups'];

  constructor(graph: Graph, rest: SharePointRest, groups: ProvisionRequest['groups']) {
    this.graph = graph;
    this.rest = rest;
    this.#groups = groups;
  }

  /** Graph's id of the site. */
  async id(name = 'urddas'): Promise<string> {
    const path = `/sites/${this.graph.root.hostname}:/sites/${name}`;
    return (await this.graph.json(v.object({ id: v.string() }), { method: 'GET', path })).id;
  }

  async #list(name: string): Promise<string> {
    const path = `/sites/${await this.id()}/lists/${name}`;
    return (await this.graph.json(v.object({ id: v.string() }), { method: 'GET', path })).id;
  }

  async mergeList(name: string, body: object, tail = ''): Promise<void> {
    await this.rest.merge(`web/lists(guid'${await this.#list(name)}')${tail}`, body);
  }

  async postList(name: string, tail: string): Promise<void> {
    await this.rest.post(v.unknown(), `web/lists(guid'${await this.#list(name)}')/${tail}`);
  }

  async give(name: string, group: keyof ProvisionRequest['groups'], level: string): Promise<void> {
    await this.#assign('addroleassignment', name, group, level);
  }

  async #assign(what: string, name: string, group: keyof ProvisionRequest['groups'], level: string): Promise<void> {
    const { Id } = await this.rest.post(v.object({ Id: v.number() }), 'web/ensureuser', {
      logonName: `c:0t.c|tenant|${this.#groups[group]}`,
    });
    const levels = await this.rest.get(
      v.object({ value: v.array(v.object({ Id: v.number(), Name: v.string() })) }),
      'web/roledefinitions',
    );
    const role = levels.value.find(({ Name }) => Name === level)?.Id;
    await this.postList(name, `roleassignments/${what}(principalid=${Id},roledefid=${role})`);
  }

  /** Takes away what `give` gave. */
  async take(name: string, group: keyof ProvisionRequest['groups'], level: string): Promise<void> {
    await this.#assign('removeroleassignment', name, group, level);
  }

  async patchColumn(list: string, column: string, body: object): Promise<void> {
    const path = `/sites/${await this.id()}/lists/${list}/columns/${column}`;
    await this.graph.done({ method: 'PATCH', path, body });
  }

  async deleteColumn(list: string, column: string, siteName = 'urddas'): Promise<void> {
    const path = `/sites/${await this.id(siteName)}/lists/${list}/columns/${column}`;
    await this.graph.done({ method: 'DELETE', path });
  }
}

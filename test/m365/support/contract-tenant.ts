import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { type Graph, literal, segment } from '../../../src/m365/graph/client.ts';
import { readPage } from '../../../src/m365/graph/paging.ts';
import { openCheckedTenant, tokenVariables } from '../../../src/main/tenant-check/checked-tenant.ts';
import { readServiceSettings, type ServiceSettings } from '../../../src/service/settings.ts';
import { startProduct } from '../../service/support/product.ts';
import { mailRun } from '../contracts/mailbox-contract.ts';
import { ownPrefix } from './own-ids.ts';

/** The tenant that contracts are held against: the one that `TENANT` names, or the stand-in, opened by a file just like it. */
export interface ContractTenant {
  settings: ServiceSettings;
  service: Graph;
  author: Graph;
  another: Graph;
  /** Takes away every row and message of this run, and gives how many there were. */
  cleanUp(): Promise<{ rows: number; messages: number }>;
  close(): Promise<void>;
}

const scopes = ['User.Read', 'Mail.ReadWrite', 'Mail.Send', 'Sites.Selected'];
const rowSchema = v.object({ id: v.string() });
const messageSchema = v.object({ id: v.string(), subject: v.nullish(v.string()) });

export async function openContractTenant(environment: NodeJS.ProcessEnv): Promise<ContractTenant> {
  const named = environment.TENANT;
  if (named) return open(named, environment, async () => undefined);
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  const folder = await mkdtemp(join(tmpdir(), 'contract-tenant-'));
  const { certificateKey: _, ...settings } = product.settings;
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
  const file = join(folder, 'tenant.json');
  await writeFile(file, JSON.stringify({ settings: 'settings.json' }));
  const tokenOf = (persona: string) => product.token({ persona, app: product.settings.clientId, scopes });
  const people = {
    [tokenVariables.author]: await tokenOf('reporter'),
    [tokenVariables.another]: await tokenOf('colleague'),
  };
  return open(file, { ...environment, ...people }, async () => {
    await product.close();
    await rm(folder, { recursive: true });
  });
}

async function open(file: string, environment: NodeJS.ProcessEnv, close: () => Promise<void>): Promise<ContractTenant> {
  const { service, people } = await openCheckedTenant(file, environment);
  const { author, another } = people;
  if (!author || !another) throw new Error(`Set ${tokenVariables.author} and ${tokenVariables.another}.`);
  const { settings: path } = v.parse(v.object({ settings: v.string() }), JSON.parse(await readFile(file, 'utf8')));
  const settings = await readServiceSettings({ ...environment, URDDAS_SETTINGS: resolve(dirname(file), path) });
  const { intake, incidents, incidentsHr } = settings.site.lists;
  const mailboxes: [Graph, string][] = [
    [author, '/me'],
    [another, '/me'],
    [service, `/users/${segment(settings.serviceMailbox)}`],
  ];

  async function cleanUp() {
    let [rows, messages] = [0, 0];
    for (const list of [intake, incidents, incidentsHr]) {
      const items = `/sites/${segment(settings.site.id)}/lists/${segment(list)}/items`;
      const query = { $filter: `startswith(fields/SubmissionId,${literal(ownPrefix)})`, $top: '500' };
      rows += await deleteAll(service, items, query, rowSchema, () => true);
    }
    for (const [graph, owner] of mailboxes) {
      const query = { $top: '100', $select: 'id,subject' };
      messages += await deleteAll(graph, `${owner}/messages`, query, messageSchema, ({ subject }) =>
        Boolean(subject?.includes(mailRun)),
      );
    }
    return { rows, messages };
  }

  return { settings, service, author, another, cleanUp, close };
}

/** Reads the first page again after each round: what is deleted is in it no more. */
async function deleteAll<S extends v.GenericSchema<unknown, { id: string }>>(
  graph: Graph,
  path: string,
  query: Record<string, string>,
  schema: S,
  isOurs: (one: v.InferOutput<S>) => boolean,
): Promise<number> {
  for (let count = 0; ; ) {
    const { items } = await readPage(graph, schema, { method: 'GET', path, query });
    const ours = items.filter(isOurs);
    if (ours.length === 0) return count;
    for (const { id } of ours) await graph.done({ method: 'DELETE', path: `${path}/${segment(id)}` });
    count += ours.length;
  }
}

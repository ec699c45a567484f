import * as v from 'valibot';
import { createGraph, type Graph } from '../../../../src/m365/graph/client.ts';
import { type Patience, patientGraph, patientRest } from '../../../../src/m365/provisioning/patience.ts';
import type { ProvisionRequest } from '../../../../src/m365/provisioning/provision-site.ts';
import { createSharePointRest, type SharePointRest } from '../../../../src/m365/provisioning/sharepoint-rest.ts';
import { demoConfiguration } from '../../../../src/main/start/demo-configuration.ts';
import { setupApp } from '../../../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../../../src/main/start/sandbox-control.ts';
import type { RunningSandbox } from '../../../../src/sandbox/server.ts';
import { termsCy } from '../../../../src/words/terms.cy.ts';
import { termsEn } from '../../../../src/words/terms.en.ts';
import { groupIds } from '../../support/provisioned.ts';
import { registerTestApp, startTestTenant, tokenFor } from '../../support/sandbox.ts';
import { SiteByHand } from './site-by-hand.ts';

const fullControl = ['Sites.FullControl.All', 'AllSites.FullControl'];

type EmptySiteParts = Pick<
  EmptySite,
  'running' | 'control' | 'request' | 'graph' | 'rest' | 'graphOfService' | 'restOfService' | 'waits' | 'said'
>;

/** A tenant whose site holds nothing yet, with an administrator's Graph and REST. */
export class EmptySite extends SiteByHand {
  readonly running: RunningSandbox;
  readonly control: SandboxControl;
  readonly request: ProvisionRequest;
  readonly graphOfService: Graph;
  readonly restOfService: SharePointRest;
  /** What the client was told to wait, in milliseconds; nothing is waited for here. */
  readonly waits: number[];
  /** What was said about waiting. */
  readonly said: string[];

  private constructor(parts: EmptySiteParts) {
    super(parts.graph, parts.rest, parts.request.groups);
    this.running = parts.running;
    this.control = parts.control;
    this.request = parts.request;
    this.graphOfService = parts.graphOfService;
    this.restOfService = parts.restOfService;
    this.waits = parts.waits;
    this.said = parts.said;
  }

  get origin(): string {
    return this.running.origin;
  }

  static async start(): Promise<EmptySite> {
    const running = await startTestTenant();
    const { origin } = running;
    const app = await registerTestApp(origin);
    const control = new SandboxControl(origin);
    await control.registerApp(setupApp.clientId, setupApp.registration);
    const groups = await groupIds(origin, await control.appToken(setupApp.clientId)());
    const request: ProvisionRequest = {
      hostname: new URL(origin).hostname,
      siteName: 'urddas',
      tenantId: running.tenant.tenantId,
      groups,
      app: { clientId: app.clientId, name: 'Urddas' },
      configuration: demoConfiguration('glanrafon.example'),
      terms: { en: termsEn, cy: termsCy },
      isDemo: true,
    };
    const waits: number[] = [];
    const said: string[] = [];
    const patience: Patience = {
      say: (line) => said.push(line),
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    };
    const graph = patientGraph(
      createGraph({
        baseUrl: `${origin}/graph/v1.0`,
        getToken: control.appToken(setupApp.clientId),
        wait: patience.wait,
      }),
      patience,
    );
    const site = `${origin}/sites/urddas`;
    const rest = patientRest(
      createSharePointRest(site, control.appToken(setupApp.clientId, `${origin}/sites`)),
      patience,
    );
    const graphOfService = createGraph({
      baseUrl: `${origin}/graph/v1.0`,
      getToken: () => tokenFor(origin, { app: app.clientId, scopes: ['.default'] }),
    });
    const restOfService = createSharePointRest(site, control.appToken(app.clientId, `${origin}/sites`));
    return new EmptySite({ running, control, request, graph, rest, graphOfService, restOfService, waits, said });
  }

  /** Graph and REST of a person, as a sign-in gives them. */
  of(persona: string, siteName = 'urddas'): { graph: Graph; rest: SharePointRest } {
    const { origin } = this;
    const token = (audience?: string) => () =>
      tokenFor(origin, { persona, scopes: fullControl, ...(audience ? { audience } : {}) });
    return {
      graph: createGraph({ baseUrl: `${origin}/graph/v1.0`, getToken: token() }),
      rest: createSharePointRest(`${origin}/sites/${siteName}`, token(`${origin}/sites`)),
    };
  }

  restOf(siteName: string): SharePointRest {
    const token = this.control.appToken(setupApp.clientId, `${this.origin}/sites`);
    return createSharePointRest(`${this.origin}/sites/${siteName}`, token);
  }

  async makeSite(name: string, settings: object = {}): Promise<void> {
    await put(`${this.origin}/sandbox/sites/${name}`, settings);
  }

  async fault(rule: object): Promise<void> {
    const response = await fetch(`${this.origin}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Ends all faults. */
  async mended(): Promise<void> {
    await fetch(`${this.origin}/sandbox/faults`, { method: 'DELETE' });
  }

  /** Number of the last request that the tenant has had. */
  async lastRequest(): Promise<number> {
    return (await this.#requests(0)).at(-1)?.number ?? 0;
  }

  /** Methods of the requests to Graph and SharePoint after that one; of a batch, of those in it. */
  async methodsSince(number: number): Promise<string[]> {
    return (await this.#requests(number))
      .filter(({ path }) => !(path.startsWith('/sandbox') || path.endsWith('/$batch')))
      .map(({ method }) => method);
  }

  async #requests(since: number) {
    const answer = await (await fetch(`${this.origin}/sandbox/requests?since=${since}`)).json();
    return v.parse(requestsSchema, answer).value;
  }

  async makeList(siteName: string, body: object): Promise<void> {
    await this.graph.done({ method: 'POST', path: `/sites/${await this.id(siteName)}/lists`, body });
  }

  async seed(siteName: string, listName: string, count: number): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ siteName, listName, count });
    const response = await fetch(`${this.origin}/sandbox/seed`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(await response.text());
  }

  async putFile(siteName: string, library: string, name: string): Promise<void> {
    const list = `/sites/${await this.id(siteName)}/lists/${library}`;
    const drive = await this.graph.json(v.object({ id: v.string() }), { method: 'GET', path: `${list}/drive` });
    await this.graph.done({
      method: 'PUT',
      path: `/drives/${drive.id}/root:/${name}:/content`,
      body: new Blob(['text']),
    });
  }

  close(): Promise<void> {
    return this.running.close();
  }
}

const requestsSchema = v.object({
  value: v.array(v.object({ number: v.number(), method: v.string(), path: v.string() })),
});

async function put(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}

import type { ConfigurationRows } from '../../../src/application/check-organisation.ts';
import { paneScopes } from '../../../src/m365/auth/scopes.ts';
import { createGraph, type Graph } from '../../../src/m365/graph/client.ts';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import { type ProvisionedSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { createSharePointRest } from '../../../src/m365/provisioning/sharepoint-rest.ts';
import { defaultSiteName } from '../../../src/m365/provisioning/site-plan.ts';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';
import { setupApp } from '../../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../../src/main/start/sandbox-control.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { termsCy } from '../../../src/words/terms.cy.ts';
import { termsEn } from '../../../src/words/terms.en.ts';
import { registerTestApp, startTestTenant, type TestApp, tokenFor } from './sandbox.ts';

export interface ProvisionedTenant {
  origin: string;
  running: RunningSandbox;
  app: TestApp;
  site: ProvisionedSite;
  /** Lines that provisioning said. */
  said: string[];
  /** Runs it again, and gives what it said this time. */
  provisionAgain(): Promise<string[]>;
  /** The same with another configuration. */
  provisionWith(configuration: ConfigurationRows): Promise<string[]>;
  /** Graph as the pane of this person has it. */
  graphOf(persona: string, over?: { expiresIn?: number }): Graph;
  /** Graph as the service has it. */
  graphOfService(): Graph;
  directoryId(persona: string): Promise<string>;
}

/** A tenant with the product's app and site, made ready by the same code that makes a real one ready. */
export async function startProvisionedTenant(): Promise<ProvisionedTenant> {
  const running = await startTestTenant();
  const { origin } = running;
  const app = await registerTestApp(origin);
  const control = new SandboxControl(origin);
  await control.registerApp(setupApp.clientId, setupApp.registration);
  const setupGraph = createGraph({ baseUrl: `${origin}/graph/v1.0`, getToken: control.appToken(setupApp.clientId) });
  const rest = createSharePointRest(`${origin}/sites/urddas`, control.appToken(setupApp.clientId, `${origin}/sites`));
  const groups = await groupIds(origin, await control.appToken(setupApp.clientId)());
  const provision = async (configuration = demoConfiguration('glanrafon.example')) => {
    const said: string[] = [];
    const { site } = await provisionSite(
      setupGraph,
      rest,
      {
        hostname: new URL(origin).hostname,
        siteName: defaultSiteName,
        tenantId: running.tenant.tenantId,
        groups,
        app: { clientId: app.clientId, name: 'Urddas' },
        configuration,
        isDemo: true,
        terms: { en: termsEn, cy: termsCy },
      },
      (difference) => said.push(describeDifference(difference)),
    );
    return { said, site };
  };
  const { said, site } = await provision();
  const personas = (await (await fetch(`${origin}/sandbox/personas`)).json()) as {
    personas: { key: string; id: string }[];
  };
  return {
    origin,
    running,
    app,
    site,
    said,
    provisionAgain: async () => (await provision()).said,
    provisionWith: async (configuration) => (await provision(configuration)).said,
    graphOf: (persona, over = {}) =>
      createGraph({
        baseUrl: `${origin}/graph/v1.0`,
        getToken: () => tokenFor(origin, { persona, app: app.clientId, scopes: [...paneScopes], ...over }),
      }),
    graphOfService: () =>
      createGraph({
        baseUrl: `${origin}/graph/v1.0`,
        getToken: () => tokenFor(origin, { app: app.clientId, scopes: ['.default'] }),
      }),
    directoryId: async (persona) => personas.personas.find((each) => each.key === persona)?.id ?? '',
  };
}

/** Ids of the organisation's groups, as a provisioning request names them. */
export async function groupIds(origin: string, token: string) {
  const response = await fetch(`${origin}/graph/v1.0/groups`, { headers: { Authorization: `Bearer ${token}` } });
  const { value } = (await response.json()) as { value: { id: string; displayName: string }[] };
  const idOf = (name: string) => value.find((group) => group.displayName === `Urddas ${name}`)?.id ?? '';
  return {
    security: idOf('Security'),
    hr: idOf('HR'),
    switchboard: idOf('Switchboard'),
    auditors: idOf('Auditors'),
    administrators: idOf('Administrators'),
  };
}

import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { applicationRoles, sharePointRoles } from '../../m365/auth/application-roles.ts';
import { chatScopes, paneScopes } from '../../m365/auth/scopes.ts';
import { createGraph, type Graph } from '../../m365/graph/client.ts';
import { pageSchema } from '../../m365/graph/paging.ts';
import { describeDifference } from '../../m365/provisioning/describe-difference.ts';
import { type ProvisionedSite, provisionSite } from '../../m365/provisioning/provision-site.ts';
import { createSharePointRest } from '../../m365/provisioning/sharepoint-rest.ts';
import { defaultSiteName } from '../../m365/provisioning/site-plan.ts';
import { parseServiceSettings, type ServiceSettingsInput } from '../../service/settings.ts';
import { termsCy } from '../../words/terms.cy.ts';
import { termsEn } from '../../words/terms.en.ts';
import type { AppIdentity } from './app-keys.ts';
import { type AppDeclaration, readAppDeclaration } from './app-manifest.ts';
import { demoConfiguration, demoOrganisation } from './demo-configuration.ts';
import type { SandboxControl } from './sandbox-control.ts';
import { StartFailure } from './start-failure.ts';

/** Application permissions, each for one thing: rows and files of the one site, mail of the service mailbox, people, cards. */
/**
 * Makes the site ready in place of a person: whoever breaks a list's inheritance keeps full control of it (facts 1.6),
 * and no administrator is to read the register.
 */
export const setupApp = {
  clientId: '8d9f2c51-6f0e-4c39-9d0a-5e7d1a2b3c4d',
  registration: {
    name: 'Urddas setup',
    applicationRoles: ['Sites.FullControl.All', 'Sites.Manage.All', 'Group.Read.All'],
    sharePointRoles: ['Sites.FullControl.All'],
  },
} as const;

/** The stand-in's Outlook reads the unified manifest alone; nothing there asks for the other one by its id. */
const outlookAddinId = '9d2f6c11-7b0e-4c6e-9c35-3a1d52e80b64';

export interface DemoTenant {
  control: SandboxControl;
  app: AppIdentity;
  /** Where our own pages and service will answer. */
  appOrigin: string;
  stateDir: string;
  say: (line: string) => void;
}

/** Does in the stand-in tenant what an administrator does in a real one, and writes the service's settings file. */
export async function prepareDemoTenant(demo: DemoTenant): Promise<string> {
  const { control, app, appOrigin, stateDir, say } = demo;
  const tenant = await control.tenant();
  const organisationUrl = `https://${tenant.domain}/`;
  const declared = await readAppDeclaration({
    TEAMS_APP_ID: app.teamsAppId,
    OUTLOOK_ADDIN_ID: outlookAddinId,
    APP_CLIENT_ID: app.clientId,
    BOT_ID: app.clientId,
    APP_ORIGIN: appOrigin,
    APP_HOST: new URL(appOrigin).host,
    ORGANISATION_NAME: demoOrganisation.en,
    ORGANISATION_URL: organisationUrl,
    PRIVACY_URL: `${organisationUrl}privacy`,
    TERMS_URL: `${organisationUrl}terms`,
  });
  await control.registerApp(app.clientId, registration(app, appOrigin, declared));
  await control.registerApp(setupApp.clientId, setupApp.registration);
  const graph = createGraph({ baseUrl: tenant.graph, getToken: control.appToken(setupApp.clientId) });
  const rest = createSharePointRest(
    `${control.origin}/sites/${defaultSiteName}`,
    control.appToken(setupApp.clientId, `${control.origin}/sites`),
  );
  const groups = await findGroups(graph);
  const { site } = await provisionSite(
    graph,
    rest,
    {
      hostname: new URL(control.origin).hostname,
      siteName: defaultSiteName,
      tenantId: tenant.tenantId,
      groups,
      app: { clientId: app.clientId, name: declared.name },
      configuration: demoConfiguration(tenant.domain),
      isDemo: true,
      terms: { en: termsEn, cy: termsCy },
    },
    (difference) => say(describeDifference(difference)),
  );
  const settings = serviceSettings(demo, tenant, site, groups);
  // Checked here too, so that a mistake is told at once and by name.
  parseServiceSettings(settings);
  const file = join(stateDir, 'service-settings.json');
  await writeFile(file, JSON.stringify(settings, null, 2));
  return file;
}

function registration(app: AppIdentity, appOrigin: string, { name, outlook, teams }: AppDeclaration) {
  return {
    name,
    certificates: [{ thumbprintSha256: app.thumbprint, publicKeyPem: app.publicKeyPem }],
    brokerOrigins: [appOrigin],
    spaRedirectUris: [`${appOrigin}/sign-in.html`],
    delegatedConsent: [...paneScopes, ...chatScopes],
    applicationRoles,
    sharePointRoles,
    api: { audience: `api://${app.clientId}`, scopes: ['access_as_user'] },
    outlook,
    teams: {
      teamsAppId: teams.teamsAppId,
      tabs: teams.tabs,
      bot: { id: teams.botId, endpoint: `${appOrigin}/api/messages` },
      installedFor: 'everyone',
    },
  };
}

const groupNames = {
  security: 'Urddas Security',
  hr: 'Urddas HR',
  switchboard: 'Urddas Switchboard',
  auditors: 'Urddas Auditors',
  administrators: 'Urddas Administrators',
} as const;

type Groups = Record<keyof typeof groupNames, string>;

async function findGroups(graph: Graph): Promise<Groups> {
  const groupSchema = v.object({ id: v.string(), displayName: v.string() });
  const { value } = await graph.json(pageSchema(groupSchema), {
    method: 'GET',
    path: '/groups',
    query: { $select: 'id,displayName' },
  });
  const idOf = (name: string) => {
    const group = value.find((each) => each.displayName === name);
    if (!group) throw new StartFailure(`The tenant has no group "${name}".`);
    return group.id;
  };
  return Object.fromEntries(Object.entries(groupNames).map(([key, name]) => [key, idOf(name)])) as Groups;
}

function serviceSettings(
  { control, app, appOrigin }: DemoTenant,
  tenant: { tenantId: string; domain: string; graph: string; issuer: string },
  site: ProvisionedSite,
  groups: Groups,
): ServiceSettingsInput {
  const { origin } = control;
  const signIn = `${origin}/login/${tenant.tenantId}`;
  return {
    origin: appOrigin,
    port: Number(new URL(appOrigin).port),
    tenantId: tenant.tenantId,
    clientId: app.clientId,
    // msal takes https only; the same address is reached over http.
    authority: signIn.replace(/^http:/, 'https:'),
    authorityReachedAt: signIn,
    tokenIssuer: tenant.issuer,
    tokenKeysUrl: `${signIn}/discovery/v2.0/keys`,
    certificateKeyFile: resolve(app.keyFile),
    certificateThumbprint: app.thumbprint,
    graphBaseUrl: tenant.graph,
    graphScope: 'https://graph.microsoft.com/.default',
    // A host of its own in Microsoft 365, a path of the same one here.
    sharePointScope: `${origin}/sites/.default`,
    site,
    readers: { default: [groups.security], hr: [groups.hr] },
    configurationKeepers: [groups.administrators],
    bot: {
      id: app.clientId,
      connectorUrl: `${origin}/connector`,
      allowedServiceUrls: [`${origin}/connector`],
      openIdMetadataUrl: `${origin}/connector/.well-known/openidconfiguration`,
      teamsAppId: app.teamsAppId,
    },
    serviceMailbox: `urddas@${tenant.domain}`,
    webhookOrigin: appOrigin,
    pollSeconds: 5,
    // `npm start` ends within five.
    stopSeconds: 2,
    distDir: resolve('dist/client'),
    officeScriptUrl: `${origin}/office.js`,
    teamsHostOrigins: [origin],
    frameAncestors: [origin],
    demoNotice:
      'Stand-in tenant: invented people and messages. Nothing here leaves this computer. / Tenant ffug: pobl a negeseuon dychmygol.',
  };
}

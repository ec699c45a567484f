import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { wantedForm } from '../application/wanted-form.ts';
import { tokenNames, variablesOf, withEnvironment } from './settings-from-environment.ts';

const url = v.pipe(v.string(), v.url());
const origin = v.pipe(
  v.string(),
  v.url(),
  // What is no address at all is said already.
  v.check((value) => !URL.canParse(value) || new URL(value).origin === value),
  v.description('an address without a path and without a slash at the end, with https:// in front'),
);
const guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  v.description('an id as Entra shows it, 32 hexadecimal digits in five groups'),
);
const words = v.pipe(v.string(), v.nonEmpty());
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * Everything a service needs to know about where it runs. Each setting may come from the environment (`settings-from-environment.ts`); the
 * key of the certificate itself from nowhere else.
 */
export const serviceSettingsSchema = v.strictObject({
  /** Origin people and Microsoft 365 reach this service at, for example `https://urddas.example`. */
  origin,
  /** Port it listens on; 0 takes a free one. */
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  tenantId: guid,
  clientId: guid,
  /** `https://login.microsoftonline.com/<tenant>`; https, because msal-node takes nothing else. */
  authority: url,
  /** Where the authority really answers, when that differs (the stand-in tenant speaks http); null in production. */
  authorityReachedAt: v.nullable(url),
  /** Issuer of access tokens to our own API, `<authority>/v2.0` in production. */
  tokenIssuer: url,
  /** Key set that signs them. */
  tokenKeysUrl: url,
  /** Path of the PEM private key of the app's certificate; null where the environment holds the key itself. */
  certificateKeyFile: v.optional(v.nullable(words), null),
  /** The key itself, PEM, `\\n` for its line breaks; from the environment alone. */
  certificateKey: v.optional(v.nullable(words), null),
  /** SHA-256 thumbprint of that certificate, hex; null where a managed identity signs in. */
  certificateThumbprint: v.optional(v.nullable(words), null),
  /**
   * Client id of a user-assigned managed identity that this host has and the app's registration trusts; instead of a certificate, and
   * then no key exists anywhere.
   */
  managedIdentityClientId: v.optional(v.nullable(guid), null),
  /** With the version and without a slash at the end: `https://graph.microsoft.com/v1.0`. */
  graphBaseUrl: url,
  /** `https://graph.microsoft.com/.default` in production. */
  graphScope: words,
  /** `https://contoso.sharepoint.com/.default`; null: made from the site's address. */
  sharePointScope: v.optional(v.nullable(words), null),
  site: v.strictObject({
    id: words,
    /** The site's own address, for SharePoint's own REST. */
    url,
    /** Entra groups that the lists belong to, as they were made ready; the service looks whether it is still so. */
    groups: v.strictObject({ security: guid, hr: guid, switchboard: guid, auditors: guid, administrators: guid }),
    lists: v.strictObject({
      intake: words,
      incidents: words,
      incidentsHr: words,
      audit: words,
      auditHr: words,
      switchboard: words,
      absences: words,
      state: words,
      config: words,
    }),
    evidenceDrives: v.strictObject({ default: words, hr: words }),
  }),
  /** Entra groups whose members may read a register; checked before a custody entry is taken from a person. */
  readers: v.strictObject({ default: v.array(guid), hr: v.array(guid) }),
  /** Entra groups whose members keep the Config list; the tab offers them its page. */
  configurationKeepers: v.optional(v.array(guid), []),
  bot: v.strictObject({
    /** Audience of the tokens the channel calls us with. */
    id: guid,
    /** Connector to start conversations at, for example `https://smba.trafficmanager.net/emea`. */
    connectorUrl: url,
    /** A `serviceUrl` must start with one of these, or the request is refused. */
    allowedServiceUrls: v.pipe(v.array(url), v.minLength(1)),
    scope: v.optional(words, 'https://api.botframework.com/.default'),
    openIdMetadataUrl: v.optional(url, 'https://login.botframework.com/v1/.well-known/openidconfiguration'),
    /** Id of the app's manifest, by which the catalogue and a person's installed apps are searched. */
    teamsAppId: guid,
    /** `entityId` of the tab in the manifest, for deep links. */
    tabEntityId: v.optional(words, 'urddas'),
  }),
  /** How this tenant decides what Microsoft's pages leave open: what `npm run tenant:check` advises, and nothing else. */
  tenant: v.optional(
    v.strictObject({
      /** Delegated permission that the pages ask for the site with. */
      siteScope: v.optional(v.picklist(['Sites.Selected', 'Sites.ReadWrite.All', 'Sites.Manage.All'])),
      /** False where list items cannot be asked for with `$orderby`. */
      ordersRows: v.optional(v.boolean()),
      /**
       * `unseen` where SharePoint's own REST refuses the app's token: then nobody but `npm run provision -- plan` sees who may read the lists.
       */
      guards: v.optional(v.picklist(['checked', 'unseen'])),
      /** Most bytes of a card in a chat. */
      cardBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8_000))),
    }),
    {},
  ),
  /** Address notices leave from. */
  serviceMailbox: v.pipe(v.string(), v.email()),
  /** Origin Microsoft Graph can reach the webhook at; null where there is none: then polling alone does it. */
  webhookOrigin: v.nullable(origin),
  /** How often lists are asked for changes when no webhook has come. */
  pollSeconds: v.optional(seconds, 15),
  /** How long one replica may hold a piece of work before another takes it over. */
  leaseSeconds: v.optional(seconds, 60),
  /** How long it may go on when it is asked to end, before it gives back what it holds. Less than what the host allows (30 s). */
  stopSeconds: v.optional(seconds, 20),
  /** Calls and pieces of work this replica takes on at a time; what comes besides is told to come back. */
  mostInHand: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 200),
  /** Port on which measures are offered to OpenTelemetry's collector or Prometheus, at `/metrics`; null offers none. Never for outside. */
  metricsPort: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))), null),
  /** How often the Config list is read again. */
  configRefreshSeconds: v.optional(seconds, 60),
  /** Folder of the built pages. */
  distDir: words,
  officeScriptUrl: v.optional(url, 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'),
  /** Hosts teams-js may talk to beyond its own list. */
  teamsHostOrigins: v.optional(v.array(origin), []),
  /**
   * Who may put our pages into a frame; CSP sources. The hosts of Microsoft's page on what a tab needs, and Outlook's older ones:
   * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
   */
  frameAncestors: v.optional(v.array(words), [
    'https://*.office.com',
    'https://*.microsoft365.com',
    'https://*.office365.com',
    'https://*.cloud.microsoft',
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://outlook.office.com',
    'https://outlook.office365.com',
  ]),
  /** Shown on every page of a stand-in tenant; null in production. */
  demoNotice: v.optional(v.nullable(words), null),
  logLevel: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

export type ServiceSettings = v.InferOutput<typeof serviceSettingsSchema>;
export type ServiceSettingsInput = v.InferInput<typeof serviceSettingsSchema>;

/** What the app asks Entra for, to be let into SharePoint's own REST. */
export function sharePointScopeOf({ sharePointScope, site }: ServiceSettings): string {
  return sharePointScope ?? `${new URL(site.url).origin}/.default`;
}

/** Says which settings are wrong, one a line; never their values. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`The service's settings are not usable:\n${problems.join('\n')}`);
    this.name = 'SettingsError';
  }
}

export function parseServiceSettings(raw: unknown): ServiceSettings {
  const result = v.safeParse(serviceSettingsSchema, raw);
  const problems = result.success ? problemsIn(result.output) : problemsOf(result.issues);
  if (result.success && problems.length === 0) return result.output;
  throw new SettingsError(problems);
}

function problemsIn(settings: ServiceSettings): string[] {
  const { bot, clientId } = settings;
  const isOne = bot.id.toLowerCase() === clientId.toLowerCase();
  return [
    ...credentialProblems(settings),
    // Its tokens are got by the app's own sign-in: with another id its cards would never come.
    ...(isOne ? [] : ['bot.id: is another id than clientId; expected: the same, because the bot signs in as the app']),
    ...leftFromExample(settings),
  ];
}

/** Ids, and a thumbprint, of docs/service-settings-example.json and of infra/service.bicepparam; no real one is like them. */
const exampleValue = /0{8}(-0{4}){3}-0{10}|^(00:?){32}$/;

/** Where a copied example was not filled in: with it the service would start, and find nobody and nothing later. */
function leftFromExample(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string')
    return exampleValue.test(value) ? [`${path.join('.')}: still holds the example’s id; expected: your own`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => leftFromExample(each, [...path, name]));
}

/** One way to sign in, and all of it: with two, nobody would know which one the service lives by until the other runs out. */
function credentialProblems(settings: ServiceSettings): string[] {
  const { managedIdentityClientId, certificateThumbprint, certificateKey, certificateKeyFile } = settings;
  const hasKey = certificateKey !== null || certificateKeyFile !== null;
  if (managedIdentityClientId !== null) {
    const besides = certificateThumbprint !== null || hasKey;
    return besides ? ['managedIdentityClientId: is set, and a certificate too; leave one of them out'] : [];
  }
  if (certificateThumbprint === null && !hasKey) {
    return ['managedIdentityClientId: missing, and so is a certificate (certificateThumbprint and its key)'];
  }
  const problems: string[] = [];
  if (certificateThumbprint === null) problems.push('certificateThumbprint: is missing');
  if (!hasKey) problems.push('certificateKeyFile: missing, and so is certificateKey');
  return problems;
}

/**
 * From the JSON file named by `URDDAS_SETTINGS`, where there is one, and the variables of the environment, which win. `PORT` wins over
 * both, as hosts expect. Every mistake is named at once; no value is.
 */
export async function readServiceSettings(environment: NodeJS.ProcessEnv): Promise<ServiceSettings> {
  const problems: string[] = [];
  const file = await readSettingsFile(environment.URDDAS_SETTINGS, problems);
  // A key in a file lies in backups, in images and in the hands of whoever may read it.
  if (typeof file === 'object' && file !== null && 'certificateKey' in file) {
    problems.push('certificateKey: belongs in the environment (URDDAS_CERTIFICATE_KEY), never in a file');
  }
  const { raw, unknown } = withEnvironment(file, environment, variablesOf(serviceSettingsSchema));
  problems.push(...unknown.map((name) => `${name}: ${whyNoSetting(name)}`));
  if (environment.PORT) raw.port = Number(environment.PORT);
  const result = v.safeParse(serviceSettingsSchema, raw);
  problems.push(...(result.success ? problemsIn(result.output) : problemsOf(result.issues)));
  if (result.success && problems.length === 0) return result.output;
  throw new SettingsError(problems);
}

function whyNoSetting(name: string): string {
  return tokenNames.has(name)
    ? 'is a person’s token for npm run provision: take it out of the environment'
    : 'is no setting; is it misspelled?';
}

async function readSettingsFile(path: string | undefined, problems: string[]): Promise<unknown> {
  if (!path) return {};
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    problems.push('URDDAS_SETTINGS: the file cannot be read');
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    problems.push('URDDAS_SETTINGS: the file is not JSON');
    return {};
  }
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => {
    const path = v.getDotPath(issue);
    const wanted = path === null ? null : wantedForm(serviceSettingsSchema, path.split('.'));
    return `${path ?? 'settings'}: ${faultOf(issue)}${wanted === null ? '' : `; expected: ${wanted}`}`;
  });
}

const faults: Record<string, string> = {
  string: 'is no text',
  number: 'is no number',
  boolean: 'is neither true nor false',
  array: 'is no list',
  strict_object: 'is no object',
  picklist: 'is none of the values that can be chosen',
  non_empty: 'is empty',
  url: 'is no address',
  email: 'is no e-mail address',
  integer: 'is no whole number',
  min_value: 'is too small',
  max_value: 'is too large',
  min_length: 'has too few entries',
};

/** In words for whoever installs it, and without the value. */
function faultOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'is missing';
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is no setting; is it misspelled?';
  return faults[issue.type] ?? 'has another form than it should have';
}

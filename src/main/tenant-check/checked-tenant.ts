import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { createAppSignIn } from '../../m365/auth/app-sign-in.ts';
import { Connector } from '../../m365/bot/connector.ts';
import { createGraph, type Graph } from '../../m365/graph/client.ts';
import { createSharePointRest } from '../../m365/provisioning/sharepoint-rest.ts';
import type { CheckedTenant } from '../../m365/tenant-check/question.ts';
import { readServiceSettings, sharePointScopeOf } from '../../service/settings.ts';

const guid = v.pipe(v.string(), v.uuid());
const fileSchema = v.strictObject({
  /** The service's settings file, from where this file lies: tenant, app, certificate, site. */
  settings: v.string(),
  /** Directory id of the person whose token is `TENANT_TOKEN_AUTHOR`: the bot writes to them once. */
  authorId: v.optional(v.nullable(guid), null),
  /** A message above 25 MB in a mailbox that the service may read. */
  largeMessage: v.optional(v.nullable(v.strictObject({ mailbox: v.string(), id: v.string() })), null),
  /** Address of an ordinary person's mailbox, which the service must not be able to open. Nothing in it is read. */
  otherMailbox: v.optional(v.nullable(v.pipe(v.string(), v.email())), null),
  /** Address of a shared mailbox that the author may write to. */
  sharedMailbox: v.optional(v.nullable(v.string()), null),
});

/** Delegated Graph tokens of test people, as the pages would have them; never in a file. */
export const tokenVariables = {
  author: 'TENANT_TOKEN_AUTHOR',
  another: 'TENANT_TOKEN_ANOTHER',
  security: 'TENANT_TOKEN_SECURITY',
} as const;

/** Opens the tenant that a file names. Throws an `Error` with a sentence where the file cannot be used. */
export async function openCheckedTenant(file: string, environment: NodeJS.ProcessEnv): Promise<CheckedTenant> {
  const text = await readFile(file, 'utf8');
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!read.success) {
    const where = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
    throw new Error(`${file} cannot be used:\n${where.join('\n')}`);
  }
  const { settings: path, authorId, otherMailbox, largeMessage, sharedMailbox } = read.output;
  const settings = await readServiceSettings({ ...environment, URDDAS_SETTINGS: resolve(dirname(file), path) });
  const signIn = createAppSignIn(settings);
  const graphWith = (getToken: () => Promise<string>) => createGraph({ baseUrl: settings.graphBaseUrl, getToken });
  const person = (name: keyof typeof tokenVariables): Graph | null => {
    const token = environment[tokenVariables[name]];
    return token ? graphWith(async () => token) : null;
  };
  const { bot, site, tenantId } = settings;
  return {
    service: graphWith(signIn.tokensFor(settings.graphScope)),
    serviceRest: createSharePointRest(site.url, signIn.tokensFor(sharePointScopeOf(settings))),
    people: { author: person('author'), another: person('another'), security: person('security') },
    site: { id: site.id, lists: site.lists },
    bot: {
      connector: new Connector({ botId: bot.id, tenantId, getToken: signIn.tokensFor(bot.scope) }),
      connectorUrl: bot.connectorUrl,
    },
    authorId,
    serviceMailbox: settings.serviceMailbox,
    otherMailbox,
    largeMessage,
    sharedMailbox,
  };
}

import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { checkOrganisation } from '../application/check-organisation.ts';
import { isRemoteError } from '../application/remote-error.ts';
import { createGraph } from '../m365/graph/client.ts';
import { provisionSite } from '../m365/provisioning/provision-site.ts';
import { createSharePointRest } from '../m365/provisioning/sharepoint-rest.ts';
import { sitePlan } from '../m365/provisioning/site-plan.ts';
import { configurationEn } from '../words/configuration.en.ts';

/**
 * `npm run provision -- --request request.json [--out site.json]`: makes a real tenant's site ready, or says that it is.
 * The site itself is made by an administrator first. Tokens come from the environment, because an administrator signs
 * in elsewhere and nothing of that is to be kept: `URDDAS_GRAPH_TOKEN` (Sites.FullControl.All) and
 * `URDDAS_SHAREPOINT_TOKEN` (AllSites.FullControl), for example from `az account get-access-token`.
 */
const guid = v.pipe(v.string(), v.uuid());
const requestSchema = v.strictObject({
  hostname: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  tenantId: guid,
  groups: v.strictObject({ security: guid, hr: guid, switchboard: guid, auditors: guid, administrators: guid }),
  app: v.strictObject({ clientId: guid, name: v.string() }),
  configuration: v.record(v.string(), v.unknown()),
  graphBaseUrl: v.optional(v.pipe(v.string(), v.url()), 'https://graph.microsoft.com/v1.0'),
});

function tokenFrom(name: string): () => Promise<string> {
  const token = process.env[name];
  if (!token) throw new Error(`${name} is not set. It must hold an administrator's access token.`);
  return async () => token;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { request: { type: 'string' }, out: { type: 'string' } } });
  if (!values.request) throw new Error('Name the request file: npm run provision -- --request request.json');
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), await readFile(values.request, 'utf8'));
  if (!read.success) {
    const where = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
    throw new Error(`${values.request} cannot be used:\n${where.join('\n')}`);
  }
  const { graphBaseUrl, ...request } = read.output;
  const problems = checkOrganisation(request.configuration, { isDemo: false });
  if (problems.length > 0) {
    const sentences = problems.map(({ field, code }) => configurationEn.problems[code](field));
    throw new Error(`The configuration in ${values.request} cannot be used:\n${sentences.join('\n')}`);
  }
  const graph = createGraph({ baseUrl: graphBaseUrl, getToken: tokenFrom('URDDAS_GRAPH_TOKEN') });
  const siteUrl = `https://${request.hostname}/sites/${sitePlan.siteName}`;
  const rest = createSharePointRest(siteUrl, tokenFrom('URDDAS_SHAREPOINT_TOKEN'));
  const site = await provisionSite(graph, rest, { ...request, isDemo: false }, (line) => console.log(line));
  const text = JSON.stringify(site, null, 2);
  if (values.out) await writeFile(values.out, `${text}\n`);
  else console.log(text);
}

run().catch((error: unknown) => {
  console.error(isRemoteError(error) || error instanceof Error ? error.message : error);
  process.exit(1);
});

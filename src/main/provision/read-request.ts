import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { checkOrganisation } from '../../application/check-organisation.ts';
import type { ProvisionRequest } from '../../m365/provisioning/provision-site.ts';
import { defaultSiteName } from '../../m365/provisioning/site-plan.ts';
import { configurationEn } from '../../words/configuration.en.ts';
import { termsCy } from '../../words/terms.cy.ts';
import { termsEn } from '../../words/terms.en.ts';

/** The ids of docs/provision-example.json begin like this, and no id of Entra's does. */
const exampleId = /^00000000-0000-0000-/;
const id = v.pipe(
  v.string(),
  v.uuid('must be an id, as Entra shows it'),
  v.check((value) => !exampleId.test(value), 'still holds the example’s id'),
);
const requestSchema = v.strictObject({
  hostname: v.pipe(
    v.string(),
    v.regex(/^[\w.-]+$/, 'must be a host name alone, like contoso.sharepoint.com'),
    v.check((value) => !value.startsWith('example.'), 'still holds the example’s name'),
    v.check((value) => !/-(my|admin)\.sharepoint\./.test(value), 'must be the host of sites, without -my or -admin'),
  ),
  siteName: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'must be the last part of the site’s address alone')),
    defaultSiteName,
  ),
  tenantId: id,
  groups: v.strictObject({ security: id, hr: id, switchboard: id, auditors: id, administrators: id }),
  app: v.strictObject({ clientId: id, name: v.pipe(v.string(), v.nonEmpty()) }),
  signIn: v.optional(v.strictObject({ clientId: id })),
  configuration: v.record(v.string(), v.unknown()),
});

/** What an administrator wrote down, checked as a whole before anything is asked of a tenant. */
export interface ReadRequest {
  request: ProvisionRequest;
  /** Registration to sign in by; null where tokens come from the environment. */
  signInClientId: string | null;
}

/**
 * Reads the request file. Throws an `Error` that names each field that cannot be used, and says why; never a value of it.
 * `isDemo`: for the stand-in, where invented addresses are the right ones.
 */
export async function readRequest(file: string, isDemo: boolean): Promise<ReadRequest> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(undefined, 'is no JSON'), requestSchema), text);
  if (!read.success) {
    const where = read.issues.map((issue) => `  ${v.getDotPath(issue) ?? 'the file'} ${issue.message}`);
    throw new Error(`${file} cannot be used:\n${where.join('\n')}`);
  }
  const { signIn, ...request } = read.output;
  const problems = checkOrganisation(request.configuration, { isDemo });
  if (problems.length > 0) {
    const sentences = problems.map(({ field, code }) => `  ${configurationEn.problems[code](field)}`);
    throw new Error(`The configuration in ${file} cannot be used:\n${sentences.join('\n')}`);
  }
  return {
    request: { ...request, isDemo, terms: { en: termsEn, cy: termsCy } },
    signInClientId: signIn?.clientId ?? null,
  };
}

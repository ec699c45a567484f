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
  groups: v.pipe(
    v.strictObject({ security: id, hr: id, switchboard: id, auditors: id, administrators: id }),
    v.check(
      ({ hr, ...others }) => !Object.values(others).includes(hr),
      'must name a group of its own for hr: whoever else is in it would read what is internal',
    ),
  ),
  app: v.strictObject({ clientId: id, name: v.pipe(v.string(), v.nonEmpty()) }),
  signIn: v.optional(
    v.strictObject({
      clientId: id,
      /** Only where no person signs in: the registration's own certificate. The key itself is in no request. */
      certificate: v.optional(
        v.strictObject({
          keyFile: v.pipe(v.string(), v.nonEmpty('must be the file of the private key')),
          thumbprint: v.pipe(
            v.string(),
            v.regex(/^(?:[\da-f]{2}:?){32}$/i, 'must be the SHA-256 of the certificate, in hex'),
          ),
        }),
      ),
    }),
  ),
  configuration: v.record(v.string(), v.unknown()),
});

/** By a code that a person enters; or by the registration's certificate, without a person. */
export interface SignIn {
  clientId: string;
  certificate: { keyFile: string; thumbprint: string } | null;
}

/** What an administrator wrote down, checked as a whole before anything is asked of a tenant. */
export interface ReadRequest {
  request: ProvisionRequest;
  /** Registration to sign in by; null where tokens come from the environment. */
  signIn: SignIn | null;
}

/**
 * Reads the request file. Throws an `Error` that names each field that cannot be used, and says why; never a value of it.
 * `isDemo`: for the stand-in, where invented addresses are the right ones.
 */
export async function readRequest(file: string, isDemo: boolean): Promise<ReadRequest> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${file} cannot be read: ${whyUnread(error)}.`);
  });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(undefined, 'is no JSON'), requestSchema), text);
  if (!read.success) {
    const where = read.issues.map((issue) => `  ${v.getDotPath(issue) ?? 'the file'} ${problemOf(issue)}`);
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
    signIn: signIn ? { clientId: signIn.clientId, certificate: signIn.certificate ?? null } : null,
  };
}

const wantedWords: Record<string, string> = { string: 'a text', Object: 'an object' };

/** What the checker of forms says, for a person; it would quote the value. */
function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema' || issue.message === 'is no JSON') return issue.message;
  if (issue.expected === 'never') return 'is not known here: is it spelled right?';
  if (issue.received === 'undefined') return 'is missing';
  return `must be ${wantedWords[issue.expected ?? ''] ?? issue.expected}`;
}

function whyUnread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a directory';
  return code === 'EACCES' ? 'you may not open it' : String(code);
}

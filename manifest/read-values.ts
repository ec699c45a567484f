import * as v from 'valibot';
import type { ManifestValues } from './fill-manifest.ts';

/** Names that belong to nobody (RFC 2606, RFC 6761), and this machine. */
const nobodys = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local|internal)$/;

const guid = v.pipe(
  v.string(),
  v.uuid('is no GUID'),
  v.toLowerCase(),
  v.check((id) => !/^(.)\1{7}-/.test(id), 'is still the example’s'),
);
const address = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).hostname !== '', 'is no address'),
  v.check((text) => !URL.canParse(text) || new URL(text).protocol === 'https:', 'is not https'),
  v.check((text) => !URL.canParse(text) || !isNobodys(new URL(text).hostname), 'names a host that nobody has'),
);
const origin = v.pipe(
  address,
  v.check((text) => !URL.canParse(text) || new URL(text).origin === text, 'has more than scheme, host and port'),
);
const organisationName = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('is empty'),
  v.maxLength(32, 'is longer than 32 characters'),
);

const valuesSchema = v.object({
  TEAMS_APP_ID: guid,
  OUTLOOK_ADDIN_ID: guid,
  APP_CLIENT_ID: guid,
  BOT_ID: guid,
  APP_ORIGIN: origin,
  ORGANISATION_NAME: organisationName,
  ORGANISATION_URL: address,
  PRIVACY_URL: address,
  TERMS_URL: address,
});

/** All that is wrong with what was given; one line a fault, made for an administrator's eyes. */
export class ValuesRefused extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * The values of the packages from a file's entries. Throws `ValuesRefused` with every fault at once: what is missing, empty, still the
 * example's, not https, a host that nobody can have, one id for both packages, or a bot that is not the app.
 */
export function readValues(entries: Readonly<Record<string, string | undefined>>): ManifestValues {
  const read = v.safeParse(valuesSchema, entries);
  const faults = (read.issues ?? []).map((issue) => {
    const name = String(issue.path?.[0]?.key);
    return entries[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
  });
  const unknown = Object.keys(entries).filter((name) => !(name in valuesSchema.entries));
  faults.push(...unknown.map((name) => `${name} is not a value of the packages`));
  if (read.success && read.output.TEAMS_APP_ID === read.output.OUTLOOK_ADDIN_ID) {
    faults.push('OUTLOOK_ADDIN_ID is the same as TEAMS_APP_ID');
  }
  // The bot of the product signs in as the app: with another id its cards would never come.
  if (read.success && read.output.BOT_ID !== read.output.APP_CLIENT_ID) {
    faults.push('BOT_ID is another id than APP_CLIENT_ID: both are the client id of the registration');
  }
  if (!read.success || faults.length > 0) throw new ValuesRefused(faults);
  return { ...read.output, APP_HOST: new URL(read.output.APP_ORIGIN).host };
}

function isNobodys(host: string): boolean {
  return nobodys.test(host) || /^[\d.]+$|:/.test(host) || !host.includes('.');
}

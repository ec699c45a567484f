import { createHash, randomBytes } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** What somebody agreed to at the sign-in page, until it is exchanged for tokens. */
export interface Grant {
  clientId: string;
  redirectUri: string;
  scope: string;
  personId: string;
  nonce: string | null;
  /** Authentication contexts that the person met there. */
  contexts?: readonly string[];
}

type Kept = Grant & { challenge: string; until: number; isUsed: boolean };
type Refresh = Grant & { until: number };
interface Grants {
  codes: Map<string, Kept>;
  refreshes: Map<string, Refresh>;
}

/** In memory: after a restart people sign in again. */
const ofTenant = new WeakMap<Tenant, Grants>();

function grantsOf(tenant: Tenant): Grants {
  const known = ofTenant.get(tenant) ?? { codes: new Map(), refreshes: new Map() };
  ofTenant.set(tenant, known);
  return known;
}

const codeMilliseconds = 10 * 60_000;
/** A single-page app's refresh token ends a day after the sign-in, however often it was exchanged. */
const refreshMilliseconds = 24 * 60 * 60_000;
const secret = () => randomBytes(32).toString('base64url');

export function issueCode(tenant: Tenant, grant: Grant, challenge: string): string {
  const code = secret();
  const until = tenant.clock.now().getTime() + codeMilliseconds;
  grantsOf(tenant).codes.set(code, { ...grant, challenge, until, isUsed: false });
  return code;
}

export type Redeemed = { ok: true; grant: Grant; until: number } | { ok: false; description: string };
const refused = (description: string): Redeemed => ({ ok: false, description });

/** Exchanges a code, once. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function redeemCode(
  tenant: Tenant,
  given: { code: string; verifier: string; clientId: string; redirectUri: string },
): Redeemed {
  const kept = grantsOf(tenant).codes.get(given.code);
  const now = tenant.clock.now().getTime();
  if (!kept || kept.clientId !== given.clientId)
    return refused('AADSTS70000: The provided authorization code is invalid.');
  if (kept.isUsed) return refused('AADSTS54005: The authorization code was already redeemed.');
  if (kept.until < now) return refused('AADSTS70008: The authorization code has expired.');
  if (kept.redirectUri !== given.redirectUri) return refused('AADSTS500112: The reply address does not match.');
  const challenge = createHash('sha256').update(given.verifier).digest('base64url');
  if (challenge !== kept.challenge) return refused('AADSTS501481: The code verifier does not match the challenge.');
  kept.isUsed = true;
  return { ok: true, grant: kept, until: now + refreshMilliseconds };
}

export function issueRefresh(tenant: Tenant, grant: Grant, until: number): string {
  const token = secret();
  const { clientId, redirectUri, scope, personId, contexts = [] } = grant;
  grantsOf(tenant).refreshes.set(token, { clientId, redirectUri, scope, personId, contexts, nonce: null, until });
  return token;
}

/** Exchanges a refresh token; the next one ends when this one would have. */
export function redeemRefresh(tenant: Tenant, given: { token: string; clientId: string }): Redeemed {
  const kept = grantsOf(tenant).refreshes.get(given.token);
  if (!kept || kept.clientId !== given.clientId) return refused('AADSTS9002313: The refresh token is malformed.');
  if (kept.until < tenant.clock.now().getTime()) {
    return refused('AADSTS700084: The refresh token was issued to a single page app and has run out after a day.');
  }
  return { ok: true, grant: kept, until: kept.until };
}

import { decodeJwt, errors as joseErrors, jwtVerify } from 'jose';
import type { Tenant } from '../tenant.ts';
import { issuerOf, principalOf, tokenExchange } from './access-tokens.ts';
import type { AppRegistration } from './app-registrations.ts';
import { listManagedIdentities } from './managed-identities.ts';
import { signingKey } from './signing-keys.ts';

export type CredentialVerdict = { ok: true } | { ok: false; code: string; description: string };

export const refused = (description: string): CredentialVerdict => ({ ok: false, code: 'invalid_client', description });

const noMatch = (what: string, presented: unknown) =>
  `No matching federated identity record found for presented assertion ${what} '${String(presented)}'. The comparison is case-sensitive.`;

/**
 * A token of a managed identity in the place of the app's own assertion: issuer, subject and audience must be those of one of the
 * app's federated credentials, to the letter. This tenant knows no issuer but itself.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export async function checkFederated(
  tenant: Tenant,
  app: AppRegistration,
  assertion: string,
): Promise<CredentialVerdict> {
  const claims = decodeJwt(assertion);
  // Tokens name the resource by its id, credentials by its address.
  const audience = claims.aud === tokenExchange.audience ? tokenExchange.address : claims.aud;
  const ofIssuer = (app.federatedCredentials ?? []).filter((each) => each.issuer === claims.iss);
  if (ofIssuer.length === 0) return refused(`AADSTS700211: ${noMatch('issuer', claims.iss)}`);
  const ofSubject = ofIssuer.filter((each) => each.subject === claims.sub);
  if (ofSubject.length === 0) return refused(`AADSTS700213: ${noMatch('subject', claims.sub)}`);
  if (!ofSubject.some((each) => each.audience === audience)) {
    return refused(`AADSTS700212: ${noMatch('audience', claims.aud)}`);
  }
  const key = await signingKey(tenant, 'login');
  try {
    await jwtVerify(assertion, key.publicKey, {
      algorithms: ['RS256'],
      issuer: issuerOf(tenant),
      currentDate: tenant.clock.now(),
      requiredClaims: ['exp'],
    });
  } catch (error) {
    if (error instanceof joseErrors.JWTExpired) {
      return refused('AADSTS700024: Client assertion is not within its valid time range.');
    }
    return refused('AADSTS50013: Assertion failed signature validation.');
  }
  const isManaged = listManagedIdentities(tenant).some(({ clientId }) => principalOf(clientId) === claims.sub);
  if (!isManaged) {
    return refused(
      'AADSTS700226: Only tokens of managed identities may be used as federated credentials of this issuer.',
    );
  }
  return { ok: true };
}

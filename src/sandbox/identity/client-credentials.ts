import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import type { Tenant } from '../tenant.ts';
import type { AppRegistration } from './app-registrations.ts';
import { type CredentialVerdict, checkFederated, refused } from './federated-credentials.ts';

const same = (a: string, b: string) =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

export function checkSecret(app: AppRegistration, secret: string): CredentialVerdict {
  return app.secrets.some((known) => same(known, secret))
    ? { ok: true }
    : refused('AADSTS7000215: Invalid client secret provided.');
}

/** Thumbprints are compared as hexadecimal; assertions carry them as base64url. */
const toHex = (thumbprint: string) => Buffer.from(thumbprint, 'base64url').toString('hex');

/**
 * Checks a signed client assertion (private_key_jwt) as msal-node makes it.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function checkAssertion(
  tenant: Tenant,
  app: AppRegistration,
  assertion: string,
): Promise<CredentialVerdict> {
  let thumbprint: string;
  let algorithm: string;
  try {
    const header = decodeProtectedHeader(assertion);
    thumbprint = toHex(String(header['x5t#S256'] ?? ''));
    algorithm = String(header.alg);
    // What the app did not sign itself comes from somebody it trusts.
    if (header['x5t#S256'] === undefined && decodeJwt(assertion).iss !== app.clientId) {
      return await checkFederated(tenant, app, assertion);
    }
  } catch {
    return refused('AADSTS50027: The client assertion is not a token.');
  }
  const certificate = app.certificates.find(
    (candidate) => candidate.thumbprintSha256.replaceAll(':', '').toLowerCase() === thumbprint,
  );
  if (!certificate) return refused('AADSTS700027: The certificate with this thumbprint is not registered for the app.');
  const endpoint = `/login/${tenant.tenantId}/oauth2/v2.0/token`;
  try {
    const key = await importSPKI(certificate.publicKeyPem, algorithm);
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['RS256', 'PS256'],
      issuer: app.clientId,
      subject: app.clientId,
      // msal-node insists on https in its own configuration, so the same endpoint may be named with either scheme.
      audience: [tenant.origin + endpoint, tenant.origin.replace(/^http:/, 'https:') + endpoint],
      currentDate: tenant.clock.now(),
      clockTolerance: 300,
      requiredClaims: ['exp', 'jti'],
    });
    return payload.jti ? { ok: true } : refused('AADSTS700024: The client assertion has no identifier.');
  } catch (error) {
    return refused(
      `AADSTS700027: The client assertion was refused: ${error instanceof Error ? error.message : 'invalid'}.`,
    );
  }
}

import { randomUUID } from 'node:crypto';
import { type JWTPayload, errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import type { Caller } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { deterministicGuid } from './deterministic-id.ts';
import { type KeySet, signingKey } from './signing-keys.ts';

export const botFrameworkAudience = 'https://api.botframework.com';

/** Entra's own resource for tokens that are exchanged for others: asked for by its address, it stands in them as its id. */
export const tokenExchange = {
  address: 'api://AzureADTokenExchange',
  audience: 'fb60f99c-7a34-4190-8149-302f77469936',
};

/** Audiences that the tenant itself answers for. */
export function ownAudiences(tenant: Tenant): { graph: string; sharepoint: string } {
  return { graph: `${tenant.origin}/graph`, sharepoint: `${tenant.origin}/sites` };
}

export function issuerOf(tenant: Tenant): string {
  return `${tenant.origin}/login/${tenant.tenantId}/v2.0`;
}

export interface TokenPerson {
  id: string;
  displayName: string;
  userPrincipalName: string;
}

export interface TokenRequest {
  audience: string;
  appId: string;
  /** Absent for an app-only token. */
  person?: TokenPerson;
  /** Delegated scopes when there is a person, application roles otherwise. */
  permissions: readonly string[];
  /** Authentication contexts that the person has met at the sign-in, for example `c1`. */
  contexts?: readonly string[];
  /** How an app showed who it is; a signed assertion when not said. */
  credential?: 'secret' | 'assertion';
  /** Seconds; an hour when not given. Below zero makes a token that has already run out. */
  expiresIn?: number;
}

/** Signs claims with one of the tenant's keys. Times are the tenant's clock. */
export async function signClaims(
  tenant: Tenant,
  keySet: KeySet,
  claims: JWTPayload,
  expiresInSeconds: number,
): Promise<string> {
  const key = await signingKey(tenant, keySet);
  const now = Math.floor(tenant.clock.now().getTime() / 1000);
  const issued = Math.min(now, now + expiresInSeconds - 1);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.keyId })
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(now + expiresInSeconds)
    .sign(key.privateKey);
}

/** Directory id that an app, or a managed identity, acts as. */
export function principalOf(appId: string): string {
  return deterministicGuid('service-principal', appId);
}

/** An access token with the claims of Entra's version 2. https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export function issueAccessToken(tenant: Tenant, request: TokenRequest): Promise<string> {
  const claims: JWTPayload = {
    iss: issuerOf(tenant),
    aud: request.audience,
    tid: tenant.tenantId,
    azp: request.appId,
    appid: request.appId,
    ver: '2.0',
    uti: randomUUID(),
  };
  if (request.person) {
    Object.assign(claims, {
      oid: request.person.id,
      sub: deterministicGuid(`sub-${request.appId}`, request.person.id),
      name: request.person.displayName,
      preferred_username: request.person.userPrincipalName,
      scp: request.permissions.join(' '),
      idtyp: 'user',
      ...(request.contexts?.length ? { acrs: [...request.contexts] } : {}),
    });
  } else {
    const principal = principalOf(request.appId);
    Object.assign(claims, { oid: principal, sub: principal, roles: [...request.permissions], idtyp: 'app' });
    claims.azpacr = claims.appidacr = request.credential === 'secret' ? '1' : '2';
  }
  return signClaims(tenant, 'login', claims, request.expiresIn ?? 3600);
}

/** An id token for the app itself, with the nonce that its request brought, and the tenant that the account is of. */
export function issueIdToken(
  tenant: Tenant,
  appId: string,
  person: TokenPerson,
  { nonce = null, tenantId = tenant.tenantId }: { nonce?: string | null; tenantId?: string } = {},
): Promise<string> {
  return signClaims(
    tenant,
    'login',
    {
      iss: issuerOf(tenant),
      aud: appId,
      tid: tenantId,
      oid: person.id,
      sub: deterministicGuid(`sub-${appId}`, person.id),
      name: person.displayName,
      preferred_username: person.userPrincipalName,
      ver: '2.0',
      uti: randomUUID(),
      ...(nonce === null ? {} : { nonce }),
    },
    3600,
  );
}

export type TokenVerdict =
  | { ok: true; caller: Caller; credential: 'secret' | 'assertion' | null }
  | { ok: false; reason: 'expired' | 'audience' | 'invalid' };

function words(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : [];
}

/** Checks signature, issuer, audience and time of a token, and says whom it speaks for. */
export async function verifyAccessToken(tenant: Tenant, token: string, audience: string): Promise<TokenVerdict> {
  const key = await signingKey(tenant, 'login');
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      issuer: issuerOf(tenant),
      audience,
      algorithms: ['RS256'],
      currentDate: tenant.clock.now(),
    });
    const isUser = payload.idtyp === 'user';
    return {
      ok: true,
      credential: payload.azpacr === '1' ? 'secret' : payload.azpacr === '2' ? 'assertion' : null,
      caller: {
        kind: isUser ? 'user' : 'app',
        userId: isUser ? String(payload.oid) : null,
        appId: String(payload.azp),
        scopes: words(payload.scp),
        roles: Array.isArray(payload.roles) ? payload.roles.map(String) : [],
        contexts: Array.isArray(payload.acrs) ? payload.acrs.map(String) : [],
      },
    };
  } catch (error) {
    if (error instanceof joseErrors.JWTExpired) return { ok: false, reason: 'expired' };
    if (error instanceof joseErrors.JWTClaimValidationFailed && error.claim === 'aud')
      return { ok: false, reason: 'audience' };
    return { ok: false, reason: 'invalid' };
  }
}

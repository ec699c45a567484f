import type { MiddlewareHandler } from 'hono';
import { GraphFailure, type SandboxEnv } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { issuerOf, ownAudiences, verifyAccessToken } from './access-tokens.ts';

const messages = {
  missing: 'Access token is empty.',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
  invalid: 'Access token validation failure. Invalid signature or issuer.',
  disabled: 'The account of this token is disabled.',
} as const;

export type TokenTrouble = keyof typeof messages;

/** 401 in Graph's form. `claims` is the JSON that a new token must answer to (continuous access evaluation). */
export function unauthorized(tenant: Tenant, trouble: TokenTrouble, claims?: string): GraphFailure {
  const parts = [
    'Bearer realm=""',
    `authorization_uri="${issuerOf(tenant).replace(/\/v2\.0$/, '')}/oauth2/v2.0/authorize"`,
    `client_id="00000003-0000-0000-c000-000000000000"`,
  ];
  if (claims !== undefined) {
    parts.push('error="insufficient_claims"', `claims="${Buffer.from(claims).toString('base64')}"`);
  } else if (trouble !== 'missing') {
    parts.push('error="invalid_token"', `error_description="${messages[trouble]}"`);
  }
  return new GraphFailure(401, 'InvalidAuthenticationToken', messages[trouble], {
    'www-authenticate': parts.join(', '),
  });
}

/** Lets a request through with a token for this audience, and says on the context whom it speaks for. */
export function authenticate(
  tenant: Tenant,
  audience: () => string,
  isEnabled: (userId: string) => boolean,
): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const header = c.req.header('authorization') ?? '';
    const token = /^bearer\s+(.+)$/i.exec(header)?.[1];
    if (token === undefined) throw unauthorized(tenant, 'missing');
    const verdict = await verifyAccessToken(tenant, token, audience());
    if (!verdict.ok) throw unauthorized(tenant, verdict.reason);
    if (verdict.caller.userId !== null && !isEnabled(verdict.caller.userId)) throw unauthorized(tenant, 'disabled');
    c.set('caller', verdict.caller);
    // An app that showed a secret gets its token from Entra, and nothing for it from SharePoint REST.
    // https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread
    const isRefused =
      verdict.credential === 'secret' ||
      (verdict.credential === 'assertion' && tenant.outcomes.appOnlyRest === 'refused');
    if (isRefused && audience() === ownAudiences(tenant).sharepoint) {
      return c.json({ error_description: 'Unsupported app only token.' }, 401);
    }
    await next();
  };
}

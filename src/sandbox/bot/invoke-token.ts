import { generateKeyPair, SignJWT } from 'jose';
import { signingKey } from '../identity/signing-keys.ts';
import type { Tenant } from '../tenant.ts';

export const botFrameworkIssuer = 'https://api.botframework.com';

/** What a test may make wrong about the token a bot is called with. Nothing given: all right. */
export interface TokenVariation {
  /** No token at all. */
  omit?: boolean;
  issuer?: string;
  audience?: string;
  serviceUrl?: string;
  /** Seconds; below zero has run out. */
  expiresIn?: number;
  /** Signs with a key that nobody has published, under the published key's id. */
  wrongKey?: boolean;
}

/** Teams sends this with every activity, and a bot must check it (facts 6). */
export function botServiceUrl(tenant: Tenant): string {
  return `${tenant.origin}/connector/`;
}

/** The token of one call to a bot: five minutes, for this bot, signed with the connector's key; null for none. */
export async function issueInvokeToken(
  tenant: Tenant,
  botId: string,
  variation: TokenVariation = {},
): Promise<string | null> {
  if (variation.omit) return null;
  const key = await signingKey(tenant, 'connector');
  const privateKey = variation.wrongKey
    ? (await generateKeyPair('RS256', { modulusLength: 2048 })).privateKey
    : key.privateKey;
  const now = Math.floor(tenant.clock.now().getTime() / 1000);
  const expires = now + (variation.expiresIn ?? 300);
  return new SignJWT({ serviceurl: variation.serviceUrl ?? botServiceUrl(tenant) })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.keyId, x5t: key.keyId })
    .setIssuer(variation.issuer ?? botFrameworkIssuer)
    .setAudience(variation.audience ?? botId)
    .setNotBefore(Math.min(now, expires - 300))
    .setExpirationTime(expires)
    .sign(privateKey);
}

import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Tenant } from '../tenant.ts';

/** `login` signs access and id tokens; `connector` signs what the Teams channel sends to a bot. */
export type KeySet = 'login' | 'connector';

export interface SigningKey {
  keyId: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  publicJwk: JWK;
}

const loaded = new WeakMap<Tenant, Map<KeySet, Promise<SigningKey>>>();

async function load(tenant: Tenant, set: KeySet): Promise<SigningKey> {
  tenant.db.exec('CREATE TABLE IF NOT EXISTS signing_keys (key_set TEXT PRIMARY KEY, private_jwk TEXT NOT NULL)');
  const row = tenant.db.prepare('SELECT private_jwk FROM signing_keys WHERE key_set = ?').get(set) as
    | { private_jwk: string }
    | undefined;
  let privateJwk: JWK;
  if (row) {
    privateJwk = JSON.parse(row.private_jwk) as JWK;
  } else {
    const pair = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
    privateJwk = { ...(await exportJWK(pair.privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' };
    tenant.db
      .prepare('INSERT INTO signing_keys (key_set, private_jwk) VALUES (?, ?)')
      .run(set, JSON.stringify(privateJwk));
  }
  const publicJwk: JWK = {
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid: privateJwk.kid,
    n: privateJwk.n,
    e: privateJwk.e,
  };
  return {
    keyId: privateJwk.kid ?? '',
    privateKey: (await importJWK(privateJwk, 'RS256')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'RS256')) as CryptoKey,
    publicJwk,
  };
}

/** The tenant's key of that set; made once, kept in the state file. */
export function signingKey(tenant: Tenant, set: KeySet): Promise<SigningKey> {
  const ofTenant = loaded.get(tenant) ?? new Map<KeySet, Promise<SigningKey>>();
  loaded.set(tenant, ofTenant);
  const key = ofTenant.get(set) ?? load(tenant, set);
  ofTenant.set(set, key);
  return key;
}

import { createHash, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const identitySchema = v.object({ clientId: v.string(), teamsAppId: v.string() });

export interface AppIdentity {
  clientId: string;
  teamsAppId: string;
  keyFile: string;
  publicKeyPem: string;
  /** SHA-256 of the public key, hex: in this tenant it stands for a certificate's thumbprint. */
  thumbprint: string;
}

/** The app's ids and key in a stand-in tenant: made once and kept beside the tenant's state, never in the repository. */
export async function appIdentity(stateDir: string): Promise<AppIdentity> {
  await mkdir(stateDir, { recursive: true });
  const keyFile = join(stateDir, 'app-key.pem');
  const idsFile = join(stateDir, 'app.json');
  const ids = await readFile(idsFile, 'utf8').catch(() => null);
  const pem = await readFile(keyFile, 'utf8').catch(() => null);
  if (ids === null || pem === null) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    await chmod(keyFile, 0o600);
    await writeFile(idsFile, JSON.stringify({ clientId: randomUUID(), teamsAppId: randomUUID() }));
    return appIdentity(stateDir);
  }
  const publicKey = createPublicKey(pem);
  const { clientId, teamsAppId } = v.parse(v.pipe(v.string(), v.parseJson(), identitySchema), ids);
  return {
    clientId,
    teamsAppId,
    keyFile,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    thumbprint: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
}

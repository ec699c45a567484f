import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Certificate, makeLocalhostCertificate } from './self-signed-certificate.ts';

const spareDays = 7;

const isStillGood = (certificate: string, now: Date) =>
  new Date(new X509Certificate(certificate).validTo).getTime() - now.getTime() > spareDays * 86_400_000;

export interface KeptCertificate extends Certificate {
  /** Where clients find the certificate; null when it is kept nowhere. */
  file: string | null;
}

/**
 * The certificate that lies beside the state file, so that a client trusts it once; made when there is none, or when
 * it soon runs out. The state `:memory:` gets one that is kept nowhere.
 */
export function localhostCertificate(stateFile: string, now = new Date()): KeptCertificate {
  if (stateFile === ':memory:') return { ...makeLocalhostCertificate(now), file: null };
  const folder = dirname(stateFile);
  const file = join(folder, 'localhost-certificate.pem');
  const keyFile = join(folder, 'localhost-key.pem');
  if (existsSync(file) && existsSync(keyFile)) {
    const certificate = readFileSync(file, 'utf8');
    if (isStillGood(certificate, now)) return { key: readFileSync(keyFile, 'utf8'), certificate, file };
  }
  const made = makeLocalhostCertificate(now);
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  writeFileSync(file, made.certificate);
  return { ...made, file };
}

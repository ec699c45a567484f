import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { localhostCertificate } from '../../../src/sandbox/tls/localhost-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request that trusts this one certificate and nothing else. */
const getJson = (url: string, ca: string | undefined) =>
  new Promise<Record<string, unknown>>((resolve, reject) => {
    request(url, { agent: false, ...(ca !== undefined && { ca }) }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => {
        text += data.toString();
      });
      answer.on('end', () => resolve(JSON.parse(text) as Record<string, unknown>));
    })
      .on('error', reject)
      .end();
  });

describe('the tenant over TLS', () => {
  it('answers those who trust its certificate, and names itself with https', async () => {
    const sandbox = await startSandbox({ port: 0, file: ':memory:', https: true });
    const about = await getJson(`${sandbox.origin}/sandbox/tenant`, sandbox.certificate?.certificate);
    expect(about.graph).toBe(`${sandbox.origin}/graph/v1.0`);
    expect(sandbox.origin).toMatch(/^https:\/\/localhost:\d+$/);
    await expect(getJson(`${sandbox.origin}/sandbox/tenant`, undefined)).rejects.toThrow(/self.signed/i);
    await sandbox.close();
  });
});

describe('the certificate of localhost', () => {
  it('stands for localhost only, by name and by address', () => {
    const certificate = new X509Certificate(localhostCertificate(':memory:').certificate);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect([certificate.checkIP('127.0.0.1'), certificate.checkIP('::1')]).toEqual(['127.0.0.1', '::1']);
    expect(certificate.checkHost('glanrafon.example')).toBeUndefined();
    expect(certificate.verify(certificate.publicKey), 'signed by its own key').toBe(true);
  });

  it('is kept beside the state file, its key for the owner only, until it is about to run out', () => {
    const stateFile = join(folder, 'tenant.sqlite');
    const made = localhostCertificate(stateFile);
    expect(localhostCertificate(stateFile).certificate).toBe(made.certificate);
    expect(statSync(join(folder, 'localhost-key.pem')).mode & 0o077).toBe(0);
    const nextYear = new Date(Date.now() + 395 * 86_400_000);
    expect(localhostCertificate(stateFile, nextYear).certificate).not.toBe(made.certificate);
  });
});

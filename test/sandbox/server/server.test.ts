import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const file = join(folder, 'tenant.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the state file', () => {
  it('survives a restart on the same port, keys included, and is wiped by a reset', async () => {
    const first = await startSandbox({ port: 0, file });
    const port = Number(new URL(first.origin).port);
    const send = (path: string, body: unknown, method = 'POST') =>
      fetch(first.origin + path, {
        method,
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify(body),
      });
    const { access_token } = (await (
      await send('/sandbox/token', { persona: 'reporter', scopes: ['User.Read'] })
    ).json()) as { access_token: string };
    await send('/sandbox/people/reporter', { jobTitle: 'Changed' }, 'PATCH');
    await first.close();

    const jobTitle = async () => {
      const answer = await fetch(`${first.origin}/graph/v1.0/me`, {
        // A kept-alive connection would lead to the tenant that is gone.
        headers: { authorization: `Bearer ${access_token}`, connection: 'close' },
      });
      return answer.ok ? ((await answer.json()) as { jobTitle: string }).jobTitle : answer.status;
    };
    const second = await startSandbox({ port, file });
    expect(await jobTitle()).toBe('Changed');
    await second.close();

    const third = await startSandbox({ port, file, reset: true });
    expect(await jobTitle(), 'a new tenant has new keys').toBe(401);
    await third.close();
  });
});

describe('the tenant', () => {
  it('refuses to start on a port that is taken', async () => {
    const first = await startSandbox({ port: 0, file: ':memory:' });
    await expect(startSandbox({ port: Number(new URL(first.origin).port), file: ':memory:' })).rejects.toThrow(
      /EADDRINUSE/,
    );
    await first.close();
  });

  it('lets pages of any origin ask Graph, and read what they need of the answer', async () => {
    const sandbox = await startSandbox({ port: 0, file: ':memory:' });
    const preflight = await fetch(`${sandbox.origin}/graph/v1.0/me`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4000',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const refused = await fetch(`${sandbox.origin}/graph/v1.0/me`, { headers: { origin: 'http://localhost:4000' } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
    await sandbox.close();
  });
});

describe('npm run sandbox', () => {
  const start = (...args: string[]) => startIn({}, '--file', join(folder, 'command.sqlite'), ...args);
  const startIn = (environment: Record<string, string>, ...args: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'src/main/sandbox.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });

  it.each(['SIGINT', 'SIGTERM'] as const)('says when it is ready, and leaves on %s', async (signal) => {
    const child = start('--port', '0', '--reset');
    const left = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
    );
    expect(line).toMatch(/^ready http:\/\/localhost:\d+\n$/);
    expect((await fetch(`${line.slice(6).trim()}/sandbox/personas`)).status).toBe(200);
    child.kill(signal);
    expect(await left).toBe(0);
  });

  it('keeps its state where URDDAS_STATE_DIR says, as npm start does', async () => {
    const stateDir = join(folder, 'state');
    const child = startIn({ URDDAS_STATE_DIR: stateDir }, '--port', '0');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(existsSync(join(stateDir, 'tenant.sqlite'))).toBe(true);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  });

  it('refuses a port that is none', async () => {
    const child = start('--port', 'many');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
  });
});

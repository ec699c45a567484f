import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerHosts } from '../../../src/sandbox/hosts/register-hosts.ts';
import type { SandboxEnv } from '../../../src/sandbox/http.ts';

let directory = '';
beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'hosts-'));
  await writeFile(join(parent, 'secret.txt'), 'secret');
  directory = await mkdtemp(join(parent, 'built-'));
  await writeFile(join(directory, 'teams.html'), '<h1>Teams</h1>');
});
const ask = (path: string) => {
  const app = new Hono<SandboxEnv>();
  registerHosts(app, directory);
  return app.request(path);
};

describe('the host pages', () => {
  it('are served under their short names', async () => {
    const answer = await ask('/teams?persona=manager');
    expect([answer.status, await answer.text()]).toEqual([200, '<h1>Teams</h1>']);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('say so when they have not been built', async () => {
    const answer = await ask('/sharepoint');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('vite build --mode sandbox');
  });

  it.each(['/hosts/nothing.js', '/hosts/..%2Fsecret.txt', '/hosts/%2e%2e/secret.txt', '/hosts/'])(
    'give nothing for %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

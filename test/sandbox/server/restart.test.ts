// biome-ignore-all lint/suspicious/noExplicitAny: a test reads whatever the tenant answered
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-restart-'));
const file = join(folder, 'tenant.sqlite');
const app = '11111111-1111-4111-8111-111111111111';
let sandbox: RunningSandbox;
let hook: Server;
const told: string[] = [];

beforeAll(async () => {
  hook = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('validationToken');
    if (token === null) told.push(request.method ?? '');
    response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '');
  });
  await new Promise<void>((listening) => hook.listen(0, listening));
  sandbox = await startSandbox({ port: 0, file });
});
afterAll(async () => {
  await sandbox.close();
  hook.closeAllConnections();
  hook.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  const port = Number(new URL(sandbox.origin).port);
  await sandbox.close();
  sandbox = await startSandbox({ port, file });
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  more: RequestInit & { bare?: boolean } = {},
): Promise<any> {
  const { access_token } = (await (
    await fetch(`${sandbox.origin}/sandbox/token`, {
      method: 'POST',
      // A kept-alive connection would lead to the tenant that is gone.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ app, scopes: ['Sites.FullControl.All', 'Mail.ReadWrite'] }),
    })
  ).json()) as { access_token: string };
  const answer = await fetch(path.startsWith('http') ? path : `${sandbox.origin}/graph/v1.0${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...more,
    headers: {
      connection: 'close',
      ...(more.bare ? {} : { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }),
      ...(more.headers as Record<string, string>),
    },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

const site = '/sites/localhost:/sites/urddas:';

describe('a tenant that was stopped and started again', () => {
  it('goes on with a half-sent upload where it stood', async () => {
    await send('POST', `${site}/lists`, { displayName: 'Papers', list: { template: 'documentLibrary' } });
    const drive = await send('GET', `${site}/lists/Papers/drive`);
    const { uploadUrl } = await send('POST', `/drives/${drive.id}/root:/half.bin:/createUploadSession`, {});
    const first = 327_680;
    const put = (from: number, length: number) =>
      send('PUT', uploadUrl, undefined, {
        bare: true,
        body: 'y'.repeat(length),
        headers: { 'content-range': `bytes ${from}-${from + length - 1}/${first + 9}` },
      });
    await put(0, first);
    await restart();
    const session = await send('GET', uploadUrl, undefined, { bare: true });
    expect(session.nextExpectedRanges[0]).toMatch(new RegExp(`^${first}-`));
    expect(await put(first, 9)).toMatchObject({ name: 'half.bin', size: first + 9 });
  });

  it('still tells a subscriber what changes', async () => {
    const list = await send('POST', `${site}/lists`, { displayName: 'Watched', list: { template: 'genericList' } });
    const { id } = await send('GET', '/sites/localhost:/sites/urddas');
    const subscription = await send('POST', '/subscriptions', {
      changeType: 'updated',
      resource: `sites/${id}/lists/${list.id}`,
      notificationUrl: `http://localhost:${(hook.address() as AddressInfo).port}/hook`,
      expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await restart();
    expect((await send('GET', `/subscriptions/${subscription.id}`)).resource).toContain(list.id);
    await send('POST', `${site}/lists/${list.id}/items`, { fields: { Title: 'news' } });
    await expect.poll(() => told, { timeout: 10_000 }).toContain('POST');
  });
});

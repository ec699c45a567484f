import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bringAboutFaults } from '../../../src/sandbox/control/bring-about-faults.ts';
import { GraphFailure, graphErrorResponse, type SandboxEnv } from '../../../src/sandbox/http.ts';
import { openTenant, type Tenant } from '../../../src/sandbox/tenant.ts';

/** Work that can be counted, so that "before" and "after" can be told apart. */
let done = 0;
let tenant: Tenant;
let server: Server;
let origin: string;

beforeAll(async () => {
  tenant = openTenant({ file: ':memory:', origin: 'http://localhost', reset: false });
  const app = new Hono<SandboxEnv>();
  app.onError((error) => graphErrorResponse(error as GraphFailure, tenant.clock.stamp()));
  app.use('*', bringAboutFaults(tenant));
  app.post('/graph/v1.0/work', (c) => {
    done += 1;
    return c.json({ done });
  });
  app.put('/upload/:session', (c) => {
    if (c.req.header('x-wrong')) throw new GraphFailure(416, 'invalidRange', 'Not the next chunk.');
    return c.json({}, 202);
  });
  app.get('/graph/v1.0/list/items/delta', (c) => c.json({ value: [] }));
  server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env as SandboxEnv['Bindings']),
  }) as Server;
  await new Promise<void>((listening) => server.listen(0, () => listening()));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
beforeEach(() => {
  done = 0;
  tenant.faults.clear();
});

const work = () => fetch(`${origin}/graph/v1.0/work`, { method: 'POST' });

describe('a fault on a write', () => {
  it('answers instead of the work', async () => {
    tenant.faults.add({ effect: { kind: 'status', status: 500 } });
    expect([(await work()).status, done]).toEqual([500, 0]);
  });

  it('hides the answer of work that was done', async () => {
    tenant.faults.add({ effect: { kind: 'status', status: 500, after: true } });
    expect([(await work()).status, done]).toEqual([500, 1]);
  });

  it.each([
    ['before', false, 0],
    ['after', true, 1],
  ])('cuts the connection %s the work', async (_when, after, expected) => {
    tenant.faults.add({ effect: { kind: 'drop', after } });
    await expect(work()).rejects.toThrow();
    expect(done).toBe(expected);
  });
});

describe('an upload', () => {
  const put = (session: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/upload/${session}`, { method: 'PUT', headers, body: 'chunk' }).then(
      (answer) => answer.status,
      () => 'cut',
    );

  it('breaks after the chunks that the fault names, counted for each session', async () => {
    tenant.faults.add({ match: { part: 'upload' }, times: 2, effect: { kind: 'breakUpload', afterChunks: 2 } });
    const outcome: unknown[] = [];
    for (const session of ['a', 'a', 'a', 'b', 'b', 'b', 'a']) outcome.push(await put(session));
    expect(outcome).toEqual([202, 202, 'cut', 202, 202, 'cut', 202]);
  });

  it('does not count a chunk that was refused', async () => {
    tenant.faults.add({ match: { part: 'upload' }, effect: { kind: 'breakUpload', afterChunks: 1 } });
    expect([await put('c', { 'x-wrong': '1' }), await put('c'), await put('c')]).toEqual([416, 202, 'cut']);
  });
});

describe('a delta', () => {
  const delta = (query: string) => fetch(`${origin}/graph/v1.0/list/items/delta${query}`);

  it.each(['?token=abc', '?$deltatoken=abc', '?%24skiptoken=abc'])(
    'is gone when it carries a token: %s',
    async (query) => {
      tenant.faults.add({ effect: { kind: 'deltaGone', resync: 'resyncChangesUploadDifferences' } });
      const answer = await delta(query);
      const { error } = (await answer.json()) as { error: { code: string } };
      expect([answer.status, error.code]).toEqual([410, 'resyncChangesUploadDifferences']);
      expect(answer.headers.get('location')).toBe('http://localhost/graph/v1.0/list/items/delta');
    },
  );

  it('is never gone when it starts from nothing, and the fault waits', async () => {
    tenant.faults.add({ effect: { kind: 'deltaGone' } });
    expect([(await delta('')).status, (await delta('?token=x')).status]).toEqual([200, 410]);
  });
});

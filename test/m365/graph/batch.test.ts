import * as v from 'valibot';
import { expect, it } from 'vitest';
import { outcomeBody, outcomeBodyOrNull, sendBatch } from '../../../src/m365/graph/batch.ts';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

const named = v.object({ name: v.string() });

it('gives each request of a batch its own outcome, in the order asked', async () => {
  await using server = await startScriptedServer(() => ({
    body: {
      responses: [
        { id: '3', status: 429, headers: { 'Retry-After': '7' }, body: { error: { code: 'tooManyRequests' } } },
        { id: '1', status: 200, body: { name: 'first' } },
        { id: '2', status: 404, body: { error: { code: 'itemNotFound' } } },
      ],
    },
  }));
  const graph = createGraph({ baseUrl: server.origin, getToken: async () => 't' });
  const outcomes = await sendBatch(graph, [
    { method: 'GET', path: '/me', query: { $select: 'a,b' } },
    { method: 'GET', path: '/me/manager' },
    { method: 'POST', path: '/x', body: { y: 1 } },
    { method: 'GET', path: '/lost' },
  ]);
  expect(outcomeBody(named, outcomes[0])).toEqual({ name: 'first' });
  expect(outcomeBodyOrNull(named, outcomes[1])).toBeNull();
  expect(outcomes[2]).toMatchObject({ ok: false, error: { code: 'throttled', retryAfterSeconds: 7 } });
  expect(() => outcomeBody(named, outcomes[3])).toThrow('missing');
  expect(JSON.parse(server.seen[0]!.body).requests).toEqual([
    { id: '1', method: 'GET', url: '/me?$select=a%2Cb' },
    { id: '2', method: 'GET', url: '/me/manager' },
    { id: '3', method: 'POST', url: '/x', body: { y: 1 }, headers: { 'Content-Type': 'application/json' } },
    { id: '4', method: 'GET', url: '/lost' },
  ]);
});

it('sends no more than twenty requests in one round trip', async () => {
  await using server = await startScriptedServer((request) => ({
    body: {
      responses: JSON.parse(request.body).requests.map((each: { id: string; url: string }) => ({
        id: each.id,
        status: 200,
        body: { name: each.url },
      })),
    },
  }));
  const graph = createGraph({ baseUrl: server.origin, getToken: async () => 't' });
  const requests = Array.from({ length: 45 }, (_, index) => ({ method: 'GET', path: `/n${index}` }) as const);
  const outcomes = await sendBatch(graph, requests);
  expect(server.seen).toHaveLength(3);
  expect(outcomes.map((each) => outcomeBody(named, each).name)).toEqual(requests.map((each) => each.path));
});

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isRemoteError, RemoteError, type RemoteErrorCode } from '../../../src/application/remote-error.ts';
import { createGraph, type Graph } from '../../../src/m365/graph/client.ts';
import { type ScriptedAnswer, type SeenRequest, startScriptedServer } from '../support/scripted-server.ts';

const anything = v.unknown();
const graphFor = (origin: string, getToken = async () => 'token'): Graph =>
  createGraph({ baseUrl: `${origin}/graph`, getToken });

async function failureOf(promise: Promise<unknown>): Promise<RemoteError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isRemoteError(error)) throw new Error(`expected a RemoteError, got ${String(error)}`);
  return error;
}

const always = (answer: ScriptedAnswer) => () => answer;

describe('a request to Graph', () => {
  it('carries the token over http, which the library alone would drop', async () => {
    await using server = await startScriptedServer(always({ body: {} }));
    await graphFor(server.origin).json(anything, { method: 'GET', path: '/me' });
    expect(server.seen[0]).toMatchObject({ url: '/graph/v1.0/me', headers: { authorization: 'Bearer token' } });
  });

  it('encodes query values so that no value can add another option', async () => {
    await using server = await startScriptedServer(always({ body: {} }));
    const filter = "fields/Title eq 'a&$top=1 + b'";
    await graphFor(server.origin).json(anything, { method: 'GET', path: '/x', query: { $filter: filter } });
    const url = new URL(server.seen[0]!.url, server.origin);
    expect([...url.searchParams.keys()]).toEqual(['$filter']);
    expect(url.searchParams.get('$filter')).toBe(filter);
  });

  it('refuses an answer without the fields that are used, naming the place and not the value', async () => {
    await using server = await startScriptedServer(always({ body: { id: 7, secret: 'private words' } }));
    const error = await failureOf(
      graphFor(server.origin).json(v.object({ id: v.string() }), { method: 'GET', path: '/me' }),
    );
    expect(error).toMatchObject({ code: 'server', message: 'answer not understood at id' });
  });

  it('takes a page that a proxy put in between for a failure of the other side', async () => {
    await using server = await startScriptedServer(always({ body: '<html>sign in to the network</html>' }));
    const error = await failureOf(graphFor(server.origin).json(anything, { method: 'GET', path: '/me' }));
    expect(error.code).toBe('server');
  });

  it('takes it for one as well where no body is asked for: nothing was sent or deleted', async () => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    await using server = await startScriptedServer(always({ headers, body: '<html>sign in to the network</html>' }));
    const error = await failureOf(graphFor(server.origin).done({ method: 'POST', path: '/me/messages/x/send' }));
    expect(error).toMatchObject({ code: 'server', isRepeatable: true });
  });

  it.each<[number, ScriptedAnswer['headers'], string | undefined, RemoteErrorCode]>([
    [400, {}, 'invalidRequest', 'invalid'],
    [400, {}, 'ErrorMessageSizeExceeded', 'tooLarge'],
    [401, {}, 'InvalidAuthenticationToken', 'signInRequired'],
    [403, {}, 'accessDenied', 'forbidden'],
    [404, {}, 'itemNotFound', 'notFound'],
    [409, {}, 'nameAlreadyExists', 'conflict'],
    [410, {}, 'resyncRequired', 'gone'],
    [412, {}, 'resourceModified', 'changedMeanwhile'],
    [413, {}, undefined, 'tooLarge'],
    [423, {}, 'resourceLocked', 'server'],
    [429, { 'Retry-After': '30' }, 'tooManyRequests', 'throttled'],
    [429, {}, 'throttledRequest', 'invalid'],
    [500, {}, 'generalException', 'server'],
    [503, { 'Retry-After': '30' }, 'serviceNotAvailable', 'throttled'],
    [504, {}, undefined, 'timeout'],
    [507, {}, 'quotaLimitReached', 'tooLarge'],
  ])('turns %i %j %s into %s', async (status, headers, code, expected) => {
    await using server = await startScriptedServer(
      always({ status, headers: { ...headers, 'request-id': 'r-1' }, body: { error: { code, message: 'of Ann' } } }),
    );
    const error = await failureOf(graphFor(server.origin).done({ method: 'POST', path: '/me/x', body: {} }));
    expect(error).toMatchObject({ code: expected, status, requestId: 'r-1' });
    expect(error.message).not.toContain('Ann');
  });

  it('keeps ids and addresses out of the error, which ends in logs', async () => {
    await using server = await startScriptedServer(always({ status: 404, body: {} }));
    const path = '/users/ann.other%40wg.example/messages/AAMkAG12';
    const error = await failureOf(graphFor(server.origin).done({ method: 'GET', path }));
    expect(error.message).toBe('GET /users/*/messages/*: 404');
  });

  it('calls a refused connection offline', async () => {
    const server = await startScriptedServer(always({}));
    await server[Symbol.asyncDispose]();
    const error = await failureOf(graphFor(server.origin).done({ method: 'GET', path: '/me' }));
    expect(error.code).toBe('offline');
    expect(error.isRepeatable).toBe(true);
  });

  it('calls an aborted request a timeout', async () => {
    await using server = await startScriptedServer(always({ body: {} }));
    const signal = AbortSignal.abort();
    const error = await failureOf(graphFor(server.origin).done({ method: 'GET', path: '/me', signal }));
    expect(error.code).toBe('timeout');
  });

  it('gives the refusal of the sign-in as it is', async () => {
    const refusal = new RemoteError('consentRequired', 'no consent');
    const graph = graphFor('http://127.0.0.1:9', async () => {
      throw refusal;
    });
    expect(await failureOf(graph.done({ method: 'GET', path: '/me' }))).toBe(refusal);
  });
});

describe('a refused token', () => {
  const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa('{"access_token":{"nbf":{"essential":true}}}')}"`;

  it('is renewed once, with the claims asked for, and the request repeated', async () => {
    const asked: unknown[] = [];
    await using server = await startScriptedServer((_request, count) =>
      count === 1 ? { status: 401, headers: { 'WWW-Authenticate': challenge } } : { body: { id: 'me' } },
    );
    const graph = createGraph({
      baseUrl: `${server.origin}/graph`,
      getToken: async (options) => {
        asked.push(options);
        return options?.renew ? 'new' : 'old';
      },
    });
    await graph.json(anything, { method: 'POST', path: '/me/messages', body: { subject: 's' } });
    expect(server.seen.map((seen) => [seen.headers.authorization, seen.body])).toEqual([
      ['Bearer old', '{"subject":"s"}'],
      ['Bearer new', '{"subject":"s"}'],
    ]);
    expect(asked).toEqual([undefined, { renew: true, claims: '{"access_token":{"nbf":{"essential":true}}}' }]);
  });

  it('ends in signInRequired when the new one is refused too', async () => {
    await using server = await startScriptedServer(always({ status: 401, body: {} }));
    expect((await failureOf(graphFor(server.origin).done({ method: 'GET', path: '/me' }))).code).toBe('signInRequired');
    expect(server.seen).toHaveLength(2);
  });
});

describe('repeating', () => {
  const counted = async (method: SeenRequest['method'], answer: ScriptedAnswer): Promise<number> => {
    await using server = await startScriptedServer((_request, count) => (count === 1 ? answer : { body: {} }));
    const request = { method: method as 'GET' | 'POST', path: '/x', ...(method === 'GET' ? {} : { body: {} }) };
    await graphFor(server.origin)
      .done(request)
      .catch(() => undefined);
    return server.seen.length;
  };

  it.each<[string, string, ScriptedAnswer, number]>([
    ['a write throttled for a moment', 'POST', { status: 429, headers: { 'Retry-After': '0' } }, 2],
    [
      'a write refused by a busy service that names a time',
      'POST',
      { status: 503, headers: { 'Retry-After': '0' } },
      2,
    ],
    ['a write that may have happened (504)', 'POST', { status: 504 }, 1],
    ['a write that may have happened (504, with a time)', 'POST', { status: 504, headers: { 'Retry-After': '0' } }, 1],
    ['a write that may have happened (bare 503)', 'POST', { status: 503 }, 1],
    ['a write whose answer was lost', 'POST', { hangUp: true }, 1],
    ['a write that failed (500)', 'POST', { status: 500 }, 1],
    [
      'a query over the list view threshold, which no waiting mends',
      'GET',
      { status: 429, body: { error: { code: 'throttledRequest', message: 'The attempted operation is prohibited.' } } },
      1,
    ],
    ['a read throttled without a time', 'GET', { status: 429, body: { error: { code: 'activityLimitReached' } } }, 2],
    ['anything told to wait longer than a moment', 'GET', { status: 429, headers: { 'Retry-After': '60' } }, 1],
  ])('%s: %s is sent %s times', async (_name, method, answer, times) => {
    expect(await counted(method, answer)).toBe(times);
  });

  it('gives up after two repeats, and says how long to wait', async () => {
    await using server = await startScriptedServer(always({ status: 429, headers: { 'Retry-After': '0' }, body: {} }));
    const error = await failureOf(graphFor(server.origin).done({ method: 'POST', path: '/x', body: {} }));
    expect(error).toMatchObject({ code: 'throttled', retryAfterSeconds: 0 });
    expect(server.seen).toHaveLength(3);
  });
});

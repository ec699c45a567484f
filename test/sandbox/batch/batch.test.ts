import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();

interface Inner {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: { displayName?: string; error?: { code: string } };
}

async function batch(requests: unknown[], scopes = ['User.Read', 'User.Read.All']) {
  const token = await sandbox.token({ persona: 'reporter', scopes });
  const answer = await sandbox.send('POST', '/graph/v1.0/$batch', { token, body: { requests } });
  const body = (await answer.json()) as { responses?: Inner[]; error?: { code: string } };
  return { status: answer.status, of: (id: string) => body.responses?.find((inner) => inner.id === id), body };
}
const get = (id: string, url: string, over = {}) => ({ id, method: 'GET', url, ...over });

describe('a batch', () => {
  it('answers each request for itself, with and without the leading slash', async () => {
    const { status, of } = await batch([get('a', '/me'), get('b', 'me/manager'), get('c', '/users/nobody')]);
    expect(status).toBe(200);
    expect(of('a')?.body?.displayName).toBe('Carys Llwyd-Fenn');
    expect(of('b')?.body?.displayName).toBe('Siân Morlais');
    expect(of('c')).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
  });

  it('is 200 although a request in it was throttled, and says for how long', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { path: '/graph/v1.0/me/manager' }, effect: { kind: 'status', status: 429, retryAfter: 3 } },
    });
    const { status, of } = await batch([get('a', '/me'), get('b', '/me/manager')]);
    expect([status, of('a')?.status, of('b')?.status, of('b')?.headers['retry-after']]).toEqual([200, 200, 429, '3']);
  });

  it('turns a cut connection inside it into a 504 of that request', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { path: '/graph/v1.0/me/manager' }, effect: { kind: 'drop' } },
    });
    const { of } = await batch([get('a', '/me'), get('b', '/me/manager')]);
    expect([of('a')?.status, of('b')?.status]).toEqual([200, 504]);
  });

  it('does not run what depends on a failed request', async () => {
    const { of } = await batch([get('a', '/users/nobody'), get('b', '/me', { dependsOn: ['a'] }), get('c', '/me')]);
    expect([of('a')?.status, of('b')?.status, of('c')?.status]).toEqual([404, 424, 200]);
  });

  it('carries a JSON body to the request', async () => {
    const { of } = await batch([
      {
        id: 'a',
        method: 'POST',
        url: '/me/checkMemberGroups',
        headers: { 'Content-Type': 'application/json' },
        body: { groupIds: [] },
      },
    ]);
    expect(of('a')).toMatchObject({ status: 200, body: { value: [] } });
  });

  it('gives inner requests the rights of the outer token only', async () => {
    const { of } = await batch([get('a', '/me'), get('b', '/me/manager')], ['User.Read']);
    expect([of('a')?.status, of('b')?.status]).toEqual([200, 403]);
  });

  it.each([
    ['more than 20 requests', Array.from({ length: 21 }, (_, index) => get(String(index), '/me'))],
    ['no requests', []],
    ['the same id twice', [get('a', '/me'), get('a', '/me')]],
    ['a whole URL', [get('a', 'https://graph.microsoft.com/v1.0/me')]],
    ['a batch in a batch', [get('a', '/$batch')]],
    ['a dependency on what comes later', [get('a', '/me', { dependsOn: ['b'] }), get('b', '/me')]],
    ['a body without its type', [{ id: 'a', method: 'POST', url: '/me/checkMemberGroups', body: {} }]],
    ['a request without an id', [{ method: 'GET', url: '/me' }]],
  ])('is refused as a whole with %s', async (_what, requests) => {
    const { status, body } = await batch(requests);
    expect([status, body.error?.code]).toEqual([400, 'BadRequest']);
  });

  it('takes exactly 20', async () => {
    const { body } = await batch(Array.from({ length: 20 }, (_, index) => get(String(index), '/me')));
    expect(body.responses?.every((inner) => inner.status === 200)).toBe(true);
  });

  it('needs a token itself', async () => {
    expect((await sandbox.send('POST', '/graph/v1.0/$batch', { body: { requests: [get('a', '/me')] } })).status).toBe(
      401,
    );
  });
});

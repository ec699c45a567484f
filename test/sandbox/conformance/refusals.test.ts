import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { type Documented, itKeepsToTheDocumentation } from './support.ts';

const sandbox = sandboxUnderTest();
const scopes = ['User.Read', 'User.Read.All', 'Mail.ReadWrite', 'Mail.Send'];
const tokenOf = () => sandbox.token({ persona: 'reporter', scopes });
const as = 'person';
const errors = 'https://learn.microsoft.com/graph/errors';
const parameters = 'https://learn.microsoft.com/graph/query-parameters';
const shape = {
  'error.message': 'text',
  'error.innerError.request-id': 'text',
  'error.innerError.date': 'text',
} as const;
const refused = (code: RegExp) => ({ ...shape, 'error.code': code });

const rows: Documented[] = [
  {
    page: errors,
    as: 'nobody',
    send: 'GET /me',
    status: 401,
    has: refused(/^InvalidAuthenticationToken$/),
    answersHeaders: { 'www-authenticate': /^Bearer realm/ },
  },
  {
    page: errors,
    as,
    send: 'GET /me/nothingOfTheKind',
    status: 400,
    has: { 'error.message': /segment 'nothingOfTheKind'/ },
  },
  { page: errors, as, send: 'GET /nothingOfTheKind', status: 400, has: refused(/^BadRequest$/) },
  { page: errors, as, send: 'DELETE /me', status: 405, has: shape, answersHeaders: { allow: /^GET$/ } },
  { page: errors, as, send: 'PUT /me/messages', body: {}, status: 405, answersHeaders: { allow: /GET, POST/ } },
  {
    page: errors,
    as,
    send: 'POST /me/messages',
    raw: '<m/>',
    headers: { 'content-type': 'application/xml' },
    status: 415,
    has: shape,
  },
  {
    page: errors,
    as,
    send: 'POST /me/messages',
    raw: '{"subject"',
    headers: { 'content-type': 'application/json' },
    status: 400,
    has: shape,
  },
  {
    page: errors,
    as,
    send: 'POST /$batch',
    raw: '{',
    headers: { 'content-type': 'application/json' },
    status: 400,
    has: shape,
  },
  { page: errors, as, send: 'GET /me/messages/none', status: 404, has: refused(/^ErrorItemNotFound$/) },
  { page: parameters, as, send: 'GET /me?$choose=id', status: 400, has: { 'error.message': /\$choose/ } },
  { page: parameters, as, send: 'GET /me?choose=id', status: 200 },
  { page: parameters, as, send: 'GET /me?$select=shoeSize', status: 400, has: { 'error.message': /shoeSize/ } },
  { page: parameters, as, send: 'GET /me/messages?$filter=subject eq', status: 400, has: shape },
  {
    page: parameters,
    as,
    send: 'GET /users?$orderby=jobTitle',
    status: 400,
    has: refused(/^Request_UnsupportedQuery$/),
  },
  {
    page: 'user-list',
    as,
    send: 'GET /users?$search="displayName:a"',
    status: 400,
    has: { 'error.message': /ConsistencyLevel/ },
  },
  { page: 'user-list', as, send: 'GET /users/$count', status: 400, has: { 'error.message': /ConsistencyLevel/ } },
  {
    page: 'user-list-manager',
    as,
    send: 'GET /me?$expand=manager($levels=max)',
    status: 400,
    has: { 'error.message': /ConsistencyLevel/ },
  },
];

describe('a refusal, as documented', () => itKeepsToTheDocumentation(sandbox, rows, tokenOf));

describe('every answer of Graph', () => {
  it.each(['/me', '/me/messages/none', '/nothing'])(
    'to %s carries the id that the client gave its request',
    async (path) => {
      const answer = await sandbox.send('GET', `/graph/v1.0${path}`, {
        token: await tokenOf(),
        headers: { 'client-request-id': 'peer-17' },
      });
      expect(answer.headers.get('client-request-id')).toBe('peer-17');
      const body = (await answer.json()) as { error?: { innerError: Record<string, string> } };
      if (!answer.ok) expect(body.error?.innerError['client-request-id']).toBe('peer-17');
    },
  );

  it.each(['beta', 'v2.0'])('under /%s is that only v1.0 is played', async (version) => {
    const answer = await sandbox.send('GET', `/graph/${version}/me`, { token: await tokenOf() });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`Invalid version: ${version}`);
  });

  it('to HEAD is the headers alone', async () => {
    const answer = await sandbox.send('HEAD', '/graph/v1.0/me', { token: await tokenOf() });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

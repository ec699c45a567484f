import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../src/domain/incident/report.ts';
import { newId } from '../support/account.ts';
import { everything, logSince, postActivity } from '../support/attack.ts';
import { itemsOf } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, addRow, personOf, reportOf, secrets } from '../support/reporter.ts';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const tenMegabytes = 10 * 1024 * 1024;

describe('Bodies made to break a reader', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    product = await startProduct({ pollSeconds: 3600 });
    service = await product.addReplica();
    service.work.start();
    await vi.waitFor(() => expect(product.logged().match(/"subscribed"/g)).toHaveLength(4), { timeout: 20_000 });
    await service.work.stop();
    report = await reportOf(await personOf(product, 'reporter'), 1);
    await addReport(product, 'reporter', report);
    await service.work.readLists();
    await service.desk.idle();
    before = await everything(product);
  });
  afterAll(() => product?.close());

  const activity = async (action: string) => {
    const { id: aadObjectId } = await personOf(product, 'manager');
    const head = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: `${product.sandbox.origin}/connector/`,
      from: { id: '29:x', aadObjectId },
      conversation: { id: 'a:1', tenantId: product.settings.tenantId, conversationType: 'personal' },
    };
    return `${JSON.stringify(head).slice(0, -1)},"value":{"action":${action}}}`;
  };
  const forward = (data: string) => activity(`{"verb":"forwardToSecurity","data":${data}}`);
  const own = () => `"submissionId":"${report.submissionId}","cardVersion":1`;
  const isUnchanged = async () => {
    await service.desk.idle();
    expect(await everything(product)).toEqual(before);
    expect((await fetch(`${service.origin}/healthz`)).status).toBe(200);
  };

  it.each<[string, () => Promise<string>]>([
    ['100,000 levels of lists as the action', () => activity(deep(100_000))],
    ['100,000 levels of lists as the comment', () => forward(`{${own()},"comment":${deep(100_000)}}`)],
    ['40,000 levels of objects', () => activity(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`)],
    ['__proto__ as data', () => forward(`{"__proto__":{${own()},"comment":"x"}}`)],
    ['__proto__ beside the data', () => forward(`{${own()},"comment":"x","__proto__":{"isManager":true}}`)],
    ['constructor.prototype', () => forward(`{${own()},"comment":"x","constructor":{"prototype":{"polluted":true}}}`)],
    ['__proto__ as verb', () => activity(`{"verb":"__proto__","data":{${own()}}}`)],
    ['a method of objects as verb', () => activity(`{"verb":"hasOwnProperty","data":{${own()}}}`)],
    ['a comment that is a number', () => forward(`{${own()},"comment":7}`)],
    ['a comment of 200,000 characters', () => forward(`{${own()},"comment":"${'x'.repeat(200_000)}"}`)],
    ['a second submission id over the first', () => forward(`{${own()},"submissionId":"${newId()}","comment":"x"}`)],
    [
      'a version from the future',
      () => forward(`{"submissionId":"${report.submissionId}","cardVersion":1e9,"comment":"x"}`),
    ],
    [
      'a version that is no number',
      () => forward(`{"submissionId":"${report.submissionId}","cardVersion":"1","comment":"x"}`),
    ],
  ])('to the bot: %s: a polite refusal, and nothing has changed', async (_, body) => {
    const logged = logSince(product);
    const response = await postActivity(product, service.origin, await body());
    const text = await response.text();
    expect([200, 400]).toContain(response.status);
    if (response.status === 200) {
      const { statusCode, type } = JSON.parse(text) as { statusCode: number; type: string };
      expect([
        [200, 'application/vnd.microsoft.activity.message'],
        [400, 'application/vnd.microsoft.error'],
      ]).toContainEqual([statusCode, type]);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).isManager).toBeUndefined();
    expect(logged().events).not.toContain('requestFailed');
    await isUnchanged();
  });

  it.each<[string, string | Uint8Array, Record<string, string>]>([
    ['bytes that are no text', new Uint8Array(2_000).map((_, index) => (index * 37) % 256), {}],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {}],
    ['UTF-16', new Uint8Array(Buffer.from('{"type":"invoke"}', 'utf16le')), {}],
    ['a compressed body', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), { 'content-encoding': 'gzip' }],
    ['a form', 'type=invoke&name=adaptiveCard/action', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['parts', '--x\r\n\r\n{}\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    [
      'markup',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      { 'content-type': 'text/xml' },
    ],
  ])('%s: 400 at the bot and at the webhook', async (_, body, headers) => {
    expect((await postActivity(product, service.origin, body, headers)).status).toBe(400);
    const hook = await fetch(`${service.origin}/api/notifications`, { method: 'POST', headers, body: body as string });
    expect(hook.status).toBe(400);
    await isUnchanged();
  });

  const routes: [string, 'POST' | 'PUT', () => string][] = [
    ['the bot', 'POST', () => '/api/messages'],
    ['the webhook', 'POST', () => '/api/notifications'],
    ['a verification', 'POST', () => `/api/incidents/${report.submissionId}/evidence/original/verification`],
    ['a copy', 'POST', () => `/api/incidents/${report.submissionId}/evidence/original/copy`],
    ['a history', 'POST', () => `/api/incidents/${report.submissionId}/trail/copy`],
  ];

  it.each(routes)(
    '10 MB to %s are refused by what is announced: nothing is read, the connection ends',
    async (_, method, path) => {
      const answer = await new Promise<{ status?: number; connection?: string; isOpen: boolean }>((done, failed) => {
        const call = request(
          `${service.origin}${path()}`,
          { method, headers: { 'content-type': 'application/json', 'content-length': String(tenMegabytes) } },
          (response) => {
            response.resume();
            const socket = response.socket;
            const tell = () =>
              done({ status: response.statusCode, connection: response.headers.connection, isOpen: !socket.destroyed });
            response.on('end', () => setTimeout(tell, 200));
          },
        );
        call.on('error', failed);
        call.write('{"comment":"');
      });
      expect(answer).toMatchObject({ status: 413, connection: 'close' });
      await isUnchanged();
    },
  );

  it.each(routes)('10 MB to %s that announce nothing are read no further than the limit', async (_, method, path) => {
    const sent = { bytes: 0 };
    const status = await new Promise<number | undefined>((done) => {
      const call = request(
        `${service.origin}${path()}`,
        { method, headers: { 'transfer-encoding': 'chunked' } },
        (response) => {
          response.resume();
          done(response.statusCode);
          call.destroy();
        },
      );
      // The service hangs up while it is being talked to.
      call.on('error', () => done(undefined));
      const part = Buffer.alloc(64 * 1024, 'x');
      const pour = () => {
        while (sent.bytes < tenMegabytes && !call.destroyed) {
          sent.bytes += part.length;
          if (!call.write(part)) return void call.once('drain', pour);
        }
      };
      pour();
    });
    expect([413, undefined]).toContain(status);
    await isUnchanged();
  });

  it.each<[string, string]>([
    ['100,000 levels', `{"schema":1,"x":${deep(100_000)}}`],
    ['a prototype', '{"__proto__":{"schema":1},"constructor":{"prototype":{"polluted":true}}}'],
    ['nothing but a number', '7'],
    ['a text without end', '"'.padEnd(60_000, 'x')],
  ])('a row of the Intake list with %s is refused in the row, and the next is taken', async (_, Payload) => {
    const SubmissionId = newId();
    const rowId = await addRow(product, 'colleague', { SubmissionId, EntryType: 'report', Payload });
    await service.work.readLists();
    const row = (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId);
    expect(JSON.parse(row?.fields.Receipts ?? '[]')).toMatchObject([{ state: 'failed', reason: 'unreadable' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await isUnchanged();
  });

  describe('the webhook', () => {
    const hook = (query: string) => fetch(`${service.origin}/api/notifications${query}`, { method: 'POST' });

    it.each(['<script>alert(1)</script>', 'a\r\nSet-Cookie: x=1', '{"a":1}', '%00', '‮evil'])(
      'gives %j back as plain text that no browser runs, and in no header',
      async (text) => {
        const answer = await hook(`?validationToken=${encodeURIComponent(text)}`);
        expect(await answer.text()).toBe(text);
        expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('set-cookie')).toBeNull();
      },
    );

    it('gives no longer text back than Graph would ask for', async () => {
      expect((await hook(`?validationToken=${'x'.repeat(2_048)}`)).status).toBe(200);
      const answer = await hook(`?validationToken=${'x'.repeat(2_049)}`);
      expect([answer.status, await answer.text()]).toEqual([400, '']);
    });

    const states: [string, (secret: string) => unknown[]][] = [
      ['a wrong secret', () => [{ clientState: 'guess' }]],
      ['no secret', () => [{}]],
      ['null', () => [{ clientState: null }]],
      ['an empty one', () => [{ clientState: '' }]],
      ['the secret and more', (secret) => [{ clientState: `${secret}x` }]],
      ['a part of the secret', (secret) => [{ clientState: secret.slice(0, -1) }]],
      ['the secret in capitals', (secret) => [{ clientState: secret.toUpperCase() }]],
      ['one right and one wrong', (secret) => [{ clientState: secret }, { clientState: 'guess' }]],
      ['a wrong one first', (secret) => [{ clientState: 'guess' }, { clientState: secret }]],
      ['nothing in it', () => []],
    ];
    it.each(states)('with %s is in the log, and says no more than when all is right', async (_, value) => {
      const kept = (await itemsOf(product, product.settings.site.lists.state)).find(
        ({ fields }) => fields.Key === 'subscriptions',
      );
      const { secret } = JSON.parse(kept?.fields.Value ?? '{}') as { secret: string };
      expect(secret.length).toBeGreaterThan(20);
      const logged = logSince(product);
      const answer = await fetch(`${service.origin}/api/notifications`, {
        method: 'POST',
        body: JSON.stringify({ value: value(secret) }),
      });
      expect([answer.status, await answer.text()]).toEqual([202, '']);
      expect(logged().events).toContain('notificationRefused');
      expect(logged().text).not.toContain(secret);
      const right = await fetch(`${service.origin}/api/notifications`, {
        method: 'POST',
        body: JSON.stringify({ value: [{ clientState: secret }] }),
      });
      expect([right.status, await right.text()]).toEqual([202, '']);
    });
  });

  describe('addresses and methods nobody serves', () => {
    it.each([
      '/api',
      '/api/',
      '/api/messages/',
      '/api/messages/..%2fincidents',
      '/api/incidents',
      '/api/incidents/%2e%2e/evidence/original/copy',
      '/api/submissions/%00/evidence',
      '/API/MESSAGES',
      '/api//messages',
      '/sandbox/token',
      '/.env',
      '/.git/config',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/settings.json',
      '/assets/..\\..\\settings.json',
    ])('%s tells nothing', async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const status = await new Promise<number | undefined>((done, failed) => {
          // `fetch` would tidy the address up.
          const call = request(service.origin, { path, method }, (response) => {
            response.resume();
            done(response.statusCode);
          });
          call.on('error', failed);
          call.end();
        });
        expect([400, 401, 404, 405], `${method} ${path}`).toContain(status);
      }
    });

    it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
      '%s where only POST is taken does nothing',
      async (method) => {
        for (const path of [
          '/api/messages',
          '/api/notifications?validationToken=x',
          `/api/incidents/${report.submissionId}/evidence/original/copy`,
        ]) {
          const answer = await fetch(`${service.origin}${path}`, {
            method,
            headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST', origin: 'https://evil.example' },
          });
          expect(answer.status, path).toBe(404);
          expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        }
        await isUnchanged();
      },
    );

    it('a form of another page, which would carry no token, is not taken', async () => {
      const answer = await fetch(`${service.origin}/api/messages?_method=PUT`, {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' },
        body: await forward(`{${own()},"comment":"x"}`),
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      for (const secret of secrets) expect(await answer.clone().text()).not.toContain(secret);
      await isUnchanged();
    });
  });
});

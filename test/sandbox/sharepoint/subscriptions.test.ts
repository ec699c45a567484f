import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeList, type Send, TestTenant } from './support/site.ts';

interface Heard {
  value: { subscriptionId: string; clientState: string; resource: string; changeType: string; tenantId: string }[];
}

/** A webhook endpoint that does the handshake and remembers what it was told. */
class Endpoint {
  readonly heard: Heard[] = [];
  readonly #server: Server;
  /** How it answers the handshake. */
  handshake: 'good' | 'wrongText' | 'wrongType' | 'created' = 'good';
  /** Notifications to refuse before it takes one. */
  failures = 0;
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://x').searchParams.get('validationToken');
      if (token !== null) {
        const text = this.handshake === 'wrongText' ? 'no' : token;
        const type = this.handshake === 'wrongType' ? 'text/html' : 'text/plain';
        response.writeHead(this.handshake === 'created' ? 201 : 200, { 'content-type': type }).end(text);
        return;
      }
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        if (this.failures > 0) {
          this.failures -= 1;
          response.writeHead(503).end();
          return;
        }
        this.heard.push(JSON.parse(body));
        response.writeHead(202).end();
        for (const wake of this.#waiting.splice(0)) wake();
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, done));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Resolves when that many notifications have been heard. */
  async until(count: number): Promise<void> {
    while (this.heard.length < count) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}

let tenant: TestTenant;
let admin: Send;
let endpoint: Endpoint;
let notificationUrl: string;

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  endpoint = new Endpoint();
  notificationUrl = await endpoint.start();
});
afterAll(async () => {
  await endpoint.stop();
  await tenant.close();
});
afterEach(async () => {
  endpoint.handshake = 'good';
  endpoint.heard.length = 0;
  await tenant.control('DELETE', '/faults');
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const order = (list: string, more: Record<string, unknown> = {}) => ({
  changeType: 'updated',
  notificationUrl,
  resource: list.replace(/^\//, ''),
  expirationDateTime: inMinutes(60),
  clientState: 'only we know',
  ...more,
});
const subscribe = (list: string, more: Record<string, unknown> = {}) =>
  admin('POST', '/subscriptions', { body: order(list, more) });

describe('a subscription', () => {
  it('is made after the handshake, listed, renewed and deleted', async () => {
    const list = await makeList(tenant, 'Subscribed');
    const made = await subscribe(list);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ changeType: 'updated', clientState: 'only we know', notificationUrl });
    const path = `/subscriptions/${made.body.id}`;
    expect((await admin('GET', '/subscriptions')).body.value.map((one: { id: string }) => one.id)).toContain(
      made.body.id,
    );
    const renewed = await admin('PATCH', path, { body: { expirationDateTime: inMinutes(42_000) } });
    expect(renewed.status).toBe(200);
    const stranger = await tenant.app('service', 'Sites.FullControl.All');
    expect((await stranger('GET', path)).status).toBe(404);
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
  });

  it.each([
    ['another change type', { changeType: 'created' }],
    ['more than 42 300 minutes', { expirationDateTime: inMinutes(42_400) }],
    ['an end in the past', { expirationDateTime: inMinutes(-5) }],
    ['a client state of 129 characters', { clientState: 'x'.repeat(129) }],
    ['an endpoint that is not https', { notificationUrl: 'http://hooks.example/in' }],
    ['a resource that is no list', { resource: 'me/messages' }],
  ])('is refused with %s', async (_name, more) => {
    const list = await makeList(tenant, `Refused ${_name}`);
    expect((await subscribe(list, more)).status).toBe(400);
  });

  it.each(['wrongText', 'wrongType', 'created'] as const)(
    'is refused when the handshake answers %s',
    async (handshake) => {
      const list = await makeList(tenant, `Handshake ${handshake}`);
      endpoint.handshake = handshake;
      const refused = await subscribe(list);
      expect(refused.status).toBe(400);
      expect(refused.body.error.code).toBe('ValidationError');
    },
  );

  it('is refused for a list the caller may not read', async () => {
    const list = await makeList(tenant, 'Unreadable');
    const reporter = await tenant.persona('reporter', 'Sites.ReadWrite.All');
    expect((await reporter('POST', '/subscriptions', { body: order(list) })).status).toBe(404);
  });
});

describe('a notification', () => {
  const change = (list: string) => admin('POST', `${list}/items`, { body: { fields: { Plain: 'x' } } });

  it('gathers changes and says only that the list changed', async () => {
    const list = await makeList(tenant, 'Gathered');
    const { body } = await subscribe(list);
    await Promise.all([change(list), change(list), change(list)]);
    await endpoint.until(1);
    expect(endpoint.heard[0]?.value).toEqual([
      {
        subscriptionId: body.id,
        clientState: 'only we know',
        resource: list.slice(1),
        tenantId: tenant.sandbox.tenant.tenantId,
        resourceData: null,
        subscriptionExpirationDateTime: body.expirationDateTime,
        changeType: 'updated',
      },
    ]);
  });

  it('is sent again when the endpoint did not take it', async () => {
    const list = await makeList(tenant, 'Retried');
    await subscribe(list);
    endpoint.failures = 1;
    await change(list);
    await endpoint.until(1);
    expect(endpoint.failures).toBe(0);
  });

  it('comes twice when a fault says so', async () => {
    const list = await makeList(tenant, 'Doubled');
    await subscribe(list);
    await tenant.control('POST', '/faults', { effect: { kind: 'webhook', delivery: 'twice' } });
    await change(list);
    await endpoint.until(2);
    expect(endpoint.heard[0]).toEqual(endpoint.heard[1]);
  });

  it('that is held back or lost arrives after the next one, or never', async () => {
    const late = await makeList(tenant, 'Late');
    const lost = await makeList(tenant, 'Lost');
    const onTime = await makeList(tenant, 'On time');
    const state = async (list: string, clientState: string) => (await subscribe(list, { clientState })).body.id;
    await state(late, 'late');
    await state(lost, 'lost');
    await state(onTime, 'on time');
    await tenant.control('POST', '/faults', {
      match: { body: '"lost"' },
      effect: { kind: 'webhook', delivery: 'never' },
    });
    await tenant.control('POST', '/faults', {
      match: { body: '"late"' },
      effect: { kind: 'webhook', delivery: 'late', delaySeconds: 6 },
    });
    // One after the other, so that each is a notification of its own.
    const acted = async (count: number) => {
      const hits = async () =>
        (await tenant.control('GET', '/faults')).body.value.filter((rule: { hits: number }) => rule.hits > 0).length;
      while ((await hits()) < count) await new Promise((done) => setTimeout(done, 50));
    };
    await change(lost);
    await acted(1);
    await change(late);
    await acted(2);
    await change(onTime);
    await endpoint.until(2);
    expect(endpoint.heard.map((one) => one.value[0]?.clientState)).toEqual(['on time', 'late']);
  });

  it('stops when the subscription has run out', async () => {
    const list = await makeList(tenant, 'Ended');
    const { body } = await subscribe(list);
    await tenant.control('POST', '/clock', { advanceSeconds: 4000 });
    const fresh = await tenant.app('provisioner', 'Sites.FullControl.All');
    expect((await fresh('GET', `/subscriptions/${body.id}`)).status).toBe(404);
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });
});

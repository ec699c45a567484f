import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportMeasures } from '../../../src/main/export-measures.ts';
import { freePort } from '../support/free-port.ts';
import { cardsOf } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf, secrets } from '../support/reporter.ts';

describe('What a replica measures, as OpenTelemetry’s collector reads it over HTTP', () => {
  let product: Product;
  let service: Replica;
  let exported: Awaited<ReturnType<typeof exportMeasures>>;
  let port: number;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    port = await freePort();
    exported = await exportMeasures(port);
    service = await product.addReplica({ meter: exported.meter });
  });
  afterAll(async () => {
    await exported?.stop();
    await product?.close();
  });

  async function text(): Promise<string> {
    const response = await fetch(`http://localhost:${port}/metrics`);
    expect(response.status).toBe(200);
    return response.text();
  }
  /** The value of the line with that name and all those labels; 0 when there is none. */
  async function value(name: string, labels: Record<string, string> = {}): Promise<number> {
    const lines = (await text())
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    const found = lines.filter((line) =>
      Object.entries(labels).every(([key, each]) => line.includes(`${key}="${each}"`)),
    );
    return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }
  async function report(number: number) {
    const made = await reportOf(await personOf(product, 'reporter'), number);
    await addReport(product, 'reporter', made);
    await addForwarded(product, 'reporter', forwardedOf(made));
    await service.work.readLists();
    await service.desk.idle();
    return made;
  }

  it('counts a report, its notices by what came of them, and the requests they cost', async () => {
    await report(1);
    expect(await value('urddas_reports_total', { kind: 'abusive', boundary: 'default' })).toBe(1);
    expect(await value('urddas_notices_total', { channel: 'card', outcome: 'sent' })).toBe(1);
    expect(await value('urddas_notices_total', { channel: 'mail', outcome: 'sent' })).toBeGreaterThan(0);
    for (const resource of ['sharepoint', 'mailbox', 'directory', 'connector', 'signIn']) {
      expect(await value('urddas_request_duration_count', { resource }), resource).toBeGreaterThan(0);
    }
    expect(await value('urddas_request_duration_count', { resource: 'other' })).toBe(0);
  });

  it('counts requests that were throttled, and notices that failed', async () => {
    const faults = `${product.sandbox.origin}/sandbox/faults`;
    const rule = {
      match: { part: 'graph', method: 'POST', path: '*/users/*/messages' },
      effect: { kind: 'status', status: 429, retryAfter: 3_600 },
      times: null,
    };
    await fetch(faults, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    await report(2);
    expect(await value('urddas_request_duration_count', { resource: 'mailbox', status: '429' })).toBeGreaterThan(0);
    expect(await value('urddas_notices_total', { channel: 'mail', outcome: 'failed' })).toBeGreaterThan(0);
    expect(await value('urddas_events_total', { event: 'deliveryFailed', level: 'warn' })).toBeGreaterThan(0);
    await fetch(faults, { method: 'DELETE' });
    await service.desk.resume();
    expect(await value('urddas_owed_records')).toBe(1);
  });

  it('counts calls by the route that was registered, whatever was asked for', async () => {
    await fetch(`${service.origin}/api/team/summary`);
    await fetch(`${service.origin}/api/nothing/like/this`);
    expect(await value('urddas_call_duration_count', { route: '/api/team/summary', status: '401' })).toBe(1);
    expect(await value('urddas_call_duration_count', { route: 'none', status: '404' })).toBe(1);
  });

  it('says how late a clock was answered', async () => {
    await report(4);
    let ahead = 0;
    const clock = { now: () => new Date(Date.now() + ahead) };
    const late = await product.addReplica({ meter: exported.meter, clock });
    await late.work.readLists();
    ahead = 30 * 24 * 3_600_000;
    expect(await late.work.runClocks()).toBeGreaterThan(0);
    expect(await value('urddas_clock_lateness_count')).toBeGreaterThan(0);
    // Later than the last bound: weeks.
    expect(await value('urddas_clock_lateness_bucket', { le: '86400' })).toBe(0);
  });

  it('has no id, no address and no word of a message in any label', async () => {
    const { submissionId } = await report(3);
    const all = await text();
    for (const secret of [...secrets, submissionId, '@', 'UB-']) expect(all).not.toContain(secret);
    for (const { chatId } of await cardsOf(product, 'manager')) expect(all).not.toContain(chatId);
  });

  it('refuses to begin on a port that is taken', async () => {
    await expect(exportMeasures(port)).rejects.toThrow(/EADDRINUSE/);
  });
});

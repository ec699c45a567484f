import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cardsOf, incidents, receiptsIn, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addForwarded, addReport, addRow, forwardedOf, numberOf, personOf, reportOf } from './support/reporter.ts';

describe('How the service hears of a report', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ pollSeconds: 3600 });
    service = await product.addReplica();
    service.work.start();
    await vi.waitFor(() => expect(product.logged().match(/"subscribed"/g)).toHaveLength(4), { timeout: 20_000 });
  });
  afterAll(() => product?.close());
  afterEach(() => fetch(`${product.sandbox.origin}/sandbox/faults`, { method: 'DELETE' }));

  const fault = (match: Record<string, unknown>, effect: Record<string, unknown>, times: number | null = null) =>
    fetch(`${product.sandbox.origin}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match, effect, times }),
    }).then(async (response) => expect(response.ok, await response.text()).toBe(true));
  async function make(over = {}) {
    number += 1;
    return reportOf(await personOf(product, 'reporter'), number, over);
  }
  const notify = (body: unknown) =>
    fetch(`${service.origin}/api/notifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const taken = async (rowId: string) => (await receiptsIn(product, rowId)).securityTold;

  it('is called when the list changes, and reads it', async () => {
    const rowId = await addReport(product, 'reporter', await make());
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
  });

  it('loses nothing when no call comes', async () => {
    await fault({ part: 'webhook' }, { kind: 'webhook', delivery: 'never' });
    const rowId = await addReport(product, 'reporter', await make());
    service.work.wake();
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
  });

  it('takes a report once when the call comes twice', async () => {
    await fault({ part: 'webhook' }, { kind: 'webhook', delivery: 'twice' });
    const report = await make();
    const rowId = await addReport(product, 'reporter', report);
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
    await service.desk.idle();
    const reference = numberOf(rowId);
    expect((await sentMails(product)).filter((mail) => mail.subject.includes(reference))).toHaveLength(2);
  });

  it('reads everything again when its place in the list is too old, and takes nothing twice (facts 1.3)', async () => {
    await fault({ part: 'graph', path: '*/items/delta*' }, { kind: 'deltaGone' }, 1);
    const before = (await sentMails(product)).length;
    const rowId = await addReport(product, 'reporter', await make());
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
    await service.desk.idle();
    expect((await sentMails(product)).length).toBe(before + 2);
  });

  it('answers the handshake at once, and a call without the secret wakes nobody', async () => {
    const response = await fetch(
      `${service.origin}/api/notifications?validationToken=${encodeURIComponent('a <b> c')}`,
      {
        method: 'POST',
      },
    );
    expect([response.status, await response.text()]).toEqual([200, 'a <b> c']);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect((await notify({ value: [{ clientState: 'guess' }] })).status).toBe(202);
    expect((await notify({ other: 1 })).status).toBe(400);
    expect(product.logged()).toContain('notificationRefused');
  });

  it.each([
    ['that is not JSON', 'not json'],
    ['of another shape', JSON.stringify({ schema: 1, submissionId: 'x' })],
  ])('tells the reporter of a row %s, once, and goes on with the next', async (_, Payload) => {
    const rowId = await addRow(product, 'reporter', { SubmissionId: `bad-${number}`, EntryType: 'report', Payload });
    const good = await addReport(product, 'reporter', await make());
    await expect.poll(() => taken(good), { timeout: 20_000 }).toBe('done');
    await service.desk.idle();
    expect(await receiptsIn(product, rowId)).toEqual({ recorded: 'failed' });
    const lines = product.logged().split('\n');
    expect(lines.filter((line) => line.includes('entryRefused') && line.includes(`"${rowId}"`))).toHaveLength(1);
  });

  it('refuses a report that a colleague adds in somebody else’s name', async () => {
    const report = await make();
    const rowId = await addReport(product, 'colleague', report);
    await expect.poll(async () => (await receiptsIn(product, rowId)).recorded, { timeout: 20_000 }).toBe('failed');
    expect((await incidents(product)).filter(({ item }) => item.fields.SubmissionId === report.submissionId)).toEqual(
      [],
    );
  });

  it('lets a forwarded entry wait for its report, and takes only the reporter’s own', async () => {
    const report = await make();
    await addForwarded(product, 'reporter', forwardedOf(report));
    const foreign = await make();
    const foreignRow = await addReport(product, 'reporter', foreign);
    await expect.poll(() => taken(foreignRow), { timeout: 20_000 }).toBe('done');
    await addForwarded(product, 'colleague', forwardedOf(foreign));
    const rowId = await addReport(product, 'reporter', report);
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
    service.work.wake();
    await expect.poll(async () => (await receiptsIn(product, rowId)).forwarded, { timeout: 20_000 }).toBe('done');
    expect((await receiptsIn(product, foreignRow)).forwarded).toBe('waiting');
  });

  it('sends a mail instead where the manager does not have the app, and records both (X-PART-1)', async () => {
    await fault({ part: 'connector' }, { kind: 'notInstalled' });
    const report = await make();
    const before = (await cardsOf(product, 'manager')).length;
    const rowId = await addReport(product, 'reporter', report);
    await expect.poll(() => taken(rowId), { timeout: 20_000 }).toBe('done');
    await service.desk.idle();
    const found = (await incidents(product)).find(({ item }) => item.fields.SubmissionId === report.submissionId);
    const manager = await personOf(product, 'manager');
    const told = found?.incident.deliveries.filter((each) => each.role === 'lineManager') ?? [];
    // A chat that is known already is tried; where even that is gone the card has given up.
    expect(told.map(({ channel, state, to }) => ({ channel, state, to }))).toEqual([
      { channel: 'card', state: 'gaveUp', to: manager.id },
      { channel: 'mail', state: 'sent', to: manager.userPrincipalName },
    ]);
    expect(await receiptsIn(product, rowId)).toMatchObject({ managerTold: 'done' });
    expect(await cardsOf(product, 'manager')).toHaveLength(before);
  });

  it('tries again after as long as it was told, when mail is throttled, and sends once', async () => {
    await fault(
      { part: 'graph', path: '*/users/*/messages*', method: 'POST' },
      { kind: 'status', status: 429, retryAfter: 4 },
      2,
    );
    const report = await make();
    const rowId = await addReport(product, 'reporter', report);
    await expect.poll(() => taken(rowId), { timeout: 30_000 }).toBe('done');
    const reference = numberOf(rowId);
    await expect
      .poll(async () => (await sentMails(product)).filter((mail) => mail.subject.includes(reference)).length, {
        timeout: 30_000,
      })
      .toBe(2);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SwitchboardRecord } from '../../../src/application/ports/switchboard-list.ts';
import { gatherReads } from '../../../src/m365/graph/gather-reads.ts';
import { createSwitchboardBoard } from '../../../src/m365/switchboard/person-switchboard.ts';
import { GraphSwitchboardList } from '../../../src/m365/switchboard/switchboard-list.ts';
import { addFault, clearFaults, lastRequestNumber, requestsSince } from '../support/faults.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';

let tenant: ProvisionedTenant;
let number = 0;
beforeAll(async () => {
  tenant = await startProvisionedTenant();
}, 60_000);
afterAll(() => tenant?.running.close());
afterEach(() => clearFaults(tenant.origin));

const boardOf = (persona: string) =>
  createSwitchboardBoard(gatherReads(tenant.graphOf(persona)), tenant.site, { now: () => new Date() });
const service = () =>
  new GraphSwitchboardList(tenant.graphOfService(), { siteId: tenant.site.id, listId: tenant.site.lists.switchboard });
const startOfToday = () => `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
const said = { putThrough: 'yes', nameQuoted: 'Mr Jones', numberQuoted: '01632 960 123' } as const;

async function put(change: Partial<SwitchboardRecord> = {}): Promise<SwitchboardRecord> {
  number += 1;
  const record: SwitchboardRecord = {
    queryId: String(number).padStart(26, '0'),
    callAt: `2026-11-20T07:${String(number).padStart(2, '0')}:00.000Z`,
    extension: `204${String(number).padStart(2, '0')}`,
    askedAt: new Date().toISOString(),
    told: { owner: '', until: '' },
    answer: null,
    ...change,
  };
  await service().add(record);
  return record;
}
async function shown(persona: string, { extension }: SwitchboardRecord) {
  const { open } = await boardOf(persona).questions(startOfToday());
  const question = open.find((each) => each.extension === extension);
  if (!question) throw new Error('not open');
  return question;
}

// COM-4.1-2, F13
describe('The questions as the switchboard has them', () => {
  it.each([
    ['switchboard', true],
    ['reporter', false],
    ['manager', false],
    ['security', false],
    ['hr', false],
  ])('are open to %s: %s', async (persona, isOpen) => {
    expect(await boardOf(persona).mayAnswer()).toBe(isOpen);
  });

  it('are not called closed when nobody could say', async () => {
    const list = `*/lists/${tenant.site.lists.switchboard}*`;
    await addFault(tenant.origin, {
      match: { part: 'graph', path: list },
      times: null,
      effect: { kind: 'status', status: 503 },
    });
    await expect(boardOf('switchboard').mayAnswer()).rejects.toMatchObject({ code: 'server' });
  });

  it('come in one round trip, the latest call first', async () => {
    const [early, late] = [await put(), await put()];
    const before = await lastRequestNumber(tenant.origin);
    const { open } = await boardOf('switchboard').questions(startOfToday());
    const sent = (await requestsSince(tenant.origin, before)).filter(({ batched }) => !batched);
    expect(sent.map(({ path }) => path)).toEqual(['/graph/v1.0/$batch']);
    const extensions = open.map(({ extension }) => extension);
    expect(extensions.indexOf(late.extension)).toBeLessThan(extensions.indexOf(early.extension));
  });

  it('are answered, and stand among today’s answers', async () => {
    const record = await put();
    await boardOf('switchboard').answer(await shown('switchboard', record), said);
    const { open, answered } = await boardOf('switchboard').questions(startOfToday());
    expect(open.some(({ extension }) => extension === record.extension)).toBe(false);
    expect(answered.find(({ extension }) => extension === record.extension)?.answer).toEqual(said);
    const row = await service().find(record.queryId);
    expect(row?.columns).toMatchObject({ state: 'answered', putThrough: 'yes' });
    expect(row?.modifiedBy?.id).toBe(await tenant.directoryId('switchboard'));
  });

  it('are not answered over somebody else’s answer', async () => {
    const record = await put();
    const question = await shown('switchboard', record);
    await boardOf('switchboard').answer(question, said);
    await expect(boardOf('switchboard').answer(question, { ...said, putThrough: 'no' })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    expect((await service().find(record.queryId))?.columns.putThrough).toBe('yes');
  });

  it('are answered although the service has written into the row since', async () => {
    const record = await put();
    const question = await shown('switchboard', record);
    const row = await service().find(record.queryId);
    if (!row) throw new Error('no row');
    await service().save(row, record);
    await boardOf('switchboard').answer(question, said);
    expect((await service().find(record.queryId))?.columns.putThrough).toBe('yes');
  });

  it('are corrected only as they were shown', async () => {
    const record = await put();
    await boardOf('switchboard').answer(await shown('switchboard', record), said);
    const { answered } = await boardOf('switchboard').questions(startOfToday());
    const first = answered.find(({ extension }) => extension === record.extension);
    if (!first) throw new Error('not answered');
    await boardOf('switchboard').answer(first, { ...said, nameQuoted: 'Mrs Jones' });
    await expect(boardOf('switchboard').answer(first, { ...said, nameQuoted: 'Ms Jones' })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    expect((await service().find(record.queryId))?.columns.nameQuoted).toBe('Mrs Jones');
  });
});

describe('The questions as the service has them', () => {
  it('are there once, and the second of the same name is a conflict (X-IDEM-1)', async () => {
    const record = await put();
    await expect(service().add(record)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are followed change by change; a row that somebody broke is named', async () => {
    let { cursor } = await service().changes(null);
    const record = await put();
    const broken = await put();
    const row = await service().find(broken.queryId);
    await tenant.graphOfService().done({
      method: 'PATCH',
      path: `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.switchboard}/items/${row?.itemId}/fields`,
      body: { Details: 'broken' },
    });
    const page = await service().changes(cursor);
    expect(page.rows.map((each) => each.record)).toEqual([record]);
    expect(page.unreadable).toEqual([row?.itemId]);
    cursor = page.cursor;
    expect(await service().changes(cursor)).toMatchObject({ rows: [], unreadable: [], hasMore: false });
  });

  it('are removed by the time they were asked at, not by the time of the call', async () => {
    const old = await put({ askedAt: '2026-01-01T00:00:00.000Z', callAt: new Date().toISOString() });
    const late = await put({ callAt: '2025-12-01T00:00:00.000Z' });
    expect(await service().removeAskedBefore('2026-02-01T00:00:00.000Z')).toBe(1);
    expect(await service().find(old.queryId)).toBeNull();
    expect((await service().find(late.queryId))?.record).toEqual(late);
    expect(await service().removeAskedBefore('2026-02-01T00:00:00.000Z')).toBe(0);
  });
});

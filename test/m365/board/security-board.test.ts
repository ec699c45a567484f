import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '../../../src/application/ports/board.ts';
import { registerKeys } from '../../../src/domain/incident/register-keys.ts';
import { createBoard } from '../../../src/m365/board/security-board.ts';
import { createServiceClient } from '../../../src/m365/service-client/service-client.ts';
import { lastRequestNumber, requestsSince } from '../support/faults.ts';
import { type ProvisionedTenant, startProvisionedTenant } from '../support/provisioned.ts';
import { sampleReport } from '../support/sample-report.ts';

let tenant: ProvisionedTenant;
const clock = { now: () => new Date('2026-11-20T12:00:00Z') };

/** One incident a day, backwards from 19 November 2026; every third a hoax, every tenth acknowledged. */
const days = Array.from({ length: 130 }, (_, index) => new Date(Date.UTC(2026, 10, 19, 9) - index * 86_400_000));

beforeAll(async () => {
  tenant = await startProvisionedTenant();
  const graph = tenant.graphOfService();
  for (const [index, day] of days.entries()) await graph.done(rowRequest(index, day.toISOString()));
}, 120_000);
afterAll(() => tenant?.running.close());

function rowRequest(index: number, reportedAt: string) {
  const kind = index % 3 === 0 ? 'hoax' : 'abusive';
  const state = index % 10 === 0 ? 'acknowledged' : 'withSecurity';
  const keys = registerKeys({ state, kind, reportedAt });
  const submissionId = String(index).padStart(26, '0');
  const reporter = { id: '11111111-2222-4333-8444-555566667777', name: 'Carys', address: 'carys@glanrafon.example' };
  const incident = {
    report: sampleReport({ submissionId, kind }),
    reference: `UB-2026-${String(index).padStart(6, '0')}`,
    state,
    reporter,
    manager: null,
    evidence: [],
    comments: [],
    deliveries: [],
    acknowledgement: null,
  };
  return {
    method: 'POST',
    path: `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.incidents}/items`,
    body: {
      fields: {
        SubmissionId: submissionId,
        Reference: incident.reference,
        State: state,
        Kind: kind,
        Severity: 'standard',
        StateMonth: keys.stateMonth,
        KindMonth: keys.kindMonth,
        StateKindMonth: keys.stateKindMonth,
        ReportedAt: reportedAt,
        OccurredAt: reportedAt,
        ReporterName: 'Carys',
        ForwardState: 'sent',
        WorkState: 'done',
        Details: JSON.stringify(incident),
      },
    },
  } as const;
}

const boardOf = (persona: string, wait?: (milliseconds: number) => Promise<unknown>): Board =>
  createBoard(
    tenant.graphOf(persona),
    createServiceClient('http://127.0.0.1:9', async () => 'none'),
    tenant.site,
    clock,
    wait,
  );

async function all(filter: Parameters<Board['page']>[1]): Promise<{ pages: number[]; times: string[] }> {
  const board = boardOf('security');
  const [pages, times]: [number[], string[]] = [[], []];
  let next: string | undefined;
  do {
    const page = await board.page('default', filter, next);
    pages.push(page.rows.length);
    times.push(...page.rows.map((row) => row.reportedAt));
    next = page.next ?? undefined;
  } while (next !== undefined);
  return { pages, times };
}

const expected = (keep: (index: number) => boolean) =>
  days.filter((_day, index) => keep(index)).map((day) => `${day.toISOString().slice(0, 19)}Z`);

describe('Security’s list', () => {
  it.each([
    ['everything', { state: null, kind: null }, () => true],
    ['one kind', { state: null, kind: 'hoax' }, (index: number) => index % 3 === 0],
    ['one state', { state: 'withSecurity', kind: null }, (index: number) => index % 10 !== 0],
    ['a state and a kind', { state: 'acknowledged', kind: 'hoax' }, (index: number) => index % 30 === 0],
    ['a kind nobody reported', { state: null, kind: 'bombThreat' }, () => false],
  ] as const)('pages through %s, newest first, each row once', async (_name, filter, keep) => {
    const { pages, times } = await all(filter);
    expect(times).toEqual(expected(keep));
    expect(pages.slice(0, -1).every((size) => size === 50)).toBe(true);
  });

  it('asks at most four times for a page, however rare what is looked for', async () => {
    const before = await lastRequestNumber(tenant.origin);
    await boardOf('security').page('default', { state: 'closed', kind: null });
    const asked = (await requestsSince(tenant.origin, before)).filter((request) => !request.batched);
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it.each([
    ['security', ['default']],
    ['hr', ['hr']],
    ['reporter', []],
    ['manager', []],
    ['administrator', []],
  ])('gives %s the registers %j', async (persona, boundaries) => {
    expect(await boardOf(persona).boundaries()).toEqual(boundaries);
  });

  it('refuses a cursor that it did not give', async () => {
    const page = boardOf('security').page('default', { state: null, kind: 'hoax' }, 'https://elsewhere.example/');
    await expect(page).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('an open record', () => {
  const first = async () => {
    const { rows } = await boardOf('security').page('default', { state: 'withSecurity', kind: null });
    const row = rows[0];
    if (!row) throw new Error('no row');
    return row;
  };

  it('is acknowledged, and found under its new state', async () => {
    const row = await first();
    await boardOf('security').acknowledge('default', row);
    const opened = await boardOf('security').open('default', row.itemId);
    expect(opened.row.state).toBe('acknowledged');
    const { rows } = await boardOf('security').page('default', { state: 'acknowledged', kind: row.kind });
    expect(rows.map((each) => each.itemId)).toContain(row.itemId);
  });

  it('is not changed when its state is no longer the one shown', async () => {
    const row = await first();
    await boardOf('security').acknowledge('default', row);
    await expect(boardOf('security').releaseForward('default', row)).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    expect((await boardOf('security').open('default', row.itemId)).row.forward).toBe('sent');
  });

  it('is changed when only the service wrote something beside it meanwhile', async () => {
    const row = await first();
    const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.incidents}/items/${row.itemId}`;
    await tenant.graphOfService().done({ method: 'PATCH', path: `${path}/fields`, body: { WorkOwner: 'replica-1' } });
    await boardOf('security').acknowledge('default', row);
    expect((await boardOf('security').open('default', row.itemId)).row.state).toBe('acknowledged');
  });

  it('keeps a comment that the service has not taken yet from being written over by the next one', async () => {
    const row = await first();
    const path = `/sites/${encodeURIComponent(tenant.site.id)}/lists/${tenant.site.lists.incidents}/items/${row.itemId}`;
    const column = async () => {
      const query = { $expand: 'fields($select=NewComment)' };
      const schema = v.object({ fields: v.object({ NewComment: v.optional(v.string(), '') }) });
      return (await tenant.graphOfService().json(schema, { method: 'GET', path, query })).fields.NewComment;
    };
    await boardOf('security').comment('default', row, 'We ring her today.');
    const waited: number[] = [];
    const impatient = boardOf('security', async (milliseconds) => waited.push(milliseconds));
    await expect(impatient.comment('default', row, 'I have rung her.')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    await expect(impatient.acknowledge('default', row)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    expect(await column()).toBe('We ring her today.');
    expect(waited).toHaveLength(6);
    // The service takes it while the other waits.
    const patient = boardOf('security', () =>
      tenant.graphOfService().done({ method: 'PATCH', path: `${path}/fields`, body: { NewComment: '' } }),
    );
    await patient.comment('default', row, 'I have rung her.');
    expect(await column()).toBe('I have rung her.');
  });

  it('is hidden from everyone else', async () => {
    const row = await first();
    for (const persona of ['reporter', 'manager', 'hr', 'administrator']) {
      await expect(boardOf(persona).open('default', row.itemId)).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});

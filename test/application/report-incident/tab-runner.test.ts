import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabEntry } from '../../../src/application/outbox/incident-entry.ts';
import type { OutboxRunner, OutboxView } from '../../../src/application/outbox/outbox-runner.ts';
import { tabRunner } from '../../../src/application/outbox/tab-jobs.ts';
import { Device, type Window } from '../report-email/device.ts';
import type { Fate } from '../report-email/outside.ts';
import { type Call, managerId, Outside, reporterId } from './outside.ts';
import {
  amendmentOf,
  answerOf,
  incidentOf,
  putEntry,
  queryOf,
  readingOf,
  submissionId,
  voicemail,
  withdrawalOf,
} from './samples.ts';

const oneByte = new Uint8Array(1);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Lets time pass until the condition holds. WebCrypto answers outside the faked clock. */
async function until(condition: () => boolean, seconds = 600): Promise<boolean> {
  for (let passed = 0; passed < seconds * 2; passed += 1) {
    for (let turn = 0; turn < 3; turn += 1) await crypto.subtle.digest('SHA-256', oneByte);
    if (condition()) return true;
    await vi.advanceTimersByTimeAsync(500);
  }
  return condition();
}

interface Bench {
  device: Device<TabEntry>;
  outside: Outside;
  window: Window<TabEntry>;
  runner: OutboxRunner<TabEntry>;
  shown: Map<string, OutboxView<TabEntry>>;
}

function bench(outside: Outside, device = new Device<TabEntry>(), entry: TabEntry | null = incidentOf()): Bench {
  if (entry) putEntry(device, entry);
  const window = device.openWindow();
  const runner = tabRunner(outside.contextFor(window), () => 0.5);
  const shown = new Map<string, OutboxView<TabEntry>>();
  runner.onChange((view) => shown.set(view.entry.id, view));
  return { device, outside, window, runner, shown };
}

function fated(plan: Partial<Record<Call, Fate[]>>): Outside {
  return new Outside((call) => ({ fate: plan[call]?.shift() ?? 'works' }));
}

const isOver =
  ({ device }: Bench) =>
  () =>
    device.entries.size === 0;

function expectOneOfEach({ outside, device }: Bench, files: readonly string[]): void {
  expect(outside.reports).toHaveLength(1);
  expect(outside.files.map(({ id }) => id).toSorted()).toEqual([...files]);
  for (const { bytes } of outside.files) expect(bytes).toEqual(voicemail);
  expect(device.entries.size).toBe(0);
  expect(device.bytes.size).toBe(0);
}

describe('a report from the tab on its way', () => {
  it('is recorded in one round trip, told, and leaves nothing on the device (S2, X-OFF-1)', async () => {
    const test = bench(new Outside());
    test.runner.start(submissionId);
    expect(await until(isOver(test))).toBe(true);
    expectOneOfEach(test, []);
    expect(test.outside.calls.slice(0, 3).toSorted()).toEqual(['add', 'managerId', 'personId']);
    expect(test.outside.calls.filter((call) => call === 'add')).toHaveLength(1);
    const { entry } = test.shown.get(submissionId) ?? {};
    expect(entry).toMatchObject({ reference: 'UB-2026-000001', reporterId, isTaken: true });
    expect(Object.values(entry?.steps ?? {}).map(({ state }) => state)).toEqual([
      'done',
      'notNeeded',
      'notNeeded',
      'done',
      'done',
    ]);
    expect(test.outside.reports[0]).toMatchObject({ submissionId, manager: { chosenId: managerId }, channel: 'phone' });
  });

  it('sends its files after the row, one at a time, each with a receipt of its own (POL-3.1-1, B-EVD-1)', async () => {
    const test = bench(new Outside(), new Device(), incidentOf(['1', '2', '3']));
    test.runner.start(submissionId);
    expect(await until(isOver(test))).toBe(true);
    expectOneOfEach(test, ['1', '2', '3']);
    expect(test.outside.uploads.most).toBe(1);
    expect(test.outside.calls.indexOf('add')).toBeLessThan(test.outside.calls.indexOf('file'));
    expect(test.shown.get(submissionId)?.entry.files.map(({ progress }) => progress.state)).toEqual([
      'done',
      'done',
      'done',
    ]);
  });

  it('goes on with the next file while one must wait (X-PART-1)', async () => {
    let isFirst = true;
    const outside = new Outside((call) => {
      if (call !== 'file' || !isFirst) return { fate: 'works' };
      isFirst = false;
      return { fate: 'throttled', retryAfterSeconds: 300 };
    });
    const test = bench(outside, new Device(), incidentOf(['1', '2']));
    test.runner.start(submissionId);
    expect(await until(() => outside.files.length === 1, 60)).toBe(true);
    const { entry } = test.shown.get(submissionId) ?? {};
    expect(entry?.steps.evidenceFiled).toMatchObject({ state: 'failed', reason: 'throttled' });
    expect(entry?.files.map(({ progress }) => progress.state)).toEqual(['failed', 'done']);
    expect(await until(isOver(test))).toBe(true);
    expectOneOfEach(test, ['1', '2']);
  });

  it('says so when the device has lost the bytes of a file, and sends the rest (X-PART-1)', async () => {
    const device = new Device<TabEntry>();
    const test = bench(new Outside(), device, incidentOf(['1', '2']));
    device.bytes.delete(`${submissionId}/1`);
    test.runner.start(submissionId);
    const lost = () => test.shown.get(submissionId)?.entry.files[0]?.progress;
    expect(await until(() => test.outside.files.length === 1 && lost()?.state === 'failed', 60)).toBe(true);
    expect(lost()).toMatchObject({ reason: 'gone', retryAt: null });
    expect(await until(() => test.shown.get(submissionId)?.entry.steps.securityTold.state === 'done')).toBe(true);
    expect(device.entries.size).toBe(1);
  });

  it.each<[string, Partial<Record<Call, Fate[]>>]>([
    ['SharePoint is throttled three times', { add: ['throttled', 'throttled', 'throttled'] }],
    ['the answer of the record is lost', { add: ['lostAnswer'] }],
    ['the answer of the record and then the search are lost', { add: ['lostAnswer'], find: ['timeout', 'server'] }],
    ['the service has not taken the row yet', { file: ['notFound', 'notFound', 'notFound'] }],
    ['filing loses its answer', { file: ['lostAnswer'] }],
    ['nobody can be signed in silently at first because the line is down', { personId: ['offline', 'offline'] }],
    ['everything fails once', { personId: ['server'], add: ['server'], file: ['server'], find: ['server'] }],
  ])('arrives once although %s (X-IDEM-1, X-PART-1)', async (_name, plan) => {
    const test = bench(fated(plan), new Device(), incidentOf(['1', '2']));
    test.runner.start(submissionId);
    expect(await until(isOver(test))).toBe(true);
    expectOneOfEach(test, ['1', '2']);
  });

  it('leaves after an hour without a network, without a press (COM-3e-7, X-OFF-1)', async () => {
    let isOffline = true;
    const outside = new Outside((call) => ({ fate: isOffline && call !== 'personId' ? 'offline' : 'works' }));
    const test = bench(outside, new Device(), incidentOf(['1']));
    test.runner.start(submissionId);
    await until(() => false, 3_600);
    expect(outside.reports).toHaveLength(0);
    expect(test.shown.get(submissionId)?.entry.steps.recorded).toMatchObject({ state: 'failed', reason: 'offline' });
    isOffline = false;
    test.runner.hurry('network');
    expect(await until(isOver(test), 60)).toBe(true);
    expectOneOfEach(test, ['1']);
  });

  it.each<Call>(['personId', 'managerId', 'add', 'find', 'file'])(
    'goes on in the next window when this one dies before or after %s (X-OFF-1)',
    async (call) => {
      for (const fate of ['killedBefore', 'killedAfter'] as const) {
        const outside = fated({ [call]: [fate] });
        const first = bench(outside, new Device(), incidentOf(['1', '2']));
        first.runner.start(submissionId);
        await until(() => first.window.isDead, 60);
        expect(first.window.isDead).toBe(true);
        const next = bench(outside, first.device, null);
        await next.runner.resumeAll();
        expect(await until(isOver(next))).toBe(true);
        expectOneOfEach(next, ['1', '2']);
      }
    },
  );

  it('survives any order of failures, lost answers and deaths with one of each (X-IDEM-1)', async () => {
    const fates: Fate[] = ['works', 'works', 'server', 'throttled', 'lostAnswer', 'killedBefore', 'killedAfter'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 12 }), async (given) => {
        const plan = [...given];
        const outside = new Outside((call) => ({ fate: call === 'personId' ? 'works' : (plan.shift() ?? 'works') }));
        let test = bench(outside, new Device(), incidentOf(['1', '2']));
        test.runner.start(submissionId);
        for (let lives = 0; lives < 14; lives += 1) {
          const { window, device } = test;
          await until(() => window.isDead || device.entries.size === 0);
          if (device.entries.size === 0) break;
          test = bench(outside, device, null);
          await test.runner.resumeAll();
        }
        expectOneOfEach(test, ['1', '2']);
      }),
      { numRuns: 60 },
    );
  });

  it('is sent by one window only when two have it (X-IDEM-1)', async () => {
    const outside = new Outside();
    const one = bench(outside, new Device(), incidentOf(['1']));
    const other = bench(outside, one.device, null);
    one.runner.start(submissionId);
    other.runner.start(submissionId);
    expect(await until(isOver(one))).toBe(true);
    expectOneOfEach(one, ['1']);
  });

  it.each<Fate>(['signInRequired', 'consentRequired'])(
    'waits for the person after %s, and goes on when told',
    async (fate) => {
      const test = bench(fated({ personId: [fate] }));
      test.runner.start(submissionId);
      expect(await until(isOver(test), 300)).toBe(false);
      expect(test.shown.get(submissionId)?.entry.steps.recorded).toMatchObject({ state: 'failed', reason: fate });
      test.runner.hurry('person');
      expect(await until(isOver(test), 60)).toBe(true);
      expectOneOfEach(test, []);
    },
  );

  it('is not sent in the name of another person who uses the same browser, with or without a host to say so', async () => {
    for (const profile of [null, 'someone-else']) {
      const outside = new Outside();
      outside.signedIn = 'someone-else';
      outside.profile = profile;
      const test = bench(outside, new Device(), { ...incidentOf(), profile: reporterId });
      if (profile === null) outside.profile = 'someone-else';
      await test.runner.resumeAll();
      await until(() => outside.reports.length > 0, 60);
      expect(outside.reports).toEqual([]);
      expect(test.device.entries.size).toBe(1);
    }
  });

  it('is shown as not arrived when the service refuses it, also after another try (X-PART-1)', async () => {
    const outside = new Outside();
    outside.receipts = [{ step: 'recorded', state: 'failed', at: '2026-11-20T10:00:05Z', reason: 'unreadable' }];
    const test = bench(outside);
    test.runner.start(submissionId);
    const refused = () => test.shown.get(submissionId)?.entry.steps.recorded.reason === 'invalid';
    expect(await until(refused)).toBe(true);
    test.runner.hurry('recorded', submissionId);
    await until(() => !refused(), 5);
    expect(await until(refused)).toBe(true);
    expect(outside.reports).toHaveLength(1);
  });
});

describe('something added later on its way', () => {
  it.each([
    ['an amendment', amendmentOf],
    ['a withdrawal', withdrawalOf],
    ['an answer to the manager', answerOf],
    ['a question to the switchboard', queryOf],
    ['a reading of guidance', readingOf],
  ])('%s is one row whatever happens, and leaves nothing (X-IDEM-1, X-OFF-1)', async (_name, make) => {
    const fates: Fate[] = ['works', 'server', 'throttled', 'offline', 'lostAnswer', 'killedBefore', 'killedAfter'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 8 }), async (given) => {
        const plan = [...given];
        const outside = new Outside((call) => ({ fate: call === 'personId' ? 'works' : (plan.shift() ?? 'works') }));
        let test = bench(outside, new Device(), make());
        await test.runner.resumeAll();
        for (let lives = 0; lives < 10; lives += 1) {
          const { window, device } = test;
          await until(() => window.isDead || device.entries.size === 0);
          if (device.entries.size === 0) break;
          test = bench(outside, device, null);
          await test.runner.resumeAll();
        }
        expect(outside.additions).toHaveLength(1);
        expect(test.device.entries.size).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('asks the switchboard for time and extension and nothing else, in one round trip (COM-4.1-2)', async () => {
    const entry = queryOf();
    const test = bench(new Outside(), new Device(), entry);
    test.runner.start(entry.id);
    expect(await until(isOver(test))).toBe(true);
    expect(test.outside.calls.filter((call) => call !== 'personId')).toEqual(['addition']);
    expect(test.outside.additions).toEqual([
      {
        type: 'switchboardQuery',
        entry: { schema: 1, queryId: entry.id, callAt: '2026-11-20T10:00:00.000Z', extension: '3333' },
      },
    ]);
  });

  it('sends the new files of an amendment under the report (BEH-14.1-1, POL-3.1-1)', async () => {
    const entry = amendmentOf(['7']);
    const test = bench(new Outside(), new Device(), entry);
    test.runner.start(entry.id);
    expect(await until(isOver(test))).toBe(true);
    expect(test.outside.files).toMatchObject([{ submissionId, id: '7' }]);
    expect(test.device.bytes.size).toBe(0);
  });

  it('waits until the report itself has left', async () => {
    const outside = fated({ add: ['server', 'server', 'server'] });
    const test = bench(outside);
    putEntry(test.device, amendmentOf());
    await test.runner.resumeAll();
    expect(await until(() => outside.additions.length === 1)).toBe(true);
    expect(outside.reports).toHaveLength(1);
    expect(outside.calls.indexOf('addition')).toBeGreaterThan(outside.calls.lastIndexOf('add'));
  });

  it('says why the service did not take a withdrawal, and that nothing was withdrawn (T16, X-PART-1)', async () => {
    const outside = new Outside();
    outside.answer = { isAnswered: true, refusal: 'acknowledged' };
    const entry = withdrawalOf();
    const test = bench(outside, new Device(), entry);
    test.runner.start(entry.id);
    const shown = () => test.shown.get(entry.id)?.entry;
    expect(await until(() => shown()?.steps.recorded.state === 'failed', 60)).toBe(true);
    expect(shown()).toMatchObject({
      refusal: 'acknowledged',
      steps: { recorded: { reason: 'invalid', retryAt: null } },
    });
    test.runner.hurry('all', entry.id);
    await until(() => false, 10);
    expect(outside.additions).toHaveLength(1);
    expect(test.device.entries.size).toBe(1);
  });
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emailRunner } from '../../../src/application/outbox/email-jobs.ts';
import type { OutboxEntry } from '../../../src/application/outbox/outbox-entry.ts';
import type { OutboxRunner } from '../../../src/application/outbox/outbox-runner.ts';
import { Device, type Window } from './device.ts';
import { type Call, type Fate, Outside, original, reporterId } from './outside.ts';
import { draftOf, entryOf } from './samples.ts';

const oneByte = new Uint8Array(1);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/**
 * Lets time pass until the condition holds. WebCrypto answers outside the faked clock and in order: a digest of our own comes
 * after those of the code under test.
 */
async function until(condition: () => boolean, seconds = 600): Promise<boolean> {
  for (let passed = 0; passed < seconds * 2; passed += 1) {
    for (let turn = 0; turn < 3; turn += 1) await crypto.subtle.digest('SHA-256', oneByte);
    if (condition()) return true;
    await vi.advanceTimersByTimeAsync(500);
  }
  return condition();
}

interface Bench {
  device: Device;
  outside: Outside;
  window: Window;
  runner: OutboxRunner;
  shown: Map<string, OutboxEntry>;
}

function bench(outside: Outside, device = new Device(), entry: OutboxEntry | null = entryOf()): Bench {
  if (entry) device.entries.set(entry.id, entry);
  const window = device.openWindow();
  const runner = emailRunner(outside.contextFor(window), () => 0.5);
  const shown = new Map<string, OutboxEntry>();
  runner.onChange((view) => shown.set(view.entry.id, view.entry));
  return { device, outside, window, runner, shown };
}

/** The fates of a call, one after another, then it works. */
function fated(plan: Partial<Record<Call, Fate[]>>): Outside {
  return new Outside((call) => ({ fate: plan[call]?.shift() ?? 'works' }));
}

function expectOneOfEach({ outside, device }: Bench): void {
  expect(outside.rows).toHaveLength(1);
  expect(outside.mails).toHaveLength(1);
  expect(outside.mails[0]?.bytes).toEqual(original);
  expect(outside.evidence.size).toBe(1);
  expect(new Set(outside.notes.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(device.entries.size).toBe(0);
  expect(device.bytes.size).toBe(0);
}

describe('a report on its way', () => {
  it('is recorded, forwarded, filed and told, and leaves nothing on the device (S1, X-OFF-1)', async () => {
    const test = bench(new Outside());
    test.runner.start('entry');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expectOneOfEach(test);
    expect(test.outside.captures).toBe(1);
    const steps = test.shown.get('entry')?.steps;
    expect(Object.values(steps ?? {}).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(test.shown.get('entry')?.reference).toBe('UB-2026-000001');
  });

  it('asks for one thing only before it is recorded, and for each thing once', async () => {
    const test = bench(new Outside());
    test.runner.start('entry');
    await until(() => test.device.entries.size === 0);
    const requests = test.outside.calls.filter((call) => call !== 'personId' && call !== 'find');
    expect(requests[0]).toBe('add');
    expect(requests.toSorted()).toEqual(['add', 'addForwarded', 'file', 'sendOnce']);
  });

  it.each<[string, Partial<Record<Call, Fate[]>>]>([
    ['SharePoint is throttled three times', { add: ['throttled', 'throttled', 'throttled'] }],
    ['the answer of the record is lost', { add: ['lostAnswer'] }],
    ['the answer of the record and then the search are lost', { add: ['lostAnswer'], find: ['timeout', 'server'] }],
    ['the forward fails and then loses its answer', { sendOnce: ['server', 'lostAnswer'] }],
    ['the note of the forward is refused once', { addForwarded: ['offline'] }],
    ['the service has not taken the row yet', { file: ['notFound', 'notFound', 'notFound'] }],
    ['filing loses its answer', { file: ['lostAnswer'] }],
    [
      'everything fails once',
      { add: ['server'], sendOnce: ['server'], file: ['server'], find: ['server'], addForwarded: ['server'] },
    ],
  ])('arrives once although %s (X-IDEM-1, X-PART-1)', async (_name, plan) => {
    const test = bench(fated(plan));
    test.runner.start('entry');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expectOneOfEach(test);
  });

  it.each<Call>(['personId', 'add', 'find', 'sendOnce', 'addForwarded', 'file'])(
    'goes on in the next window when this one dies before or after %s (X-OFF-1)',
    async (call) => {
      for (const fate of ['killedBefore', 'killedAfter'] as const) {
        const outside = fated({ [call]: [fate] });
        const first = bench(outside);
        first.runner.start('entry');
        await until(() => first.window.isDead, 60);
        expect(first.window.isDead).toBe(true);
        const next = bench(outside, first.device, null);
        await next.runner.resumeAll();
        expect(await until(() => next.device.entries.size === 0)).toBe(true);
        expectOneOfEach(next);
      }
    },
  );

  it('survives any order of failures, lost answers and deaths with one of each (X-IDEM-1)', async () => {
    const fates: Fate[] = [
      'works',
      'works',
      'server',
      'throttled',
      'lostAnswer',
      'killedBefore',
      'killedAfter',
      'offline',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 12 }), async (given) => {
        const plan = [...given];
        const outside = new Outside((call) => ({ fate: call === 'personId' ? 'works' : (plan.shift() ?? 'works') }));
        let test = bench(outside);
        test.runner.start('entry');
        for (let lives = 0; lives < 14; lives += 1) {
          const { window, device } = test;
          await until(() => window.isDead || device.entries.size === 0);
          if (device.entries.size === 0) break;
          test = bench(outside, device, null);
          await test.runner.resumeAll();
        }
        expectOneOfEach(test);
      }),
      { numRuns: 60 },
    );
  });

  it('is sent by one window only when two have it', async () => {
    const outside = new Outside();
    const one = bench(outside);
    const other = bench(outside, one.device, null);
    one.runner.start('entry');
    other.runner.start('entry');
    expect(await until(() => one.device.entries.size === 0)).toBe(true);
    expectOneOfEach(one);
  });
});

describe('a step that cannot go on', () => {
  it('waits exactly as long as the other side asked (Retry-After)', async () => {
    let isFirst = true;
    const outside = new Outside((call) => {
      if (call !== 'add' || !isFirst) return { fate: 'works' };
      isFirst = false;
      return { fate: 'throttled', retryAfterSeconds: 40 };
    });
    const test = bench(outside);
    const begun = Date.now();
    test.runner.start('entry');
    await until(() => test.shown.get('entry')?.steps.recorded.state === 'failed');
    const failed = test.shown.get('entry')?.steps.recorded;
    expect(failed?.reason).toBe('throttled');
    expect(Date.parse(failed?.retryAt ?? '') - Date.parse(failed?.at ?? '')).toBe(40_000);
    await until(() => outside.rows.length === 1);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(40_000);
  });

  it('forwards at once although the register is down, and records later (COM-6.1-3)', async () => {
    const outside = fated({ add: ['server', 'server', 'server', 'server', 'server', 'server'] });
    const test = bench(outside);
    test.runner.start('entry');
    await until(() => outside.mails.length === 1);
    expect(outside.rows).toHaveLength(0);
    await until(() => test.device.entries.size === 0);
    expectOneOfEach(test);
  });

  it.each<Fate>(['signInRequired', 'consentRequired'])(
    'waits for the person after %s, and goes on when told',
    async (fate) => {
      const test = bench(fated({ file: [fate] }));
      test.runner.start('entry');
      expect(await until(() => test.device.entries.size === 0, 300)).toBe(false);
      expect(test.shown.get('entry')?.steps.evidenceFiled).toMatchObject({
        state: 'failed',
        reason: fate,
        retryAt: null,
      });
      expect(test.shown.get('entry')?.steps.forwarded.state).toBe('done');
      test.runner.hurry('all');
      expect(await until(() => test.device.entries.size === 0)).toBe(true);
      expectOneOfEach(test);
    },
  );

  it('is tried now when the person presses, without waiting for its time', async () => {
    let isFirst = true;
    const outside = new Outside((call) => {
      if (call !== 'sendOnce' || !isFirst) return { fate: 'works' };
      isFirst = false;
      return { fate: 'throttled', retryAfterSeconds: 3_600 };
    });
    const test = bench(outside);
    test.runner.start('entry');
    await until(() => test.shown.get('entry')?.steps.forwarded.state === 'failed');
    test.runner.hurry('forwarded', 'entry');
    expect(await until(() => outside.mails.length === 1, 10)).toBe(true);
  });

  it('is tried now although the person presses while the failure is still being put away', async () => {
    let isFirst = true;
    const outside = new Outside((call) => {
      if (call !== 'sendOnce' || !isFirst) return { fate: 'works' };
      isFirst = false;
      return { fate: 'throttled', retryAfterSeconds: 3_600 };
    });
    const test = bench(outside);
    let hasPressed = false;
    test.runner.onChange(({ entry }) => {
      // As soon as the failure is on screen, which is before the attempt has quite ended.
      if (hasPressed || entry.steps.forwarded.state !== 'failed') return;
      hasPressed = true;
      test.runner.hurry('forwarded', 'entry');
    });
    test.runner.start('entry');
    expect(await until(() => outside.mails.length === 1, 30)).toBe(true);
  });

  it('never sends a report in the name of another person who uses the same browser', async () => {
    const outside = new Outside();
    outside.signedIn = 'someone-else';
    const test = bench(outside, new Device(), entryOf({ reporterId }));
    await test.runner.resumeAll();
    await until(() => outside.rows.length > 0, 60);
    expect(outside.calls.filter((call) => call !== 'personId')).toEqual([]);
    expect(test.device.entries.size).toBe(1);
  });
});

describe('a report on a device in trouble (X-OFF-1)', () => {
  it('does not wait for a clock that was put back', async () => {
    let isFirst = true;
    const outside = new Outside((call) => {
      if (call !== 'add' || !isFirst) return { fate: 'works' };
      isFirst = false;
      return { fate: 'server' };
    });
    const test = bench(outside);
    test.runner.start('entry');
    await until(() => test.shown.get('entry')?.steps.recorded.state === 'failed');
    vi.setSystemTime(Date.now() - 7 * 24 * 3_600_000);
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expectOneOfEach(test);
  });

  it('forwards and files although there is no room for the bytes', async () => {
    const test = bench(new Outside());
    test.window.outbox.keepBytes = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    test.runner.start('entry');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expectOneOfEach(test);
  });

  it('tries again when the device fails to give the entry', async () => {
    const test = bench(new Outside());
    const { outbox } = test.window;
    const { find } = outbox;
    let failures = 3;
    outbox.find = (id) => (failures-- > 0 ? Promise.reject(new Error('The device failed.')) : find(id));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    test.runner.start('entry');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expect(said).toHaveBeenCalled();
    said.mockRestore();
    expectOneOfEach(test);
  });
});

describe('a report that another has to do with', () => {
  it('shows that it belongs to another account, and goes when that account is back', async () => {
    const outside = new Outside();
    outside.signedIn = 'someone-else';
    const test = bench(outside, new Device(), entryOf({ reporterId }));
    const foreign: boolean[] = [];
    test.runner.onChange((view) => foreign.push(view.isForeign));
    test.runner.start('entry');
    await until(() => foreign.length > 0, 60);
    expect(foreign).toEqual([true]);
    outside.signedIn = reporterId;
    test.runner.hurry('all');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    expectOneOfEach(test);
  });

  it.each([
    ['belongs to another account', { reporterId: 'someone-else' }, false],
    ['is in the hands of another window', {}, true],
  ])('leaves the device in peace when what %s is hurried', async (_name, over, isHeld) => {
    const test = bench(new Outside(), new Device(), entryOf(over));
    if (isHeld) void test.device.openWindow().outbox.exclusively('entry', () => new Promise(() => undefined));
    let reads = 0;
    const { find } = test.window.outbox;
    test.window.outbox.find = (id) => {
      reads += 1;
      return find(id);
    };
    test.runner.start('entry');
    test.runner.hurry('all');
    await until(() => reads > 100, 60);
    expect(reads).toBeLessThan(50);
  });

  it('is not sent by whoever opens the pane next when it was pressed before anyone was signed in', async () => {
    const outside = new Outside();
    outside.profile = 'someone.else@llyw.example';
    const test = bench(outside, new Device(), entryOf({ profile: 'nia.rees@llyw.example' }));
    test.runner.start('entry');
    await until(() => outside.rows.length > 0, 60);
    expect(outside.calls.filter((call) => call !== 'personId')).toEqual([]);
    outside.profile = 'nia.rees@llyw.example';
    test.runner.hurry('all');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
  });

  it('stays one row and one mail when it was reported from another device before (X-IDEM-1)', async () => {
    const outside = new Outside();
    outside.isLookedUp = true;
    const first = bench(outside);
    first.runner.start('entry');
    await until(() => first.device.entries.size === 0);
    const second = bench(outside, new Device(), entryOf({ createdAt: '2026-11-20T11:00:00Z' }));
    second.runner.start('entry');
    expect(await until(() => second.device.entries.size === 0)).toBe(true);
    expect(outside.rows).toHaveLength(1);
    expect(outside.mails).toHaveLength(1);
  });

  describe('of a message that another device reports too (X-IDEM-1)', () => {
    const secondPress = { createdAt: '2026-11-20T10:00:00.250Z' };
    const isOver = ({ device }: Bench) => device.entries.size === 0;

    it('is one mail when both press at once, and both name the same number', async () => {
      const outside = new Outside();
      const both = [bench(outside), bench(outside, new Device(), entryOf(secondPress))];
      for (const { runner } of both) runner.start('entry');
      expect(await until(() => both.every(isOver))).toBe(true);
      expect(outside.rows).toHaveLength(2);
      expect(outside.mails).toHaveLength(1);
      expect(both.map(({ shown }) => shown.get('entry')?.reference)).toEqual(['UB-2026-000001', 'UB-2026-000001']);
    });

    it('is one mail when this device had looked before the other pressed, and the receipt is believed', async () => {
      const outside = new Outside();
      const first = bench(outside);
      first.runner.start('entry');
      await until(() => isOver(first));
      outside.receipts.push({ step: 'forwarded', state: 'done', at: '2026-11-20T10:00:06Z', reason: null });
      const second = bench(outside, new Device(), entryOf(secondPress));
      second.runner.start('entry');
      expect(await until(() => isOver(second))).toBe(true);
      expect(outside.mails).toHaveLength(1);
      expect(outside.calls.filter((call) => call === 'sendOnce')).toHaveLength(1);
      expect(outside.notes).toHaveLength(1);
    });

    it('is sent by this device after a minute when the other one never does', async () => {
      const outside = fated({ sendOnce: ['killedBefore'] });
      const first = bench(outside);
      first.runner.start('entry');
      await until(() => first.window.isDead);
      const second = bench(outside, new Device(), entryOf(secondPress));
      second.runner.start('entry');
      const pressed = Date.now();
      expect(await until(() => outside.mails.length === 1, 50)).toBe(false);
      expect(second.shown.get('entry')?.steps.forwarded).toMatchObject({ state: 'waiting', reason: null });
      expect(await until(() => isOver(second))).toBe(true);
      expect(Date.now() - pressed).toBeLessThan(130_000);
      expect(outside.mails).toHaveLength(1);
    });

    it('asks the mailbox and sends when Intake does not say whose row is first', async () => {
      const outside = fated({ find: ['throttled'] });
      const test = bench(outside);
      test.runner.start('entry');
      expect(await until(() => isOver(test))).toBe(true);
      expectOneOfEach(test);
    });
  });

  it('is shown as not arrived when the service refuses it, also after another try', async () => {
    const outside = new Outside();
    outside.receipts = [{ step: 'recorded', state: 'failed', at: '2026-11-20T10:00:05Z', reason: 'unreadable' }];
    const test = bench(outside);
    test.runner.start('entry');
    const refused = () => {
      const recorded = test.shown.get('entry')?.steps.recorded;
      return recorded?.state === 'failed' && recorded.reason === 'invalid' && recorded.retryAt === null;
    };
    expect(await until(refused)).toBe(true);
    test.runner.hurry('recorded', 'entry');
    await until(() => !refused(), 5);
    expect(await until(refused)).toBe(true);
    expect(test.device.entries.size).toBe(1);
    expect(outside.rows).toHaveLength(1);
  });
});

describe('an e-mailed bomb threat', () => {
  it('is recorded and kept as evidence, and no mail is ever made (C-06, COM-6.1-4)', async () => {
    const draft = draftOf({ kind: 'bombThreat' });
    const test = bench(new Outside(), new Device(), entryOf({ draft, forward: 'withheld' }));
    test.runner.start('entry');
    expect(await until(() => test.device.entries.size === 0)).toBe(true);
    test.runner.hurry('forwarded', 'entry');
    await until(() => false, 30);
    expect(test.outside.calls).not.toContain('sendOnce');
    expect(test.outside.drafts.size).toBe(0);
    expect(test.outside.notes).toEqual([]);
    expect(test.outside.evidence.size).toBe(1);
    expect(test.shown.get('entry')?.steps.forwarded.state).toBe('withheld');
  });

  it('is not forwarded even if an entry claims that it should be', async () => {
    const draft = draftOf({ kind: 'bombThreat' });
    const test = bench(new Outside(), new Device(), entryOf({ draft, forward: 'send' }));
    test.runner.start('entry');
    await until(() => false, 120);
    expect(test.outside.calls).not.toContain('sendOnce');
  });
});

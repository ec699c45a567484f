import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { SimulatedTime } from '../chaos/engine/simulated-time.ts';
import { callAccount, callReport } from './support/account.ts';
import { storedIncident, whenDue } from './support/clocks.ts';
import { itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf } from './support/reporter.ts';
import { call } from './team/caller.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('Clocks of several replicas', () => {
  let time: SimulatedTime;
  let end: () => void;
  let product: Product;
  let first: Replica;
  beforeEach(async () => {
    // A Thursday, a week before Christmas Eve.
    time = new SimulatedTime('2026-12-17T10:00:00Z');
    end = time.rule();
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    first = await product.addReplica();
  });
  afterEach(async () => {
    await product?.close();
    end?.();
  });

  async function taken(over: Partial<Report> = {}): Promise<string> {
    const at = time.now().toISOString();
    const report = callReport({ occurredAt: at, submittedAt: at, ...over });
    await addReport(product, 'reporter', report);
    await first.work.readLists();
    await first.desk.idle();
    return report.submissionId;
  }
  const keysOf = async (id: string) =>
    (await storedIncident(product, id)).deliveries.map(({ key }) => key.slice(id.length + 1));
  async function mailsAbout(id: string) {
    const { reference } = await storedIncident(product, id);
    return (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
  }
  async function trail(ids: readonly string[]) {
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    return entries.map(({ fields }) => fields).filter(({ SubmissionId }) => ids.includes(SubmissionId ?? ''));
  }
  async function onceEach(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const { clockNotes, deliveries } = await storedIncident(product, id);
      expect(new Set(clockNotes.map(({ key }) => key)).size).toBe(clockNotes.length);
      expect(new Set(deliveries.map(({ key }) => key)).size).toBe(deliveries.length);
      const sent = deliveries.filter(
        ({ channel, state, role }) => channel === 'mail' && state === 'sent' && role !== 'switchboard',
      );
      expect(await mailsAbout(id)).toHaveLength(sent.length);
      const entries = (await trail([id])).map(({ Detail }) => JSON.parse(Detail ?? '{}').entryId as string);
      expect(new Set(entries).size).toBe(entries.length);
    }
  }

  it('ring each event once where one is three minutes fast and another three minutes slow (X-TIME-1)', async () => {
    const fast = await product.addReplica({ clock: time.clockOff(() => 3 * minute) });
    const slow = await product.addReplica({ clock: time.clockOff(() => -3 * minute) });
    const ids = [await taken({ homeThreat: true }), await taken({ kind: 'hoax' })];
    const due = whenDue(await storedIncident(product, ids[0] as string), 'forwardOverdue');
    for (let step = 0; step < 70; step += 1) {
      time.advance(minute);
      for (const replica of [slow, fast, first]) await replica.work.runClocks();
      const isForwarded = (await storedIncident(product, ids[0] as string)).state === 'withSecurity';
      // By as much as the fastest clock is wrong, and not by more; the slowest holds nothing up.
      const early = Date.parse(due) - time.now().getTime();
      expect(isForwarded, `${early} ms before`).toBe(early <= 3 * minute);
    }
    await Promise.all([fast, slow, first].map((replica) => replica.desk.idle()));
    await onceEach(ids);
    const duties = (await trail(ids)).filter(({ Action }) => Action === 'dutyBackedUp');
    expect(duties).toHaveLength(3);
  }, 120_000);

  it('do after a week of silence, three at once, everything once, and skip stale reminders on record', async () => {
    const ids: string[] = [];
    for (const over of [{}, { violenceThreatened: true }, { kind: 'hoax' as const }, { homeThreat: true }, {}]) {
      ids.push(await taken(over));
      time.advance(10 * minute);
    }
    const before = (await trail(ids)).length;
    const mailsBefore = (await sentMails(product)).map(({ subject, to }) => `${subject} ${to}`);
    // To the other Thursday: Christmas Eve.
    time.moveTo('2026-12-24T10:00:00Z');
    const woken = [first, await product.addReplica(), await product.addReplica()];
    const all = (replica: Replica) => Promise.all([replica.work.runClocks(), replica.desk.resume()]);
    await Promise.all(woken.map(all));
    await Promise.all(woken.map((replica) => replica.desk.idle()));
    expect(await Promise.all(woken.map((replica) => replica.work.runClocks()))).toEqual([0, 0, 0]);
    await onceEach(ids);

    const entries = (await trail(ids)).slice(before);
    const skipped = entries.filter(({ Action }) => Action === 'reminderSkipped');
    expect(new Set(skipped.map(({ SubmissionId }) => SubmissionId))).toEqual(new Set(ids));
    for (const id of ids) {
      const { clockNotes } = await storedIncident(product, id);
      expect(clockNotes.find(({ key }) => key === 'answerReminder')?.outcome).toBe('skipped');
      expect((await keysOf(id)).filter((key) => key.startsWith('answerReminder'))).toEqual([]);
    }
    // No storm: of each record, each person has one mail at most.
    const mails = (await sentMails(product)).filter(({ subject, to }) => !mailsBefore.includes(`${subject} ${to}`));
    const told = mails.map(({ subject, to }) => `${/UB-\d{4}-\d{6}/.exec(subject)?.[0]} ${to.join()}`);
    expect(told.filter((each, index) => told.indexOf(each) < index)).toEqual([]);
  }, 120_000);

  it('take up, alone after a week, the critical record first and the others by when they were due', async () => {
    const ids = [await taken({ violenceThreatened: true })];
    time.advance(hour);
    ids.push(await taken({ violenceThreatened: true }));
    time.advance(hour);
    ids.push(await taken({ homeThreat: true }));
    const before = (await trail(ids)).length;
    time.moveTo('2026-12-24T10:00:00Z');
    const woken = await product.addReplica();
    await woken.work.runClocks();
    const moved = (await trail(ids)).slice(before).filter(({ Action }) => Action === 'moved');
    expect(moved.map(({ SubmissionId }) => SubmissionId)).toEqual([ids[2], ids[0], ids[1]]);
  }, 120_000);

  it('remind whoever was asked for a statement once, at half time, without a word of it, and the manager at the end (BEH-8.5-1)', async () => {
    const { id: staffId, displayName, userPrincipalName: address } = await personOf(product, 'colleague');
    const staff = { id: staffId, name: displayName, address };
    const account = callAccount({ witnesses: [{ role: 'witness', staff, name: displayName }] });
    const id = await taken({ account });
    const answered = await call(product, 'manager', 'POST', `records/${id}/statements`, {
      witness: { staffId },
      role: 'witness',
    });
    expect(answered.body).toMatchObject({ kind: 'done' });
    await first.desk.idle();
    const others = [await product.addReplica(), await product.addReplica()];
    const all = async () => {
      await Promise.all([first, ...others].map((replica) => replica.work.runClocks()));
      await Promise.all([first, ...others].map((replica) => replica.desk.idle()));
    };
    const about = async (name: string) => (await keysOf(id)).filter((key) => key.startsWith(name));
    // Asked on Thursday at 10:00: half of five working days ends on Monday at 14:30, all of them on Thursday at 10:00.
    time.moveTo('2026-12-21T14:29:00Z');
    await all();
    expect(await about('statementReminder')).toEqual([]);
    time.moveTo('2026-12-21T14:30:01Z');
    await all();
    await all();
    const { deliveries } = await storedIncident(product, id);
    expect(deliveries.filter(({ key }) => key.includes('/statementReminder'))).toMatchObject([
      { role: 'witness', to: address, state: 'sent' },
    ]);
    const reminder = (await sentMails(product)).filter(({ to }) => to.includes(address)).at(-1);
    expect(reminder?.text).not.toMatch(/grant|Brackwater/);
    time.moveTo('2026-12-24T10:00:01Z');
    await all();
    expect(await about('statementOverdue')).toHaveLength(1);
    expect(await about('statementReminder')).toHaveLength(1);
    await onceEach([id]);
  }, 120_000);
});

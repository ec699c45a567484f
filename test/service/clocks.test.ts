import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { accountSecrets, callReport } from './support/account.ts';
import { columnDue, MovableClock, nextDue, storedIncident, whenDue } from './support/clocks.ts';
import { cardsOf, itemsOf, press, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

const week = 7 * 86_400_000;
/** Security must know of it at once. */
const serious: Partial<Report> = { violenceThreatened: true };

describe('Clocks that nobody watches', () => {
  let product: Product;
  /** Goes by the real time, and takes what people press. */
  let present: Replica;
  /** The same service, later. */
  let later: Replica;
  let clock: MovableClock;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    present = await product.addReplica();
    clock = new MovableClock();
    later = await product.addReplica({ clock });
  });
  afterAll(() => product?.close());
  beforeEach(() => clock.moveTo(new Date().toISOString()));

  async function taken(over: Partial<Report> = {}): Promise<string> {
    const report = callReport({ occurredAt: new Date().toISOString(), ...over });
    await addReport(product, 'reporter', report);
    await present.work.readLists();
    return report.submissionId;
  }
  async function mailsAbout(submissionId: string) {
    const { reference } = await storedIncident(product, submissionId);
    return (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
  }
  async function trail(submissionId: string) {
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    return entries.filter(({ fields }) => fields.SubmissionId === submissionId).map(({ fields }) => fields);
  }
  const keysOf = async (submissionId: string) =>
    (await storedIncident(product, submissionId)).deliveries.map(({ key }) => key.slice(submissionId.length + 1));

  it('are written into the row with every save, and run for nothing that is over', async () => {
    const id = await taken();
    const due = nextDue(await storedIncident(product, id));
    expect(Math.abs(Date.parse((await columnDue(product, id)) ?? '') - Date.parse(due ?? ''))).toBeLessThan(1000);
  });

  it('remind a manager once at half time, and ring nothing before', async () => {
    const id = await taken(serious);
    const before = await keysOf(id);
    await later.work.runClocks();
    expect(await keysOf(id)).toEqual(before);
    clock.moveTo(whenDue(await storedIncident(product, id), 'answerReminder'));
    await later.work.runClocks();
    await later.work.runClocks();
    expect((await keysOf(id)).slice(before.length)).toEqual(['answerReminder/lineManager/mail']);
    const reminders = (await mailsAbout(id)).filter(({ subject }) =>
      /waiting for your answer|yn aros am eich ateb/.test(subject),
    );
    expect(reminders.map(({ to }) => to.join())).toEqual([(await personOf(product, 'manager')).userPrincipalName]);
    for (const secret of accountSecrets) expect(reminders[0]?.text).not.toContain(secret);
    expect((await storedIncident(product, id)).state).toBe('managerReview');
    expect((await trail(id)).map(({ Action }) => Action)).toContain('reminded');
  });

  it('pass on to Security what a silent manager leaves, as “comment awaited”, and take the late comment (T7, BEH-8.2-2)', async () => {
    const id = await taken(serious);
    clock.moveTo(whenDue(await storedIncident(product, id), 'forwardOverdue'));
    await later.work.runClocks();
    const forwarded = await storedIncident(product, id);
    expect(forwarded.state).toBe('withSecurity');
    expect(forwarded.comments).toEqual([]);
    const awaited = (await mailsAbout(id)).filter(({ subject }) => subject.includes('awaited'));
    expect(awaited.map(({ to }) => to.join())).toEqual(['diogelwch@glanrafon.example']);
    const moved = (await trail(id)).find(({ Action }) => Action === 'moved');
    expect(moved).toMatchObject({ Actor: 'system' });

    const card = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(forwarded.reference));
    if (!card) throw new Error('no card');
    const data = { submissionId: id, cardVersion: 1, comment: 'I was away; we have spoken.' };
    const shown = await press(product, 'manager', card, { verb: 'comment', data });
    await present.desk.idle();
    expect(shown.kind).toBe('card');
    const commented = await storedIncident(product, id);
    expect(commented.comments.map(({ text }) => text)).toEqual(['I was away; we have spoken.']);
    expect(commented.state).toBe('withSecurity');
    expect(await keysOf(id)).toEqual(expect.arrayContaining([expect.stringContaining('managerCommented')]));
  });

  it('go up to whoever the directory names above the manager, where only the manager is waited for (BEH-5.1-1)', async () => {
    const id = await taken();
    clock.moveTo(whenDue(await storedIncident(product, id), 'answerEscalated'));
    await later.work.runClocks();
    const { state, deliveries } = await storedIncident(product, id);
    expect(state).toBe('managerReview');
    const senior = await personOf(product, 'seniorManager');
    expect(deliveries.filter(({ key }) => key.includes('answerEscalated'))).toMatchObject([
      { to: senior.userPrincipalName, state: 'sent', role: 'seniorManager' },
    ]);
  });

  it('tell after a hoax what the manager has not told in thirty minutes, each once (S4, second run)', async () => {
    const id = await taken({ kind: 'hoax' });
    const opened = await storedIncident(product, id);
    expect(opened.duties.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    clock.moveTo(new Date(Date.parse(opened.reportedAt) + 29 * 60_000).toISOString());
    await later.work.runClocks();
    expect((await storedIncident(product, id)).duties.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    clock.moveTo(new Date(Date.parse(opened.reportedAt) + 30 * 60_000).toISOString());
    await later.work.runClocks();
    await later.work.runClocks();
    const done = await storedIncident(product, id);
    expect(done.duties.map(({ state, ended }) => [state, ended?.by])).toEqual(Array(3).fill(['backedUp', 'system']));
    const roles = done.deliveries
      .filter(({ key }) => key.includes('/reported/'))
      .map(({ role, state }) => [role, state]);
    for (const role of ['hrPartner', 'helpDesk', 'security']) expect(roles).toContainEqual([role, 'sent']);
    expect(new Set(roles.map(String)).size).toBe(roles.length);
    expect((await trail(id)).filter(({ Action }) => Action === 'dutyBackedUp').map(({ Actor }) => Actor)).toEqual(
      Array(3).fill('system'),
    );
  });

  it('ask Security to acknowledge, and go further up when it does not (BEH-8.3-1)', async () => {
    const id = await taken({ homeThreat: true });
    const reported = await storedIncident(product, id);
    clock.moveTo(whenDue(reported, 'acknowledgeReminder'));
    await later.work.runClocks();
    clock.moveTo(whenDue(await storedIncident(product, id), 'acknowledgeOverdue'));
    await later.work.runClocks();
    const keys = await keysOf(id);
    expect(keys).toContain('acknowledgeOverdue/security/mail');
    expect(keys).toContain('acknowledgeOverdue/deputyDirector/mail');
  });

  it('see first what Security has written into SharePoint meanwhile', async () => {
    const id = await taken({ homeThreat: true });
    const { reference, ...incident } = await storedIncident(product, id);
    expect(await editAsSecurity(product, reference, { State: 'acknowledged' })).toBe(200);
    clock.moveTo(whenDue({ reference, ...incident }, 'acknowledgeOverdue'));
    await later.work.runClocks();
    const after = await storedIncident(product, id);
    expect(after.state).toBe('acknowledged');
    expect((await keysOf(id)).filter((key) => key.startsWith('acknowledgeOver'))).toEqual([]);
  });

  it('find what is right after a week of silence: no stale reminder, nobody told twice, everything on its way', async () => {
    const ids = [await taken(serious), await taken(), await taken({ kind: 'hoax' }), await taken({ homeThreat: true })];
    const before = (await Promise.all(ids.map(keysOf))).map((keys) => keys.length);
    clock.moveBy(week);
    await later.work.runClocks();
    for (const [index, id] of ids.entries()) {
      const { state, clockNotes, duties, deliveries } = await storedIncident(product, id);
      expect(state, id).toBe(index === 1 ? 'managerReview' : 'withSecurity');
      expect(duties.every((duty) => duty.state === 'backedUp')).toBe(true);
      expect(clockNotes.find(({ key }) => key === 'answerReminder')?.outcome).toBe('skipped');
      const people = deliveries.slice(before[index]).map(({ to }) => to);
      expect(people.length).toBeGreaterThan(0);
      expect(new Set(people).size, people.join(' ')).toBe(people.length);
      expect((await keysOf(id)).filter((key) => key.startsWith('answerReminder'))).toEqual([]);
      expect((await trail(id)).map(({ Action }) => Action)).toContain('reminderSkipped');
    }
    expect(await later.work.runClocks()).toBe(0);
  });

  it('ring once between three replicas that start at the same moment (X-IDEM-1)', async () => {
    const ids = await Promise.all([taken(serious), taken({ kind: 'hoax' }), taken(), taken(serious)]);
    const others = [await product.addReplica({ clock }), await product.addReplica({ clock })];
    for (const name of ['answerReminder', 'forwardOverdue'] as const) {
      clock.moveTo(whenDue(await storedIncident(product, ids[0] as string), name));
      await Promise.all([later, ...others].map((replica) => replica.work.runClocks()));
      await Promise.all([later, ...others].map((replica) => replica.desk.idle()));
    }
    for (const id of ids) {
      const keys = await keysOf(id);
      expect(new Set(keys).size).toBe(keys.length);
      const { clockNotes, deliveries } = await storedIncident(product, id);
      expect(new Set(clockNotes.map(({ key }) => key)).size).toBe(clockNotes.length);
      const sent = deliveries.filter(({ channel, state }) => channel === 'mail' && state === 'sent');
      // A question to the switchboard names no reference.
      expect((await mailsAbout(id)).length).toBe(sent.filter(({ role }) => role !== 'switchboard').length);
      const entries = (await trail(id)).map(({ Action, Detail }) => `${Action} ${Detail}`);
      expect(new Set(entries).size).toBe(entries.length);
    }
  });

  it('date the rows anew when a limit was shortened', async () => {
    const id = await taken();
    await later.work.runClocks();
    const { site } = product.settings;
    const rows = await itemsOf(product, site.lists.config);
    const row = rows.find(({ fields }) => fields.Key === 'deadlines');
    if (!row) throw new Error('no deadlines');
    const access = await product.token({
      persona: 'administrator',
      app: product.settings.clientId,
      scopes: ['Sites.Selected', 'Sites.ReadWrite.All'],
    });
    const root = product.settings.graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    const changed = await fetch(`${root}/v1.0/sites/${site.id}/lists/${site.lists.config}/items/${row.id}/fields`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Value: JSON.stringify({ managerDutyMinutes: 30, answerWorkingHours: 1 }) }),
    });
    expect(changed.status).toBe(200);
    const before = await columnDue(product, id);
    const newer = await product.addReplica({ clock });
    await newer.work.runClocks();
    const after = await columnDue(product, id);
    expect(Date.parse(after ?? '')).toBeLessThan(Date.parse(before ?? ''));
  });
});

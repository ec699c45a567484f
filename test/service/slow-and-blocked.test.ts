import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar/dates.ts';
import { londonDateOf } from '../../src/domain/calendar/london-time.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { newId } from './support/account.ts';
import { cardsOf, incidents, press, receiptsIn, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, numberOf, personOf, reportOf } from './support/reporter.ts';

const leaseSeconds = 600;

describe('A service whose surroundings are slow or closed', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());
  afterEach(() => fetch(`${product.sandbox.origin}/sandbox/faults`, { method: 'DELETE' }));

  const fault = async (rule: Record<string, unknown>) => {
    const response = await fetch(`${product.sandbox.origin}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    expect(response.ok, await response.text()).toBe(true);
  };
  async function submit(over: Partial<Report> = {}) {
    number += 1;
    const report = await reportOf(await personOf(product, 'reporter'), number, over);
    const rowId = await addReport(product, 'reporter', report);
    return { report, rowId, reference: numberOf(rowId) };
  }
  const stored = async (reference: string) => {
    const found = (await incidents(product)).find(({ incident }) => incident.reference === reference);
    if (!found) throw new Error('no incident');
    return found.incident;
  };

  it('keeps its hold on a report while sending takes longer than the lease (X-IDEM-1)', async () => {
    let lateBy = 0;
    let takenOver = 0;
    const clock = { now: () => new Date(Date.now() + lateBy) };
    const other = await product.addReplica({ clock });
    // Every request to the mailbox takes a quarter of the lease, and another replica looks for work meanwhile.
    const slow = await product.addReplica({
      clock,
      fetch: async (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : String(input));
        const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
        if (method === 'POST' && /\/users\/[^/]+\/messages/.test(pathname)) {
          lateBy += (leaseSeconds / 4) * 1000;
          takenOver += await other.desk.resume();
        }
        return fetch(input, init);
      },
    });
    const { reference } = await submit({ kind: 'bombThreat' });
    await slow.work.readLists();
    expect(lateBy).toBeGreaterThan(2 * leaseSeconds * 1000);
    expect(takenOver).toBe(0);
    const { deliveries } = await stored(reference);
    expect(deliveries.map(({ state }) => state)).toEqual(deliveries.map(() => 'sent'));
    const mails = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
    expect(mails).toHaveLength(deliveries.filter(({ channel }) => channel === 'mail').length);
  });

  it('tells the security of the building first outside office hours (COM-3a-3, C-12)', async () => {
    const sent: string[] = [];
    const watching = await product.addReplica({
      fetch: async (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        const body = input instanceof Request ? await input.clone().text() : String(init?.body ?? '');
        if (/\/users\/[^/]+\/messages$/.test(new URL(url).pathname)) sent.push(body);
        return fetch(input, init);
      },
    });
    const { reference } = await submit({
      kind: 'abusive',
      behaviours: ['likelyViolence'],
      occurredAt: '2026-11-20T22:00:00.000Z',
    });
    await watching.work.readLists();
    const { deliveries, officeHours } = await stored(reference);
    expect(officeHours).toBe('uncovered');
    const mails = sent.filter((body) => body.includes(reference));
    const keyed = deliveries.filter(({ channel, state }) => channel === 'mail' && state === 'sent');
    expect(mails.map((body) => keyed.find(({ key }) => body.includes(key))?.role)[0]).toBe('facilities');
    expect(mails).toHaveLength(keyed.length);
  });

  it('finds the senior manager above the manager in the directory (BEH-8.9-1)', async () => {
    const { reference } = await submit({ kind: 'abusive', violenceThreatened: true });
    await service.work.readLists();
    const senior = await personOf(product, 'seniorManager');
    const { deliveries } = await stored(reference);
    expect(deliveries.filter(({ role }) => role === 'seniorManager')).toMatchObject([
      { channel: 'mail', to: senior.userPrincipalName, state: 'sent' },
    ]);
    const told = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
    expect(told.flatMap(({ to }) => to)).toContain(senior.userPrincipalName);
  });

  it('tells Security when a manager can be reached neither by card nor by mail (X-PART-1)', async () => {
    const manager = await personOf(product, 'manager');
    await fault({ match: { part: 'connector' }, effect: { kind: 'notInstalled' }, times: null });
    await fault({
      match: { part: 'graph', method: 'POST', path: '*/users/*/messages', body: manager.userPrincipalName },
      effect: { kind: 'status', status: 400, code: 'ErrorInvalidRecipients' },
      times: null,
    });
    const { reference, rowId } = await submit();
    await service.work.readLists();
    const { deliveries } = await stored(reference);
    const managers = deliveries.filter(({ role }) => role === 'lineManager');
    expect(managers.map(({ channel, state }) => [channel, state])).toEqual([
      ['card', 'gaveUp'],
      ['mail', 'gaveUp'],
    ]);
    const unreached = deliveries.filter(({ key }) => key.includes('/managerUnreached/'));
    expect(unreached).toMatchObject([{ role: 'security', channel: 'mail', state: 'sent' }]);
    const mails = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
    expect(mails.filter(({ to }) => to.includes('diogelwch@glanrafon.example'))).toHaveLength(2);
    expect(mails.filter(({ to }) => to.includes(manager.userPrincipalName))).toEqual([]);
    expect(await receiptsIn(product, rowId)).toMatchObject({ managerTold: 'failed', securityTold: 'done' });
  });

  it('mails a substitute whose Teams takes no card, as it does a manager, and both are recorded as such', async () => {
    const [manager, deputy] = await Promise.all([personOf(product, 'manager'), personOf(product, 'seniorManager')]);
    const today = londonDateOf(new Date().toISOString());
    const entered = await service.standIns.enter(manager.id, {
      id: newId(),
      deputyId: deputy.id,
      from: today,
      until: addDays(today, 7),
      mode: 'both',
    });
    if (entered.kind !== 'entered') throw new Error(entered.refusal);
    await fault({ match: { part: 'connector' }, effect: { kind: 'notInstalled' }, times: null });
    const { reference } = await submit();
    await service.work.readLists();
    await service.standIns.end(manager.id, entered.absence.id);
    const { deliveries } = await stored(reference);
    for (const { id, userPrincipalName } of [manager, deputy]) {
      const theirs = deliveries.filter(
        ({ to, key }) => [id, userPrincipalName].includes(to) && key.includes('reported'),
      );
      expect(theirs.map(({ channel, state }) => [channel, state])).toEqual([
        ['card', 'gaveUp'],
        ['mail', 'sent'],
      ]);
      const mails = (await sentMails(product)).filter(({ subject, to }) => {
        return subject.includes(reference) && to.includes(userPrincipalName);
      });
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain('https://teams.microsoft.com/l/');
    }
  });

  it.each([
    ['was deleted', { kind: 'status', status: 404, code: 'ActivityNotFoundInConversation' }],
    ['lies in a chat that is closed to us', { kind: 'status', status: 403, code: 'ConversationBlockedByUser' }],
  ])('goes on when the card to be redrawn %s', async (_, effect) => {
    const { reference, report } = await submit();
    await service.work.readLists();
    const [card] = (await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference));
    if (!card) throw new Error('no card');
    await fault({ match: { part: 'connector', method: 'PUT' }, effect, times: null });
    const data = { submissionId: report.submissionId, cardVersion: 1, comment: 'Seen.' };
    expect((await press(product, 'manager', card, { verb: 'forwardToSecurity', data })).kind).toBe('card');
    await service.desk.idle();
    const after = await stored(reference);
    expect(after.state).toBe('withSecurity');
    expect(after.deliveries.filter(({ state }) => state !== 'sent' && state !== 'suppressed')).toEqual([]);
    expect(product.logged()).toContain('redrawFailed');
    // Nothing is owed any more: no replica takes it up again.
    expect(await service.desk.resume()).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/application/ports/intake.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { addWithdrawal, callReport } from './support/account.ts';
import { MovableClock } from './support/clocks.ts';
import { cardsOf, itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, addRow, personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

const security = 'diogelwch@glanrafon.example';

describe('Taking a report back (T16)', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  const settled = async () => {
    await service.work.readLists();
    await service.desk.idle();
  };
  async function add(over: Partial<Report> = {}): Promise<Report> {
    const report = callReport(over);
    await addReport(product, 'reporter', report);
    return report;
  }
  async function stored({ submissionId }: Report): Promise<Incident> {
    const items = await itemsOf(product, product.settings.site.lists.incidents);
    const item = items.find(({ fields }) => fields.SubmissionId === submissionId);
    return JSON.parse(item?.fields.Details ?? 'null') as Incident;
  }
  async function rowOf(rowId: string) {
    const row = (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId);
    return { state: row?.fields.State, receipt: (JSON.parse(row?.fields.Receipts ?? '[]') as Receipt[])[0] };
  }
  const mailsTo = async (reference: string, address: string) =>
    (await sentMails(product)).filter(({ subject, to }) => subject.includes(reference) && to.includes(address));

  it('keeps the record with its reason, and tells in a line whoever was told before', async () => {
    const report = await add({ violenceThreatened: true });
    await settled();
    const { reference } = await stored(report);
    expect(await mailsTo(reference, security)).toHaveLength(1);
    const rowId = await addWithdrawal(product, 'reporter', report.submissionId, 'I rang them, all is well.');
    await addWithdrawal(product, 'reporter', report.submissionId, 'Again.');
    await settled();
    const incident = await stored(report);
    expect(incident).toMatchObject({
      state: 'withdrawn',
      report: { facts: report.facts },
      withdrawal: { reason: 'I rang them, all is well.', by: { id: incident.reporter.id } },
    });
    expect(await rowOf(rowId)).toMatchObject({ state: 'withdrawn', receipt: { step: 'recorded', state: 'done' } });
    const mails = await mailsTo(reference, security);
    expect(mails).toHaveLength(2);
    expect(mails.some(({ subject }) => /withdrawn/.test(subject))).toBe(true);
    for (const mail of mails) expect(mail.text).not.toContain('all is well');
    const told = new Set(incident.deliveries.filter(({ state }) => state === 'sent').map(({ to }) => to));
    for (const address of [...told].filter((to) => to.includes('@'))) {
      expect((await mailsTo(reference, address)).length).toBeLessThanOrEqual(2);
    }
    const [card] = (await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference));
    expect(card?.json).not.toContain('forwardToSecurity');
    expect(card?.json).toMatch(/Withdrawn|dynnu/);
  });

  it('before anything has left, nobody hears of it but the reporter', async () => {
    const report = await add({ violenceThreatened: true });
    await addWithdrawal(product, 'reporter', report.submissionId);
    await settled();
    const { reference, deliveries, state } = await stored(report);
    expect(state).toBe('withdrawn');
    expect(deliveries.filter((each) => each.state === 'suppressed').map(({ failure }) => failure)).toContain(
      'withdrawn',
    );
    const { userPrincipalName } = await personOf(product, 'reporter');
    const told = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
    expect(told.flatMap(({ to }) => to)).toEqual([userPrincipalName]);
    expect((await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference))).toEqual([]);
  });

  it('is refused with a receipt when Security has acknowledged, and changes nothing', async () => {
    const report = await add({ violenceThreatened: true });
    await settled();
    const { reference } = await stored(report);
    await editAsSecurity(product, reference, { State: 'acknowledged' });
    const rowId = await addWithdrawal(product, 'reporter', report.submissionId);
    await settled();
    expect(await rowOf(rowId)).toMatchObject({
      state: 'acknowledged',
      receipt: { state: 'failed', reason: 'acknowledged' },
    });
    expect(await stored(report)).toMatchObject({ state: 'acknowledged', withdrawal: null });
  });

  it('is nobody else’s to do', async () => {
    const report = await add();
    await settled();
    const rowId = await addWithdrawal(product, 'colleague', report.submissionId);
    await settled();
    expect((await rowOf(rowId)).receipt).toBeUndefined();
    expect(await stored(report)).toMatchObject({ withdrawal: null, state: 'managerReview' });
  });

  it('Security may do it with a reason, which is kept, and not without one', async () => {
    const report = await add({ violenceThreatened: true });
    await settled();
    const { reference, state } = await stored(report);
    await editAsSecurity(product, reference, { State: 'withdrawn' });
    await settled();
    expect((await stored(report)).state).toBe(state);
    await editAsSecurity(product, reference, { State: 'withdrawn', NewComment: 'Entered by mistake.' });
    await settled();
    expect(await stored(report)).toMatchObject({ state: 'withdrawn', withdrawal: { reason: 'Entered by mistake.' } });
  });

  it.each([
    ['guidanceRead', { schema: 1, documentId: 'calls', version: '1', readAt: '2026-11-20T11:00:00.000Z' }, 'done'],
    ['guidanceRead', { schema: 1 }, 'failed'],
  ])('a row of type "%s" is answered, and never looked at again', async (type, payload, state) => {
    const rowId = await addRow(product, 'reporter', {
      SubmissionId: `key-${type}-${state}`,
      EntryType: type as 'guidanceRead',
      Payload: JSON.stringify(payload),
    });
    await settled();
    const first = await rowOf(rowId);
    expect(first.receipt).toMatchObject({ step: 'recorded', state });
    await settled();
    expect(await rowOf(rowId)).toEqual(first);
  });
});

describe('What is told of a withdrawal', () => {
  let product: Product;
  afterAll(() => product?.close());

  it('stands in the record before it leaves: who goes on after a crash knows of it, whatever has changed meanwhile', async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    const stored = async () => {
      const [item] = await itemsOf(product, product.settings.site.lists.incidents);
      return JSON.parse(item?.fields.Details ?? '{"deliveries":[]}') as Incident;
    };
    const atSending: string[][] = [];
    let areAnswersLost = true;
    const clock = new MovableClock();
    const service = await product.addReplica({
      clock,
      fetch: async (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        if (!pathname.endsWith('/send')) return fetch(input, init);
        atSending.push((await stored()).deliveries.map(({ key }) => key));
        const answer = await fetch(input, init);
        if (areAnswersLost) throw new TypeError('fetch failed');
        return answer;
      },
    });
    const settled = async () => {
      await service.work.readLists();
      await service.desk.idle();
    };
    const report = callReport({ violenceThreatened: true });
    await addReport(product, 'reporter', report);
    await settled();
    const before = atSending.length;
    // That the notices have left is only found out after the report was taken back, and what follows from it is new to the record.
    areAnswersLost = false;
    await addWithdrawal(product, 'reporter', report.submissionId, 'All is well.');
    clock.moveTo(new Date(clock.now().getTime() + 30 * 60_000).toISOString());
    await settled();
    const told = (await stored()).deliveries.filter(({ key, state }) => key.includes('/withdraw') && state === 'sent');
    expect(told.length).toBeGreaterThan(1);
    const sendings = atSending.slice(before);
    expect(sendings).toHaveLength(told.length);
    for (const [index, known] of sendings.entries()) {
      expect(known.filter((key) => key.includes('/withdraw')).length).toBeGreaterThan(index);
    }
  });
});

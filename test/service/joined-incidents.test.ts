import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { callReport } from './support/account.ts';
import { itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport } from './support/reporter.ts';
import { editAsSecurity, editRow } from './support/security.ts';

describe('Several people reporting one event (BEH-8.14-1, T15)', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  const settled = async () => {
    await service.work.readLists();
    await service.desk.resume();
    await service.desk.idle();
  };
  async function stored({ submissionId }: Report, list = product.settings.site.lists.incidents) {
    const item = (await itemsOf(product, list)).find(({ fields }) => fields.SubmissionId === submissionId);
    return { item, incident: JSON.parse(item?.fields.Details ?? 'null') as Incident };
  }
  async function add(persona: string, over: Partial<Report> = {}): Promise<Report> {
    const report = callReport({ violenceThreatened: true, ...over });
    await addReport(product, persona, report);
    await settled();
    return report;
  }
  const actions = async ({ submissionId }: Report, list = product.settings.site.lists.audit) =>
    (await itemsOf(product, list))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => fields.Action);

  it('joins two reports in Security’s words alone: both texts stay, each names the other, nothing is told twice', async () => {
    const main = await add('reporter', { facts: 'He shouted at both of us.' });
    const other = await add('colleague', { facts: 'I stood beside it.' });
    const { incident: target, item } = await stored(main);
    const { incident: second } = await stored(other);
    const before = (await sentMails(product)).length;
    await editAsSecurity(product, second.reference, { State: 'merged', MergedInto: target.reference });
    await settled();
    const { incident: joined, item: joinedItem } = await stored(other);
    const { incident: mainNow } = await stored(main);
    expect(joined).toMatchObject({
      state: 'merged',
      report: { facts: 'I stood beside it.' },
      mergedInto: { reference: target.reference, submissionId: main.submissionId, itemId: item?.id },
    });
    expect(joinedItem?.fields).toMatchObject({ State: 'merged', MergedInto: target.reference });
    expect(mainNow).toMatchObject({
      state: target.state,
      report: { facts: 'He shouted at both of us.' },
      joined: [{ reference: second.reference, submissionId: other.submissionId, itemId: joinedItem?.id }],
    });
    expect(await actions(main)).toContain('joined');
    expect(await actions(other)).toContain('moved');
    const told = (await sentMails(product)).slice(before);
    expect(told.length).toBeLessThanOrEqual(2);
    // The main one goes on: Security acknowledges it, and its reporter alone hears of that.
    await editAsSecurity(product, target.reference, { State: 'acknowledged' });
    await settled();
    expect((await stored(main)).incident.state).toBe('acknowledged');
    expect((await stored(other)).incident.state).toBe('merged');
  });

  it('finds the number in the comment as well', async () => {
    const main = await add('reporter');
    const other = await add('colleague');
    const { incident: target } = await stored(main);
    const { incident: second } = await stored(other);
    const NewComment = `Same event as ${target.reference}.`;
    await editAsSecurity(product, second.reference, { State: 'merged', NewComment });
    await settled();
    expect((await stored(other)).incident).toMatchObject({
      state: 'merged',
      comments: [{ text: NewComment }],
      mergedInto: { reference: target.reference },
    });
  });

  it('puts back what names nothing, itself, or a record that has ended', async () => {
    const main = await add('reporter');
    const other = await add('colleague');
    const { incident: target } = await stored(main);
    const { incident: second } = await stored(other);
    await editAsSecurity(product, target.reference, { State: 'withdrawn', NewComment: 'By mistake.' });
    await settled();
    for (const MergedInto of ['', second.reference, 'UB-2026-999999', target.reference]) {
      await editAsSecurity(product, second.reference, { State: 'merged', MergedInto });
      await settled();
      const { incident, item } = await stored(other);
      expect(incident, MergedInto).toMatchObject({ state: second.state, mergedInto: null });
      expect(item?.fields).toMatchObject({ State: second.state });
      expect(item?.fields.MergedInto ?? '').toBe('');
    }
    expect((await actions(other)).filter((action) => action === 'statePutBack')).toHaveLength(4);
    expect((await stored(main)).incident.joined).toEqual([]);
  });

  it('never joins across registers: HR finds no record of Security’s, and Security none of HR’s', async () => {
    const { incidents, incidentsHr, auditHr } = product.settings.site.lists;
    const open = await add('reporter');
    const internal = await add('colleague', { kind: 'internal' });
    const { incident: openIncident } = await stored(open, incidents);
    const { incident: hrIncident, item } = await stored(internal, incidentsHr);
    await editRow(product, incidentsHr, item?.id ?? '', { State: 'merged', MergedInto: openIncident.reference }, 'hr');
    await editAsSecurity(product, openIncident.reference, { State: 'merged', MergedInto: hrIncident.reference });
    await settled();
    expect((await stored(internal, incidentsHr)).incident).toMatchObject({ state: 'hrRoute', mergedInto: null });
    expect((await stored(open)).incident).toMatchObject({ state: openIncident.state, mergedInto: null, joined: [] });
    expect(await actions(internal, auditHr)).toContain('statePutBack');
    expect(JSON.stringify(await stored(open))).not.toContain(internal.submissionId);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/application/ports/intake.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { accountSecrets, addAmendment, amendmentOf, callAccount, callReport } from './support/account.ts';
import { cardsOf, itemsOf, press, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

describe('An amendment of an own report (BEH-14.1-1, BEH-1.1-1)', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  const { stringify } = JSON;
  const settled = async () => {
    await service.work.readLists();
    await service.desk.idle();
  };
  async function taken(over: Partial<Report> = {}): Promise<Report> {
    const report = callReport(over);
    await addReport(product, 'reporter', report);
    await settled();
    return report;
  }
  async function stored({ submissionId }: Report, list = product.settings.site.lists.incidents) {
    const item = (await itemsOf(product, list)).find(({ fields }) => fields.SubmissionId === submissionId);
    if (!item) throw new Error('no incident');
    return { item, incident: JSON.parse(item.fields.Details ?? '') as Incident };
  }
  async function receiptOf(rowId: string): Promise<Partial<Receipt>> {
    const row = (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId);
    return (JSON.parse(row?.fields.Receipts ?? '[]') as Receipt[])[0] ?? {};
  }
  const trailOf = async ({ submissionId }: Report) =>
    (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === submissionId,
    );
  const mailsAbout = async (reference: string) =>
    (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
  const cardsAbout = async (persona: string, reference: string) =>
    (await cardsOf(product, persona)).filter(({ json }) => json.includes(reference));

  it('replaces the report and keeps every old value with its date, once', async () => {
    const report = await taken();
    const entry = amendmentOf(
      report,
      {
        facts: 'He rang twice.',
        account: callAccount({ call: { ...callAccount().call, accent: 'Valleys' } as never }),
      },
      { note: 'I had forgotten the second call.' },
    );
    const rowId = await addAmendment(product, 'reporter', entry);
    await addAmendment(product, 'reporter', entry);
    await settled();
    const { incident, item } = await stored(report);
    expect(incident.report.facts).toBe('He rang twice.');
    expect(incident.amendments).toHaveLength(1);
    expect(incident.amendments[0]).toMatchObject({
      id: entry.amendmentId,
      note: 'I had forgotten the second call.',
      changes: [
        { field: 'facts', before: 'He rang about his grant.', after: 'He rang twice.' },
        { field: 'account.call.accent', before: '', after: 'Valleys' },
      ],
    });
    expect(item.fields.AmendedAt).toBeTruthy();
    expect(await receiptOf(rowId)).toMatchObject({ step: 'recorded', state: 'done' });
    const entries = (await trailOf(report)).filter(({ fields }) => fields.Action === 'amended');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.fields.Detail).toContain('account.call.accent');
    for (const words of [...accountSecrets, 'He rang twice', 'Valleys']) {
      expect(stringify(entries)).not.toContain(words);
    }
  });

  it('tells whom the rules ask for now, and nobody twice; severity rises by itself', async () => {
    const report = await taken();
    const { incident: before } = await stored(report);
    expect(before.severity).toBe('standard');
    const earlier = await mailsAbout(before.reference);
    expect(earlier.flatMap(({ to }) => to)).not.toContain('diogelwch@glanrafon.example');
    await addAmendment(product, 'reporter', amendmentOf(report, { violenceThreatened: true }));
    await settled();
    const { incident } = await stored(report);
    expect(incident.severity).toBe('serious');
    const told = (await mailsAbout(before.reference)).flatMap(({ to }) => to);
    expect(told.filter((each) => each === 'diogelwch@glanrafon.example')).toHaveLength(1);
    for (const address of earlier.flatMap(({ to }) => to))
      expect(told.filter((each) => each === address)).toHaveLength(1);
    expect(await cardsAbout('manager', before.reference)).toHaveLength(1);

    await addAmendment(product, 'reporter', amendmentOf(report, { violenceThreatened: false, facts: 'Put right.' }));
    await settled();
    const { incident: after } = await stored(report);
    expect(after.severity).toBe('serious');
    expect(after.routing.map(({ role }) => role)).toEqual(
      expect.arrayContaining(incident.routing.map((each) => each.role)),
    );
    expect(after.amendments).toHaveLength(2);
  });

  it('takes the manager’s access away at once when the manager is involved after all (C-21)', async () => {
    const report = await taken();
    const { incident: before } = await stored(report);
    const [card] = await cardsAbout('manager', before.reference);
    if (!card) throw new Error('no card');
    const manager = await personOf(product, 'manager');
    const details = { verb: 'refresh', data: { submissionId: report.submissionId, cardVersion: 1 } };
    expect(stringify(await press(product, 'manager', card, details))).toContain('He rang about his grant');

    const implicated = { manager: { chosenId: null, implicated: true } };
    await addAmendment(product, 'reporter', amendmentOf(report, implicated));
    await settled();
    const { incident } = await stored(report);
    expect(incident.excludedManagerId).toBe(manager.id);
    expect(incident.manager?.id).toBe((await personOf(product, 'seniorManager')).id);
    expect(await cardsAbout('manager', before.reference)).toEqual([]);
    expect(await cardsAbout('seniorManager', before.reference)).toHaveLength(1);
    await expect(
      press(product, 'manager', card, details).then(stringify, (error: unknown) => String(error)),
    ).resolves.not.toContain('He rang about his grant');

    await addAmendment(product, 'reporter', amendmentOf(report, { facts: 'More.' }));
    await settled();
    expect((await stored(report)).incident).toMatchObject({
      excludedManagerId: manager.id,
      report: { facts: 'More.', manager: { implicated: true } },
    });
    expect(await cardsAbout('manager', before.reference)).toEqual([]);
  });

  it.each([
    ['a matter among colleagues', { kind: 'internal' as const }, 'otherRegister'],
    ['a call for help', { kind: 'suicideThreat' as const }, 'welfarePath'],
  ])('is refused when it would make %s of it, but an involved manager is out all the same', async (_, over, reason) => {
    const report = await taken();
    const { incident: before } = await stored(report);
    const entry = amendmentOf(report, { ...over, facts: 'Other.', manager: { chosenId: null, implicated: true } });
    const rowId = await addAmendment(product, 'reporter', entry);
    await settled();
    expect(await receiptOf(rowId)).toMatchObject({ state: 'failed', reason });
    const { incident } = await stored(report);
    expect(incident.report).toMatchObject({ kind: 'abusive', facts: 'He rang about his grant.' });
    expect(incident.report.manager.implicated).toBe(true);
    expect(await cardsAbout('manager', before.reference)).toEqual([]);
    expect((await trailOf(report)).map(({ fields }) => fields.Action)).toContain('refused');
  });

  it('of somebody else is refused without a word, as if there were no such report, and stands in the trail', async () => {
    const report = await taken();
    const rowId = await addAmendment(product, 'colleague', amendmentOf(report, { facts: 'Never mind.' }));
    await settled();
    const none = await addAmendment(product, 'colleague', amendmentOf(callReport(), { facts: 'Never mind.' }));
    await settled();
    expect(await receiptOf(rowId)).toEqual({});
    expect(await receiptOf(none)).toEqual({});
    expect((await stored(report)).incident).toMatchObject({ amendments: [], report: { facts: report.facts } });
    expect((await trailOf(report)).map(({ fields }) => fields.Action)).toContain('refused');
  });

  it('waits for its report when it comes first, and is taken with it', async () => {
    const report = callReport();
    const rowId = await addAmendment(product, 'reporter', amendmentOf(report, { facts: 'Later words.' }));
    await settled();
    expect(await receiptOf(rowId)).toEqual({});
    await addReport(product, 'reporter', report);
    await settled();
    await settled();
    expect((await stored(report)).incident.report.facts).toBe('Later words.');
    expect(await receiptOf(rowId)).toMatchObject({ state: 'done' });
  });

  it('is refused for a record that is closed', async () => {
    const report = await taken({ violenceThreatened: true, kind: 'none', behaviours: ['likelyViolence'] });
    const { incident } = await stored(report);
    await editAsSecurity(product, incident.reference, { State: 'acknowledged' });
    await settled();
    await editAsSecurity(product, incident.reference, { State: 'closed', NewComment: 'Done.' });
    await settled();
    expect((await stored(report)).incident.state).toBe('closed');
    const rowId = await addAmendment(product, 'reporter', amendmentOf(report, { facts: 'One more thing.' }));
    await settled();
    expect(await receiptOf(rowId)).toMatchObject({ state: 'failed', reason: 'closed' });
    expect((await stored(report)).incident.amendments).toEqual([]);
  });

  it('keeps what Security has written into the row meanwhile', async () => {
    const report = await taken({ violenceThreatened: true });
    const { incident } = await stored(report);
    await addAmendment(product, 'reporter', amendmentOf(report, { facts: 'With a detail.' }));
    await editAsSecurity(product, incident.reference, { State: 'acknowledged', NewComment: 'On it.' });
    await settled();
    const { incident: after } = await stored(report);
    expect(after).toMatchObject({ state: 'acknowledged', report: { facts: 'With a detail.' } });
    expect(after.comments.map(({ text }) => text)).toEqual(['On it.']);
  });
});

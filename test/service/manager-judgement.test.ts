import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReporterQuestion } from '../../src/application/ports/intake.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { AnswerEntry, Report } from '../../src/domain/incident/report.ts';
import { callReport } from './support/account.ts';
import { cardsOf, incidents, itemsOf, press, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, addRow, personOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

describe('What a manager asks and judges', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function taken(over: Partial<Report> = {}): Promise<{ report: Report; rowId: string }> {
    const report = callReport(over);
    const rowId = await addReport(product, 'reporter', report);
    await service.work.readLists();
    return { report, rowId };
  }
  async function stored({ submissionId }: Report): Promise<Incident> {
    const found = (await incidents(product)).find(({ incident }) => incident.report.submissionId === submissionId);
    if (!found) throw new Error('no incident');
    return found.incident;
  }
  async function answer(report: Report, verb: string, typed: Record<string, string> = {}): Promise<string> {
    const { reference } = await stored(report);
    const card = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(reference));
    if (!card) throw new Error('no card');
    const data = { submissionId: report.submissionId, cardVersion: 1, ...typed };
    const shown = await press(product, 'manager', card, { verb, data });
    await service.desk.idle();
    return shown.kind;
  }
  async function reply(persona: string, report: Report, over: Partial<AnswerEntry> = {}): Promise<string> {
    const { submissionId } = report;
    const entry: AnswerEntry = {
      schema: 1,
      submissionId,
      questionId: 'q1',
      text: 'At ten, on the second line.',
      answeredAt: '2026-11-20T11:00:00.000Z',
      ...over,
    };
    const rowId = await addRow(product, persona, {
      SubmissionId: submissionId,
      EntryType: 'answer',
      Payload: JSON.stringify(entry),
    });
    await service.work.readLists();
    return rowId;
  }
  const row = async (rowId: string) =>
    (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId)?.fields ?? {};
  const receiptIn = async (rowId: string) =>
    (JSON.parse((await row(rowId)).Receipts ?? '[]') as { state: string; reason: string | null }[])[0];
  const mailsAbout = async (reference: string) =>
    (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
  const actionsOn = async ({ submissionId }: Report) =>
    (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => fields.Action);

  // T5
  it('shows the reporter the question in the own row, and no mail says a word of it', async () => {
    const { report, rowId } = await taken();
    expect(await answer(report, 'askReporter', { question: 'Which line was it, Quentin?' })).toBe('card');
    const { reference, state } = await stored(report);
    expect(state).toBe('infoRequested');
    const questions = JSON.parse((await row(rowId)).Questions ?? '[]') as ReporterQuestion[];
    expect(questions).toMatchObject([{ id: 'q1', text: 'Which line was it, Quentin?', answeredAt: null }]);
    const mails = await mailsAbout(reference);
    const { userPrincipalName } = await personOf(product, 'reporter');
    expect(mails.filter(({ to }) => to.includes(userPrincipalName))).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('Quentin');

    const answerRow = await reply('reporter', report);
    expect(await receiptIn(answerRow)).toMatchObject({ state: 'done', reason: null });
    const after = await stored(report);
    expect(after.state).toBe('managerReview');
    expect(after.questions[0]?.answer?.text).toBe('At ten, on the second line.');
    const manager = await personOf(product, 'manager');
    const told = (await mailsAbout(reference)).filter(({ to }) => to.includes(manager.userPrincipalName));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('second line');
    const shown = JSON.parse((await row(rowId)).Questions ?? '[]') as ReporterQuestion[];
    expect(shown[0]?.answeredAt).not.toBeNull();
    // Written twice after a lost answer, it is taken once.
    const again = await reply('reporter', report);
    expect(await receiptIn(again)).toMatchObject({ state: 'done' });
    expect((await stored(report)).questions).toEqual(after.questions);
    // Other words from another device are not taken, and nobody is left to believe that they were.
    const other = await reply('reporter', report, { text: 'Something else.' });
    expect(await receiptIn(other)).toMatchObject({ state: 'failed', reason: 'alreadyAnswered' });
    expect((await stored(report)).questions).toEqual(after.questions);
    expect((await mailsAbout(reference)).filter(({ to }) => to.includes(manager.userPrincipalName))).toHaveLength(1);
  });

  it('tells the reporter when the manager has noted an answer meanwhile', async () => {
    const { report } = await taken();
    await answer(report, 'askReporter', { question: 'When?' });
    await answer(report, 'noteAnswer', { answer: 'This morning.' });
    const late = await reply('reporter', report);
    expect(await receiptIn(late)).toMatchObject({ state: 'failed', reason: 'alreadyAnswered' });
    expect((await stored(report)).questions[0]?.answer?.text).toBe('This morning.');
  });

  it('keeps an answer that comes after the report went on, and moves nothing by it', async () => {
    const { report } = await taken({ violenceThreatened: true });
    await answer(report, 'askReporter', { question: 'When?' });
    const { reference } = await stored(report);
    expect(await editAsSecurity(product, reference, { State: 'acknowledged' })).toBe(200);
    await service.work.readLists();
    expect(await receiptIn(await reply('reporter', report))).toMatchObject({ state: 'done', reason: null });
    const after = await stored(report);
    expect(after.state).toBe('acknowledged');
    expect(after.questions[0]?.answer?.text).toBe('At ten, on the second line.');
  });

  it('takes no answer to a question about a report that was taken back', async () => {
    const { report } = await taken();
    await answer(report, 'askReporter', { question: 'When?' });
    const { submissionId } = report;
    await addRow(product, 'reporter', {
      SubmissionId: submissionId,
      EntryType: 'withdrawal',
      Payload: JSON.stringify({
        schema: 1,
        submissionId,
        reason: 'A mistake.',
        withdrawnAt: '2026-11-20T10:59:00.000Z',
      }),
    });
    await service.work.readLists();
    expect((await stored(report)).state).toBe('withdrawn');
    expect(await receiptIn(await reply('reporter', report))).toMatchObject({ state: 'failed', reason: 'withdrawn' });
    expect((await stored(report)).questions[0]?.answer).toBeNull();
  });

  it('takes an answer from the reporter alone, and tells anyone else nothing', async () => {
    const { report } = await taken();
    await answer(report, 'askReporter', { question: 'When?' });
    const foreign = await reply('colleague', report);
    expect(await receiptIn(foreign)).toBeUndefined();
    expect((await row(foreign)).Reference ?? '').toBe('');
    expect((await stored(report)).state).toBe('infoRequested');
    expect(await actionsOn(report)).toContain('refused');
  });

  it.each([
    ['to a question that nobody asked', { questionId: 'q9' }, 'movedOn'],
    ['that is empty', { text: ' ' }, 'unreadable'],
    ['that is too long', { text: 'x'.repeat(2_001) }, 'unreadable'],
  ])('refuses an answer %s', async (_, over, reason) => {
    const { report } = await taken();
    await answer(report, 'askReporter', { question: 'When?' });
    expect(await receiptIn(await reply('reporter', report, over))).toMatchObject({ state: 'failed', reason });
    expect((await stored(report)).state).toBe('infoRequested');
  });

  // COM-3a-8, T4
  it('tells whom the rules name for a graver report, once, when the manager judges it so', async () => {
    const { report } = await taken();
    const before = await stored(report);
    expect(before.deliveries.map(({ role }) => role)).not.toContain('security');
    expect(await answer(report, 'markAbusive')).toBe('card');
    const marked = await stored(report);
    expect(marked).toMatchObject({ severity: 'serious', state: 'managerReview' });
    const roles = marked.deliveries.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['security', 'seniorManager']));
    expect(new Set(marked.deliveries.map(({ key }) => key)).size).toBe(marked.deliveries.length);
    expect(await actionsOn(report)).toEqual(expect.arrayContaining(['marked', 'recipientsAdded']));

    await answer(report, 'raiseSeverity', { severity: 'critical', severityReason: 'He knows her car.' });
    const raised = await stored(report);
    expect(raised.severity).toBe('critical');
    const reported = raised.deliveries.filter(({ key }) => key.split('/')[1] === 'reported');
    expect(reported.filter(({ role }) => role === 'security')).toHaveLength(1);
    const toSecurity = (await mailsAbout(raised.reference)).filter(({ to }) =>
      to.includes('diogelwch@glanrafon.example'),
    );
    expect(toSecurity).toHaveLength(2);
    expect(JSON.stringify(toSecurity)).not.toContain('her car');
  });

  // T7c
  it('sends on what was kept local once Security must know of it', async () => {
    const { report } = await taken();
    expect(await answer(report, 'keepLocal', { reason: 'A misunderstanding.' })).toBe('card');
    expect((await stored(report)).state).toBe('localOnly');
    await answer(report, 'markAbusive');
    expect((await stored(report)).state).toBe('withSecurity');
    const moves = (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'moved')
      .map(({ fields }) => JSON.parse(fields.Detail ?? '{}') as Record<string, string>);
    expect(moves.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['keepLocal', 'managerReview', 'localOnly'],
      ['forwardOverdue', 'localOnly', 'withSecurity'],
    ]);
  });

  // BEH-4.3-1, BEH-5.3-1
  it('tells Security of guards asked for, and the reporter that the customer was spoken to', async () => {
    const { report } = await taken();
    const { reference } = await stored(report);
    await answer(report, 'requestGuards', { guardsNote: 'At the Penarth desk.' });
    await answer(report, 'customerSpoken');
    const mails = await mailsAbout(reference);
    const { userPrincipalName } = await personOf(product, 'reporter');
    expect(mails.filter(({ to }) => to.includes('diogelwch@glanrafon.example'))).toHaveLength(1);
    expect(mails.filter(({ to }) => to.includes(userPrincipalName))).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('Penarth');
    expect(await actionsOn(report)).toEqual(expect.arrayContaining(['taskOpened', 'customerTold']));
  });
});

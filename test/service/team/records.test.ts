import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TeamList, TeamRecord, TeamSummary } from '../../../src/application/ports/team.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { addAmendment, amendmentOf, callAccount, callReport, newId } from '../support/account.ts';
import { itemsOf, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, numberOf } from '../support/reporter.ts';
import { call } from './caller.ts';

describe('“My team”', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let reference: string;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());
  beforeEach(async () => {
    report = callReport({
      violenceThreatened: true,
      account: callAccount({
        homeAdvice: 'wanted',
        assault: {
          degree: 'attempt',
          injured: true,
          injuryNote: 'A sprained wrist',
          absentFrom: '2026-11-21',
          absentTo: null,
        },
      }),
    });
    const rowId = await addReport(product, 'reporter', report);
    reference = numberOf(rowId);
    await service.work.readLists();
  });

  const record = async (persona = 'manager') =>
    call(product, persona, 'POST', `records/${report.submissionId}/reading`, {});
  const answer = (body: unknown, persona = 'manager') =>
    call(product, persona, 'POST', `records/${report.submissionId}/answers`, body);
  const list = async (persona = 'manager') => (await call(product, persona, 'GET', 'records')).body as TeamList;
  const trail = async (action: string) => {
    await service.desk.idle();
    return (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === action,
    );
  };

  it('lists what waits, with its deadline, and moves it once it is answered', async () => {
    const before = await list();
    const item = before.waiting.find((each) => each.reference === reference);
    expect(item).toMatchObject({ state: 'managerReview', awaited: ['answer'], standsInFor: null });
    expect(item?.reporterName).toBe('Carys Llwyd-Fenn');
    expect(Date.parse(item?.dueAt ?? '')).toBeGreaterThan(Date.parse(item?.reportedAt ?? ''));
    expect(JSON.stringify(before)).not.toContain('Brackwater');
    const done = await answer({ verb: 'forwardToSecurity', text: 'I have spoken to her.' });
    expect(done.body).toMatchObject({ kind: 'done', value: { state: 'withSecurity', comments: [{ via: 'tab' }] } });
    const after = await list();
    expect(after.waiting.map((each) => each.reference)).not.toContain(reference);
    expect(after.answered.find((each) => each.reference === reference)?.reporterName).toBe('Carys Llwyd-Fenn');
  });

  it('is offered to people who lead a team, with how much waits, and to nobody else', async () => {
    const summary = async (persona: string) => (await call(product, persona, 'GET', 'summary')).body as TeamSummary;
    const own = await summary('manager');
    expect(own.leadsTeam).toBe(true);
    expect(own.waiting).toBeGreaterThan(0);
    expect(await summary('reporter')).toEqual({ leadsTeam: false, standsInFor: [], waiting: 0 });
  });

  it('shows what the matrix lets a manager read: the words, the absence, and not the injury or the advice for home', async () => {
    const { status, body, headers } = await record();
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const seen = body as TeamRecord;
    expect(seen.report.facts).toBe('He rang about his grant.');
    expect(seen.report.account?.verbatim).toContain('you will regret it');
    expect(seen.report.account?.assault).toMatchObject({ absentFrom: '2026-11-21', injured: false, injuryNote: '' });
    expect(seen.report.account?.homeAdvice).toBe('notAsked');
    const text = JSON.stringify(seen);
    for (const word of ['deliveries', 'routing', 'excluded', 'auditHead', 'sprained']) expect(text).not.toContain(word);
  });

  it('shows no more of it where the reporter has changed it later', async () => {
    const account = callAccount({
      homeAdvice: 'declined',
      assault: { degree: 'attempt', injured: true, injuryNote: 'A broken wrist', absentFrom: null, absentTo: null },
    });
    await addAmendment(product, 'reporter', amendmentOf(report, { account, facts: 'He rang twice.' }));
    await service.work.readLists();
    const seen = (await record()).body as TeamRecord;
    const changed = seen.amendments.flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(changed).toContain('facts');
    expect(changed).toContain('account.assault.absentFrom');
    for (const word of ['broken', 'sprained', 'declined', 'wanted']) expect(JSON.stringify(seen)).not.toContain(word);
  });

  it('leaves an entry for each reader, one an hour, that stands before the answer leaves (X-AUD-1)', async () => {
    const hour = () => new Date().toISOString().slice(0, 13);
    const before = hour();
    await record();
    await record();
    await record();
    const entries = await trail('read');
    expect(entries).toHaveLength(before === hour() ? 1 : 2);
    expect(entries[0]?.fields.Detail).toContain('tab');
  });

  it.each(['reporter', 'colleague', 'security', 'hr'])(
    'has nothing for %s, and says so as if there were nothing',
    async (persona) => {
      const nobodys = await call(product, persona, 'POST', `records/${newId()}/reading`, {});
      for (const theirs of [
        await record(persona),
        await answer({ verb: 'comment', text: 'x' }, persona),
        await call(product, persona, 'GET', `search?reference=${reference}`),
        await call(product, persona, 'GET', `records/${report.submissionId}/alert`),
        await call(product, persona, 'POST', `records/${report.submissionId}/alert`, { measures: ['notAlone'] }),
        await call(product, persona, 'POST', `records/${report.submissionId}/statements`, {
          witness: { name: 'Somebody' },
          role: 'witness',
        }),
        await call(product, persona, 'GET', `statements/${report.submissionId}/s1`),
      ]) {
        expect(theirs).toEqual(nobodys);
      }
    },
  );

  it('finds a record by its number, however it is typed', async () => {
    const found = await call(product, 'manager', 'GET', `search?reference=${reference.toLowerCase()}`);
    expect(found.body).toEqual({ submissionId: report.submissionId });
    for (const wrong of ['UB-2026-999999', "x' or '1", '']) {
      expect((await call(product, 'manager', 'GET', `search?reference=${encodeURIComponent(wrong)}`)).status).toBe(404);
    }
  });

  it('takes every verb by the same rules as the card, and says why it takes one not', async () => {
    expect((await answer({ verb: 'keepLocal', reason: 'Settled.' })).body).toEqual({
      kind: 'refused',
      refusal: 'securityMustKnow',
    });
    expect((await answer({ verb: 'forwardToSecurity', text: ' ' })).body).toMatchObject({ refusal: 'commentMissing' });
    expect((await answer({ verb: 'askReporter', text: 'Did he give a name?' })).body).toMatchObject({ kind: 'done' });
    expect((await answer({ verb: 'requestGuards', note: '' })).body).toMatchObject({ kind: 'done' });
    expect((await answer({ verb: 'requestGuards', note: '' })).body).toMatchObject({ refusal: 'alreadyDone' });
  });

  it.each([
    ['a verb nobody knows', { verb: 'delete' }],
    ['a field too many', { verb: 'comment', text: 'x', state: 'closed' }],
    ['a wrong type', { verb: 'comment', text: 7 }],
    ['no JSON', '{"verb":'],
    ['a list', []],
  ])('refuses %s', async (_, body) => {
    expect((await answer(body)).status).toBe(400);
  });

  it('refuses a body that is too large, and a call without a token', async () => {
    expect((await answer({ verb: 'comment', text: 'x'.repeat(200_000) })).status).toBe(413);
    const response = await fetch(`${service.origin}/api/team/summary`);
    expect(response.status).toBe(401);
  });

  describe('the alert to the team', () => {
    const alert = (measures: string[]) =>
      call(product, 'manager', 'POST', `records/${report.submissionId}/alert`, { measures });

    it('goes to each direct report once, in their language, and says what to do and nothing else (BEH-8.6-1)', async () => {
      const preview = (await call(product, 'manager', 'GET', `records/${report.submissionId}/alert`)).body as {
        people: number;
      };
      expect((await alert([])).body).toEqual({ kind: 'refused', refusal: 'measuresMissing' });
      expect((await alert(['notAlone', 'callPolice'])).body).toMatchObject({ kind: 'done' });
      expect((await alert(['notAlone'])).body).toEqual({ kind: 'refused', refusal: 'alreadyDone' });
      await service.desk.idle();
      const mails = (await sentMails(product)).filter(({ subject }) =>
        /safety of our team|diogelwch ein tîm/.test(subject),
      );
      expect(mails).toHaveLength(preview.people);
      expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(preview.people);
      const welsh = mails.find(({ to }) => to.includes('anwen.dwr@glanrafon.example'));
      expect(welsh?.text).toContain('Mewn perygl, ffoniwch 999 yn gyntaf.');
      for (const { subject, text } of mails) {
        for (const word of [reference, 'Brackwater', 'grant', 'wrist', 'Carys']) {
          expect(`${subject} ${text}`).not.toContain(word);
        }
      }
      expect(await trail('teamAlerted')).toHaveLength(1);
      const [disclosed] = await trail('disclosed');
      expect(disclosed?.fields.Detail).toContain(String(preview.people));
    });

    it('takes no words but those of its own list', async () => {
      expect((await alert(['He threatened Carys'])).status).toBe(400);
    });
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StatementPage, TeamRecord, TeamResult } from '../../../src/application/ports/team.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { signedText } from '../../../src/domain/incident/statements.ts';
import { accountSecrets, callAccount, callReport } from '../support/account.ts';
import { incidents, itemsOf, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, personOf } from '../support/reporter.ts';
import { call } from './caller.ts';

describe('A statement (BEH-8.5-1)', () => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let colleagueId: string;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    colleagueId = (await personOf(product, 'colleague')).id;
  });
  afterAll(() => product?.close());
  beforeEach(async () => {
    const { id, displayName, userPrincipalName } = await personOf(product, 'colleague');
    report = callReport({
      account: callAccount({
        witnesses: [
          { role: 'witness', staff: { id, name: displayName, address: userPrincipalName }, name: displayName },
          { role: 'firstAider', staff: null, name: 'A passer-by' },
        ],
      }),
    });
    await addReport(product, 'reporter', report);
    await service.work.readLists();
  });

  const ask = (witness: object, role = 'witness', persona = 'manager') =>
    call(product, persona, 'POST', `records/${report.submissionId}/statements`, { witness, role });
  const one = (persona: string, method: 'GET' | 'POST' = 'GET', what = '', body?: object) =>
    call(product, persona, method, `statements/${report.submissionId}/s1${what}`, body);
  const stored = async (): Promise<Incident> => {
    await service.desk.idle();
    const found = (await incidents(product)).find(
      ({ incident }) => incident.report.submissionId === report.submissionId,
    );
    if (!found) throw new Error('no incident');
    return found.incident;
  };
  const doneValue = <T>(answered: { body: never }) =>
    (answered.body as Extract<TeamResult<T, string>, { kind: 'done' }>).value;

  it('is offered of whom the report names, asked for by mail without a word of it, and told apart by its link', async () => {
    const record = (await call(product, 'manager', 'POST', `records/${report.submissionId}/reading`, {}))
      .body as TeamRecord;
    expect(record.namedWitnesses.map(({ name }) => name)).toEqual(['Tom Hathersedge', 'A passer-by']);
    expect(record.completeness.find(({ item }) => item === 'statements')).toMatchObject({ state: 'missing' });
    const asked = doneValue<TeamRecord>(await ask({ staffId: colleagueId }));
    expect(asked.namedWitnesses.map(({ name }) => name)).toEqual(['A passer-by']);
    expect((await ask({ staffId: colleagueId })).body).toEqual({ kind: 'refused', refusal: 'alreadyAsked' });
    const { reference } = await stored();
    const mails = (await sentMails(product)).filter(
      ({ to, subject }) => to.includes('tom.hathersedge@glanrafon.example') && subject.includes(reference),
    );
    expect(mails).toHaveLength(1);
    expect(decodeURIComponent(mails[0]?.text ?? '')).toContain(`statement/${report.submissionId}/s1`);
    for (const word of [...accountSecrets, 'grant', 'Carys', 'abusive']) expect(mails[0]?.text).not.toContain(word);
  });

  it('shows the witness what they are asked, and nothing of the record', async () => {
    await ask({ staffId: colleagueId });
    const page = (await one('colleague')).body as StatementPage;
    expect(page).toMatchObject({ askedBy: 'Siân Morlais', role: 'witness', witness: { isYou: true }, signed: null });
    expect(Object.keys(page).sort()).toEqual([
      'addenda',
      'askedBy',
      'isWaived',
      'occurredAt',
      'reference',
      'role',
      'signed',
      'statementId',
      'submissionId',
      'witness',
    ]);
    expect((await call(product, 'colleague', 'POST', `records/${report.submissionId}/reading`, {})).status).toBe(404);
    // The manager reads it in the record, and cannot write it in the witness's place.
    expect((await one('manager', 'POST', '/signature', { text: 'I saw it.' })).status).toBe(404);
    expect((await one('hr')).status).toBe(404);
  });

  it('is signed by identity, time and a hash over both, once, and then only added to', async () => {
    await ask({ staffId: colleagueId });
    expect((await one('colleague', 'POST', '/signature', { text: '  ' })).body).toMatchObject({
      refusal: 'textMissing',
    });
    expect((await one('colleague', 'POST', '/addenda', { text: 'More.' })).body).toMatchObject({
      refusal: 'notSigned',
    });
    const [first, second] = await Promise.all([
      one('colleague', 'POST', '/signature', { text: 'I heard him shout.' }),
      one('colleague', 'POST', '/signature', { text: 'Something else.' }),
    ]);
    const kinds = [first, second].map(({ body }) => (body as { kind: string }).kind).sort();
    expect(kinds).toEqual(['done', 'refused']);
    const { statements } = await stored();
    const [statement] = statements;
    if (!statement?.signed) throw new Error('not signed');
    const { by, at, text, sha256 } = statement.signed;
    expect(by.id).toBe(colleagueId);
    const whole = signedText(report.submissionId, statement, { by, at, text });
    expect(createHash('sha256').update(whole).digest('hex')).toBe(sha256);
    await one('colleague', 'POST', '/addenda', { text: 'It was about ten.' });
    const after = (await stored()).statements[0];
    expect(after?.signed?.text).toBe(text);
    expect(after?.addenda.map((each) => each.text)).toEqual(['It was about ten.']);
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId,
    );
    expect(trail.find(({ fields }) => fields.Action === 'statementSigned')?.fields.Detail).toContain(sha256);
    expect(trail.map(({ fields }) => fields.Detail).join()).not.toContain('shout');
  });

  it('of somebody from outside is written down by the manager, and one that will not come is waived with a reason', async () => {
    await ask({ name: 'A passer-by' }, 'firstAider');
    expect(
      doneValue<StatementPage>(await one('manager', 'POST', '/signature', { text: 'She bandaged my hand.' })),
    ).toMatchObject({
      witness: { isYou: false, name: 'A passer-by' },
      signed: { by: 'Siân Morlais' },
    });
    await ask({ staffId: colleagueId });
    const waive = (reason: string) =>
      call(product, 'manager', 'POST', `statements/${report.submissionId}/s2/waiver`, { reason });
    expect((await waive(' ')).body).toMatchObject({ refusal: 'reasonMissing' });
    expect(doneValue<TeamRecord>(await waive('He was not there.')).statements[1]?.waived?.reason).toBe(
      'He was not there.',
    );
  });

  it('is not asked of the reporter, nor of anybody the directory does not know', async () => {
    const { id } = await personOf(product, 'reporter');
    expect((await ask({ staffId: id })).body).toMatchObject({ refusal: 'witnessNotUsable' });
    expect((await ask({ staffId: '00000000-0000-4000-8000-000000000000' })).body).toMatchObject({
      refusal: 'witnessMissing',
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnStatements } from '../../../src/application/ports/team.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { accountSecrets, addAmendment, addWithdrawal, amendmentOf, callReport } from '../support/account.ts';
import { asAdministrator } from '../support/as-administrator.ts';
import { incidents, itemsOf } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, personOf } from '../support/reporter.ts';
import { call } from './caller.ts';

// BEH-8.5-1, C-21
describe('The list of statements asked of a person', () => {
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
  const another = async (over: Partial<Report> = {}) => {
    report = callReport(over);
    await addReport(product, 'reporter', report);
    await service.work.readLists();
  };
  beforeEach(() => another());

  const one = (persona: string, method: 'GET' | 'POST' = 'GET', what = '', body?: object) =>
    call(product, persona, method, `statements/${report.submissionId}/s1${what}`, body);
  const stored = async (): Promise<Incident> => {
    await service.desk.idle();
    const { incidents: security, incidentsHr } = product.settings.site.lists;
    const all = [...(await incidents(product, security)), ...(await incidents(product, incidentsHr))];
    const found = all.find(({ incident }) => incident.report.submissionId === report.submissionId);
    if (!found) throw new Error('no incident');
    return found.incident;
  };
  const listed = async (persona: string, after = 0) =>
    (await call(product, persona, 'GET', `statements?after=${after}`)).body as OwnStatements;
  const here = async (persona: string) =>
    (await listed(persona)).statements.filter(({ submissionId }) => submissionId === report.submissionId);
  /** What the trail says is written after the answer has left. */
  const asked = async (persona = 'manager', staffId = colleagueId) => {
    const path = `records/${report.submissionId}/statements`;
    const body = { witness: { staffId }, role: 'firstAider' };
    expect((await call(product, persona, 'POST', path, body)).body).toMatchObject({ kind: 'done' });
    await service.desk.idle();
  };

  it('stands once, with who asks, the day and the number, and nothing else of the record', async () => {
    expect(await here('colleague')).toEqual([]);
    await asked();
    const [line, ...others] = await here('colleague');
    expect(others).toEqual([]);
    const { reference, statements } = await stored();
    expect(line).toEqual({
      submissionId: report.submissionId,
      statementId: 's1',
      reference,
      occurredAt: report.occurredAt,
      askedBy: 'Siân Morlais',
      askedAt: statements[0]?.asked.at,
      role: 'firstAider',
      signedAt: null,
      isWaived: false,
    });
    const text = JSON.stringify(await listed('colleague'));
    for (const word of [...accountSecrets, 'grant', 'Carys', 'abusive']) expect(text).not.toContain(word);
    const [entry] = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'statementAsked',
    );
    expect(JSON.parse(entry?.fields.Detail ?? '')).toMatchObject({ statement: 's1', witness: colleagueId });
  });

  it('follows what becomes of it: signed, waived, or the record withdrawn', async () => {
    await asked();
    await one('colleague', 'POST', '/signature', { text: 'I bandaged her hand.' });
    const [signed] = await here('colleague');
    expect(signed?.signedAt).toBe((await stored()).statements[0]?.signed?.at);
    expect(JSON.stringify(signed)).not.toContain('bandaged');

    await another();
    await asked();
    await one('manager', 'POST', '/waiver', { reason: 'There is another one.' });
    expect(await here('colleague')).toMatchObject([{ isWaived: true, signedAt: null }]);

    await another();
    await asked();
    expect(await here('colleague')).toHaveLength(1);
    await addWithdrawal(product, 'reporter', report.submissionId);
    await service.work.readLists();
    await service.desk.idle();
    expect((await stored()).state).toBe('withdrawn');
    expect(await here('colleague')).toEqual([]);
  });

  it('is empty for everybody else: who asked, the reporter, Security, and whoever looks after the registers', async () => {
    await asked();
    for (const persona of ['manager', 'seniorManager', 'reporter', 'security', 'hr', 'administrator']) {
      expect(await listed(persona), persona).toEqual({ statements: [], next: null });
    }
  });

  it('has nothing of a record of which the person turns out to be the subject', async () => {
    const { id: seniorId } = await personOf(product, 'seniorManager');
    const { id: managerId } = await personOf(product, 'manager');
    await another({ manager: { chosenId: seniorId, implicated: false } });
    await asked('seniorManager', managerId);
    expect(await here('manager')).toHaveLength(1);
    const implicated = { manager: { chosenId: seniorId, implicated: true } };
    await addAmendment(product, 'reporter', amendmentOf(report, implicated));
    await service.work.readLists();
    expect((await stored()).excluded.map(({ id }) => id)).toContain(managerId);
    expect(await here('manager')).toEqual([]);
  });

  it('finds one in a matter among colleagues too, and takes a row that somebody has bent for nothing', async () => {
    await another({ kind: 'internal' });
    await asked();
    const { auditHr } = product.settings.site.lists;
    const rows = (await itemsOf(product, auditHr)).filter(({ fields }) => fields.WitnessDirectoryId === colleagueId);
    expect(rows).toHaveLength(1);
    expect(await here('colleague')).toHaveLength(1);
    const { id } = await personOf(product, 'switchboard');
    const row = { list: auditHr, itemId: rows[0]?.id ?? '' };
    await asAdministrator(product, 'PATCH', row, { WitnessDirectoryId: id });
    expect(await listed('switchboard')).toEqual({ statements: [], next: null });
  });

  it('comes in pages, the last that was asked for first', { timeout: 120_000 }, async () => {
    const { statements: before } = await listed('colleague');
    for (let count = before.length; count < 22; count += 1) {
      await another();
      await asked();
    }
    const first = await listed('colleague');
    const second = await listed('colleague', first.next ?? 0);
    expect(second.next).toBeNull();
    const all = [...first.statements, ...second.statements];
    expect(all.length).toBeGreaterThanOrEqual(22);
    const times = all.map(({ askedAt }) => askedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(all.map(({ submissionId }) => submissionId)).size).toBe(all.length);
    for (const wrong of ['-1', 'x', '1e3', '99999999']) {
      expect((await call(product, 'colleague', 'GET', `statements?after=${wrong}`)).status).toBe(400);
    }
  });
});

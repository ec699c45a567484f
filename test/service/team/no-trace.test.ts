import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TeamList, TeamSummary } from '../../../src/application/ports/team.ts';
import { addDays } from '../../../src/domain/calendar/dates.ts';
import { londonDateOf } from '../../../src/domain/calendar/london-time.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { addAmendment, amendmentOf, callReport, newId } from '../support/account.ts';
import { cardsOf, itemsOf, press, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, numberOf, personOf } from '../support/reporter.ts';
import { call } from './caller.ts';

const today = londonDateOf(new Date().toISOString());

/** How the manager comes to be the subject, and of what. */
const cases: [string, Partial<Report>, 'fromTheStart' | 'later'][] = [
  ['a matter among colleagues', { kind: 'internal' }, 'fromTheStart'],
  ['an abusive call', { kind: 'abusive' }, 'fromTheStart'],
  ['a threat', { kind: 'abusive', violenceThreatened: true }, 'fromTheStart'],
  ['a call for help', { kind: 'suicideThreat', immediateDanger: true }, 'fromTheStart'],
  ['an abusive call, said only when the card was there', { kind: 'abusive' }, 'later'],
];

describe.each(cases)('A manager who is the subject finds no trace, anywhere: %s (C-21, COM-3f-2)', (_, over, when) => {
  let product: Product;
  let service: Replica;
  let report: Report;
  let reference: string;
  let managerId: string;
  let deputyId: string;
  let senior: { id: string };
  let cardBefore: { chatId: string; messageId: string } | undefined;
  let mailsBefore: number;
  const managersMails = async () =>
    (await sentMails(product)).filter(
      ({ to, text, subject }) => to.includes('sian.morlais@glanrafon.example') && `${subject} ${text}`.includes('UB-'),
    ).length;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    managerId = (await personOf(product, 'manager')).id;
    deputyId = (await personOf(product, 'colleague')).id;
    senior = await personOf(product, 'seniorManager');
    // The manager has chosen somebody, and the one above has chosen the manager: neither opens a way in.
    const until = addDays(today, 7);
    const wanted = { from: today, until, mode: 'both' as const };
    expect((await service.standIns.enter(managerId, { ...wanted, id: newId(), deputyId })).kind).toBe('entered');
    const manager = { chosenId: managerId, implicated: when === 'fromTheStart' };
    report = callReport({ ...over, manager });
    const rowId = await addReport(product, 'reporter', report);
    reference = numberOf(rowId);
    await service.work.readLists();
    await service.desk.idle();
    cardBefore = (await cardsOf(product, 'manager')).find(({ json }) => json.includes(reference));
    mailsBefore = await managersMails();
    if (when === 'later') {
      const implicated = { manager: { chosenId: managerId, implicated: true } };
      await addAmendment(product, 'reporter', amendmentOf(report, implicated));
      await service.work.readLists();
    }
    await service.standIns.run();
    await service.desk.idle();
  });
  afterAll(() => product?.close());

  const stored = async () => {
    const { incidents, incidentsHr } = product.settings.site.lists;
    const rows = [...(await itemsOf(product, incidents)), ...(await itemsOf(product, incidentsHr))];
    const row = rows.find(({ fields }) => fields.SubmissionId === report.submissionId);
    if (!row) throw new Error('no incident');
    return row.fields;
  };

  it('has no line of it and is counted nothing', async () => {
    const list = (await call(product, 'manager', 'GET', 'records')).body as TeamList;
    expect([...list.waiting, ...list.answered]).toEqual([]);
    expect(((await call(product, 'manager', 'GET', 'summary')).body as TeamSummary).waiting).toBe(0);
  });

  it('is told by link and by number what anyone is told of a record that never was', async () => {
    const { submissionId } = report;
    const other = newId();
    const paths: [method: 'GET' | 'POST', path: (id: string) => string, body?: unknown][] = [
      ['POST', (id) => `records/${id}/reading`, {}],
      ['POST', (id) => `records/${id}/answers`, { verb: 'comment', text: 'x' }],
      ['POST', (id) => `records/${id}/answers`, { verb: 'comment' }],
      ['GET', (id) => `records/${id}/alert`],
      ['POST', (id) => `records/${id}/alert`, { measures: ['notAlone'] }],
      ['POST', (id) => `records/${id}/statements`, { witness: { name: 'A' }, role: 'witness' }],
      ['GET', (id) => `statements/${id}/s1`],
      ['POST', (id) => `statements/${id}/s1/signature`, { text: 'x' }],
      ['POST', (id) => `statements/${id}/s1/waiver`, { reason: 'x' }],
    ];
    for (const [method, path, body] of paths) {
      const seen = await call(product, 'manager', method, path(submissionId), body);
      expect(seen).toEqual(await call(product, 'manager', method, path(other), body));
    }
    const seen = await call(product, 'manager', 'GET', `search?reference=${reference}`);
    expect(seen).toEqual(await call(product, 'manager', 'GET', 'search?reference=UB-2026-999999'));
    expect(seen.status).toBe(404);
  });

  it('has no card, and one that was there is taken away and tells nothing on refresh', async () => {
    const cards = (await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference));
    expect(cards).toEqual([]);
    if (!cardBefore) return;
    const data = { submissionId: report.submissionId, cardVersion: 1 };
    const seen = await press(product, 'manager', cardBefore, { verb: 'refresh', data }).catch(() => null);
    expect(JSON.stringify(seen ?? '')).not.toContain('grant');
  });

  it('gets no mail about it, whatever address it would go to', async () => {
    expect(await managersMails()).toBe(mailsBefore);
  });

  it('opens no way to whom they have chosen, nor is a way open to them as somebody’s substitute', async () => {
    const fields = await stored();
    for (const column of ['ManagerDirectoryId', 'AwaitedDirectoryId', 'DeputyDirectoryId']) {
      expect([managerId, deputyId]).not.toContain(fields[column]);
    }
    const chosen = (await cardsOf(product, 'colleague')).filter(({ json }) => json.includes(reference));
    if (when === 'fromTheStart') expect(chosen).toEqual([]);
    const path = `records/${report.submissionId}/reading`;
    expect((await call(product, 'colleague', 'POST', path, {})).status).toBe(404);
    // Not the manager's own absence, which would bar them: that of the one who answers in their place.
    const own = await service.standIns.of(managerId);
    await service.standIns.end(managerId, own.own[0]?.id ?? '');
    const until = addDays(today, 7);
    const wanted = { id: newId(), deputyId: managerId, from: today, until, mode: 'both' as const };
    expect((await service.standIns.enter(senior.id, wanted)).kind).toBe('entered');
    await service.standIns.run();
    await service.desk.idle();
    expect((await stored()).DeputyDirectoryId).not.toBe(managerId);
    expect((await call(product, 'manager', 'POST', path, {})).status).toBe(404);
    expect(((await call(product, 'manager', 'GET', 'summary')).body as TeamSummary).waiting).toBe(0);
    expect((await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference))).toEqual([]);
  });

  it('cannot be asked for a statement by whoever answers in their place', async () => {
    const fields = await stored();
    const isSeniors = fields.ManagerDirectoryId === senior.id;
    const path = `records/${report.submissionId}/statements`;
    const asked = await call(product, 'seniorManager', 'POST', path, {
      witness: { staffId: managerId },
      role: 'witness',
    });
    expect(asked.body).toEqual(
      isSeniors
        ? { kind: 'refused', refusal: 'witnessNotUsable' }
        : { error: { code: 'itemNotFound', message: 'itemNotFound' } },
    );
    await service.desk.idle();
    expect(await managersMails()).toBe(mailsBefore);
  });

  it('finds nothing in any list that their own token can read', async () => {
    const { clientId, graphBaseUrl, site } = product.settings;
    const scopes = ['Sites.Selected', 'Sites.ReadWrite.All', 'Sites.Manage.All'];
    const token = await product.token({ persona: 'manager', app: clientId, scopes });
    for (const list of Object.values(site.lists)) {
      const response = await fetch(`${graphBaseUrl}/sites/${site.id}/lists/${list}/items?$expand=fields`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const text = await response.text();
      for (const word of [report.submissionId, reference]) expect(text).not.toContain(word);
    }
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyAccount, emptyCall } from '../../src/domain/incident/empty-account.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { sitePlan } from '../../src/m365/provisioning/site-plan.ts';
import { addFault, clearFaults } from '../m365/support/faults.ts';
import { KillSwitch } from './support/kill-switch.ts';
import { incidents, itemsOf, receiptsIn, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, addRow, personOf, reportOf } from './support/reporter.ts';
import { ask, fillIn, newQueryId, queryOf, questionRow, replyIn } from './support/switchboard.ts';

describe('The question to the switchboard', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica({ clock: product.sandbox.tenant.clock });
  });
  afterAll(() => product?.close());
  afterEach(() => clearFaults(product.sandbox.origin));

  const work = async (replica = service) => {
    await replica.work.readLists();
    await replica.desk.idle();
  };
  /** Whoever was told to wait waits, faults or not. */
  const waited = (seconds: number) => product.sandbox.tenant.clock.advance(seconds);
  const mails = async (extension: string) =>
    (await sentMails(product)).filter(({ to, text }) => to.join().startsWith('switsfwrdd') && text.includes(extension));
  const incidentOf = async (report: Report) =>
    (await incidents(product)).find(({ incident }) => incident.report.submissionId === report.submissionId)?.incident;

  async function reportNaming(switchboardQueryId: string | null, change: Partial<Report> = {}): Promise<Report> {
    number += 1;
    const call = { ...emptyCall(), extension: `204${10 + number}`, ring: 'external' as const, switchboardQueryId };
    return reportOf(await personOf(product, 'reporter'), number, {
      channel: 'phone',
      submissionId: newQueryId(),
      email: null,
      account: { ...emptyAccount('call'), call },
      ...change,
    });
  }
  const answer = (queryId: string, over: Record<string, string> = {}) =>
    fillIn(product, queryId, { PutThrough: 'yes', NameQuoted: 'Mr Jones', NumberQuoted: '01632 960 123', ...over });

  it('has no column for a report, its kind, its words or who asks (BEH-15.2-1, COM-4.1-2)', async () => {
    const plan = sitePlan.lists.find(({ name }) => name === 'SwitchboardQueries');
    expect(plan?.columns.map(({ name }) => name)).toEqual([
      ...['QueryId', 'CallAt', 'Extension', 'AskedAt', 'State'],
      ...['PutThrough', 'NameQuoted', 'NumberQuoted', 'AnsweredAt', 'AnsweredBy', 'Details'],
    ]);
  });

  it('is put once with time and extension alone, and told to the mailbox in one mail (X-IDEM-1)', async () => {
    const query = queryOf(newQueryId(), { extension: '20499' });
    const rowId = await ask(product, 'reporter', query);
    const second = await ask(product, 'reporter', query);
    await work();
    await work();
    const rows = await questionRow(product, query.queryId);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.fields).toMatchObject({ Extension: '20499', State: 'open', CallAt: '2026-11-20T07:45:00Z' });
    const everything = JSON.stringify(rows[0]);
    const reporter = await personOf(product, 'reporter');
    for (const told of [reporter.id, reporter.displayName, reporter.userPrincipalName])
      expect(everything).not.toContain(told);

    const told = await mails('20499');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('20 November 2026 at 07:45');
    expect(told[0]?.text).toContain('switchboard');
    expect(JSON.stringify(told)).not.toMatch(/UB-\d{4}/);
    expect(JSON.stringify(told)).not.toContain(reporter.displayName);
    for (const each of [rowId, second]) expect(await receiptsIn(product, each)).toEqual({ recorded: 'done' });
  });

  it.each([
    ['an extension that is words', { extension: 'ask Huw' }],
    ['an extension without a digit', { extension: ' + ' }],
    ['no time', { callAt: 'then' }],
    ['a time that has not come', { callAt: '2031-01-01T00:00:00Z' }],
    ['a time long past', { callAt: '2020-01-01T00:00:00Z' }],
    ['another id than its row', { queryId: 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ' }],
  ])('with %s is refused, and the person is told', async (_, over) => {
    const queryId = newQueryId();
    const rowId = await addQuestion(queryId, { ...queryOf(queryId), ...over });
    await work();
    expect(await questionRow(product, queryId)).toEqual([]);
    expect(await receiptsIn(product, rowId)).toEqual({ recorded: 'failed' });
  });

  async function addQuestion(queryId: string, query: Record<string, unknown>): Promise<string> {
    const fields = { SubmissionId: queryId, EntryType: 'switchboardQuery' as const, Payload: JSON.stringify(query) };
    return addRow(product, 'reporter', fields);
  }

  it('carries no words that are hidden in the time', async () => {
    const query = queryOf(newQueryId(), { callAt: 'Fri, 20 Nov 2026 07:45 (HIDDEN)' });
    await ask(product, 'reporter', query);
    await work();
    expect(JSON.stringify(await questionRow(product, query.queryId))).not.toContain('HIDDEN');
  });

  it('is nobody else’s to put again: a colleague with the same id is refused, and hears nothing', async () => {
    const query = queryOf(newQueryId());
    const rowId = await ask(product, 'reporter', query);
    await work();
    const foreign = await ask(product, 'colleague', query);
    await work();
    expect(await receiptsIn(product, foreign)).toEqual({ recorded: 'failed' });
    expect(await answer(query.queryId)).toBe(200);
    await work();
    expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
    expect(await replyIn(product, foreign)).toBeNull();
  });

  it('brings its answer to the reporter at once, and to the report that comes after it, with its entry in the trail', async () => {
    const query = queryOf(newQueryId());
    const rowId = await ask(product, 'reporter', query);
    await work();
    expect(await answer(query.queryId)).toBe(200);
    await work();
    const operator = await personOf(product, 'switchboard');
    const expected = {
      queryId: query.queryId,
      putThrough: 'yes',
      nameQuoted: 'Mr Jones',
      numberQuoted: '01632 960 123',
      answeredBy: { id: operator.id, name: operator.displayName },
    };
    expect(await replyIn(product, rowId)).toMatchObject(expected);
    const [row] = await questionRow(product, query.queryId);
    expect(row?.fields).toMatchObject({ State: 'answered', AnsweredBy: operator.displayName });

    const report = await reportNaming(query.queryId);
    const reportRow = await addReport(product, 'reporter', report);
    await work();
    const incident = await incidentOf(report);
    expect(incident?.switchboardAnswer).toMatchObject(expected);
    expect(await replyIn(product, reportRow)).toMatchObject(expected);
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'switchboardAnswered',
    );
    expect(trail.map(({ fields }) => fields.Actor)).toEqual([operator.id]);
    expect(trail[0]?.fields.Detail).not.toContain('Jones');
    // One message a call: the report asks no second time.
    expect(await mails(report.account?.call?.extension ?? '')).toEqual([]);
    expect(incident?.deliveries.find(({ role }) => role === 'switchboard')).toMatchObject({
      state: 'suppressed',
      failure: 'askedAlready',
    });
  });

  it('brings its answer to the report that came before it, and a correction after that', async () => {
    const query = queryOf(newQueryId());
    await ask(product, 'reporter', query);
    const report = await reportNaming(query.queryId);
    await addReport(product, 'reporter', report);
    await work();
    expect((await incidentOf(report))?.switchboardAnswer).toBeNull();
    await answer(query.queryId, { PutThrough: 'notRemembered', NameQuoted: '', NumberQuoted: '' });
    await work();
    expect((await incidentOf(report))?.switchboardAnswer).toMatchObject({
      putThrough: 'notRemembered',
      nameQuoted: '',
    });
    await answer(query.queryId, { NameQuoted: '  Mr \n Evans ' });
    await work();
    expect((await incidentOf(report))?.switchboardAnswer).toMatchObject({ putThrough: 'yes', nameQuoted: 'Mr Evans' });
    await work();
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'switchboardAnswered',
    );
    expect(trail).toHaveLength(2);
  });

  it('gives its answer to no report of somebody else that names it', async () => {
    const query = queryOf(newQueryId());
    await ask(product, 'reporter', query);
    const thief = await reportNaming(query.queryId);
    await addReport(product, 'colleague', thief);
    await work();
    await answer(query.queryId);
    await work();
    await work();
    expect((await incidentOf(thief))?.switchboardAnswer).toBeNull();
    const late = await reportNaming(query.queryId);
    await addReport(product, 'colleague', late);
    await work();
    expect((await incidentOf(late))?.switchboardAnswer).toBeNull();
  });

  it('is put by the service where the call rang from outside and the reporter did not ask, in the same one mail', async () => {
    const report = await reportNaming(null);
    const reportRow = await addReport(product, 'reporter', report);
    await work();
    const extension = report.account?.call?.extension ?? '';
    const told = await mails(extension);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toMatch(/UB-\d{4}/);
    const incident = await incidentOf(report);
    const queryId = incident?.switchboardQueryId ?? '';
    expect(queryId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const [row] = await questionRow(product, queryId);
    expect(row?.fields).toMatchObject({ Extension: extension, State: 'open' });
    for (const trace of [report.submissionId, incident?.reference ?? '', report.facts]) {
      expect(JSON.stringify(row)).not.toContain(trace);
    }
    await answer(queryId);
    await work();
    expect((await incidentOf(report))?.switchboardAnswer).toMatchObject({ putThrough: 'yes', nameQuoted: 'Mr Jones' });
    expect(await replyIn(product, reportRow)).toMatchObject({ nameQuoted: 'Mr Jones' });
  });

  it('says in the deliveries that there was no extension to ask about', async () => {
    const report = await reportNaming(null);
    const call = { ...emptyCall(), extension: '', ring: 'external' as const };
    const without = { ...report, account: { ...emptyAccount('call'), call } };
    await addReport(product, 'reporter', without);
    await work();
    const delivery = (await incidentOf(report))?.deliveries.find(({ role }) => role === 'switchboard');
    expect(delivery).toMatchObject({ state: 'gaveUp', failure: 'noExtension' });
  });

  it.each([
    ['the call’s time', { CallAt: '2026-01-01T00:00:00Z' }, { CallAt: '2026-11-20T07:45:00Z' }],
    ['the extension', { Extension: '1' }, { Extension: '20417' }],
    ['the state, without an answer', { State: 'answered' }, { State: 'open' }],
  ])('puts right in SharePoint what is not the switchboard’s to change: %s', async (_, change, right) => {
    const query = queryOf(newQueryId());
    await ask(product, 'reporter', query);
    await work();
    expect(await fillIn(product, query.queryId, change as Record<string, string>)).toBe(200);
    await work();
    expect((await questionRow(product, query.queryId))[0]?.fields).toMatchObject(right);
  });

  it('keeps an answer that somebody empties again', async () => {
    const query = queryOf(newQueryId());
    const rowId = await ask(product, 'reporter', query);
    await work();
    await answer(query.queryId);
    await work();
    await fillIn(product, query.queryId, { PutThrough: '', State: 'open' });
    await work();
    expect((await questionRow(product, query.queryId))[0]?.fields).toMatchObject({
      PutThrough: 'yes',
      State: 'answered',
    });
    expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
  });

  it('waits as long as mail is throttled, and mails once', async () => {
    await addFault(product.sandbox.origin, {
      match: { part: 'graph', path: '*/users/*/messages*', method: 'POST' },
      times: 3,
      effect: { kind: 'status', status: 429, retryAfter: 30 },
    });
    const query = queryOf(newQueryId(), { extension: '20777' });
    const rowId = await ask(product, 'reporter', query);
    await work();
    expect(await receiptsIn(product, rowId)).toEqual({});
    // It is in the list already, for whoever looks.
    expect(await questionRow(product, query.queryId)).toHaveLength(1);
    await clearFaults(product.sandbox.origin);
    await work();
    expect(await mails('20777')).toEqual([]);
    waited(31);
    await work();
    expect(await receiptsIn(product, rowId)).toEqual({ recorded: 'done' });
    expect(await mails('20777')).toHaveLength(1);
  });

  it('loses no answer to a list that is throttled, or to somebody else who writes at the same moment', async () => {
    const query = queryOf(newQueryId());
    const rowId = await ask(product, 'reporter', query);
    await work();
    await answer(query.queryId);
    await addFault(product.sandbox.origin, {
      match: { part: 'graph', path: `*/lists/${product.settings.site.lists.intake}/items/*/fields`, method: 'PATCH' },
      times: 3,
      effect: { kind: 'status', status: 429, retryAfter: 30 },
    });
    await expect(work()).rejects.toMatchObject({ code: 'throttled' });
    expect(await replyIn(product, rowId)).toBeNull();
    await clearFaults(product.sandbox.origin);
    waited(31);
    await addFault(product.sandbox.origin, {
      match: {
        part: 'graph',
        path: `*/lists/${product.settings.site.lists.switchboard}/items/*/fields`,
        method: 'PATCH',
      },
      effect: { kind: 'status', status: 412 },
    });
    await work();
    expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
    await answer(query.queryId, { PutThrough: 'no' });
    await work();
    expect((await replyIn(product, rowId))?.putThrough).toBe('no');
    expect((await questionRow(product, query.queryId))[0]?.fields.AnsweredBy).not.toBe('');
  });

  it('is forgotten thirty days after it was asked; the answer stays with the reporter and the report', async () => {
    const query = queryOf(newQueryId());
    const rowId = await ask(product, 'reporter', query);
    await work();
    await answer(query.queryId);
    await work();
    const at = (days: number) => ({ now: () => new Date(Date.now() + days * 24 * 60 * 60_000) });
    const early = await product.addReplica({ clock: at(29.9) });
    await early.switchboard.forget();
    expect(await questionRow(product, query.queryId)).toHaveLength(1);
    const late = await product.addReplica({ clock: at(30.1) });
    await late.switchboard.forget();
    expect(await questionRow(product, query.queryId)).toEqual([]);
    await work();
    expect(await questionRow(product, query.queryId)).toEqual([]);
    const report = await reportNaming(query.queryId);
    await addReport(product, 'reporter', report);
    await work();
    expect((await incidentOf(report))?.switchboardAnswer?.putThrough).toBe('yes');
    expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
  });

  it('may be answered by the switchboard, who reads nothing else and can neither make nor delete one', async () => {
    const persona = 'switchboard';
    const query = queryOf(newQueryId());
    await ask(product, 'reporter', query);
    await work();
    const token = await product.token({
      persona,
      app: product.settings.clientId,
      scopes: ['Sites.Selected', 'Sites.ReadWrite.All'],
    });
    const { site, graphBaseUrl } = product.settings;
    const root = `${graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '')}/v1.0/sites/${site.id}/lists`;
    const read = async (list: string) => {
      const response = await fetch(`${root}/${list}/items?$expand=fields`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return response.ok ? ((await response.json()) as { value: unknown[] }).value.length : response.status;
    };
    expect(await read(site.lists.switchboard)).toBeGreaterThan(0);
    for (const list of [
      site.lists.incidents,
      site.lists.incidentsHr,
      site.lists.audit,
      site.lists.auditHr,
      site.lists.state,
    ]) {
      expect(await read(list)).toBeGreaterThanOrEqual(403);
    }
    // An own-rows list answers with nothing.
    expect(await read(site.lists.intake)).toBe(0);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const made = await fetch(`${root}/${site.lists.switchboard}/items`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ fields: { Extension: '1' } }),
    });
    const [row] = await questionRow(product, query.queryId);
    const removed = await fetch(`${root}/${site.lists.switchboard}/items/${row?.id}`, { method: 'DELETE', headers });
    expect([made.status, removed.status]).toEqual([403, 403]);
    expect(await fillIn(product, query.queryId, { PutThrough: 'no' }, persona)).toBe(200);
  });

  it.each(['reporter', 'colleague', 'manager', 'security', 'hr', 'administrator'])(
    'is hidden from %s',
    async (persona) => {
      const query = queryOf(newQueryId());
      await ask(product, 'reporter', query);
      await work();
      expect(await fillIn(product, query.queryId, { PutThrough: 'no' }, persona)).toBeGreaterThanOrEqual(403);
      const token = await product.token({ persona, app: product.settings.clientId, scopes: ['Sites.Selected'] });
      const { site, graphBaseUrl } = product.settings;
      const url = `${graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '')}/v1.0/sites/${site.id}/lists/${site.lists.switchboard}/items`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBeGreaterThanOrEqual(403);
    },
  );

  it('is asked and mailed once between three replicas, and its answer taken once', async () => {
    const replicas = [service, await product.addReplica(), await product.addReplica()];
    const queries = Array.from({ length: 4 }, (_, index) => queryOf(newQueryId(), { extension: `2088${index}` }));
    const rowIds: string[] = [];
    for (const query of queries) rowIds.push(await ask(product, 'reporter', query));
    const report = await reportNaming(queries[0]?.queryId ?? '');
    await addReport(product, 'reporter', report);
    const all = () => Promise.all(replicas.map((replica) => work(replica)));
    await all();
    await all();
    for (const [index, query] of queries.entries()) {
      expect(await questionRow(product, query.queryId)).toHaveLength(1);
      expect(await mails(query.extension), query.extension).toHaveLength(1);
      expect(await receiptsIn(product, rowIds[index] ?? '')).toEqual({ recorded: 'done' });
    }
    for (const query of queries) await answer(query.queryId);
    await all();
    await all();
    for (const rowId of rowIds) expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
    expect((await incidentOf(report))?.switchboardAnswer?.putThrough).toBe('yes');
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'switchboardAnswered',
    );
    expect(trail).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5, 6].flatMap((at) => [['before', at] as const, ['after', at] as const]))(
    'survives a service that ends %s its write %i',
    async (when, at) => {
      const extension = `209${at}${when === 'before' ? 1 : 2}`;
      const query = queryOf(newQueryId(), { extension });
      const kill = new KillSwitch(at, when);
      const dying = await product.addReplica({ fetch: kill.fetch });
      const rowId = await ask(product, 'reporter', query);
      kill.arm();
      await work(dying).catch(() => undefined);
      // Found again when the dead one's claim has run out.
      const later = await product.addReplica({ clock: { now: () => new Date(Date.now() + 60_000) } });
      await work(later);
      expect(await questionRow(product, query.queryId)).toHaveLength(1);
      expect(await mails(extension)).toHaveLength(1);
      expect(await receiptsIn(product, rowId)).toEqual({ recorded: 'done' });
      await answer(query.queryId);
      const second = new KillSwitch(at, when);
      const dyingToo = await product.addReplica({ fetch: second.fetch });
      second.arm();
      await work(dyingToo).catch(() => undefined);
      await work(later);
      expect((await replyIn(product, rowId))?.putThrough).toBe('yes');
    },
  );
});

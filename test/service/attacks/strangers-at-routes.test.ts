import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../support/account.ts';
import { everything } from '../support/attack.ts';
import { type CallSubjects, personRoutes } from '../support/person-routes.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, numberOf, personOf, reportOf, secrets } from '../support/reporter.ts';
import { call } from '../team/caller.ts';

/** Routes that name a record, a statement or an absence; the others answer for whoever asks. */
const routes = Object.keys(personRoutes).filter((route) => route.includes('/:') || route.endsWith('/search'));
/** The register of Security is what it reads: to somebody else it is not there. */
const strangers = ['helpDesk', 'switchboard', 'hr', 'itSecurity', 'deputyDirector', 'administrator'];

describe('Somebody with a good token of their own and the ids of somebody else’s record', () => {
  let product: Product;
  let service: Replica;
  let given: CallSubjects;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    const report = await reportOf(await personOf(product, 'reporter'), 1, { violenceThreatened: true });
    const rowId = await addReport(product, 'reporter', report);
    const { submissionId } = report;
    const colleagueId = (await personOf(product, 'colleague')).id;
    const reference = numberOf(rowId);
    given = { submissionId, reference, colleagueId, absenceId: newId() };
    await service.work.readLists();
    const witness = { staffId: colleagueId };
    await call(product, 'manager', 'POST', `records/${submissionId}/statements`, { witness, role: 'witness' });
    await call(product, 'manager', 'POST', `records/${submissionId}/answers`, { verb: 'requestGuards', note: 'x' });
    await service.desk.idle();
    before = await everything(product);
  });
  afterAll(() => product?.close());

  async function tried(persona: string, route: string, subjects: CallSubjects) {
    const make = personRoutes[route];
    if (!make) throw new Error(route);
    const { path, headers, body } = make(subjects);
    const { clientId } = product.settings;
    const audience = `api://${clientId}`;
    const token = await product.token({ persona, app: clientId, audience, scopes: ['access_as_user'] });
    const response = await fetch(service.origin + path, {
      method: route.split(' ')[0] as string,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
    const { date: _, 'x-correlation-id': __, ...seen } = Object.fromEntries(response.headers);
    return { status: response.status, seen, text: await response.text() };
  }

  it.each(strangers)('%s is told at every route what is told of a record that never was', async (persona) => {
    const none = { ...given, submissionId: newId(), reference: 'UB-2026-999999', absenceId: newId() };
    for (const route of routes) {
      // Whether somebody may enter an absence does not hang on a record.
      if (route.startsWith('PUT /api/team/absences')) continue;
      const real = await tried(persona, route, given);
      expect(real, route).toEqual(await tried(persona, route, none));
      expect([403, 404], route).toContain(real.status);
      for (const trace of [given.reference, ...secrets]) expect(real.text, route).not.toContain(trace);
    }
  });

  it('after all of that nothing has changed but the notes of what was tried', async () => {
    await service.desk.idle();
    expect(await everything(product)).toEqual(before);
  });

  it('lets nobody end, or enter under its id, the absence of somebody else', async () => {
    const mine = await tried('manager', 'PUT /api/team/absences/:id', given);
    expect(JSON.parse(mine.text)).toMatchObject({ kind: 'done' });
    const kept = (await call(product, 'manager', 'GET', 'absences')).body;
    for (const persona of ['seniorManager', 'colleague']) {
      expect((await tried(persona, 'DELETE /api/team/absences/:id', given)).status).toBe(404);
      await tried(persona, 'PUT /api/team/absences/:id', { ...given, colleagueId: given.colleagueId });
    }
    expect((await call(product, 'manager', 'GET', 'absences')).body).toEqual(kept);
  });
});

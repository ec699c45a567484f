import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectory } from '../../../src/m365/directory/person-directory.ts';
import { createStaffDirectory } from '../../../src/m365/directory/staff-directory.ts';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { gatherReads } from '../../../src/m365/graph/gather-reads.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { addFault, clearFaults, lastRequestNumber, requestsSince } from '../support/faults.ts';
import { registerTestApp, startTestTenant, tokenFor } from '../support/sandbox.ts';

let tenant: RunningSandbox;
let clientId: string;

beforeAll(async () => {
  tenant = await startTestTenant();
  ({ clientId } = await registerTestApp(tenant.origin));
});
afterAll(() => tenant.close());

const graphOf = (persona: string) =>
  createGraph({
    baseUrl: `${tenant.origin}/graph`,
    getToken: () => tokenFor(tenant.origin, { persona, app: clientId, scopes: ['User.Read', 'User.Read.All'] }),
  });

describe('the directory', () => {
  it('knows who is signed in and who the line manager is', async () => {
    const directory = createDirectory(graphOf('reporter'));
    const [me, manager] = [await directory.me(), await directory.myManager()];
    expect(me.address).toMatch(/@glanrafon\.example$/);
    const asManager = await createDirectory(graphOf('manager')).me();
    expect(manager).toEqual(asManager);
  });

  it('finds people by the start of a name, ten at most, and nobody for one letter', async () => {
    const directory = createDirectory(graphOf('reporter'));
    const { name } = await directory.me();
    expect((await directory.search(name.slice(0, 3))).map((person) => person.name)).toContain(name);
    expect(await directory.search(name.slice(0, 1))).toEqual([]);
    expect((await directory.search('an')).length).toBeLessThanOrEqual(10);
  });

  it('takes quotes and ampersands in a search for text', async () => {
    expect(await createDirectory(graphOf('reporter')).search("O'Neill & 'eq")).toEqual([]);
  });

  it('gives the service nobody for an id that is not there', async () => {
    const graph = createGraph({
      baseUrl: `${tenant.origin}/graph`,
      getToken: () => tokenFor(tenant.origin, { app: clientId, scopes: ['.default'] }),
    });
    expect(await createStaffDirectory(graph).find('00000000-0000-4000-8000-000000000000')).toBeNull();
    expect(await createStaffDirectory(graph).addressesOf('00000000-0000-4000-8000-000000000000')).toEqual([]);
  });

  it('gives the main address of the mailbox, and the service all that reach it, after the account is closed too', async () => {
    const { id, address } = await createDirectory(graphOf('colleague')).me();
    const addresses = ['Swyddfa.Carys@glanrafon.example', 'carys.alias@glanrafon.example'];
    const change = (body: object) =>
      fetch(`${tenant.origin}/sandbox/people/colleague`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await change({ addresses });
    const directory = createStaffDirectory(
      createGraph({
        baseUrl: `${tenant.origin}/graph`,
        getToken: () => tokenFor(tenant.origin, { app: clientId, scopes: ['.default'] }),
      }),
    );
    expect((await directory.find(id))?.address).toBe(addresses[0]);
    await change({ accountEnabled: false });
    expect(await directory.find(id)).toBeNull();
    const all = [...addresses.map((each) => each.toLowerCase()), address];
    expect((await directory.addressesOf(id)).toSorted()).toEqual(all.toSorted());
    await change({ accountEnabled: true, addresses: [address] });
  });
});

describe('reads asked for together', () => {
  it('leave in one round trip, also one that waits for who is signed in', async () => {
    const graph = graphOf('reporter');
    const ready = new Promise((resolve) => setTimeout(resolve, 30));
    const directory = createDirectory(gatherReads(graph, () => ready));
    const before = await lastRequestNumber(tenant.origin);
    const late = ready.then(() => directory.search('Carys'));
    await Promise.all([directory.me(), directory.myManager(), late]);
    const asked = (await requestsSince(tenant.origin, before)).filter((request) => !request.batched);
    expect(asked.map((request) => request.path)).toEqual(['/graph/v1.0/$batch']);
  });

  it('are each answered when one of them is throttled inside the batch', async () => {
    await addFault(tenant.origin, {
      match: { part: 'graph', path: '/graph/v1.0/me/manager' },
      effect: { kind: 'status', status: 429, retryAfter: 0 },
    });
    const directory = createDirectory(gatherReads(graphOf('reporter')));
    const [me, manager] = await Promise.all([directory.me(), directory.myManager()]);
    expect([me.name, manager?.name].every(Boolean)).toBe(true);
    await clearFaults(tenant.origin);
  });

  it('fail each for itself', async () => {
    const graph = gatherReads(graphOf('reporter'));
    const directory = createDirectory(graph);
    const [me, nothing] = await Promise.allSettled([
      directory.me(),
      graph.done({ method: 'GET', path: '/me/nothing' }),
    ]);
    expect([me.status, nothing.status]).toEqual(['fulfilled', 'rejected']);
  });
});

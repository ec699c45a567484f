import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { createSharePointRest } from '../../../src/m365/provisioning/sharepoint-rest.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { EmptySite } from './support/empty-site.ts';

describe('Microsoft 365 is asked for too much at once', () => {
  let site: EmptySite;
  beforeEach(async () => {
    site = await EmptySite.start();
  });
  afterEach(() => site.close());

  const apply = () => provisionSite(site.graph, site.rest, site.request, () => undefined);
  const longWaits = () => site.waits.filter((milliseconds) => milliseconds > 3_000);

  it.each([
    ['Graph', 'graph', 429],
    ['Graph', 'graph', 503],
    ['SharePoint', 'sharepoint', 429],
    ['SharePoint', 'sharepoint', 503],
  ])('and %s (%s, %i) is waited for as long as it says, reading and writing', async (_name, part, status) => {
    const effect = { kind: 'status', status, retryAfter: 37 };
    await site.fault({ match: { part, method: 'GET' }, skip: 2, times: 2, effect });
    await site.fault({ match: { part, method: 'POST' }, skip: 4, times: 3, effect });
    const { left } = await apply();
    expect(left).toEqual([]);
    expect(longWaits()).toEqual([37_000, 37_000, 37_000, 37_000, 37_000]);
    expect(site.said).toContain('Microsoft 365 asks to wait 37 s');
    expect((await planSite(site.graph, site.rest, site.request)).differences).toEqual([]);
  });

  it('and is not asked again before the hour it wants, which is said', async () => {
    await site.fault({
      match: { part: 'graph', method: 'POST' },
      effect: { kind: 'status', status: 429, retryAfter: 3_600 },
    });
    await expect(apply()).rejects.toThrow('asks to be left alone for 60 minutes: wait that long.');
    expect(longWaits()).toEqual([]);
  });

  it('and is given up for today when it asks to wait again and again', async () => {
    await site.fault({
      match: { part: 'sharepoint', method: 'POST' },
      times: null,
      effect: { kind: 'status', status: 429, retryAfter: 20 },
    });
    await expect(apply()).rejects.toMatchObject({ code: 'throttled' });
    expect(longWaits()).toHaveLength(10);
    await site.mended();
    expect((await apply()).left).toEqual([]);
  });

  it('is not asked twice to write where a 503 names no time: it may have been done', async () => {
    const path = '/graph/v1.0/sites/*/lists';
    await site.fault({
      match: { path, method: 'POST' },
      skip: 3,
      effect: { kind: 'status', status: 503, after: true },
    });
    await expect(apply()).rejects.toThrow('Run apply again: it goes on from here.');
    expect((await apply()).left).toEqual([]);
  });
});

describe('The network is lost', () => {
  let site: EmptySite;
  beforeEach(async () => {
    site = await EmptySite.start();
  });
  afterEach(() => site.close());

  const apply = (done: string[] = []) =>
    provisionSite(site.graph, site.rest, site.request, ({ kind }) => done.push(kind));

  it('in the middle of the work: what was being done is named, and the next run goes on', async () => {
    const done: string[] = [];
    await site.fault({ match: { part: 'sharepoint', method: 'POST' }, skip: 20, effect: { kind: 'drop' } });
    const error = await apply(done).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'offline' });
    expect(String(error)).toMatch(/list \w+: .*: not done\. .*no answer.*Run apply again: it goes on from here\.$/);
    const again: string[] = [];
    expect((await apply(again)).left).toEqual([]);
    expect(done.length).toBeGreaterThan(10);
    expect(again.length).toBeGreaterThan(10);
  });

  it.each(['graph', 'sharepoint'])('while it reads (%s): that it could not be read, and what to do', async (part) => {
    await site.fault({ match: { part, method: 'GET' }, times: null, effect: { kind: 'drop' } });
    const error = await apply().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'offline' });
    expect(String(error)).toMatch(
      /The site could not be read\. No answer came\. Look at the network\. \(GET.*: no answer\) Run it again/,
    );
  });

  it('and a proxy answers with a page of its own: that is no success', async () => {
    await using proxy = await startScriptedServer(() => ({ status: 200, body: '<p>Sign in to the guest network</p>' }));
    const rest = createSharePointRest(proxy.origin, async () => 'a token');
    await expect(rest.merge('web', { MembersCanShare: false })).rejects.toMatchObject({
      code: 'server',
      message: 'POST _api/web: not JSON',
    });
    await expect(planSite(site.graph, rest, site.request)).rejects.toThrow('Microsoft 365 failed at it. (GET');
  });
});

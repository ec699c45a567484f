import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { reportOf } from '../service/support/reporter.ts';
import { ChaosRun } from './engine/chaos-run.ts';
import { sendReport } from './engine/deeds.ts';
import { makeReport } from './engine/make-report.ts';
import { answer, type RequestFault } from './engine/request-faults.ts';
import { registered } from './engine/tenant-view.ts';
import { openWorld, type World } from './engine/world.ts';

/** Minutes between the looks while something stays broken: some six hours, more than a mail is tried for otherwise. */
const long = [1.2, 1.2, 5, 10, ...Array.from({ length: 30 }, () => 16)];
const short = long.slice(0, 7);

describe('What nobody mends (X-PART-1)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());
  beforeEach(() => world.startAnew());

  async function begin(fault: RequestFault, over: Partial<Report> = {}) {
    const run = new ChaosRun(world, fault.name, { isCalm: true });
    for (let each = 0; each < 2; each += 1) run.startReplica();
    await run.drain();
    run.breakForGood(fault);
    world.takeLog();
    const { report } = await sendReport(run, await reportOf(world.people.reporter, 1, over), 'reporter');
    await run.look();
    return { run, recordOf: async () => (await registered(world.product, report.submissionId))[0] };
  }
  async function last(run: ChaosRun, minutes: readonly number[]): Promise<void> {
    for (const each of minutes) {
      world.time.advance(each * 60_000);
      await run.look();
    }
  }
  const nothingFound = { lost: [], doubled: [], forbidden: [], stuck: [] };

  it.each([
    ['full', answer(507, 'ErrorQuotaExceeded'), long],
    ['closed to us', answer(403, 'ErrorAccessDenied'), short],
    ['gone', answer(404, 'ErrorInvalidUser'), short],
  ])(
    'the service mailbox is %s: every mail says why and when it is tried again, and leaves once when it can',
    async (name, refusal, minutes) => {
      const { run, recordOf } = await begin({
        name: `mailbox ${name}`,
        weight: 1,
        fits: ({ method, url }) => method === 'POST' && /^\/graph\/v1\.0\/users\/[^/]+\/messages/.test(url.pathname),
        act: async () => refusal.clone(),
      });
      await last(run, minutes);
      const record = await recordOf();
      const mails = record?.incident.deliveries.filter(({ channel }) => channel === 'mail') ?? [];
      expect(mails.length).toBeGreaterThan(0);
      const now = world.time.now().getTime();
      for (const { key, state, failure } of mails) {
        expect({ key, state, hasReason: failure !== null }).toEqual({ key, state: 'failed', hasReason: true });
        // By the clock of whoever tried last, which may be fast.
        const within = 16 * 60_000 + Math.max(0, ...run.fleet.replicas.map(({ skewMs }) => skewMs));
        expect(Date.parse(record?.work.retryAt[key] ?? '') - now).toBeLessThanOrEqual(within);
      }
      expect(record?.fields.WorkState).toBe('pending');
      run.mend();
      expect(await run.finish()).toMatchObject(nothingFound);
      expect((await recordOf())?.incident.deliveries.map(({ state }) => state)).not.toContain('failed');
    },
    120_000,
  );

  it('Teams is blocked for a person: the mail that takes its place leaves once, and the record says why', async () => {
    const { run, recordOf } = await begin({
      name: 'Teams blocked',
      weight: 1,
      fits: ({ url }) => url.pathname.startsWith('/connector/') && /\/activities/.test(url.pathname),
      act: async () => answer(403, 'BotDisabledByUser'),
    });
    expect(await run.finish()).toMatchObject(nothingFound);
    const to = (await recordOf())?.incident.deliveries.filter(({ role }) => role === 'lineManager') ?? [];
    expect(to.map(({ channel, state, failure }) => ({ channel, state, failure }))).toEqual([
      { channel: 'card', state: 'gaveUp', failure: 'forbidden' },
      { channel: 'mail', state: 'sent', failure: null },
    ]);
  }, 120_000);

  it.each(['audit', 'intake', 'incidents', 'state'])(
    'the list %s is gone: the service says so, and does everything once when it is there again',
    async (list) => {
      const listId = world.product.settings.site.lists[list as 'audit'];
      const { run } = await begin({
        name: `${list} gone`,
        weight: 1,
        fits: ({ url }) => url.pathname.includes(`/lists/${listId}`),
        act: async () => answer(404, 'itemNotFound'),
      });
      await last(run, short);
      const said = world.takeLog().filter((line) => /takeFailed|settleFailed|followFailed/.test(line));
      const failed = run.story.filter((line) => /(readLists|resume|clocks) ended: RemoteError/.test(line));
      expect(said.length + failed.length).toBeGreaterThanOrEqual(short.length);
      run.mend();
      expect(await run.finish()).toMatchObject(nothingFound);
    },
    120_000,
  );
});

describe('Three replicas that are killed in turn while reports come in (X-IDEM-1)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it.each([1, 2, 3])(
    'lose nothing and do nothing twice, in the order of seed %i',
    async (seed) => {
      world.startAnew();
      const run = new ChaosRun(world, `killed in turn ${seed}`, { isCalm: true, kills: 100 });
      const { random } = run;
      for (let each = 0; each < 3; each += 1) run.startReplica();
      await run.drain();
      for (let number = 0; number < 12; number += 1) {
        await sendReport(run, await makeReport(world, random, 'reporter', number), 'reporter');
        for (const replica of run.fleet.alive) {
          run.loop(replica, 'readLists');
          run.loop(replica, 'resume');
        }
        await run.step(5 + random.below(60));
        const oldest = run.fleet.alive[0];
        if (oldest) run.kill(oldest);
        run.startReplica();
        world.time.advance(1_000 * random.below(40));
      }
      const { lost, doubled, forbidden, stuck } = await run.finish();
      expect(run.fleet.replicas.length).toBeGreaterThan(10);
      expect({ lost, doubled, forbidden, stuck }).toEqual({ lost: [], doubled: [], forbidden: [], stuck: [] });
    },
    240_000,
  );
});

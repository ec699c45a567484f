import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../service/support/free-port.ts';
import { incidents, itemsOf, sentMails } from '../service/support/look.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from '../service/support/reporter.ts';
import { type RunningSystem, startSystem } from './support/running-system.ts';
import { until } from './support/until.ts';

const count = 24;

/** A lease that would not run out while this lasts: only what was given back is taken up again. */
const leaseSeconds = 3_600;

describe('A process that is asked to end in the middle of its work (SIGTERM)', () => {
  let system: RunningSystem;
  let ended = 0;
  let metricsPort = 0;

  beforeAll(async () => {
    metricsPort = await freePort();
    system = await startSystem({ pollSeconds: 2, leaseSeconds, stopSeconds: 2, metricsPort });
    const person = await personOf(system, 'reporter');
    const posting = (async () => {
      for (let number = 0; number < count; number += 1) {
        const report = await reportOf(person, number);
        await addReport(system, 'reporter', report);
        await addForwarded(system, 'reporter', forwardedOf(report));
      }
    })();
    for (const share of [0.2, 0.5]) {
      await until(
        'some reports are taken',
        async () => (await incidents(system)).length >= count * share,
        120_000,
        100,
      );
      // Its supervisor starts another in its place.
      const before = system.replicas[0]?.pid ?? 0;
      process.kill(before, 'SIGTERM');
      ended += 1;
      await until('another process is there', async () => system.replicas[0]?.pid !== before, 60_000, 100);
      // One that is only just beginning knows of no signal yet.
      await until(
        'it listens',
        async () => ((await system.serviceLog()).match(/"msg":"listening"/g)?.length ?? 0) > ended,
        60_000,
        100,
      );
    }
    await posting;
    await until(
      'every report is dealt with',
      async () => (await incidents(system)).filter(({ item }) => item.fields.WorkState === 'done').length === count,
      240_000,
      1_000,
    );
  }, 600_000);
  afterAll(() => system?.stop());

  it('loses nothing and does nothing twice', async () => {
    expect(ended).toBe(2);
    const found = await incidents(system);
    expect(new Set(found.map(({ incident }) => incident.report.submissionId)).size).toBe(count);
    const mails = (await sentMails(system)).map(({ subject, to }) => `${subject} to ${to.join()}`);
    expect(mails.filter((mail, place) => mails.indexOf(mail) !== place)).toEqual([]);
    for (const { incident } of found) {
      expect(mails.filter((mail) => mail.includes(incident.reference)).length).toBeGreaterThanOrEqual(2);
    }
    const intake = await itemsOf(system, system.settings.site.lists.intake);
    const reports = intake.filter(({ fields }) => fields.EntryType === 'report');
    expect(reports.filter(({ fields }) => !fields.Receipts)).toEqual([]);
  });

  it('offers what it measures on a port of its own, from its own settings', async () => {
    const text = await (await fetch(`http://localhost:${metricsPort}/metrics`)).text();
    expect(text).toMatch(/^urddas_owed_records\{[^}]*\} \d+$/m);
    expect(await (await fetch(`${system.appOrigin}/metrics`)).text()).not.toContain('urddas_owed_records');
  });

  it('says in its log that it left, and left no lease behind', async () => {
    const log = await system.serviceLog();
    expect(log.match(/"msg":"left"/g)?.length).toBe(ended);
    expect(log).not.toContain('leaseNotGivenBack');
  });
});

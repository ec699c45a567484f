import { planSite, provisionSite } from '../../src/m365/provisioning/provision-site.ts';
import { EmptySite } from '../../test/m365/provisioning/support/empty-site.ts';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { TenantControl } from '../tenant-control.ts';

const delayMs = 80;

interface Took {
  requests: number;
  milliseconds: number;
}

/**
 * Makes an empty site ready, and plans a ready one, with every answer of Graph and SharePoint 80 ms late, by the code that
 * `npm run provision` runs. Measured against the same number of such round trips one after the other.
 */
export async function measureProvision({ runs, say }: Bench): Promise<Measurement[]> {
  const applied: Took[] = [];
  const planned: Took[] = [];
  // Each takes most of a minute, and what varies is the machine's load alone.
  const rounds = Math.min(runs, 3);
  for (let round = 0; round < rounds; round += 1) {
    const site = await EmptySite.start();
    const control = new TenantControl(site.origin);
    try {
      for (const part of ['graph', 'sharepoint']) {
        const effect = { kind: 'delay', milliseconds: delayMs };
        await site.fault({ match: { part }, times: null, effect });
      }
      applied.push(
        await took(control, async () => {
          const { left } = await provisionSite(site.graph, site.rest, site.request, () => undefined);
          const owed = left.filter(({ effort }) => effort !== 'note');
          if (owed.length > 0) throw new Error(`${owed.length} differences were left.`);
        }),
      );
      planned.push(await took(control, () => planSite(site.graph, site.rest, site.request)));
    } finally {
      await site.running.close();
    }
    say(`  ${round + 1} of ${rounds}`);
  }
  return [...rowsOf('apply', applied), ...rowsOf('plan', planned)];
}

async function took(control: TenantControl, work: () => Promise<unknown>): Promise<Took> {
  const last = await control.lastRequest();
  const from = performance.now();
  await work();
  const milliseconds = performance.now() - from;
  const after = await control.requestsSince(last);
  return { requests: after.filter(({ path }) => !path.startsWith('/sandbox')).length, milliseconds };
}

function rowsOf(verb: 'apply' | 'plan', all: Took[]): Measurement[] {
  const requests = median(all.map((each) => each.requests));
  const milliseconds = median(all.map((each) => each.milliseconds));
  return [
    measured({ name: `provision.${verb}.requests`, unit: 'requests', value: requests, runs: all.length }),
    measured({
      name: `provision.${verb}`,
      unit: 's',
      value: milliseconds === null ? null : milliseconds / 1000,
      against: {
        name: `as many round trips of ${delayMs} ms, one after the other`,
        value: requests === null ? null : (requests * delayMs) / 1000,
      },
      runs: all.length,
      note: verb === 'apply' ? 'an empty site' : 'a site that is ready: nothing is written',
    }),
  ];
}

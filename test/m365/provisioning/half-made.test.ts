import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDefinition } from '../../../src/m365/provisioning/column-definition.ts';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import { isCarriedOut } from '../../../src/m365/provisioning/difference.ts';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { sitePlan } from '../../../src/m365/provisioning/site-plan.ts';
import { EmptySite } from './support/empty-site.ts';
import { snapshotOf } from './support/snapshot.ts';

/** Lists that are there already, and the columns each has got so far. */
const made: Record<string, readonly string[]> = {
  Intake: ['SubmissionId', 'EntryType', 'State'],
  Incidents: ['SubmissionId', 'Reference'],
  Evidence: [],
  State: [],
};

describe('a site that somebody made by half', () => {
  let site: EmptySite;
  let planned: string[];
  beforeAll(async () => {
    site = await EmptySite.start();
    for (const plan of sitePlan.lists) {
      const present = made[plan.name];
      if (!present) continue;
      const columns = plan.columns.filter(({ name }) => present.includes(name));
      await site.makeList('urddas', {
        displayName: plan.name,
        list: { template: plan.template },
        columns: columns.map((column) => toDefinition(plan.name, column)),
      });
    }
  });
  afterAll(() => site.close());

  it('is told exactly which lists and columns are still to be made', async () => {
    const { differences } = await planSite(site.graph, site.rest, site.request);
    const lists = differences.flatMap((one) => (one.kind === 'listMissing' ? [one.list] : []));
    expect(lists).toEqual(sitePlan.lists.map(({ name }) => name).filter((name) => !(name in made)));
    const columns = differences.flatMap((one) => (one.kind === 'columnMissing' ? [`${one.list} ${one.column}`] : []));
    expect(columns).toEqual(
      sitePlan.lists.flatMap(({ name: list, columns: all }) =>
        all.filter(({ name }) => made[list] && !made[list].includes(name)).map(({ name }) => `${list} ${name}`),
      ),
    );
    planned = differences.filter(isCarriedOut).map(describeDifference);
  });

  it('is made whole by exactly these', async () => {
    const done: string[] = [];
    const { left } = await provisionSite(site.graph, site.rest, site.request, (one) =>
      done.push(describeDifference(one)),
    );
    expect({ done, left }).toEqual({ done: planned, left: [] });
  });

  it('and then is like a site that was made in one go', async () => {
    const other = await EmptySite.start();
    await provisionSite(other.graph, other.rest, other.request, () => undefined);
    expect(await snapshotOf(site)).toEqual(await snapshotOf(other));
    await other.close();
    expect((await planSite(site.graph, site.rest, site.request)).differences).toEqual([]);
  });
});

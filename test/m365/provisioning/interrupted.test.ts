import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import type { Difference } from '../../../src/m365/provisioning/difference.ts';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { EmptySite } from './support/empty-site.ts';
import { snapshotOf } from './support/snapshot.ts';

const plan = (site: EmptySite) => planSite(site.graph, site.rest, site.request);
const apply = (site: EmptySite, onDone: (one: Difference) => void = () => undefined) =>
  provisionSite(site.graph, site.rest, site.request, onDone);

/** How a site looks that was made in one go. */
let whole: string[];
beforeAll(async () => {
  const site = await EmptySite.start();
  await apply(site);
  whole = await snapshotOf(site);
  await site.close();
});

describe.each([
  ['before it was done', { kind: 'drop' }],
  ['after it was done, so that nobody heard of it', { kind: 'drop', after: true }],
  ['by a server that answers nothing of use', { kind: 'status', status: 502, after: true }],
])('Making a site that is cut off again and again, each time %s', (_how, effect) => {
  let site: EmptySite;
  beforeAll(async () => {
    site = await EmptySite.start();
  });
  afterAll(() => site.close());

  it('goes on from there each time, and in the end nothing is lost and nothing there twice', async () => {
    const done: string[] = [];
    let runs = 0;
    for (let isDone = false; !isDone; runs += 1) {
      // Further into the work each time, so that it is cut at lists, levels, holders, views and rows alike.
      await site.fault({ match: { method: 'POST' }, skip: 7 + 6 * runs, effect });
      try {
        const { left } = await apply(site, (one) => done.push(describeDifference(one)));
        expect(left).toEqual([]);
        isDone = true;
      } catch (error) {
        expect(String(error)).toMatch(/: not done\. [A-Z].*\(POST .*\) Run apply again: it goes on from here\./);
      }
      await site.mended();
    }
    expect(runs).toBeGreaterThan(6);
    expect(await snapshotOf(site)).toEqual(whole);
    expect((await plan(site)).differences).toEqual([]);
    expect(done.filter((line, at) => done.indexOf(line) !== at)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOfFinding } from '../../../src/application/site-findings.ts';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import { type Difference, isCarriedOut } from '../../../src/m365/provisioning/difference.ts';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { ServiceInspection } from '../../../src/m365/provisioning/service-inspection.ts';
import { sitePlan } from '../../../src/m365/provisioning/site-plan.ts';
import { EmptySite } from './support/empty-site.ts';

const kindsOf = (differences: readonly { kind: string }[]) => [...new Set(differences.map(({ kind }) => kind))].sort();

/** The site as the service sees it, by what its own registration was consented to. */
async function lookOfService(site: EmptySite): Promise<ServiceInspection> {
  const { tenantId, groups, terms } = site.request;
  const served = { id: await site.id(), tenantId, groups, terms, listIds: {} };
  return new ServiceInspection(site.graphOfService, site.restOfService, served);
}

describe('a site that has nothing yet', () => {
  let site: EmptySite;
  let planned: string[];
  beforeAll(async () => {
    site = await EmptySite.start();
  });
  afterAll(() => site.close());

  it('is planned without one request that could write', async () => {
    const before = await site.lastRequest();
    const { differences } = await planSite(site.graph, site.rest, site.request);
    planned = differences.filter(isCarriedOut).map(describeDifference);
    const methods = await site.methodsSince(before);
    expect(methods.length).toBeGreaterThan(5);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    for (const { name } of sitePlan.lists) expect(planned).toContain(`list ${name}: make it, with its columns`);
  });

  it('is made exactly as planned, line by line', async () => {
    const done: string[] = [];
    const { left } = await provisionSite(site.graph, site.rest, site.request, (one) =>
      done.push(describeDifference(one)),
    );
    expect(done).toEqual(planned);
    expect(left).toEqual([]);
  });

  it('needs nothing more, and a second apply writes nothing', async () => {
    const before = await site.lastRequest();
    const { done, left } = await provisionSite(site.graph, site.rest, site.request, () => undefined);
    expect({ done, left }).toEqual({ done: [], left: [] });
    expect(new Set(await site.methodsSince(before))).toEqual(new Set(['GET']));
  });

  it('shows the service, by its own rights, that it is as planned, without one request that could write', async () => {
    const before = await site.lastRequest();
    expect(await (await lookOfService(site)).inspect({ withPages: true })).toEqual([]);
    expect(new Set(await site.methodsSince(before))).toEqual(new Set(['GET']));
  });
});

describe('a site that somebody changed', () => {
  let site: EmptySite;
  beforeAll(async () => {
    site = await EmptySite.start();
    await provisionSite(site.graph, site.rest, site.request, () => undefined);
  });
  afterAll(() => site.close());

  const changes: [string, (at: EmptySite) => Promise<void>, string, Difference['effort']][] = [
    [
      'own rows are no longer hidden',
      (at) => at.mergeList('Intake', { ReadSecurity: 1, WriteSecurity: 1 }),
      'list Intake: people read their own rows alone, and change none',
      'change',
    ],
    [
      'a list is searched again',
      (at) => at.mergeList('Incidents', { NoCrawl: false }),
      'list Incidents: kept out of search',
      'change',
    ],
    [
      'files may be put beside rows',
      (at) => at.mergeList('Audit', { EnableAttachments: true }),
      'list Audit: no files beside rows',
      'change',
    ],
    [
      'a list inherits the site’s rights',
      (at) => at.postList('IncidentsHR', 'resetroleinheritance'),
      'list IncidentsHR: has rights of its own, and none of the site’s',
      'change',
    ],
    [
      'an index is gone',
      (at) => at.patchColumn('Incidents', 'NextDueAt', { indexed: false }),
      'list Incidents: column NextDueAt: index it',
      'change',
    ],
    [
      'a unique column is unique no more',
      (at) => at.patchColumn('State', 'Key', { enforceUniqueValues: false }),
      'list State: column Key: must hold no value twice',
      'change',
    ],
    [
      'a column is gone',
      (at) => at.deleteColumn('Incidents', 'NewComment'),
      'list Incidents: column NewComment: make it',
      'make',
    ],
    [
      'a view shows other columns',
      (at) =>
        at.postList(
          'Incidents',
          "views/getbytitle('Newest first %2F Diweddaraf yn gyntaf')/viewfields/removeviewfield('State')",
        ),
      'list Incidents: view "Newest first": put right its columns',
      'change',
    ],
    [
      'a view is filtered by something else',
      (at) => at.mergeList('Incidents', { ViewQuery: '' }, "/views/getbytitle('By time limit %2F Yn ôl terfyn amser')"),
      'list Incidents: view "By time limit": put right its rows',
      'change',
    ],
    [
      'a column lost its formatting',
      (at) => at.mergeList('Incidents', { CustomFormatter: '' }, "/fields/getbyinternalnameortitle('State')"),
      'list Incidents: column State: show it with a colour and a sign',
      'change',
    ],
    [
      'a form shows what is the service’s own',
      (at) => at.postList('Incidents', "fields/getbyinternalnameortitle('WorkOwner')/setshowineditform(true)"),
      'list Incidents: leave what is Urddas’s own out of the form: WorkOwner',
      'change',
    ],
    [
      'members may share',
      (at) => at.rest.merge('web', { MembersCanShare: true }),
      'site: only owners may share what is in it',
      'change',
    ],
    [
      'somebody may read a list that is not theirs',
      (at) => at.give('Audit', 'switchboard', 'Read'),
      'list Audit: "Urddas Switchboard" holds "Read", which is not in the plan. Take it away in the list’s permissions, or find out who gave it and why',
      'byHand',
    ],
    [
      'a group holds more than planned',
      (at) => at.give('SwitchboardQueries', 'switchboard', 'Contribute'),
      'list SwitchboardQueries: "Urddas Switchboard" holds "Contribute", which is not in the plan. Take it away in the list’s permissions, or find out who gave it and why',
      'byHand',
    ],
  ];

  it.each(changes)('is told: %s', async (_name, change, line, effort) => {
    await change(site);
    const { differences } = await planSite(site.graph, site.rest, site.request);
    expect(differences.map((one) => [one.effort, describeDifference(one)])).toContainEqual([effort, line]);
  });

  it('shows the same to the service, by its own rights', async () => {
    const found = await (await lookOfService(site)).inspect();
    expect(kindsOf(found)).toEqual([
      'columnMissing',
      'holderMissing',
      'holderUnplanned',
      'indexMissing',
      'inheritsRights',
      'membersMayShare',
      'notUnique',
      'rowRules',
      'settingsDiffer',
    ]);
    const all = await (await lookOfService(site)).inspect({ withPages: true });
    const looks = all.filter((one) => !found.some((other) => nameOfFinding(other) === nameOfFinding(one)));
    expect(kindsOf(looks)).toEqual(['formatDiffers', 'shownInForm', 'viewDiffers']);
    expect(new Set(looks.map(({ fault }) => fault))).toEqual(new Set(['pages']));
  });

  it('names nobody in what the service may log', async () => {
    const text = JSON.stringify(await (await lookOfService(site)).inspect({ withPages: true }));
    expect(text).not.toMatch(/Urddas S|Urddas Swi|@|i:0|c:0/);
  });

  it('is put right by apply, save for what takes a right away', async () => {
    const { left } = await provisionSite(site.graph, site.rest, site.request, () => undefined);
    expect(left.map(({ effort, kind }) => [effort, kind])).toEqual([
      ['byHand', 'holderUnplanned'],
      ['byHand', 'holderUnplanned'],
    ]);
  });
});

describe('a site that an earlier Urddas made', () => {
  let site: EmptySite;
  const registers = [
    ['Incidents', 'security'],
    ['IncidentsHR', 'hr'],
  ] as const;
  beforeAll(async () => {
    site = await EmptySite.start();
    await provisionSite(site.graph, site.rest, site.request, () => undefined);
    for (const [list, group] of registers) {
      await site.take(list, group, 'Urddas: keep the register');
      await site.give(list, group, 'Contribute');
    }
  });
  afterAll(() => site.close());

  it('gives the keepers of its registers the level that deletes nothing, and leaves the other to a person (0171)', async () => {
    const done: string[] = [];
    const { left } = await provisionSite(site.graph, site.rest, site.request, (one) =>
      done.push(describeDifference(one)),
    );
    expect(done).toEqual([
      'list Incidents: give "Urddas: keep the register" to Security',
      'list IncidentsHR: give "Urddas: keep the register" to HR',
    ]);
    expect(left.map(({ effort, kind }) => [effort, kind])).toEqual([
      ['byHand', 'earlierLevel'],
      ['byHand', 'earlierLevel'],
    ]);
    expect(left.map(describeDifference)[0]).toBe(
      'list Incidents: Security still holds "Contribute" besides, from an earlier Urddas, and may delete rows by it. "Urddas: keep the register" is enough for all they do: take the other away in the list’s permissions',
    );
  });

  it('and is as planned once a person has taken it away', async () => {
    for (const [list, group] of registers) await site.take(list, group, 'Contribute');
    expect((await planSite(site.graph, site.rest, site.request)).differences).toEqual([]);
  });
});

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { EmptySite } from './support/empty-site.ts';

let site: EmptySite;
beforeAll(async () => {
  site = await EmptySite.start();
});
afterAll(() => site.close());

const at = (siteName: string) => ({ ...site.request, siteName });
const plan = (siteName: string) => planSite(site.graph, site.restOf(siteName), at(siteName));
const apply = (siteName: string) => provisionSite(site.graph, site.restOf(siteName), at(siteName), () => undefined);
const list = (displayName: string, template = 'genericList', columns: object[] = []) => ({
  displayName,
  list: { template },
  columns,
});

/** Each site is made as it is found, and what it is refused with. */
const sites: [string, string, (name: string) => Promise<void>, RegExp][] = [
  [
    'belongs to a team',
    'team',
    (name) => site.makeSite(name, { groupId: '3f0c2f53-6a0e-4a53-9a7e-1b7f8f0c9d21' }),
    /^The site belongs to a Microsoft 365 group, whose owners could read every list\. Make a team site without a group/,
  ],
  [
    'is used for something else',
    'projects',
    async (name) => {
      await site.makeSite(name);
      await site.makeList(name, list('Projects'));
      await site.seed(name, 'Projects', 3);
    },
    /^The site is used for something else: it holds "Projects"\. Urddas needs a site of its own/,
  ],
  [
    'has a list of ours as a library',
    'library',
    async (name) => {
      await site.makeSite(name);
      await site.makeList(name, list('Audit', 'documentLibrary'));
      await site.makeList(name, list('State', 'documentLibrary'));
    },
    /^The site already has Audit, State as something else\. Rename or remove it, or name another site/,
  ],
  [
    'has rows of somebody else in a list that is called like ours',
    'incidents',
    async (name) => {
      await site.makeSite(name);
      await site.makeList(name, list('Incidents', 'genericList', [{ name: 'State', text: {} }]));
      await site.seed(name, 'Incidents', 2);
    },
    /^The site already has rows of something else in Incidents\. Nobody’s rights on them are taken away/,
  ],
  [
    'has somebody else’s files in a library that is called like ours',
    'files',
    async (name) => {
      await site.makeSite(name);
      await site.makeList(name, list('Evidence', 'documentLibrary'));
      await site.putFile(name, 'Evidence', 'minutes.txt');
    },
    /^The site already has rows of something else in Evidence\./,
  ],
];

describe('A site is refused, and nothing is written to it, when it', () => {
  it.each(sites)('%s', async (_why, name, make, sentence) => {
    await make(name);
    const before = await site.lastRequest();
    await expect(plan(name)).rejects.toThrow(sentence);
    await expect(apply(name)).rejects.toThrow(sentence);
    expect(new Set(await site.methodsSince(before))).toEqual(new Set(['GET']));
  });

  it('is not there', async () => {
    await expect(plan('nowhere')).rejects.toThrow(
      /^There is no site at https:\/\/.*\/sites\/nowhere\. Make a team site/,
    );
  });

  it.each(['reporter', 'security'])('is administered by somebody else than %s, who asks', async (persona) => {
    await site.makeSite('others', { administrators: ['administrator'] });
    const { graph, rest } = site.of(persona, 'others');
    const before = await site.lastRequest();
    await expect(planSite(graph, rest, at('others'))).rejects.toThrow(
      /^(You are no administrator of this site|You may not open)/,
    );
    await expect(provisionSite(graph, rest, at('others'), () => undefined)).rejects.toThrow(/administrator/);
    expect(new Set(await site.methodsSince(before))).toEqual(new Set(['GET']));
  });
});

describe('A site that whoever asks may open, but does not administer, is refused', () => {
  const refused = async (name: string) => {
    const { graph, rest } = site.of('security', name);
    const before = await site.lastRequest();
    const sentence = /^You are no administrator of this site, and so might not see all of its lists\./;
    await expect(planSite(graph, rest, at(name))).rejects.toThrow(sentence);
    await expect(provisionSite(graph, rest, at(name), () => undefined)).rejects.toThrow(sentence);
    expect(new Set(await site.methodsSince(before))).toEqual(new Set(['GET']));
  };

  it('to somebody who sees some of its lists', async () => {
    await site.makeSite('seen');
    await apply('seen');
    await refused('seen');
  });

  it('to somebody with full control of it: lists that shut them out would look missing', async () => {
    await site.makeSite('owned');
    const rest = site.restOf('owned');
    const id = v.object({ Id: v.number() });
    const logonName = `c:0t.c|tenant|${site.request.groups.security}`;
    const { Id } = await rest.post(id, 'web/ensureuser', { logonName });
    const level = await rest.get(id, "web/roledefinitions/getbyname('Full Control')");
    const right = `principalid=${Id},roledefid=${level.Id}`;
    await rest.post(v.unknown(), `web/roleassignments/addroleassignment(${right})`);
    await refused('owned');
  });
});

describe('A site of its own is taken', () => {
  it('by an administrator of the site, who holds nothing in its lists afterwards', async () => {
    await site.makeSite('own', { administrators: ['administrator'] });
    const { graph, rest } = site.of('administrator', 'own');
    const { left } = await provisionSite(graph, rest, at('own'), () => undefined);
    expect(left.filter(({ effort }) => effort !== 'note')).toEqual([]);
    expect((await planSite(graph, rest, at('own'))).differences).toEqual(left);
  });

  it('with the empty lists that are called like ours, and their other columns stay', async () => {
    await site.makeSite('empty');
    await site.makeList('empty', list('State', 'genericList', [{ name: 'Colour', text: {}, indexed: true }]));
    const { left } = await apply('empty');
    expect(left.map(describeDifference)).toEqual(['list State: column Colour: is not in the plan, left as it is']);
  });

  it('and the plan names an empty list that somebody else made, and no form demands a column of theirs', async () => {
    await site.makeSite('tracker');
    const columns = [
      { name: 'Owner', text: {}, required: true },
      { name: 'Progress', number: {} },
    ];
    await site.makeList('tracker', list('Incidents', 'genericList', columns));
    await site.makeList('tracker', list('Evidence', 'documentLibrary'));
    const takenOver = (name: string) =>
      `list ${name}: is there already, empty and made by somebody else. Urddas takes it over with the columns that it has, and who could see it no longer will: rename it before, if anybody wants it`;
    const lines = (await plan('tracker')).differences.map(describeDifference);
    expect(lines.filter((line) => line.includes('somebody else'))).toEqual([
      takenOver('Incidents'),
      takenOver('Evidence'),
    ]);
    expect(lines).toContain('list Incidents: column Owner: forms must not demand it');
    const { left } = await apply('tracker');
    expect(left).toEqual([]);
  });

  it('but not a column of another kind: that is for a person, who is told what to do', async () => {
    await site.makeSite('kinds');
    await site.makeList('kinds', list('Config', 'genericList', [{ name: 'Value', number: {} }]));
    const { left } = await apply('kinds');
    expect(left.map(({ effort }) => effort)).toContain('byHand');
    expect(left.map(describeDifference)).toContain(
      'list Config: column Value: is of type number, must be note. Move what it holds elsewhere and delete the column; the next apply makes it',
    );
  });
});

describe('A site that is ours and grew', () => {
  it('is known although somebody deleted the key of a list that holds rows: the column is planned again', async () => {
    await site.makeSite('keyless');
    await apply('keyless');
    await site.seed('keyless', 'Incidents', 2);
    await site.deleteColumn('Incidents', 'SubmissionId', 'keyless');
    const { differences } = await plan('keyless');
    expect(differences.map(describeDifference)).toContain('list Incidents: column SubmissionId: make it');
  });

  it('is used on with its rows, and a list beside them is told of alone', async () => {
    await site.makeSite('grown');
    await apply('grown');
    await site.seed('grown', 'State', 4);
    await site.putFile('grown', 'Evidence', 'original.eml');
    await site.makeList('grown', list('Holidays'));
    await site.seed('grown', 'Holidays', 2);
    expect((await plan('grown')).differences.map(describeDifference)).toEqual([
      'list Holidays: is not in the plan. The app has full control of the whole site: keep nothing else here',
    ]);
  });
});

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDifference } from '../../../src/m365/provisioning/describe-difference.ts';
import { planSite, provisionSite } from '../../../src/m365/provisioning/provision-site.ts';
import { sitePlan } from '../../../src/m365/provisioning/site-plan.ts';
import { columnWords, viewNames, type Words } from '../../../src/m365/provisioning/site-words.ts';
import { plannedViews } from '../../../src/m365/provisioning/view-plan.ts';
import { EmptySite } from './support/empty-site.ts';
import { snapshotOf } from './support/snapshot.ts';

const many = <S extends v.GenericSchema>(schema: S) => v.object({ value: v.array(schema) });
const columnSchema = v.object({ name: v.string(), displayName: v.string(), description: v.optional(v.string(), '') });

let site: EmptySite;
let columns: Map<string, v.InferOutput<typeof columnSchema>[]>;
const readColumns = async (list: string) => {
  const path = `/sites/${await site.id()}/lists/${list}/columns`;
  return (await site.graph.json(many(columnSchema), { method: 'GET', path })).value;
};
const viewsOf = async (list: string) => {
  const schema = many(v.object({ Title: v.string() }));
  return (await site.rest.get(schema, `web/lists/getbytitle('${list}')/views`)).value.map(({ Title }) => Title);
};
const apply = async () => {
  const done: string[] = [];
  const { left } = await provisionSite(site.graph, site.rest, site.request, (one) =>
    done.push(describeDifference(one)),
  );
  return { done, left };
};

beforeAll(async () => {
  site = await EmptySite.start();
  await apply();
  columns = new Map();
  for (const { name } of sitePlan.lists) columns.set(name, await readColumns(name));
});
afterAll(() => site.close());

describe('What people see in SharePoint', () => {
  it('is in both languages: names of columns, and what stands below them', () => {
    const state = columns.get('Incidents')?.find(({ name }) => name === 'State');
    expect(state).toEqual({
      name: 'State',
      displayName: 'State / Cyflwr',
      description:
        'Security may change this; Urddas checks it, and tells the reporter and the manager. / Caiff Diogelwch newid hwn; mae Urddas yn ei wirio, ac yn rhoi gwybod i’r adroddwr a’r rheolwr.',
    });
  });

  it('is in both languages: names of views', async () => {
    expect(await viewsOf('Incidents')).toEqual(
      expect.arrayContaining(['Newest first / Diweddaraf yn gyntaf', 'Waits for manager / Aros am y rheolwr']),
    );
    const used = sitePlan.lists.flatMap(({ name }) => plannedViews(name)).map(({ name }) => name);
    expect(new Set(used)).toEqual(new Set(Object.values(viewNames)));
  });

  it.each(sitePlan.lists)(
    'leaves every name in `fields` of $name as the plan has it',
    ({ name: list, columns: planned }) => {
      const found = columns.get(list)?.map(({ name }) => name) ?? [];
      expect(found).toEqual(expect.arrayContaining(planned.map(({ name }) => name)));
      // A new internal name would be made from what people see.
      expect(found.filter((name) => /_x00|\//.test(name) && !name.startsWith('_'))).toEqual([]);
    },
  );

  it.each(sitePlan.lists)(
    'has words of its own for each column of $name, in each language',
    ({ name: list, columns: planned }) => {
      const isPart = (name: string) => /^(Details|Payload)\d*$/.test(name);
      for (const { name } of planned.filter((column) => !isPart(column.name))) {
        const { name: shown, description } = columnWords(list, name);
        const isSame = ({ en, cy }: Words) => en === cy;
        expect(isSame(shown), `${list}.${name}`).toBe(name === 'Hash');
        expect(isSame(description), `${list}.${name}`).toBe(false);
        // SharePoint takes no more of either.
        expect(`${shown.en} / ${shown.cy}`.length).toBeLessThan(255);
        expect(`${description.en} / ${description.cy}`.length).toBeLessThan(255);
      }
    },
  );

  it('has no name twice in a list: SharePoint’s pages could not tell them apart', () => {
    for (const { name: list, columns: planned } of sitePlan.lists) {
      const shown = planned.map(({ name }) => columns.get(list)?.find((one) => one.name === name)?.displayName);
      expect(new Set(shown).size, list).toBe(planned.length);
    }
  });
});

describe('A site whose names an earlier Urddas made in one language', () => {
  it('gets the other beside it: the same columns and views, and nothing is made anew', async () => {
    const whole = await snapshotOf(site);
    const { name, description } = columnWords('Incidents', 'State');
    await site.patchColumn('Incidents', 'State', { displayName: name.en, description: description.en });
    await site.mergeList(
      'Incidents',
      { Title: viewNames.newestFirst.en },
      "/views/getbytitle('Newest first %2F Diweddaraf yn gyntaf')",
    );
    const { done, left } = await apply();
    expect(left).toEqual([]);
    expect(done).toEqual([
      'list Incidents: column State: call it "State / Cyflwr", and say what it is for',
      'list Incidents: view "Newest first": put right its name',
    ]);
    expect(await snapshotOf(site)).toEqual(whole);
  });

  it('keeps what a person called a column, and says so', async () => {
    await site.patchColumn('Incidents', 'Severity', { displayName: 'How grave', description: '' });
    expect((await apply()).done).toEqual(['list Incidents: column Severity: say what it is for']);
    expect((await readColumns('Incidents')).find(({ name }) => name === 'Severity')?.displayName).toBe('How grave');
    const { differences } = await planSite(site.graph, site.rest, site.request);
    expect(differences.map((one) => [one.effort, describeDifference(one)])).toEqual([
      ['note', 'list Incidents: column Severity: is called "How grave", left as it is'],
    ]);
  });
});

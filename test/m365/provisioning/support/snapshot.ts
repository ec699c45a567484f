import * as v from 'valibot';
import { readGuards } from '../../../../src/m365/provisioning/read-guards.ts';
import { readPresentation } from '../../../../src/m365/provisioning/read-presentation.ts';
import { readAll, readStructure } from '../../../../src/m365/provisioning/read-structure.ts';
import { sitePlan } from '../../../../src/m365/provisioning/site-plan.ts';
import type { EmptySite } from './empty-site.ts';

const anything = v.record(v.string(), v.unknown());
const names = sitePlan.lists.map(({ name }) => name);

/** All that provisioning makes on a site, as lines without ids, sorted: two sites that are alike give the same, and what is there twice is here twice. */
export async function snapshotOf(site: EmptySite): Promise<string[]> {
  const siteId = await site.id();
  const lists = await readStructure(site.graph, siteId, names);
  const guards = await readGuards(site.rest, names);
  const pages = await readPresentation(site.rest, new Map(lists.map(({ displayName, id }) => [displayName, id])));
  const lines: unknown[] = [
    ...lists.flatMap(({ displayName, template, columns }) => [
      ['list', displayName, template],
      ...(columns ?? []).map(({ id: _id, ...column }) => ['column', displayName, column]),
    ]),
    ...guards.lists.flatMap(({ Id, ...settings }) => [
      ['settings', settings],
      ...(guards.assignments.get(Id) ?? []).map(({ Member, RoleDefinitionBindings }) => [
        'holder',
        settings.Title,
        Member?.Title,
        RoleDefinitionBindings.map(({ Name }) => Name),
      ]),
    ]),
    ...guards.levels.map(({ Name, BasePermissions }) => ['level', Name, BasePermissions]),
    ['sharing', guards.membersCanShare],
    ...[...pages].flatMap(([list, { views, fields }]) => [
      ...views.map(({ Id: _id, ...view }) => ['view', list, view]),
      ...[...fields].map((field) => ['field', list, field]),
    ]),
    ...(await readAll(site.graph, anything, `/sites/${siteId}/permissions`)).map(({ roles }) => ['grant', roles]),
    ...(
      await readAll(site.graph, v.object({ fields: anything }), `/sites/${siteId}/lists/Config/items`, {
        $expand: 'fields($select=Key,Value)',
      })
    ).map(({ fields }) => ['row', fields.Key, fields.Value]),
  ];
  return lines.map((line) => JSON.stringify(line)).sort();
}

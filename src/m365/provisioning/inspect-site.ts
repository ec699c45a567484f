import type { ConfigurationRows } from '../../application/check-organisation.ts';
import type { Graph } from '../graph/client.ts';
import { inspectGrant } from './app-grant.ts';
import type { Terms } from './column-formats.ts';
import { compareGuards } from './compare-guards.ts';
import { comparePresentation } from './compare-presentation.ts';
import { compareStructure } from './compare-structure.ts';
import { inspectConfiguration } from './configuration-rows.ts';
import { type Difference, listOf } from './difference.ts';
import { type FoundGuards, readGuards, rowsIn } from './read-guards.ts';
import { readPresentation } from './read-presentation.ts';
import { type FoundList, findList, readStructure } from './read-structure.ts';
import type { SharePointRest } from './sharepoint-rest.ts';
import type { Holders } from './site-levels.ts';
import { type ListPlan, sitePlan } from './site-plan.ts';

/** What the differences of a site are taken against, besides the plan. */
export interface Inspected extends Holders {
  app: { clientId: string; name: string };
  configuration: ConfigurationRows;
  terms: Terms;
}

/** A site as it was found. */
export interface Inspection {
  differences: Difference[];
  lists: FoundList[];
  /** Null when SharePoint's own REST was not asked. */
  guards: FoundGuards | null;
}

/**
 * Everything in which a site is not as planned, in the order in which it can be put right: a list's rules before whoever may read it.
 * Reads only, whatever it finds. With `rest` null, what only SharePoint's own REST shows is left out. Throws `RemoteError`.
 */
export async function inspectSite(
  graph: Graph,
  rest: SharePointRest | null,
  siteId: string,
  wanted: Inspected,
): Promise<Inspection> {
  const plans = sitePlan.lists;
  const lists = await readStructure(graph, siteId, planned(plans));
  const guards = rest && (await readGuards(rest, titlesOf(lists, plans)));
  const structure = compareStructure(lists, plans, rowsIn(guards));
  // Where a list has another shape nothing else of it can be compared.
  const usable = plans.filter(
    ({ name }) => !structure.some((one) => one.kind === 'listOfOtherShape' && one.list === name),
  );
  const ids = new Map(
    usable.flatMap(({ name }) => (findList(lists, name) ? [[name, findList(lists, name)?.id ?? '']] : [])),
  );
  const ofGuards = guards ? compareGuards(guards, lists, usable, wanted) : [];
  const ofPages = rest ? comparePresentation(await readPresentation(rest, ids), usable, wanted.terms) : [];
  const grant = await inspectGrant(graph, siteId, wanted.app);
  // Rows do not fit into columns of another type; once a person has put these right, the rows are planned.
  const fits = !structure.some((one) => one.kind === 'columnOfOtherType' && one.list === 'Config');
  const config = fits ? await inspectConfiguration(graph, siteId, ids.get('Config') ?? null, wanted.configuration) : [];
  const differences = [...inOrder([...structure, ...ofGuards, ...ofPages]), ...grant, ...config];
  return { differences, lists, guards };
}

function planned(plans: readonly ListPlan[]): string[] {
  return plans.map(({ name }) => name);
}

function titlesOf(lists: readonly FoundList[], plans: readonly ListPlan[]): string[] {
  return plans.flatMap(({ name }) => findList(lists, name)?.displayName ?? []);
}

/** What is the site's first, then list by list. */
function inOrder(differences: readonly Difference[]): Difference[] {
  const names = new Set(differences.map(listOf));
  names.delete(null);
  const of = (name: string | null) => differences.filter((one) => listOf(one) === name);
  return [...of(null), ...[...names].flatMap(of)];
}

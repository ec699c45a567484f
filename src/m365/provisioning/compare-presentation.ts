import { plannedFormats, sameFormat, type Terms } from './column-formats.ts';
import type { Difference, ViewPart } from './difference.ts';
import type { FoundPresentation, FoundView } from './read-presentation.ts';
import type { ListPlan, SiteRole } from './site-plan.ts';
import { inBoth, isInner } from './site-words.ts';
import { plannedViews, rowsOnPage, type ViewPlan } from './view-plan.ts';

/** What a list's pages in SharePoint lack: views, formatting, and forms that show what is the service's own. */
export function comparePresentation(
  found: ReadonlyMap<string, FoundPresentation>,
  plans: readonly ListPlan[],
  terms: Terms,
): Difference[] {
  return plans.flatMap((plan) => {
    const list = plan.name;
    const own = found.get(list);
    return [...compareForms(plan, own), ...compareFormats(list, own, terms), ...compareViews(list, own)];
  });
}

const changesRows: ReadonlySet<SiteRole> = new Set(['keep', 'contribute', 'answer']);

/** Rows are made by Urddas alone, so that the form to change one is what counts, where anybody may. */
function compareForms(plan: ListPlan, found: FoundPresentation | undefined): Difference[] {
  if (!plan.access.some(({ role }) => changesRows.has(role))) return [];
  const inner = plan.columns.map(({ name }) => name).filter((name) => isInner(plan.name, name));
  const columns = inner.filter((column) => !found?.fields.get(column)?.isOutOfForm);
  return columns.length === 0 ? [] : [{ effort: 'change', kind: 'shownInForm', list: plan.name, columns }];
}

function compareFormats(list: string, found: FoundPresentation | undefined, terms: Terms): Difference[] {
  return Object.entries(plannedFormats(list, terms))
    .filter(([column, format]) => !sameFormat(found?.fields.get(column)?.format ?? null, format))
    .map(([column]): Difference => ({ effort: 'change', kind: 'formatDiffers', list, column }));
}

function compareViews(list: string, found: FoundPresentation | undefined): Difference[] {
  return plannedViews(list).flatMap((plan): Difference[] => {
    const view = plan.name.en;
    const called = (name: string) => found?.views.find(({ Title }) => Title === name);
    // By one language alone where it is half made, or by an earlier Urddas.
    const own = called(inBoth(plan.name)) ?? called(view);
    if (!own) return [{ effort: 'make', kind: 'viewMissing', list, view }];
    const what = differing(plan, own);
    return what.length === 0 ? [] : [{ effort: 'change', kind: 'viewDiffers', list, view, viewId: own.Id, what }];
  });
}

function differing(plan: ViewPlan, found: FoundView): ViewPart[] {
  const columns = found.ViewFields?.Items ?? [];
  const isSameOrder = columns.length === plan.columns.length && plan.columns.every((name, at) => columns[at] === name);
  const isSameQuery = plainQuery(found.ViewQuery) === plainQuery(plan.query) && found.RowLimit === rowsOnPage;
  return [
    ...(found.Title === inBoth(plan.name) ? [] : ['name' as const]),
    ...(isSameOrder ? [] : ['columns' as const]),
    ...(isSameQuery ? [] : ['rows' as const]),
    ...(plan.isDefault && !found.DefaultView ? ['default' as const] : []),
  ];
}

/** SharePoint gives a query back with other spaces and quotes, and puts the order before the condition. */
function plainQuery(query: string): string {
  const plain = query.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ ?\/>/g, '/>').replaceAll("'", '"').trim();
  const order = /<OrderBy>.*?<\/OrderBy>/.exec(plain)?.[0] ?? '';
  return plain.replace(order, '') + order;
}

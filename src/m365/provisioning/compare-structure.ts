import type { Difference } from './difference.ts';
import { type FoundColumn, type FoundList, findList } from './read-structure.ts';
import type { ColumnPlan, ListPlan } from './site-plan.ts';
import { columnWords, inBoth } from './site-words.ts';

/** SharePoint makes no index once a list holds more rows (facts 1.4). */
export const mostRowsForIndex = 20_000;

/** What lists and columns lack. `rowsOf` gives how many rows a list holds, or null where that is not known. */
export function compareStructure(
  found: readonly FoundList[],
  plans: readonly ListPlan[],
  rowsOf: (listId: string) => number | null = () => null,
): Difference[] {
  return [
    ...plans.flatMap((plan) => compareList(plan, findList(found, plan.name), rowsOf)),
    ...unplanned(found, plans),
  ];
}

function compareList(
  plan: ListPlan,
  found: FoundList | undefined,
  rowsOf: (listId: string) => number | null,
): Difference[] {
  if (!found) return [{ effort: 'make', kind: 'listMissing', list: plan.name }, ...titleRequired(plan)];
  if (found.template !== plan.template) {
    return [{ effort: 'byHand', kind: 'listOfOtherShape', list: plan.name, found: found.template }];
  }
  const columns = found.columns ?? [];
  const title = columns.find(({ name }) => name === 'Title');
  return [
    ...(title?.required ? titleRequired(plan) : []),
    ...plan.columns.flatMap((wanted) =>
      compareColumn(
        plan.name,
        wanted,
        columns.find(({ name }) => name === wanted.name),
        rowsOf(found.id),
      ),
    ),
    ...columns
      .filter((column) => isOurs(column) && !plan.columns.some(({ name }) => name === column.name))
      .map(({ name }): Difference => ({ effort: 'note', kind: 'columnUnplanned', list: plan.name, column: name })),
  ];
}

/** A new list demands a title of everyone who fills in its form, also of whoever only acknowledges. */
function titleRequired({ name, template }: ListPlan): Difference[] {
  return template === 'genericList' ? [{ effort: 'change', kind: 'columnRequired', list: name, column: 'Title' }] : [];
}

function compareColumn(
  list: string,
  wanted: ColumnPlan,
  found: FoundColumn | undefined,
  rows: number | null,
): Difference[] {
  const column = wanted.name;
  if (!found) return [{ effort: 'make', kind: 'columnMissing', list, column }];
  const type = typeOf(found);
  if (type !== wanted.type.kind) {
    return [{ effort: 'byHand', kind: 'columnOfOtherType', list, column, wanted: wanted.type.kind, found: type }];
  }
  const differences: Difference[] = [];
  const isTooLate = rows !== null && rows > mostRowsForIndex;
  const isUniqueLacking = wanted.enforceUniqueValues && !found.enforceUniqueValues;
  const effort = isTooLate && !found.indexed ? 'byHand' : 'change';
  if (isUniqueLacking) differences.push({ effort, kind: 'notUnique', list, column, rows });
  else if (wanted.indexed && !found.indexed) differences.push({ effort, kind: 'indexMissing', list, column, rows });
  if (wanted.type.kind === 'choice') {
    const present = found.choice?.choices ?? [];
    const choices = wanted.type.choices.filter((choice) => !present.includes(choice));
    if (choices.length > 0) differences.push({ effort: 'change', kind: 'choicesMissing', list, column, choices });
  }
  const { name, description } = columnWords(list, column);
  const displayName = inBoth(name);
  // What an earlier Urddas wrote is in one language; what a person wrote is theirs.
  const isUnnamed = found.displayName !== displayName && [column, name.en].includes(found.displayName);
  const isUnsaid = found.description !== inBoth(description) && ['', description.en].includes(found.description);
  const what = [...(isUnnamed ? ['name' as const] : []), ...(isUnsaid ? ['description' as const] : [])];
  if (what.length > 0) differences.push({ effort: 'change', kind: 'columnUnworded', list, column, what });
  if (!isUnnamed && found.displayName !== displayName) {
    differences.push({ effort: 'note', kind: 'columnRenamed', list, column, found: found.displayName });
  }
  return differences;
}

function typeOf(column: FoundColumn): string {
  if (column.text) return column.text.allowMultipleLines ? 'note' : 'text';
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? 'several choices' : 'choice';
  if (column.dateTime) return 'dateTime';
  return column.number ? 'number' : 'another';
}

/** SharePoint's own columns are read only or have no index; an index is what someone added on purpose. */
function isOurs(column: FoundColumn): boolean {
  return !column.readOnly && (column.indexed || column.enforceUniqueValues);
}

/** Empty libraries come with a site; anything else does not belong here, since the app has full control of all of it. */
function unplanned(found: readonly FoundList[], plans: readonly ListPlan[]): Difference[] {
  return found
    .filter((list) => list.columns === null && !list.isHidden && list.template === 'genericList')
    .filter((list) => !plans.some(({ name }) => name === list.displayName))
    .map(({ displayName }): Difference => ({ effort: 'note', kind: 'listUnplanned', list: displayName }));
}

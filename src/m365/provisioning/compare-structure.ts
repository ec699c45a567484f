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
  const isOurs = isMadeReady(found, plans);
  return [
    ...plans.flatMap((plan) => {
      const list = findList(found, plan.name);
      return [...takenOver(plan, list, isOurs), ...compareList(plan, list, rowsOf)];
    }),
    ...unplanned(found, plans),
  ];
}

/** True where a list with columns of the plan is there: the site has been made ready before, by half at least. */
export function isMadeReady(found: readonly FoundList[], plans: readonly ListPlan[]): boolean {
  return plans.some((plan) => {
    const list = findList(found, plan.name);
    return list !== undefined && isMadeByPlan(plan, list);
  });
}

/** A list is made with all of its columns at once: its key, or most of them, tell ours from another of the same name. */
export function isMadeByPlan({ columns: planned }: ListPlan, { columns }: FoundList): boolean {
  const isThere = ({ name }: ColumnPlan) => (columns ?? []).some((column) => column.name === name);
  const [key] = planned;
  return key !== undefined && (isThere(key) || planned.filter(isThere).length > planned.length / 2);
}

/** What somebody else made under a name of ours. A library has no column to be known by: beside lists of ours it is ours. */
export function isForeign(plan: ListPlan, list: FoundList, isOurs: boolean): boolean {
  return !isMadeByPlan(plan, list) && (plan.columns.length > 0 || !isOurs);
}

/** With rows in it such a list is refused; empty it is used, and whoever could see it hears of that before. */
function takenOver(plan: ListPlan, found: FoundList | undefined, isOurs: boolean): Difference[] {
  if (found?.template !== plan.template || !isForeign(plan, found, isOurs)) return [];
  return [{ effort: 'note', kind: 'listTakenOver', list: plan.name }];
}

function compareList(
  plan: ListPlan,
  found: FoundList | undefined,
  rowsOf: (listId: string) => number | null,
): Difference[] {
  // A new list demands a title of everyone who fills in its form, also of whoever only acknowledges.
  if (!found) return [{ effort: 'make', kind: 'listMissing', list: plan.name }, ...notDemanded(plan, ['Title'])];
  if (found.template !== plan.template) {
    return [{ effort: 'byHand', kind: 'listOfOtherShape', list: plan.name, found: found.template }];
  }
  const columns = found.columns ?? [];
  const isPlanned = (name: string) => plan.columns.some((column) => column.name === name);
  const demanded = columns.filter(({ name, required, readOnly }) => required && !readOnly && !isPlanned(name));
  return [
    ...notDemanded(
      plan,
      demanded.map(({ name }) => name),
    ),
    ...plan.columns.flatMap((wanted) =>
      compareColumn(
        plan.name,
        wanted,
        columns.find(({ name }) => name === wanted.name),
        rowsOf(found.id),
      ),
    ),
    ...columns
      .filter((column) => isOurs(column) && !isPlanned(column.name))
      .map(({ name }): Difference => ({ effort: 'note', kind: 'columnUnplanned', list: plan.name, column: name })),
  ];
}

/** What no row of ours fills in, nobody's form may demand. The file name of a library is demanded rightly. */
function notDemanded({ name, template }: ListPlan, columns: readonly string[]): Difference[] {
  if (template !== 'genericList') return [];
  return columns.map((column): Difference => ({ effort: 'change', kind: 'columnRequired', list: name, column }));
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

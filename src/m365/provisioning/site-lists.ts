import * as v from 'valibot';
import { type Graph, segment } from '../graph/client.ts';
import { pageSchema } from '../graph/paging.ts';
import type { ColumnPlan, ListPlan } from './site-plan.ts';

const columnSchema = v.object({
  id: v.string(),
  name: v.string(),
  readOnly: v.optional(v.boolean(), false),
  indexed: v.optional(v.boolean(), false),
  enforceUniqueValues: v.optional(v.boolean(), false),
  choice: v.nullish(v.object({ choices: v.array(v.string()) })),
});
type Column = v.InferOutput<typeof columnSchema>;

const listSchema = v.object({ id: v.string(), name: v.string(), displayName: v.string() });

export type Say = (line: string) => void;

/** Ids of the planned lists by name. Creates what is missing, says what differs, and never deletes or narrows anything. */
export async function ensureLists(
  graph: Graph,
  siteId: string,
  plans: readonly ListPlan[],
  say: Say,
): Promise<Map<string, string>> {
  const lists = `/sites/${segment(siteId)}/lists`;
  const { value: present } = await graph.json(pageSchema(listSchema), {
    method: 'GET',
    path: lists,
    query: { $select: 'id,name,displayName', $top: '200' },
  });
  const ids = new Map<string, string>();
  for (const plan of plans) {
    const known = present.find((list) => list.displayName === plan.name || list.name === plan.name);
    const id = known?.id ?? (await createList(graph, lists, plan));
    say(known ? `list ${plan.name}: there` : `list ${plan.name}: created`);
    if (known) await ensureColumns(graph, `${lists}/${segment(id)}/columns`, plan, say);
    ids.set(plan.name, id);
  }
  return ids;
}

async function createList(graph: Graph, lists: string, plan: ListPlan): Promise<string> {
  const { id } = await graph.json(v.object({ id: v.string() }), {
    method: 'POST',
    path: lists,
    body: { displayName: plan.name, list: { template: plan.template }, columns: plan.columns.map(toDefinition) },
  });
  return id;
}

async function ensureColumns(graph: Graph, path: string, plan: ListPlan, say: Say): Promise<void> {
  const { value: present } = await graph.json(pageSchema(columnSchema), { method: 'GET', path });
  for (const wanted of plan.columns) {
    const known = present.find((column) => column.name === wanted.name);
    if (!known) {
      await graph.done({ method: 'POST', path, body: toDefinition(wanted) });
      say(`  column ${wanted.name}: created`);
      continue;
    }
    const change = missingIn(known, wanted);
    if (Object.keys(change).length === 0) continue;
    await graph.done({ method: 'PATCH', path: `${path}/${segment(known.id)}`, body: change });
    say(`  column ${wanted.name}: added ${Object.keys(change).join(', ')}`);
  }
  for (const extra of present.filter(
    (column) => isOurs(column) && !plan.columns.some((own) => own.name === column.name),
  )) {
    say(`  column ${extra.name}: not in the plan, left as it is`);
  }
}

/** What a present column lacks: an index, uniqueness, choices. An index cannot be made once a list is large (facts 1.4). */
function missingIn(known: Column, wanted: ColumnPlan): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  if (wanted.indexed && !known.indexed) change.indexed = true;
  if (wanted.enforceUniqueValues && !known.enforceUniqueValues) {
    change.indexed = true;
    change.enforceUniqueValues = true;
  }
  if (wanted.type.kind === 'choice') {
    const present = known.choice?.choices ?? [];
    const lacking = wanted.type.choices.filter((choice) => !present.includes(choice));
    if (lacking.length > 0) change.choice = { choices: [...present, ...lacking] };
  }
  return change;
}

/** SharePoint's own columns are read only or have no index; an index is what someone added on purpose. */
function isOurs(column: Column): boolean {
  return !column.readOnly && (column.indexed || column.enforceUniqueValues);
}

/** https://learn.microsoft.com/graph/api/resources/columndefinition */
function toDefinition(column: ColumnPlan): Record<string, unknown> {
  const flags = {
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.enforceUniqueValues ? { enforceUniqueValues: true } : {}),
  };
  return { name: column.name, displayName: column.name, ...flags, ...facetOf(column.type) };
}

function facetOf(type: ColumnPlan['type']): Record<string, unknown> {
  switch (type.kind) {
    case 'text':
      return { text: {} };
    case 'note':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { choices: [...type.choices], allowTextEntry: false, displayAs: 'dropDownMenu' } };
    case 'dateTime':
      return { dateTime: { format: 'dateTime', displayAs: 'standard' } };
    case 'number':
      return { number: {} };
  }
}

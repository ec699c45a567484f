import * as v from 'valibot';
import { type Graph, segment } from '../graph/client.ts';
import { gatherReads } from '../graph/gather-reads.ts';
import { readPage } from '../graph/paging.ts';

const columnSchema = v.object({
  id: v.string(),
  name: v.string(),
  displayName: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  readOnly: v.optional(v.boolean(), false),
  required: v.optional(v.boolean(), false),
  indexed: v.optional(v.boolean(), false),
  enforceUniqueValues: v.optional(v.boolean(), false),
  text: v.nullish(v.object({ allowMultipleLines: v.optional(v.boolean(), false) })),
  choice: v.nullish(v.object({ choices: v.optional(v.array(v.string()), []), displayAs: v.optional(v.string()) })),
  dateTime: v.nullish(v.unknown()),
  number: v.nullish(v.unknown()),
});
export type FoundColumn = v.InferOutput<typeof columnSchema>;

const listSchema = v.object({
  id: v.string(),
  name: v.string(),
  displayName: v.string(),
  list: v.nullish(v.object({ template: v.optional(v.string(), ''), hidden: v.optional(v.boolean(), false) })),
});

/** A list as Graph shows it. */
export interface FoundList {
  id: string;
  name: string;
  displayName: string;
  template: string;
  isHidden: boolean;
  /** Null for a list the plan does not know: its columns are nobody's business here. */
  columns: FoundColumn[] | null;
}

/** The site's lists, with the columns of those named. Reads only, over Graph alone; the service's own rights are enough. */
export async function readStructure(graph: Graph, siteId: string, names: readonly string[]): Promise<FoundList[]> {
  const path = `/sites/${segment(siteId)}/lists`;
  const lists = await readAll(graph, listSchema, path, { $select: 'id,name,displayName,list', $top: '200' });
  // Asked in one tick, they leave in one batch.
  const together = gatherReads(graph);
  return Promise.all(
    lists.map(async ({ id, name, displayName, list }): Promise<FoundList> => {
      const isPlanned = names.some((planned) => planned === displayName || planned === name);
      return {
        id,
        name,
        displayName,
        template: list?.template ?? '',
        isHidden: list?.hidden ?? false,
        columns: isPlanned ? await readColumns(together, siteId, id) : null,
      };
    }),
  );
}

export function readColumns(graph: Graph, siteId: string, listId: string): Promise<FoundColumn[]> {
  return readAll(graph, columnSchema, `/sites/${segment(siteId)}/lists/${segment(listId)}/columns`);
}

/** All pages of a collection. */
export async function readAll<S extends v.GenericSchema>(
  graph: Graph,
  schema: S,
  path: string,
  query?: Record<string, string>,
): Promise<v.InferOutput<S>[]> {
  const found: v.InferOutput<S>[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(graph, schema, { method: 'GET', path, ...(query ? { query } : {}) }, cursor);
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** The list a plan means: by title, or by the name it was made with. */
export function findList(lists: readonly FoundList[], name: string): FoundList | undefined {
  return lists.find(({ displayName }) => displayName === name) ?? lists.find((list) => list.name === name);
}

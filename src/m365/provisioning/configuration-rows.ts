import * as v from 'valibot';
import type { ConfigurationRows } from '../../application/check-organisation.ts';
import { type Graph, segment } from '../graph/client.ts';
import type { Difference } from './difference.ts';
import { readAll } from './read-structure.ts';

const rowSchema = v.object({
  fields: v.object({ Key: v.nullish(v.string(), ''), Value: v.nullish(v.string(), '') }),
});

const pathOf = (siteId: string, listId: string) => `/sites/${segment(siteId)}/lists/${segment(listId)}/items`;

/** Rows that the Config list lacks. A row that is there is the organisation's own and stays as it is. `listId` is null while there is no list. */
export async function inspectConfiguration(
  graph: Graph,
  siteId: string,
  listId: string | null,
  rows: ConfigurationRows,
): Promise<Difference[]> {
  const query = { $expand: 'fields($select=Key,Value)', $top: '200' };
  const found = listId === null ? [] : await readAll(graph, rowSchema, pathOf(siteId, listId), query);
  const present = new Map(found.map(({ fields }) => [fields.Key, fields.Value]));
  return Object.entries(rows).flatMap(([key, value]): Difference[] => {
    const known = present.get(key);
    if (known === undefined) return [{ effort: 'make', kind: 'configMissing', key }];
    return known === JSON.stringify(value) ? [] : [{ effort: 'note', kind: 'configDiffers', key }];
  });
}

export async function addConfiguration(
  graph: Graph,
  siteId: string,
  listId: string,
  key: string,
  value: unknown,
): Promise<void> {
  const fields = { Title: key, Key: key, Value: JSON.stringify(value) };
  await graph.done({ method: 'POST', path: pathOf(siteId, listId), body: { fields } });
}

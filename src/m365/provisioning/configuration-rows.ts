import * as v from 'valibot';
import type { ConfigurationRows } from '../../application/check-organisation.ts';
import { type Graph, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';
import type { Say } from './site-lists.ts';

const rowSchema = v.object({
  id: v.string(),
  fields: v.object({ Key: v.nullish(v.string(), ''), Value: v.nullish(v.string(), '') }),
});

/** Adds the rows that are missing. A row that is there is the organisation's own and stays as it is. */
export async function ensureConfiguration(
  graph: Graph,
  list: { siteId: string; listId: string },
  rows: ConfigurationRows,
  say: Say,
): Promise<void> {
  const path = `/sites/${segment(list.siteId)}/lists/${segment(list.listId)}/items`;
  const present = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const request = { method: 'GET', path, query: { $expand: 'fields($select=Key,Value)', $top: '200' } } as const;
    const page = await readPage(graph, rowSchema, request, cursor);
    for (const { fields } of page.items) present.set(fields.Key, fields.Value);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  for (const [key, value] of Object.entries(rows)) {
    const known = present.get(key);
    if (known === undefined) {
      await graph.done({
        method: 'POST',
        path,
        body: { fields: { Title: key, Key: key, Value: JSON.stringify(value) } },
      });
      say(`Config ${key}: added`);
    } else if (known !== JSON.stringify(value)) {
      say(`Config ${key}: differs from the example, left as it is`);
    }
  }
}

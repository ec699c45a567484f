import * as v from 'valibot';
import type { ConfigurationRow, ConfigurationView } from '../../application/ports/configuration-view.ts';
import { type Graph, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';

const rowSchema = v.object({
  lastModifiedDateTime: v.nullish(v.string(), null),
  fields: v.object({ Key: v.nullish(v.string(), ''), Value: v.nullish(v.string(), '') }),
});
const listSchema = v.object({ webUrl: v.nullish(v.string(), null) });
const groupSchema = v.object({ id: v.string() });

/**
 * The Config list for a person. Who keeps it is found by the groups the person is in, which `User.Read` lets anyone ask of themselves
 * (https://learn.microsoft.com/graph/api/user-list-transitivememberof); SharePoint's own rights decide whether a change is taken.
 */
export function createConfigurationView(
  graph: Graph,
  given: { siteId: string; listId: string; keepers: readonly string[] },
): ConfigurationView {
  const list = `/sites/${segment(given.siteId)}/lists/${segment(given.listId)}`;

  async function all<S extends v.GenericSchema>(schema: S, path: string, query: Record<string, string>) {
    const items: v.InferOutput<S>[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPage(graph, schema, { method: 'GET', path, query }, cursor);
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  return {
    isKeeper: async () => {
      if (given.keepers.length === 0) return false;
      const groups = await all(groupSchema, '/me/transitiveMemberOf', { $select: 'id', $top: '200' });
      return groups.some(({ id }) => given.keepers.includes(id));
    },
    read: async () => {
      const [rows, { webUrl }] = await Promise.all([
        all(rowSchema, `${list}/items`, { $expand: 'fields($select=Key,Value)', $top: '200' }),
        graph.json(listSchema, { method: 'GET', path: list, query: { $select: 'id,webUrl' } }),
      ]);
      return { rows: rows.map(toRow), listUrl: webUrl };
    },
  };
}

function toRow({ fields, lastModifiedDateTime }: v.InferOutput<typeof rowSchema>): ConfigurationRow {
  return { key: fields.Key, text: fields.Value, changedAt: lastModifiedDateTime };
}

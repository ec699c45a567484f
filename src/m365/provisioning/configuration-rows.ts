import * as v from 'valibot';
import { organisationSchema } from '../../application/organisation.ts';
import { type Graph, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';
import type { Say } from './site-lists.ts';

/** Rows of the Config list, by key; each value is written as JSON. */
export type ConfigurationRows = Record<string, unknown>;

const rowSchema = v.object({
  id: v.string(),
  fields: v.object({ Key: v.nullish(v.string(), ''), Value: v.nullish(v.string(), '') }),
});

/** Left over from templates; a mail to one of these would be a mail to nobody. */
const placeholder =
  /\b(todo|tbc|replace[- ]?me|changeme|your[- ]?(domain|organisation)|xxx+)\b|[<{[](name|address|number)[>}\]]/i;
/** Closed in 2019; mail to it is lost. */
const closedDomain = /@[\w.-]*\bgsi\.gov\.uk\b/i;
const inventedDomain = /@[\w.-]+\.(example|test|invalid)\b|@example\.(com|org|net)\b/i;

/** What is wrong with the rows, one problem a line; empty when they can be used. Values are not repeated. */
export function checkConfiguration(rows: ConfigurationRows, options: { isDemo: boolean }): string[] {
  const problems: string[] = [];
  const parsed = v.safeParse(organisationSchema, rows);
  if (!parsed.success) {
    problems.push(...parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'Config'}: ${issue.type}`));
  }
  for (const [key, text] of textsOf(rows)) {
    if (closedDomain.test(text)) problems.push(`${key}: an address at a domain that was closed`);
    if (options.isDemo) continue;
    if (placeholder.test(text)) problems.push(`${key}: a placeholder`);
    if (inventedDomain.test(text)) problems.push(`${key}: an invented address`);
  }
  return problems;
}

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

/** Every text of the rows, with the place it stands in. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, place === '' ? key : `${place}.${key}`));
}

import * as v from 'valibot';
import { RemoteError } from '../../application/remote-error.ts';
import type { Graph, GraphRequest } from './client.ts';

/** One page of a collection. Both links are opaque to the caller and are given back as they are. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
  /** Cursor to ask later what changed; only on the last page of a delta. */
  delta: string | null;
}

/**
 * Reads one page. With `cursor` the request's query is left out: a link carries its own.
 * A cursor must lead to the same collection at the configured Graph, wherever it came from, or `invalid` is thrown.
 */
export async function readPage<S extends v.GenericSchema>(
  graph: Graph,
  schema: S,
  request: GraphRequest,
  cursor?: string,
): Promise<Page<v.InferOutput<S>>> {
  const answer = await graph.json(pageSchema(schema), cursor === undefined ? request : follow(graph, request, cursor));
  return {
    items: answer.value,
    next: answer['@odata.nextLink'] ?? null,
    delta: answer['@odata.deltaLink'] ?? null,
  };
}

/** The schema of a page, for answers inside a batch. */
export function pageSchema<S extends v.GenericSchema>(schema: S) {
  return v.object({
    value: v.array(schema),
    '@odata.nextLink': v.optional(v.string()),
    '@odata.deltaLink': v.optional(v.string()),
  });
}

/**
 * The request a link stands for. Only the link's query is taken, word for word: it goes to the collection that was asked
 * for first, so a link out of an answer can lead nowhere else. One that points to another host or collection is refused.
 */
export function follow(graph: Graph, request: GraphRequest, cursor: string): GraphRequest {
  const link = URL.canParse(cursor) ? new URL(cursor) : null;
  const leadsHere =
    link !== null &&
    link.origin === graph.root.origin &&
    link.pathname.startsWith(graph.root.pathname) &&
    lastWord(link.pathname) === lastWord(request.path);
  if (!leadsHere) throw new RemoteError('invalid', 'a link leads elsewhere');
  return { ...request, query: link.search.slice(1) };
}

/** Graph prints a path's ids in forms of its own, and delta as a function call: `items/delta()`. */
function lastWord(path: string): string | undefined {
  return path.replace(/\(\)$/, '').split('/').at(-1)?.toLowerCase();
}

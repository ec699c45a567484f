import type { EndpointDefinition } from './definitions/definition.ts';
import type { Report } from './finding.ts';
import type { Exchange } from './recording.ts';

/** Preferences that have a page of their own; others are taken by Graph and mean nothing, which nobody would notice. */
const preferences = [
  // https://learn.microsoft.com/graph/outlook-immutable-id
  /^IdType="ImmutableId"$/,
  // https://learn.microsoft.com/graph/api/message-get
  /^outlook\.body-content-type="(text|html)"$/,
  // https://learn.microsoft.com/graph/api/listitem-list: only with a reason, see the list of exceptions
  /^HonorNonIndexedQueriesWarningMayFailRandomly$/,
];

/** Directory searches and negations are answered from another index. https://learn.microsoft.com/graph/aad-advanced-queries */
const isDirectory = (path: string) =>
  /^\/(users|groups)(\/\{\})?(\/(members|memberOf|transitiveMemberOf|directReports))?$/.test(path);

function needsEventualConsistency(endpoint: EndpointDefinition, query: URLSearchParams): boolean {
  if (!isDirectory(endpoint.path)) return false;
  const filter = query.get('$filter') ?? '';
  return query.has('$search') || query.has('$count') || /\b(not|ne|endsWith)\b/i.test(filter);
}

/** Holds the headers that change what a request means. */
export function checkHeaders(
  exchange: Exchange,
  endpoint: EndpointDefinition,
  query: URLSearchParams,
  report: Report,
): void {
  const { headers, method } = exchange;
  const tell = (what: string, why: string) => report({ kind: 'header', what, why });
  for (const each of (headers.prefer ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (!preferences.some((known) => known.test(each))) tell('Prefer', `${each} is documented for no call of Graph`);
  }
  const type = headers['content-type'] ?? '';
  const wanted = endpoint.body?.endsWith('Form') ? /^application\/x-www-form-urlencoded\b/i : /^application\/json\b/i;
  const carriesJson = exchange.body !== null && typeof exchange.body === 'object' && !('‹bytes›' in exchange.body);
  if (endpoint.body && endpoint.body !== 'bytes' && carriesJson && !wanted.test(type))
    tell('Content-Type', `is ${type || 'missing'} and must be like ${wanted.source}`);
  if (
    headers['if-match'] !== undefined &&
    !['PATCH', 'PUT', 'DELETE'].includes(headers['x-http-method'] ?? method) &&
    headers['x-http-method'] !== 'MERGE'
  ) {
    tell('If-Match', `has no meaning with ${method}`);
  }
  if (headers['if-match'] !== undefined && !/^(\*|(W\/)?"[^"]+")$/.test(headers['if-match'])) {
    tell('If-Match', `is no ETag: ${headers['if-match']}`);
  }
  const consistency = headers.consistencylevel;
  if (consistency !== undefined && consistency !== 'eventual') tell('ConsistencyLevel', 'can only be eventual');
  if (needsEventualConsistency(endpoint, query) && consistency === undefined) {
    tell('ConsistencyLevel', 'must be eventual for this query');
  }
}

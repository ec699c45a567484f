import type { EndpointDefinition } from './definition.ts';

/**
 * Endpoints of a client that was generated from Microsoft's OpenAPI description of Graph v1.0: paths, methods and query
 * parameters. What its bodies and answers are it keeps as code, so those are named by `kinds` (`GET /drives/{}/root`).
 */
export function readOpenApiClient(
  text: string,
  keep: (path: string) => boolean,
  kinds: Record<string, { body?: string; answer?: string }>,
): EndpointDefinition[] {
  const endpoints: EndpointDefinition[] = [];
  const starts = [...text.matchAll(/^ {4}method: "(\w+)",\n {4}path: [`"](.+)[`"],$/gm)];
  for (const [index, start] of starts.entries()) {
    const [, method = '', address = ''] = start;
    const path = address.replace(/:[A-Za-z]\w*/g, '{}');
    if (!keep(path)) continue;
    const block = text.slice(start.index, starts[index + 1]?.index);
    const query = [...block.matchAll(/^ {8}name: "([^"]+)",\n(?: {8}description: .+\n)? {8}type: "Query"/gm)];
    endpoints.push({
      method: method.toUpperCase(),
      path,
      query: query.map(([, name = '']) => name),
      ...kinds[`${method.toUpperCase()} ${path}`],
    });
  }
  return endpoints;
}

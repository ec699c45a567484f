/**
 * Puts our name for the piece of work on each request to Graph, as `client-request-id`: Microsoft's support, and whoever reads Graph's
 * activity log, finds it by the name that our own log has. https://learn.microsoft.com/graph/best-practices-concept
 */
export function namedRequests(send: typeof fetch, graphBaseUrl: string, nameOf: () => string): typeof fetch {
  const { origin } = new URL(graphBaseUrl);
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== origin) return send(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set('client-request-id', nameOf());
    return send(input, { ...init, headers });
  };
}

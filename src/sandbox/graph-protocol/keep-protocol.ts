import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { GraphFailure, type SandboxApp, type SandboxContext, type SandboxEnv } from '../http.ts';

const version = 'v1.0';

const jsonOfGraph =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Options that start with a dollar sign, which OData keeps for itself. */
const systemOptions = new Set([
  ...['select', 'filter', 'orderby', 'top', 'skip', 'count', 'search', 'expand', 'format'],
  ...['skiptoken', 'deltatoken', 'apply', 'compute', 'levels'],
]);

/** Graph serves two versions; only one is played here, and the refusal says so. */
function requireVersion(path: string): void {
  const asked = path.split('/')[2] ?? '';
  if (asked !== version) {
    throw new GraphFailure(400, 'BadRequest', `Invalid version: ${asked}. The stand-in plays ${version} only.`);
  }
}

/** https://learn.microsoft.com/graph/query-parameters */
function requireKnownOptions(url: string): void {
  for (const name of new URL(url).searchParams.keys()) {
    if (name.startsWith('$') && !systemOptions.has(name.slice(1).toLowerCase())) {
      throw new GraphFailure(400, 'BadRequest', `The query parameter '${name}' is not supported.`);
    }
  }
}

/** POST and PATCH take JSON; mail also takes a MIME message as text. What PUT carries is the file's own matter. */
function requireReadableBody(c: SandboxContext): void {
  if (!['POST', 'PATCH'].includes(c.req.method)) return;
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || type === '' || type === 'text/plain' || /^application\/(.+\+)?json$/.test(type)) return;
  throw new GraphFailure(
    415,
    'UnsupportedMediaType',
    `A supported MIME type could not be found that matches the content type of the request: '${type}'.`,
  );
}

/**
 * What holds for every request to Graph: its version, its query options, the type of its body, and the ids that
 * name the request. https://learn.microsoft.com/graph/best-practices-concept
 */
export function keepGraphProtocol(): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    requireVersion(c.req.path);
    requireKnownOptions(c.req.url);
    requireReadableBody(c);
    await next();
  };
}

/** Names the request in the answer's headers; outermost, so that refusals carry the names as well. */
export function nameGraphRequest(): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    await next();
    const { headers, ok } = c.res;
    const requestId = headers.get('request-id') ?? randomUUID();
    headers.set('request-id', requestId);
    headers.set('client-request-id', c.req.header('client-request-id') ?? requestId);
    if (!ok) return;
    headers.set('odata-version', '4.0');
    if (headers.get('content-type')?.startsWith('application/json')) headers.set('content-type', jsonOfGraph);
  };
}

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;

/** Methods that the path knows; middleware, which takes every method, does not count. */
function methodsOf(app: SandboxApp, path: string): string[] {
  return methods.filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method));
}

/** Nothing answers this path, or nothing answers this method on it: Graph's two ways of saying so. */
export function graphRouteMissing(app: SandboxApp, c: SandboxContext): GraphFailure {
  const allowed = methodsOf(app, c.req.path);
  if (allowed.length > 0) {
    return new GraphFailure(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
      allow: allowed.join(', '),
    });
  }
  const segments = c.req.path.split('/').slice(3).filter(Boolean);
  return new GraphFailure(
    400,
    'BadRequest',
    `Resource not found for the segment '${segments.at(-1) ?? ''}'. The stand-in does not answer ${c.req.method} ${c.req.path}.`,
  );
}

import { type Caller, GraphFailure, type SandboxContext } from '../http.ts';
import { invalidRequest } from './failures.ts';
import type { SharePointServices } from './services.ts';

/** One request on its way to a handler. */
export interface Call {
  services: SharePointServices;
  c: SandboxContext;
  caller: Caller;
  url: URL;
  params: Record<string, string>;
}

export interface Route {
  method: string;
  /** Segments; `:name` takes one segment. */
  path: string;
  /** Resource units it costs (facts 1.8). */
  units: number | ((call: Call) => number);
  run(call: Call): Response | Promise<Response>;
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part.toLowerCase() !== value.toLowerCase()) return null;
  }
  return params;
}

/** The route for these segments; refuses as Graph does when the path or only the method is unknown. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  segments: string[],
): { route: Route; params: Record<string, string> } {
  let pathKnown = false;
  for (const route of routes) {
    const params = matchSegments(route.path.split('/').filter(Boolean), segments);
    if (params === null) continue;
    if (route.method === method) return { route, params };
    pathKnown = true;
  }
  if (pathKnown) throw new GraphFailure(405, 'invalidRequest', 'The HTTP method is not supported for this resource.');
  throw new GraphFailure(400, 'BadRequest', `Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
}

/** Path of the request in segments as sent (still percent-encoded), after the given prefix. */
export function rawSegments(url: URL, prefix: string): string[] {
  return url.pathname
    .slice(prefix.length)
    .split('/')
    .filter((segment) => segment !== '');
}

export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalidRequest('The path is not valid percent-encoding.');
  }
}

/** Body as a JSON object; anything else is refused. */
export async function readJsonObject(call: Call): Promise<Record<string, unknown>> {
  let body: unknown;
  try {
    body = await call.c.req.json();
  } catch {
    throw invalidRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (!isObject(body)) throw invalidRequest('The request body must be a JSON object.');
  return body;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

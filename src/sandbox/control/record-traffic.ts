import type { MiddlewareHandler } from 'hono';
import type { SandboxContext, SandboxEnv } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { bodyOf, formOf, headersOfAnswer, headersOfRequest, type TrafficLog } from './traffic-log.ts';

const surface = /^\/(graph|login|connector|sites|upload)\//;
const isJson = (type: string | null | undefined) => /json/i.test(type ?? '');

/** The address without its origin; what the addresses of uploads, downloads and sign-ins are made of stays here. */
function addressOf(url: string): string {
  const { pathname, search } = new URL(url);
  const secret = /^\/(upload|login)\//.test(pathname);
  if (secret) return pathname.replace(/^(\/upload\/[^/]+)\/.+$/, '$1/‹left out›');
  return pathname + search.replace(/(tempauth=)[^&]*/i, '$1‹left out›');
}

async function bodyOfRequest(c: SandboxContext): Promise<unknown> {
  const type = c.req.header('content-type');
  // Hono keeps what was read, so the route can read it again. A file's bytes are left where they are.
  if (isJson(type)) return bodyOf(await c.req.text(), type);
  if (type?.startsWith('application/x-www-form-urlencoded')) return formOf(await c.req.text());
  const size = Number(c.req.header('content-length') ?? 0);
  return size > 0 ? { '‹bytes›': size, type: type ?? null } : null;
}

async function record(c: SandboxContext, body: unknown, log: TrafficLog): Promise<void> {
  const { headers } = c.res;
  const type = headers.get('content-type') ?? undefined;
  const caller = c.get('caller') as SandboxEnv['Variables']['caller'] | undefined;
  log.write({
    from: 'client',
    method: c.req.method,
    url: addressOf(c.req.url),
    headers: headersOfRequest(c.req.raw.headers),
    body,
    status: c.res.status,
    answerHeaders: headersOfAnswer(headers),
    answer: isJson(type) ? bodyOf(await c.res.clone().text(), type) : null,
    app: caller?.appId ?? null,
    caller: caller?.kind ?? 'none',
    batched: !c.env?.outgoing,
  });
}

/** Writes each request of the tenant's surface and its answer to the traffic log, where there is one. */
export function recordTraffic(tenant: Tenant): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const log = tenant.traffic;
    if (!log || !surface.test(c.req.path) || c.req.method === 'OPTIONS') return next();
    const body = await bodyOfRequest(c);
    await next();
    await record(c, body, log);
  };
}

import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { SandboxEnv } from '../http.ts';
import type { Tenant } from '../tenant.ts';

/** Remembers each request of the tenant's surface; its own control and pages are not counted. */
export function watchRequests(tenant: Tenant): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const socket = c.env?.outgoing?.socket;
    const before = socket?.bytesWritten ?? 0;
    await next();
    if (!/^\/(graph|login|connector|sites|upload)\//.test(c.req.path)) return;
    const caller = c.get('caller') as SandboxEnv['Variables']['caller'] | undefined;
    const record = tenant.usage.record({
      at: tenant.clock.now().toISOString(),
      method: c.req.method,
      path: routePath(c, -1),
      status: c.res.status,
      caller: caller?.kind ?? 'none',
      app: caller?.appId ?? null,
      batched: !c.env?.outgoing,
      bytes: null,
    });
    if (socket) {
      c.env.outgoing?.once('finish', () => {
        record.bytes = socket.bytesWritten - before;
      });
    }
  };
}

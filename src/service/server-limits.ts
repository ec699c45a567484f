import type { Server, ServerOptions } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

/** A file of 150 MB on a slow line; our own client gives up after the same time. */
const wholeRequestMs = 600_000;
const headersMs = 10_000;
/** Everything but evidence is a few kilobytes. */
const smallBodyMs = 15_000;
/** Longer than a load balancer keeps a connection, so that it never sends into one that is just being closed. */
const idleMs = 65_000;
const mostConnections = 1_000;

/** For `createServer`: how often it looks for connections whose time is over. */
export const serverOptions: ServerOptions = {
  connectionsCheckingInterval: 2_000,
  headersTimeout: headersMs,
  requestTimeout: wholeRequestMs,
  keepAliveTimeout: idleMs,
  maxHeaderSize: 16 * 1024,
};

/** Clients that send slowly, or not at all, hold a connection for so long and no longer, and never all of them. */
export function limitServer(server: Server): Server {
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = 0;
  return server;
}

/** Ends the connection of a request whose body is small and does not come. */
export function bodyInTime(isLarge: (path: string) => boolean, withinMs = smallBodyMs): MiddlewareHandler {
  return async (c, next) => {
    const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming;
    if (!incoming || incoming.complete || isLarge(c.req.path)) return next();
    const timer = setTimeout(() => {
      if (!incoming.complete) incoming.destroy();
    }, withinMs);
    try {
      await next();
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * Work in hand is bounded: what cannot be begun now is refused at once, with the time to come back after, instead of being kept and
 * answered too late. `inHand` is what goes on besides calls.
 */
export function notTooMany(most: number, inHand: () => number, refused: () => void): MiddlewareHandler {
  let calls = 0;
  return async (c, next) => {
    if (calls + inHand() >= most) {
      refused();
      return c.json({ error: { code: 'busy', message: 'busy' } }, 503, { 'retry-after': '5' });
    }
    calls += 1;
    try {
      await next();
    } finally {
      calls -= 1;
    }
  };
}

import type { MiddlewareHandler } from 'hono';

/** The last word of every call that writes nothing of its own and only has something given out. */
const readings = /\/(reading|verification|copy)$/;

/**
 * While the site is not as it was made ready, nothing of a record leaves by our own pages: who may read what rests on three walls
 * (docs/permissions.md), and one of them has a hole. What comes in goes on: evidence, answers, statements, what the channel of the cards
 * and the lists themselves say. Decision 0174.
 */
export function nothingOut(faults: () => readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const isReading = c.req.method === 'GET' || readings.test(c.req.path);
    if (!isReading || faults().length === 0) return next();
    const error = { code: 'serviceNotAvailable', message: 'siteNotReady' };
    return c.json({ error }, 503, { 'retry-after': '60' });
  };
}

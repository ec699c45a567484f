import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { ServiceLog } from '../../application/ports/service-log.ts';

const notificationsSchema = v.object({
  value: v.array(v.object({ clientState: v.nullish(v.string()), resource: v.nullish(v.string()) })),
});

/** Graph's own is some 200 characters; nobody gets a longer text sent back from our address. */
const longestValidation = 2_048;

export interface WebhookParts {
  /** Secret that our subscriptions were made with; null while there is none. */
  clientState: () => string | null;
  /**
   * Starts reading the lists soon that changes were told of (`sites/{id}/lists/{id}`); null stands for one that the call does not name. What has
   * changed is read from the lists themselves, never from the call.
   */
  wake: (resources: (string | null)[]) => void;
  log: ServiceLog;
}

/**
 * `/api/notifications`: Graph says that a list has changed (facts 1.10). The handshake is answered at once; a call only wakes the
 * loop, so a forged one could at most make us look for nothing, and one without our secret does not even do that.
 */
export function registerWebhook(app: Hono, { clientState, wake, log }: WebhookParts): void {
  app.post('/api/notifications', bodyLimit({ maxSize: 1024 * 1024 }), async (c) => {
    const token = c.req.query('validationToken');
    if (token !== undefined) {
      if (token.length > longestValidation) return c.body(null, 400);
      return c.text(token, 200, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
    }
    const parsed = v.safeParse(notificationsSchema, await c.req.json().catch(() => null));
    if (!parsed.success) return c.body(null, 400);
    const secret = clientState();
    const all = parsed.output.value;
    const ours = all.filter((each) => secret !== null && isSame(each.clientState ?? '', secret));
    if (ours.length > 0) wake(ours.map(({ resource }) => resource ?? null));
    // Also when it came together with one of ours: whoever sent it knows the secret or has got hold of a call.
    if (ours.length < all.length || all.length === 0) log.warn('notificationRefused', { reason: 'clientState' });
    return c.body(null, 202);
  });
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

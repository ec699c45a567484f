import type { Tenant } from '../../tenant.ts';
import type { SharePointServices } from '../services.ts';
import { liveSubscriptions, type Subscription } from './subscription-store.ts';

/** Waits between attempts; the real service keeps trying for hours, longer and longer. */
const retryAfterMs = [1_000, 5_000, 15_000, 60_000];
const answerWithinMs = 10_000;

function shape(services: SharePointServices, subscription: Subscription): Record<string, unknown> {
  return {
    subscriptionId: subscription.id,
    clientState: subscription.clientState,
    resource: subscription.resource,
    tenantId: services.tenant.tenantId,
    resourceData: null,
    subscriptionExpirationDateTime: subscription.expires,
    changeType: 'updated',
  };
}

async function post(tenant: Tenant, address: string, notifications: Record<string, unknown>[]): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value: notifications }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.arrayBuffer();
    tenant.traffic?.write({
      from: 'tenant',
      method: 'POST',
      url: new URL(address).pathname,
      headers: { 'content-type': 'application/json' },
      body: { value: notifications },
      status: response.status,
      answerHeaders: {},
      answer: null,
      app: null,
      caller: 'none',
      batched: false,
    });
    return response.ok;
  } catch {
    // Not reachable is the same as not accepted: it is tried again, and then given up, as the real service does.
    return false;
  }
}

/** Tells subscribers that lists have changed: gathered, later, and more than once if need be. Never what has changed. */
export class NotificationDelivery {
  readonly #services: SharePointServices;
  readonly #changed = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #gathering = false;

  constructor(services: SharePointServices) {
    this.#services = services;
    services.tenant.events.on('listChanged', ({ listId }) => this.#gather(listId));
    services.tenant.events.on('reset', () => this.#forget());
  }

  #gather(listId: string): void {
    // Looked up now, so that nothing is left to do later where nobody listens.
    if (liveSubscriptions(this.#services, { listId }).length === 0) return;
    this.#changed.add(listId);
    if (this.#gathering) return;
    this.#gathering = true;
    this.#later(this.#services.notificationDelayMs, () => this.#send());
  }

  #send(): void {
    this.#gathering = false;
    const byAddress = new Map<string, Record<string, unknown>[]>();
    for (const listId of this.#changed) {
      for (const subscription of liveSubscriptions(this.#services, { listId })) {
        const batch = byAddress.get(subscription.notificationUrl) ?? [];
        batch.push(shape(this.#services, subscription));
        byAddress.set(subscription.notificationUrl, batch);
      }
    }
    this.#changed.clear();
    for (const [address, notifications] of byAddress) this.#sendBatch(address, notifications);
  }

  #sendBatch(address: string, notifications: Record<string, unknown>[]): void {
    const occasion = {
      method: 'POST',
      path: new URL(address).pathname,
      body: JSON.stringify({ value: notifications }),
    };
    const effect = this.#services.tenant.faults.take('webhook', occasion, (one) => one.kind === 'webhook');
    const delivery = effect?.kind === 'webhook' ? effect.delivery : 'once';
    const lateMs = (effect?.kind === 'webhook' ? (effect.delaySeconds ?? 5) : 0) * 1000;
    if (delivery === 'never') return;
    if (delivery === 'late') {
      this.#later(lateMs, () => void this.#attempt(address, notifications, 0));
      return;
    }
    void this.#attempt(address, notifications, 0);
    if (delivery === 'twice') void this.#attempt(address, notifications, 0);
  }

  async #attempt(address: string, notifications: Record<string, unknown>[], failures: number): Promise<void> {
    if (await post(this.#services.tenant, address, notifications)) return;
    const wait = retryAfterMs[failures];
    if (wait !== undefined) this.#later(wait, () => void this.#attempt(address, notifications, failures + 1));
  }

  #later(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      // A tenant that was shut down meanwhile has nobody left to tell.
      if (this.#services.tenant.db.open) work();
    }, milliseconds);
    timer.unref();
    this.#timers.add(timer);
  }

  #forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#changed.clear();
    this.#gathering = false;
  }
}

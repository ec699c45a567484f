import * as v from 'valibot';
import type { ChangeNotices } from '../../application/ports/change-notices.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { type Graph, segment } from '../graph/client.ts';

/** Graph allows lists at most 42 300 minutes (facts 1.10); a day less, so that clocks may differ. */
const lifetimeMs = (42_300 - 24 * 60) * 60_000;

const subscriptionSchema = v.object({ id: v.string(), expirationDateTime: v.string() });

export class GraphChangeNotices implements ChangeNotices {
  readonly #graph: Graph;
  readonly #clock: Clock;
  readonly #siteId: string;

  constructor(graph: Graph, clock: Clock, siteId: string) {
    this.#graph = graph;
    this.#clock = clock;
    this.#siteId = siteId;
  }

  async ensure(
    list: string,
    subscription: { url: string; clientState: string; existingId: string | null },
  ): Promise<{ id: string; expiresAt: string }> {
    const expirationDateTime = new Date(this.#clock.now().getTime() + lifetimeMs).toISOString();
    const answer = await this.#graph.json(
      subscriptionSchema,
      subscription.existingId === null
        ? {
            method: 'POST',
            path: '/subscriptions',
            body: {
              changeType: 'updated',
              notificationUrl: subscription.url,
              resource: `sites/${this.#siteId}/lists/${list}`,
              expirationDateTime,
              clientState: subscription.clientState,
            },
          }
        : {
            method: 'PATCH',
            path: `/subscriptions/${segment(subscription.existingId)}`,
            body: { expirationDateTime },
          },
    );
    return { id: answer.id, expiresAt: answer.expirationDateTime };
  }
}

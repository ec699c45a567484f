import * as v from 'valibot';
import type { ChangeNotices } from './ports/change-notices.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { StateCell } from './state-cell.ts';

/** Prolonged when less than this is left. */
const marginMs = 3 * 24 * 60 * 60_000;

const keptSchema = v.object({
  secret: v.string(),
  url: v.string(),
  lists: v.record(v.string(), v.object({ id: v.string(), expiresAt: v.string() })),
});
type Kept = v.InferOutput<typeof keptSchema>;

/**
 * Keeps one subscription a list, shared by all replicas through the State list. Without one the lists are polled: slower, nothing
 * lost (facts 1.10).
 */
export class KeepSubscriptions {
  readonly #ports: ServicePorts;
  readonly #notices: ChangeNotices;
  readonly #wanted: { url: string; lists: readonly string[] };
  readonly #cell: StateCell<Kept>;
  #secret: string | null = null;

  constructor(
    ports: ServicePorts,
    notices: ChangeNotices,
    wanted: { url: string; lists: readonly string[] },
    makeSecret: () => string,
  ) {
    this.#ports = ports;
    this.#notices = notices;
    this.#wanted = wanted;
    this.#cell = new StateCell(ports.state, 'subscriptions', keptSchema, { secret: makeSecret(), url: '', lists: {} });
  }

  /** What calls must carry; null before the first run. */
  get secret(): string | null {
    return this.#secret;
  }

  async run(): Promise<void> {
    const { url, lists } = this.#wanted;
    // The secret is stored first, and the stored one is used: the handshake may come while the subscription is being made.
    const kept = await this.#cell.update((present) => (present.url === url ? present : { ...present, url, lists: {} }));
    this.#secret = kept.secret;
    const now = this.#ports.clock.now().getTime();
    for (const list of lists) {
      const present = kept.lists[list];
      if (present && Date.parse(present.expiresAt) - now > marginMs) continue;
      const made = await this.#ensure(list, kept.secret, present?.id ?? null);
      await this.#cell.update((latest) => ({ ...latest, lists: { ...latest.lists, [list]: made } }));
      this.#ports.log.info('subscribed', { list });
    }
  }

  async #ensure(list: string, clientState: string, existingId: string | null) {
    const { url } = this.#wanted;
    try {
      return await this.#notices.ensure(list, { url, clientState, existingId });
    } catch (error) {
      if (existingId === null || !isRemoteError(error) || error.code !== 'notFound') throw error;
      return this.#notices.ensure(list, { url, clientState, existingId: null });
    }
  }
}

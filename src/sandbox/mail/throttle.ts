import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { mailboxConcurrency, uploadThrottled } from './refusals.ts';
import { findMailbox } from './store/mailboxes.ts';
import { readSettings } from './store/settings.ts';

const mostAtOnce = 4;
const uploadWindowMs = 5 * 60 * 1000;

/** Outlook's limits for one app in one mailbox. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
export class MailThrottle {
  readonly #tenant: Tenant;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #uploads = new Map<string, { at: number; bytes: number }[]>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Forgets what was uploaded. Requests under way still give their place back. */
  clear(): void {
    this.#uploads.clear();
  }

  /**
   * Counts a request from its arrival until it is answered; the fifth at a time is refused. Requests inside a `$batch`
   * wait instead: Graph itself hands Outlook no more than four of them at once.
   */
  limitConcurrency(): MiddlewareHandler<SandboxEnv> {
    return async (c, next) => {
      const caller = c.get('caller');
      const asked = /\/users\/([^/]+)\//.exec(c.req.path)?.[1];
      const mailbox = asked ? findMailbox(this.#tenant, decodeURIComponent(asked))?.id : caller.userId;
      if (!mailbox || !readSettings(this.#tenant.db).mailboxConcurrency) return next();
      const key = `${caller.appId}|${mailbox}`;
      if ((this.#running.get(key) ?? 0) >= mostAtOnce) {
        const isBatched = !c.env?.outgoing;
        if (!isBatched) throw mailboxConcurrency();
        await this.#untilFree(key);
      } else {
        this.#running.set(key, (this.#running.get(key) ?? 0) + 1);
      }
      try {
        // Requests that arrived together are looked at together, before the first of them is answered.
        await new Promise((resume) => setImmediate(resume));
        await next();
      } finally {
        this.#free(key);
      }
    };
  }

  /** Resolves when another request hands over its place. */
  #untilFree(key: string): Promise<void> {
    return new Promise((resume) => {
      const queue = this.#waiting.get(key) ?? [];
      queue.push(resume);
      this.#waiting.set(key, queue);
    });
  }

  #free(key: string): void {
    const next = this.#waiting.get(key)?.shift();
    if (next) next();
    else this.#running.set(key, Math.max(0, (this.#running.get(key) ?? 1) - 1));
  }

  /** Counts uploaded bytes; refuses what would go over the limit of five minutes. */
  admitUpload(appId: string, mailboxId: string, bytes: number): void {
    const { uploadLimit } = readSettings(this.#tenant.db);
    if (uploadLimit === null) return;
    const key = `${appId}|${mailboxId}`;
    const now = this.#tenant.clock.now().getTime();
    const recent = (this.#uploads.get(key) ?? []).filter((entry) => entry.at > now - uploadWindowMs);
    const used = recent.reduce((sum, entry) => sum + entry.bytes, 0);
    const oldest = recent[0];
    if (used + bytes > uploadLimit && oldest) {
      throw uploadThrottled(Math.max(1, Math.ceil((oldest.at + uploadWindowMs - now) / 1000)));
    }
    recent.push({ at: now, bytes });
    this.#uploads.set(key, recent);
  }
}

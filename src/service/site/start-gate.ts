import { Hono } from 'hono';
import type { ServiceLog } from '../../application/ports/service-log.ts';
import type { SiteFinding, SiteInspection } from '../../application/ports/site-inspection.ts';
import { isRemoteError, type RemoteError } from '../../application/remote-error.ts';
import { waitSeconds } from '../../application/retry-times.ts';
import { faultsOf, nameOfFinding, stops } from '../../application/site-findings.ts';

/** Whoever mends the site waits no longer than this for it to be noticed. */
const longestWaitSeconds = 60;

/** `siteNotReady`: the site is not as it was made ready; `siteNotSeen`: nobody could tell, which is no better. */
interface Standing {
  status: 'starting' | 'siteNotReady' | 'siteNotSeen';
  /** What sort of thing is wrong (`SiteFault`), or how asking failed (`RemoteErrorCode`): where and for whom is in the log alone. */
  reasons: string[];
}

const notKept = { 'cache-control': 'no-store' };

/**
 * What stands in the place of the service until the site is as it was made ready: it lives, is not ready, says why, and answers nothing
 * else. It looks again by itself, after longer and longer waits, and lets the service begin as soon as the site is right. Decision 0174.
 */
export class StartGate {
  readonly app = new Hono();
  readonly #wait: (milliseconds: number) => Promise<void>;
  #standing: Standing = { status: 'starting', reasons: [] };
  /** What the log says already. */
  #said = new Set<string>();

  constructor(wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))) {
    this.#wait = wait;
    this.app.get('/healthz', (c) => c.json({ status: 'alive' }, 200, notKept));
    this.app.get('/readyz', (c) => c.json(this.#standing, 503, { ...notKept, 'retry-after': '5' }));
    this.app.all('*', (c) =>
      c.json({ error: { code: 'serviceNotAvailable', message: this.#standing.status } }, 503, {
        ...notKept,
        'retry-after': '30',
      }),
    );
  }

  /** Settles when the site has been seen and is right. */
  async pass(site: SiteInspection, log: ServiceLog): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await this.#attempt('site', attempt, log, () => site.inspect());
      if (found === null) continue;
      this.#say(found, log);
      const reasons = faultsOf(found);
      if (reasons.length === 0) {
        log.info('siteAsPlanned', { attempt, notes: found.length });
        this.#standing = { status: 'starting', reasons: [] };
        return;
      }
      this.#standing = { status: 'siteNotReady', reasons };
      log.warn('siteNotReady', { reasons: reasons.join(' '), findings: found.filter(stops).length, attempt });
      await this.#pause(attempt);
    }
  }

  /**
   * Reads what the service cannot begin without, again and again while Microsoft 365 does not answer. What was read and cannot be used
   * (`invalid`) is thrown: no waiting mends it.
   */
  async reach<T>(what: string, log: ServiceLog, read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const value = await this.#attempt(what, attempt, log, async () => ({ value: await read() }));
      if (value !== null) return value.value;
    }
  }

  /** Null after a failure that is waited out. */
  async #attempt<T>(what: string, attempt: number, log: ServiceLog, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (!isRemoteError(error) || error.code === 'invalid') throw error;
      this.#standing = { status: 'siteNotSeen', reasons: [error.code] };
      log.error('siteNotSeen', error, { asked: what, attempt });
      await this.#pause(attempt, error);
      return null;
    }
  }

  #pause(attempt: number, error?: RemoteError): Promise<void> {
    const seconds = Math.min(longestWaitSeconds, waitSeconds(attempt));
    return this.#wait(Math.max(seconds, error?.retryAfterSeconds ?? 0) * 1000);
  }

  /** Each finding once, however often it is found. */
  #say(found: readonly SiteFinding[], log: ServiceLog): void {
    for (const finding of found) {
      if (!this.#said.has(nameOfFinding(finding))) log.warn('siteFinding', { ...finding });
    }
    this.#said = new Set(found.map(nameOfFinding));
  }
}

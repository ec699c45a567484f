import { type Caller, GraphFailure } from '../http.ts';
import type { SharePointServices } from './services.ts';

const windowMs = 60_000;

/** Counts resource units of each app, and refuses like SharePoint when an app has used up its minute (facts 1.8). */
export class ResourceMeter {
  readonly #services: SharePointServices;
  readonly #windows = new Map<string, { endsAt: number; used: number }>();

  constructor(services: SharePointServices) {
    this.#services = services;
    services.tenant.events.on('reset', () => this.#windows.clear());
  }

  /** Books the units; throws 429 with Retry-After when throttling is on and they are used up. Throttled calls count too. */
  charge(caller: Caller, units: number): void {
    const { tenant, unitsPerMinute } = this.#services;
    tenant.usage.addResourceUnits(caller.appId, units);
    if (unitsPerMinute === null) return;
    const now = tenant.clock.now().getTime();
    const known = this.#windows.get(caller.appId);
    const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, used: 0 };
    window.used += units;
    this.#windows.set(caller.appId, window);
    if (window.used > unitsPerMinute) {
      throw new GraphFailure(429, 'activityLimitReached', 'The request has been throttled', {
        'retry-after': String(this.#secondsLeft(window.endsAt, now)),
        ...this.headers(caller),
      });
    }
  }

  /** RateLimit headers, which SharePoint gives from four fifths of the limit on. */
  headers(caller: Caller): Record<string, string> {
    const { tenant, unitsPerMinute } = this.#services;
    const window = this.#windows.get(caller.appId);
    if (unitsPerMinute === null || !window || window.used < unitsPerMinute * 0.8) return {};
    return {
      'ratelimit-limit': String(unitsPerMinute),
      'ratelimit-remaining': String(Math.max(0, unitsPerMinute - window.used)),
      'ratelimit-reset': String(this.#secondsLeft(window.endsAt, tenant.clock.now().getTime())),
    };
  }

  #secondsLeft(endsAt: number, now: number): number {
    return Math.max(1, Math.ceil((endsAt - now) / 1000));
  }
}

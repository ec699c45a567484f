import { type Caller, GraphFailure } from '../http.ts';
import type { SharePointServices } from './services.ts';

const minuteMs = 60_000;

interface Window {
  endsAt: number;
  used: number;
  limit: number;
}

/** Counts resource units of each app, and refuses like SharePoint when a limit has been used up (facts 1.8). */
export class ResourceMeter {
  readonly #services: SharePointServices;
  readonly #windows = new Map<string, Window>();

  constructor(services: SharePointServices) {
    this.#services = services;
    services.tenant.events.on('reset', () => this.#windows.clear());
  }

  /** Books the units; throws 429 with Retry-After when a limit is on and used up. Throttled calls count too. */
  charge(caller: Caller, units: number): void {
    const { tenant, limits } = this.#services;
    tenant.usage.addResourceUnits(caller.appId, units);
    const counted = [
      this.#count(`app ${caller.appId}`, units, limits.unitsPerMinute, minuteMs),
      this.#count('tenant', units, limits.tenantUnitsPerFiveMinutes, 5 * minuteMs),
      caller.userId === null
        ? null
        : this.#count(`user ${caller.userId}`, 1, limits.userRequestsPerFiveMinutes, 5 * minuteMs),
    ];
    const over = counted.flatMap((window) => (window && window.used > window.limit ? window.endsAt : []));
    if (over.length === 0) return;
    throw new GraphFailure(429, 'activityLimitReached', 'The request has been throttled', {
      'retry-after': String(this.#secondsLeft(Math.max(...over))),
      ...this.headers(caller),
    });
  }

  /** RateLimit headers, which SharePoint gives for the app's minute alone, from four fifths of it on. */
  headers(caller: Caller): Record<string, string> {
    const window = this.#windows.get(`app ${caller.appId}`);
    const isOver = !window || window.endsAt <= this.#services.tenant.clock.now().getTime();
    if (this.#services.limits.unitsPerMinute === null || isOver || window.used < window.limit * 0.8) return {};
    return {
      'ratelimit-limit': String(window.limit),
      'ratelimit-remaining': String(Math.max(0, window.limit - window.used)),
      'ratelimit-reset': String(this.#secondsLeft(window.endsAt)),
    };
  }

  #count(key: string, amount: number, limit: number | null, lengthMs: number): Window | null {
    if (limit === null) return null;
    const now = this.#services.tenant.clock.now().getTime();
    const known = this.#windows.get(key);
    // Another limit counts from nothing; a clock that was set back would leave a window open for ever.
    const isOpen = known?.limit === limit && known.endsAt > now && known.endsAt <= now + lengthMs;
    const window = isOpen ? known : { endsAt: now + lengthMs, used: 0, limit };
    window.used += amount;
    this.#windows.set(key, window);
    return window;
  }

  #secondsLeft(endsAt: number): number {
    return Math.max(1, Math.ceil((endsAt - this.#services.tenant.clock.now().getTime()) / 1000));
  }
}

import type { Clock } from '../../application/ports/clock.ts';
import { parseRetryAfter } from '../graph/errors.ts';

/** A request that was refused is sent again so often, each time after the wait that was asked for. */
const repeats = 3;
/** Exchange takes four requests of an app at a time for one mailbox (facts 1.8). */
const mostForMailbox = 4;
/** What an average request of ours costs in resource units (facts 1.8): a remainder in units is shared out by it. */
const unitsOfRequest = 2;

export interface GateOptions {
  clock: Clock;
  /** How a wait is sat out, in milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** How long the work in hand may stand here in all, in milliseconds; null for work that nobody waits for at a screen. */
  patienceMs: () => number | null;
  /** How long such work may stand here: less than a lease, so that what is held is not lost meanwhile. */
  backgroundPatienceMs: number;
}

interface Resource {
  /** Nothing is sent to it before (milliseconds). */
  closedUntil: number;
  /** What it said is left of its minute; null while it says nothing. */
  left: { requests: number; until: number } | null;
  /** When the next request that nobody waits for may go. */
  nextAt: number;
  /** How many more may be on their way. */
  free: number;
  queue: (() => void)[];
}

/**
 * One for all requests of a process. Who is told by a resource to wait (429 or 503 with Retry-After) tells all others, so that no more
 * requests are sent there until then: refused ones count against the limit too. Where the answers say how little of the minute is left
 * (RateLimit headers), work that nobody waits for is spread over the rest of it; with several replicas each sees the remainder shrink, and
 * so they share it. What cannot be waited for is answered 429 here, with the seconds that are left. Facts 1.8, decision 0154.
 */
export class RequestGate {
  readonly #options: GateOptions;
  readonly #resources = new Map<string, Resource>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Sends when the resource may be asked; `send` is called again for a request that was refused before anything was done. */
  async through(name: string, send: () => Promise<Response>): Promise<Response> {
    const resource = this.#resource(name);
    const isWaitedFor = this.#options.patienceMs();
    const giveUpAt = this.#now() + (isWaitedFor ?? this.#options.backgroundPatienceMs);
    for (let attempt = 0; ; attempt += 1) {
      const refusal = await this.#admit(resource, isWaitedFor !== null, giveUpAt);
      if (refusal) return refusal;
      const response = await this.#oneOfFew(resource, send);
      const mustWait = this.#note(resource, response);
      if (!mustWait || attempt === repeats || resource.closedUntil > giveUpAt) return response;
    }
  }

  async #oneOfFew<T>(resource: Resource, send: () => Promise<T>): Promise<T> {
    if (resource.free === 0) await new Promise<void>((next) => resource.queue.push(next));
    else resource.free -= 1;
    try {
      return await send();
    } finally {
      const next = resource.queue.shift();
      if (next) next();
      else resource.free += 1;
    }
  }

  /** Waits until a request may leave; gives the answer to one that would wait for too long. */
  async #admit(resource: Resource, isWaitedFor: boolean, giveUpAt: number): Promise<Response | null> {
    if (!isWaitedFor) await this.#takePlace(resource, giveUpAt);
    while (resource.closedUntil > this.#now()) {
      if (resource.closedUntil > giveUpAt) return tooEarly(resource.closedUntil - this.#now());
      await this.#options.wait(resource.closedUntil - this.#now());
    }
    return null;
  }

  /** What nobody waits for goes one after the other, each for its share of what is left. */
  async #takePlace(resource: Resource, giveUpAt: number): Promise<void> {
    const now = this.#now();
    const { left } = resource;
    if (!left || left.until <= now) {
      resource.left = null;
      resource.nextAt = now;
      return;
    }
    const place = Math.min(Math.max(now, resource.nextAt), left.until, giveUpAt);
    resource.nextAt = place + (left.until - now) / Math.max(1, left.requests);
    if (place > now) await this.#options.wait(place - now);
  }

  /** Learns from an answer; true when it was a refusal that names a time. */
  #note(resource: Resource, { status, headers }: Response): boolean {
    const now = this.#now();
    const retryAfter = parseRetryAfter(headers.get('Retry-After'), now);
    const reset = parseRetryAfter(headers.get('RateLimit-Reset'), now);
    const remaining = Number(headers.get('RateLimit-Remaining') ?? Number.NaN);
    resource.left =
      reset === undefined || Number.isNaN(remaining)
        ? null
        : { requests: remaining / unitsOfRequest, until: now + reset * 1000 };
    const isRefused = (status === 429 || status === 503) && retryAfter !== undefined;
    if (isRefused) {
      resource.closedUntil = Math.max(resource.closedUntil, now + Math.max(retryAfter, reset ?? 0) * 1000);
    }
    return isRefused;
  }

  #resource(name: string): Resource {
    const known = this.#resources.get(name);
    if (known) return known;
    const free = name.startsWith('mailbox ') ? mostForMailbox : Number.POSITIVE_INFINITY;
    const fresh: Resource = { closedUntil: 0, left: null, nextAt: 0, free, queue: [] };
    this.#resources.set(name, fresh);
    return fresh;
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}

/** As the resource itself would answer, without asking it. */
function tooEarly(milliseconds: number): Response {
  return Response.json(
    { error: { code: 'activityLimitReached', message: 'The resource asked to be left alone.' } },
    { status: 429, headers: { 'Retry-After': String(Math.max(1, Math.ceil(milliseconds / 1000))) } },
  );
}

import type { RequestFault } from './request-faults.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** A request of a replica to the outside, before it leaves. */
export interface OutgoingRequest {
  method: string;
  url: URL;
}

/** Whoever sends requests through the gate. */
export interface Caller {
  name: string;
  isDead: boolean;
  /** Stands still for now, as a process that gets no time from its machine. */
  isFrozen: boolean;
  /** How far its clock has jumped since it started, milliseconds; zero once all is mended. */
  jumpMs: number;
  /** What happens to this request; null lets it pass. Asked once a request, in the order in which they leave. */
  faultFor(request: OutgoingRequest): RequestFault | null;
  die(): void;
}

interface Waiting {
  caller: Caller;
  request: OutgoingRequest;
  send: () => Promise<Response>;
  answer: (response: Response) => void;
  fail: (error: unknown) => void;
}

/** What every request costs, so that no two things happen at the same moment. */
const requestMs = 20;
const turns = 4;

/**
 * Every request of every replica waits here until it is let through, one at a time and in an order that somebody else decides: so
 * the interleaving of replicas comes from the seed and not from the machine. A dead caller's requests never leave and never end.
 */
export class RequestGate {
  readonly #time: SimulatedTime;
  readonly #told: (line: string) => void;
  #waiting: Waiting[] = [];
  /** How many requests have come. */
  arrivals = 0;

  constructor(time: SimulatedTime, told: (line: string) => void) {
    this.#time = time;
    this.#told = told;
  }

  /** Requests that can be let through. */
  get waiting(): number {
    return this.#ready().length;
  }

  waitingOf(caller: Caller): number {
    return this.#waiting.filter((each) => each.caller === caller).length;
  }

  #ready(): Waiting[] {
    this.#waiting = this.#waiting.filter(({ caller }) => !caller.isDead);
    return this.#waiting.filter(({ caller }) => !caller.isFrozen);
  }

  /** Goes on after it stood still: its own time-outs have run out meanwhile, whether or not the request had got through. */
  async thaw(caller: Caller, hadGotThrough: () => boolean): Promise<void> {
    const held = this.#waiting.filter((each) => each.caller === caller);
    this.#waiting = this.#waiting.filter((each) => each.caller !== caller);
    caller.isFrozen = false;
    for (const each of held) {
      const isDone = hadGotThrough();
      const { method, url } = each.request;
      this.#told(
        `${caller.name} ${method} ${url.pathname.slice(-70)}: frozen, ${isDone ? 'had' : 'had not'} got through`,
      );
      if (isDone) await each.send().catch(() => undefined);
      each.fail(new DOMException('The operation timed out.', 'TimeoutError'));
    }
    await quiet();
  }

  fetchOf(caller: Caller): typeof fetch {
    return (input, init) =>
      new Promise<Response>((answer, fail) => {
        if (caller.isDead) return;
        const url = new URL(input instanceof Request ? input.url : String(input));
        const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
        // A time-out is a fault of ours here, not the real clock's.
        const { signal: _, ...options } = init ?? {};
        this.#waiting.push({ caller, request: { method, url }, send: () => wholeAnswer(input, options), answer, fail });
        this.arrivals += 1;
      });
  }

  /** Lets one request through, and waits until everybody has gone on as far as they can. `choose` gives an index below `waiting`. */
  async letThrough(choose: (count: number) => number): Promise<void> {
    const ready = this.#ready();
    const chosen = ready[choose(ready.length)];
    if (!chosen) return;
    this.#waiting.splice(this.#waiting.indexOf(chosen), 1);
    const { caller, request, send } = chosen;
    this.#time.advance(requestMs);
    const fault = caller.faultFor(request);
    const what = `${caller.name} ${request.method} ${request.url.pathname.slice(-70)}`;
    if (!fault) {
      await send().then(chosen.answer, chosen.fail);
    } else {
      this.#told(`${what}: ${fault.name}`);
      const outcome = await fault.act(send, request, { time: this.#time, caller }).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if (fault.kills) caller.die();
      else if ('response' in outcome) chosen.answer(outcome.response);
      else chosen.fail(outcome.error);
    }
    await quiet();
  }
}

/** Until everything that needs no request has been done. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
}

/** Read to its end first, so that what follows from it needs no more of the network. */
async function wholeAnswer(input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const bytes = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const isBare = [204, 205, 304].includes(response.status);
  return new Response(isBare ? null : bytes, { status: response.status, headers });
}

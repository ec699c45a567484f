import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Service, wireService } from '../../src/main/service-wiring.ts';
import type { PinoServiceLog } from '../../src/service/log.ts';
import type { ServiceSettings } from '../../src/service/settings.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a request to Microsoft 365 takes, as the other measurements assume (docs/decisions/0155). */
const requestMs = 80;
const restMs = 20_000;

export interface Replica {
  name: string;
  isDead: boolean;
  /** Dies with its next write, which is done, and whose answer it never sees. */
  isDoomed: boolean;
  service: Service;
}

export interface ReplicasOptions {
  settings: ServiceSettings;
  time: VirtualTime;
  log: PinoServiceLog;
  /** Real, and counted by the time. */
  send: typeof fetch;
}

/** Replicas in this process, each with the wiring of the real one and everything it sends over HTTP; and the one address before them. */
export class Replicas {
  readonly #options: ReplicasOptions;
  readonly #all: Replica[] = [];
  readonly #door: Server;
  #started = 0;
  #turn = 0;
  /** How often what was asked, with the names of lists. */
  readonly asked = new Map<string, number>();
  /** Answers 429 that replicas were given. */
  refusals = 0;

  constructor(options: ReplicasOptions) {
    this.#options = options;
    this.#door = createServer((incoming, outgoing) => {
      const { alive } = this;
      this.#turn += 1;
      const replica = alive[this.#turn % Math.max(1, alive.length)];
      if (!replica) outgoing.writeHead(503).end();
      else void getRequestListener((request) => replica.service.app.fetch(request))(incoming, outgoing);
    });
  }

  get alive(): Replica[] {
    return this.#all.filter(({ isDead }) => !isDead);
  }

  listen(): Promise<void> {
    return new Promise((done, failed) => {
      this.#door.once('error', failed);
      this.#door.listen(this.#options.settings.port, done);
    });
  }

  async start(): Promise<void> {
    const { settings, time, log } = this.#options;
    this.#started += 1;
    const replica = { name: `replica ${this.#started}`, isDead: false, isDoomed: false };
    const service = await wireService(settings, log.with({ replica: replica.name }), {
      fetch: this.#fetchOf(replica),
      wait: (milliseconds) => time.sleep(milliseconds),
    });
    this.#all.push(Object.assign(replica, { service }));
    service.work.start();
  }

  /**
   * As a process that is shot in the middle of its work: nothing of it leaves any more, and no answer comes to it. One that writes nothing
   * for a while is shot at rest.
   */
  kill(): void {
    const [first] = this.alive;
    if (!first) return;
    first.isDoomed = true;
    this.#options.time.at(this.#options.time.now + restMs, () => {
      first.isDead = true;
    });
  }

  async close(): Promise<void> {
    for (const replica of this.#all) replica.isDead = true;
    this.#door.closeAllConnections();
    await new Promise((done) => this.#door.close(done));
  }

  #count(input: Parameters<typeof fetch>[0], init: RequestInit | undefined, status: number): void {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const names = Object.entries(this.#options.settings.site.lists);
    const path = url.pathname
      .split('/')
      .map(
        (part) =>
          names.find(([, id]) => id === part)?.[0] ??
          (/^[$a-zA-Z.0-9]{1,20}$/.test(part) && !/^\d+$/.test(part) ? part : part && '*'),
      )
      .join('/');
    const filter = url.searchParams.get('$filter')?.match(/fields\/(\w+)/)?.[1] ?? '';
    const kind = `${method} ${path} ${filter} ${status}`;
    this.asked.set(kind, (this.asked.get(kind) ?? 0) + 1);
  }

  #fetchOf(replica: Omit<Replica, 'service'>): typeof fetch {
    const { time, send } = this.#options;
    return async (input, init) => {
      if (replica.isDead) return never();
      // A time-out would be the real clock's, which has nothing to do with this one.
      const { signal: _, ...options } = init ?? {};
      const isWrite = ['POST', 'PATCH', 'PUT'].includes(init?.method ?? 'GET');
      if (replica.isDoomed && isWrite) replica.isDead = true;
      const outcome = await send(input, options).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if ('response' in outcome && outcome.response.status === 429) this.refusals += 1;
      this.#count(input, init, 'response' in outcome ? outcome.response.status : 0);
      await time.sleep(requestMs);
      if (replica.isDead) return never();
      if ('error' in outcome) throw outcome.error;
      return outcome.response;
    };
  }
}

function never(): Promise<Response> {
  return new Promise(() => undefined);
}

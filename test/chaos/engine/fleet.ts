import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Service, wireService } from '../../../src/main/service-wiring.ts';
import { PinoServiceLog } from '../../../src/service/log.ts';
import type { ServiceSettings } from '../../../src/service/settings.ts';
import type { RequestFault } from './request-faults.ts';
import type { Caller, OutgoingRequest, RequestGate } from './request-gate.ts';
import type { SimulatedTime } from './simulated-time.ts';

export interface Replica extends Caller {
  service: Service;
  /** How far its clock was wrong when it started, milliseconds. */
  skewMs: number;
  /** Settles when it dies. */
  died: Promise<void>;
}

export interface FleetOptions {
  settings: ServiceSettings;
  gate: RequestGate;
  time: SimulatedTime;
  log: ConstructorParameters<typeof PinoServiceLog>[0];
  faultFor: (name: string, ordinal: number, request: OutgoingRequest) => RequestFault | null;
}

/** Something outside the service that a run brought about itself. */
export class OutsideFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutsideFailure';
  }
}

/** The replicas of one run. A kill is final: whoever comes after it is another process with another name in leases. */
export class Fleet {
  readonly #options: FleetOptions;
  readonly replicas: Replica[] = [];
  #started = 0;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  get alive(): Replica[] {
    return this.replicas.filter(({ isDead }) => !isDead);
  }

  /** Starts one more; throws when it cannot start, or dies meanwhile; a supervisor would try again. */
  async start(skewMs = 0): Promise<Replica> {
    const { settings, gate, time, faultFor } = this.#options;
    this.#started += 1;
    const name = `replica ${this.#started}`;
    let end = () => {};
    const died = new Promise<void>((done) => {
      end = done;
    });
    let ordinal = 0;
    const caller: Caller = {
      name,
      isDead: false,
      isFrozen: false,
      jumpMs: 0,
      faultFor: (request) => {
        ordinal += 1;
        return faultFor(name, ordinal, request);
      },
      die: () => {
        caller.isDead = true;
        end();
      },
    };
    const wired = wireService(settings, new PinoServiceLog(this.#options.log), {
      clock: time.clockOff(() => skewMs + caller.jumpMs),
      fetch: gate.fetchOf(caller),
      wait: async (milliseconds) => time.advance(milliseconds),
    });
    const service = await Promise.race([wired, died.then(() => null)]);
    if (!service) throw new OutsideFailure(`${name} died while it started`);
    const replica: Replica = Object.assign(caller, { service, skewMs, died });
    this.replicas.push(replica);
    return replica;
  }
}

/** What stands in front of the replicas: each call goes to one that is alive, as a load balancer does. */
export class FrontDoor {
  readonly #server: Server;
  /** Whom the next call goes to; null answers 503. */
  choose: () => Replica | null = () => null;

  constructor() {
    this.#server = createServer((incoming, outgoing) => {
      const replica = this.choose();
      if (!replica) {
        outgoing.writeHead(503).end();
        return;
      }
      void replica.died.then(() => outgoing.destroy());
      void getRequestListener((request) => replica.service.app.fetch(request))(incoming, outgoing);
    });
  }

  listen(port: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(port, done);
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}

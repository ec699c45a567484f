import type { Service } from '../../../src/main/service-wiring.ts';
import { findings } from './findings.ts';
import { Fleet, type Replica } from './fleet.ts';
import { Random } from './random.ts';
import type { Reported } from './reported.ts';
import { isWrite, type RequestFault, requestFaults, standingFaults } from './request-faults.ts';
import { type OutgoingRequest, RequestGate } from './request-gate.ts';
import { isAllSettled } from './settled.ts';
import type { World } from './world.ts';

const mostKills = 6;
const mostReplicas = 3;
/** No run needs so many; one that does is stuck. */
const mostRequests = 6_000;
const skewsMs = [0, 0, -180_000, 180_000, -20_000, 20_000];
/** Minutes between the looks of replicas whose surroundings are well again. */
const settlingMinutes = [1.2, 1.2, 8, 16, 16, 20, 30, 60, 60, 120, 240];

export interface RunResult {
  lost: string[];
  doubled: string[];
  forbidden: string[];
  stuck: string[];
  /** What happened, line by line. */
  story: string[];
}

/** What a process does by itself again and again. */
const loops = {
  readLists: ({ work }: Service) => work.readLists(),
  resume: ({ desk }: Service) => desk.resume(),
  clocks: ({ work }: Service) => work.runClocks(),
} as const satisfies Record<string, (service: Service) => Promise<unknown>>;
export type LoopName = keyof typeof loops;

interface Operation {
  name: string;
  by: Replica | null;
  promise: Promise<void>;
}

/** One run: what people do, what breaks, and the replicas that have to cope with it; all of it from one seed. */
export class ChaosRun {
  readonly world: World;
  readonly random: Random;
  readonly fleet: Fleet;
  readonly gate: RequestGate;
  readonly reported: Reported[] = [];
  readonly story: string[] = [];
  /** What people did and were not answered as done. */
  readonly refusals: string[] = [];
  readonly startedAt: Date;
  readonly skewMs: number;
  /** False at the end: then everything outside is well. */
  isStormy = true;
  readonly #faultRate: number;
  readonly #standing: RequestFault[];
  #weather: { fault: RequestFault; left: number } | null = null;
  #planned: { fault: RequestFault; skip: number; left: number } | null = null;
  readonly #operations = new Set<Operation>();
  #killsLeft: number;
  #forGood: RequestFault | null = null;
  #starting = 0;
  requests = 0;
  readonly #unexpected: string[] = [];

  /** `isCalm` leaves chance out of it: only `breakNext` and `breakForGood` break anything. */
  constructor(world: World, seed: string, { isCalm = false, kills = mostKills } = {}) {
    this.world = world;
    this.#killsLeft = kills;
    this.random = new Random(seed);
    this.startedAt = world.time.now();
    this.#faultRate = isCalm ? 0 : this.random.pick([0, 0.01, 0.03, 0.08, 0.15]);
    this.skewMs = this.random.chance(0.3) ? this.random.pick([-180_000, 180_000]) : 0;
    this.#standing = standingFaults(world.product.settings.site.lists);
    this.gate = new RequestGate(world.time, (line) => this.tell(line));
    const faults = this.random.of('faults');
    this.fleet = new Fleet({
      settings: world.product.settings,
      gate: this.gate,
      time: world.time,
      log: world.log,
      faultFor: (name, ordinal, request) => this.#faultFor(faults.of(`${name} ${ordinal}`), request),
    });
    world.door.choose = () => (this.fleet.alive.length > 0 ? this.random.pick(this.fleet.alive) : null);
  }

  tell(line: string): void {
    this.story.push(`${this.world.time.now().toISOString().slice(5, 19)} ${line}`);
  }

  /** Begins something that goes on by itself; `by` is the replica that does it, and it ends with it. */
  launch(name: string, by: Replica | null, work: () => Promise<unknown>): void {
    const operation: Operation = {
      name,
      by,
      promise: work()
        .then(() => undefined)
        .catch((error: unknown) => this.#noteFailure(name, error))
        .finally(() => this.#operations.delete(operation)),
    };
    this.#operations.add(operation);
  }

  /** The same for what does not come through the gate by itself: until it has led to a request of a replica, or has ended. */
  async launchOutside(name: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.gate.arrivals;
    let hasEnded = false;
    this.launch(name, null, () => work().finally(() => (hasEnded = true)));
    for (let wait = 0; wait < 2_000 && !hasEnded && this.gate.arrivals === before; wait += 1) await shortly();
  }

  isBusy(replica: Replica, name: string): boolean {
    return [...this.#operations].some((each) => each.by === replica && each.name === name);
  }

  /** One run at a time, as in the process itself. */
  loop(replica: Replica, name: LoopName): void {
    if (replica.isDead || this.isBusy(replica, name)) return;
    this.launch(name, replica, () => loops[name](replica.service));
  }

  /** Lets so many requests through. */
  async step(count: number): Promise<void> {
    for (let each = 0; each < count && this.gate.waiting > 0; each += 1) await this.#letOneThrough();
    this.#keepSomebodyAlive();
  }

  /** Until nothing is going on any more; a replica that stands still is left out. */
  async drain(): Promise<void> {
    for (let idle = 0; idle < 5_000; ) {
      this.#keepSomebodyAlive();
      if (this.gate.waiting > 0) {
        await this.#letOneThrough();
        idle = 0;
      } else if (this.#live().length === 0 || (idle > 50 && this.#waitsForFrozen())) {
        return;
      } else {
        await shortly();
        idle += 1;
      }
    }
    throw new Error(
      `nothing goes on: ${this.#live()
        .map(({ name }) => name)
        .join(', ')}`,
    );
  }

  startReplica(): void {
    if (this.fleet.alive.length + this.#starting >= mostReplicas) return;
    this.#starting += 1;
    const skew = this.isStormy ? this.random.pick(skewsMs) : 0;
    this.launch('start', null, async () => {
      const replica = await this.fleet.start(skew).finally(() => {
        this.#starting -= 1;
      });
      this.tell(`${replica.name} has started, its clock off by ${skew / 1000} s`);
      this.loop(replica, 'readLists');
      this.loop(replica, 'resume');
    });
  }

  kill(replica: Replica): void {
    if (this.#killsLeft <= 0) return;
    this.#killsLeft -= 1;
    this.tell(`${replica.name} is killed`);
    replica.die();
  }

  /** From here on the fault happens to so many of the requests it fits, after as many have gone by. */
  breakNext(fault: RequestFault, { after, times }: { after: number; times: number }): void {
    this.#planned = { fault, skip: after, left: times };
  }

  /** From here on, until it is mended: the fault outlasts the end of everything else. */
  breakForGood(fault: RequestFault): void {
    this.#forGood = fault;
  }

  /** Nothing breaks any more that was asked for. */
  mend(): void {
    this.#planned = null;
    this.#forGood = null;
    this.#setClocks();
  }

  #setClocks(): void {
    for (const replica of this.fleet.replicas) replica.jumpMs = 0;
  }

  changeWeather(): void {
    const fault = this.random.pick(this.#standing);
    this.#weather = { fault, left: 5 + this.random.below(60) };
    this.tell(`for ${this.#weather.left} requests: ${fault.name}`);
  }

  /** Everything is mended; gives what does not hold then. */
  async finish(): Promise<RunResult> {
    await this.drain();
    this.isStormy = false;
    this.#weather = null;
    this.#setClocks();
    for (const replica of this.fleet.alive) if (replica.isFrozen) await this.gate.thaw(replica, () => false);
    await this.drain();
    this.tell('everything is mended');
    for (const minutes of settlingMinutes) {
      this.world.time.advance(minutes * 60_000);
      await this.look();
      if (await isAllSettled(this.world, this.reported)) break;
    }
    // Whatever is done again now was not done once.
    this.world.time.advance(5 * 60_000);
    await this.look();
    const found = await findings(this.world, this.reported, this.startedAt);
    found.stuck.push(...this.#unexpected);
    for (const replica of this.fleet.replicas) replica.die();
    return { ...found, story: this.story };
  }

  /** Every replica does once what it does by itself, to the end. */
  async look(): Promise<void> {
    await this.drain();
    for (const replica of this.fleet.alive) {
      this.loop(replica, 'readLists');
      this.loop(replica, 'resume');
      this.loop(replica, 'clocks');
    }
    await this.drain();
    await Promise.all(this.fleet.alive.map(({ service }) => service.desk.idle()));
    await this.drain();
  }

  /** A call from outside may be with the one that stands still. */
  #waitsForFrozen(): boolean {
    return this.fleet.alive.some(({ isFrozen }) => isFrozen) && this.#live().every(({ by }) => by === null);
  }

  #live(): Operation[] {
    return [...this.#operations].filter(({ by }) => !by?.isDead && !by?.isFrozen);
  }

  async #letOneThrough(): Promise<void> {
    this.requests += 1;
    if (this.requests > mostRequests) throw new Error('too many requests for one run');
    await this.gate.letThrough((count) => this.random.below(count));
  }

  /** A supervisor starts another after some seconds. */
  #keepSomebodyAlive(): void {
    if (this.fleet.alive.length > 0 || this.#starting > 0) return;
    this.world.time.advance(3_000);
    this.startReplica();
  }

  #faultFor(random: Random, request: OutgoingRequest): RequestFault | null {
    const forGood = this.#forGood;
    if (forGood && (forGood.fits?.(request) ?? true)) return forGood;
    if (!this.isStormy) return null;
    const planned = this.#planned;
    if (planned && planned.left > 0 && (planned.fault.fits?.(request) ?? isWrite(request))) {
      if (planned.skip-- > 0) return null;
      planned.left -= 1;
      return planned.fault;
    }
    const weather = this.#weather;
    if (weather && weather.left > 0 && (weather.fault.fits?.(request) ?? true)) {
      weather.left -= 1;
      return weather.fault;
    }
    if (!random.chance(this.#faultRate)) return null;
    const fitting = requestFaults.filter(({ fits, kills }) => {
      if (kills && this.#killsLeft <= 0) return false;
      return fits?.(request) ?? true;
    });
    const fault = random.weighted(fitting);
    if (fault.kills) this.#killsLeft -= 1;
    return fault;
  }

  /** Whatever the outside does, the service must not stumble over its own feet. */
  #noteFailure(name: string, error: unknown): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.tell(`${name} ended: ${text}`);
    const isKnown = error instanceof Error && ['RemoteError', 'OutsideFailure', 'SettingsError'].includes(error.name);
    if (!isKnown) this.#unexpected.push(`${name} ended with ${error instanceof Error ? error.stack : text}`);
  }
}

function shortly(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1));
}

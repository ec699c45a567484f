import type { CheckTrails } from '../../application/check-trails.ts';
import { FollowRegister } from '../../application/follow-register.ts';
import type { IncidentDesk } from '../../application/incident-desk.ts';
import type { KeepSubscriptions } from '../../application/keep-subscriptions.ts';
import { noteCounted } from '../../application/note-refusal.ts';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { ReadIntake } from '../../application/read-intake.ts';
import { ReadingTurn } from '../../application/reading-turn.ts';
import { RedateClocks } from '../../application/redate-clocks.ts';
import { RunClocks } from '../../application/run-clocks.ts';
import type { StandIns } from '../../application/stand-ins.ts';
import type { SwitchboardDesk } from '../../application/switchboard-desk.ts';
import type { TakeSubmissions } from '../../application/take-submissions.ts';
import type { ServiceSettings } from '../settings.ts';
import { Loop } from './loop.ts';

const subscriptionsEverySeconds = 60 * 60;
const resumeEverySeconds = 10;
const forgetEverySeconds = 60 * 60;
const absencesEverySeconds = 60;
const refusalsEverySeconds = 60;
const trailsEverySeconds = 10 * 60;
const clocksEverySeconds = 30;
/** How old the last reading of the lists may be when clocks are run, in seconds. */
const freshSeconds = 120;

export interface WorkParts {
  ports: ServicePorts;
  /** Names this replica. */
  owner: string;
  desk: IncidentDesk;
  submissions: TakeSubmissions;
  switchboard: SwitchboardDesk;
  standIns: StandIns;
  trails: CheckTrails;
  subscriptions: KeepSubscriptions | null;
  refreshOrganisation: () => Promise<void>;
  settings: ServiceSettings;
}

/** Everything the service does without being asked. Each replica runs all of it; leases and unique keys keep them apart. */
export class ServiceWork {
  readonly #loops: Loop[];
  readonly #lists: Loop;
  readonly #resume: Loop;
  readonly #desk: IncidentDesk;
  readonly #turn: ReadingTurn;
  readonly #clockTurn: ReadingTurn;
  readonly #intake: ReadIntake;
  readonly #register: FollowRegister;
  readonly #switchboard: SwitchboardDesk;
  #isEnding = false;
  #isSettled = false;
  readonly #clocks: RunClocks;
  readonly #redating: RedateClocks;
  readonly #trails: CheckTrails;
  readonly #clock: ServicePorts['clock'];
  /** When a reading of the lists that ended well began; null before the first. */
  #listsReadAt: number | null = null;
  /** When it was last asked whose turn it is. */
  #lookedAt: number | null = null;

  constructor({
    ports,
    owner,
    desk,
    submissions,
    switchboard,
    standIns,
    trails,
    subscriptions,
    refreshOrganisation,
    settings,
  }: WorkParts) {
    this.#turn = new ReadingTurn(ports, owner, 'lists');
    this.#clockTurn = new ReadingTurn(ports, owner, 'clocks');
    this.#intake = new ReadIntake(ports, desk, submissions, () => this.#turn.goesOn());
    this.#register = new FollowRegister(ports, desk);
    this.#switchboard = switchboard;
    this.#clocks = new RunClocks(ports, desk);
    this.#redating = new RedateClocks(ports, desk);
    this.#clock = ports.clock;
    this.#trails = trails;
    const { log, clock } = ports;
    this.#desk = desk;
    this.#lists = new Loop({
      name: 'lists',
      everySeconds: settings.pollSeconds,
      run: (isAsked) => this.#readInTurn(isAsked),
      clock,
      log,
    });
    this.#resume = new Loop({
      name: 'resume',
      everySeconds: resumeEverySeconds,
      run: () => desk.resume(),
      clock,
      log,
    });
    this.#loops = [
      this.#lists,
      this.#resume,
      new Loop({ name: 'absences', everySeconds: absencesEverySeconds, run: () => standIns.run(), clock, log }),
      new Loop({
        name: 'clocks',
        everySeconds: clocksEverySeconds,
        run: () => this.#clockTurn.take(false, () => this.runClocks()),
        clock,
        log,
      }),
      new Loop({
        name: 'refusals',
        everySeconds: refusalsEverySeconds,
        run: async () => this.noteRefusals(),
        clock,
        log,
      }),
      new Loop({ name: 'trails', everySeconds: trailsEverySeconds, run: () => this.#checkTrailsLater(), clock, log }),
      new Loop({ name: 'forget', everySeconds: forgetEverySeconds, run: () => switchboard.forget(), clock, log }),
      new Loop({ name: 'config', everySeconds: settings.configRefreshSeconds, run: refreshOrganisation, clock, log }),
      ...(subscriptions
        ? [
            new Loop({
              name: 'subscriptions',
              everySeconds: subscriptionsEverySeconds,
              run: () => subscriptions.run(),
              clock,
              log,
            }),
          ]
        : []),
    ];
  }

  start(): void {
    for (const loop of this.#loops) loop.wake();
  }

  /** Takes what is new in Intake, then what people have changed in the registers and answered at the switchboard. */
  async readLists(): Promise<void> {
    const began = this.#clock.now().getTime();
    await this.#intake.run();
    await this.#register.run();
    await this.#switchboard.run();
    this.#listsReadAt = began;
  }

  /** One replica reads for all; what it has read counts for the others too. */
  async #readInTurn(isAsked: boolean): Promise<void> {
    const lastLook = this.#lookedAt;
    this.#lookedAt = this.#clock.now().getTime();
    const isRead = await this.#turn.take(isAsked, () => this.readLists());
    if (isRead) this.#listsReadAt = Math.max(this.#listsReadAt ?? 0, lastLook ?? 0) || null;
  }

  /**
   * Does what clocks have come round to. What people wrote meanwhile counts first: where the lists have not been read in the last minutes,
   * as after a machine that slept, they are read now, and while they cannot be read no clock runs. Gives how many records were changed.
   */
  async runClocks(): Promise<number> {
    const age = this.#clock.now().getTime() - (this.#listsReadAt ?? 0);
    if (age > freshSeconds * 1000) await this.readLists();
    await this.#redating.run();
    return this.#clocks.run(() => this.#clockTurn.goesOn());
  }

  /** Enters how many refused attempts were only counted, in the hours that are over. */
  noteRefusals(): void {
    noteCounted(this.#desk, this.#clock.now().toISOString());
  }

  /** Looks at the next histories, while the office is closed. Gives how many. */
  checkTrails(): Promise<number> {
    return this.#trails.run();
  }

  /** A service that has just begun has better things to do. */
  async #checkTrailsLater(): Promise<void> {
    if (this.#isSettled) await this.checkTrails();
    this.#isSettled = true;
  }

  /** Has the lists read soon. */
  wake(): void {
    this.#lists.wake();
  }

  /** `starting` until the lists have been read once, `failing` while the last reading failed, what is owed could not be done or a loop hangs, `draining` once it is to end. */
  get readiness(): 'ready' | 'starting' | 'failing' | 'draining' {
    if (this.#isEnding) return 'draining';
    const { lastRunWasGood } = this.#lists;
    // Nobody can tell what a run is doing that neither ends nor is answered: only another process helps.
    if (this.#loops.some((loop) => loop.isHanging)) return 'failing';
    if (lastRunWasGood === null) return 'starting';
    return lastRunWasGood && this.#resume.lastRunWasGood !== false ? 'ready' : 'failing';
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#isEnding = true;
    await Promise.all(this.#loops.map((loop) => loop.stop()));
    noteCounted(this.#desk, this.#clock.now().toISOString(), true);
    await this.#desk.idle();
  }

  /**
   * Ends within this time: what is under way by then is left, and what this replica holds is given back, so that another goes on with it
   * at once.
   */
  async leave(withinMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((done) => {
      timer = setTimeout(done, withinMs);
    });
    await Promise.race([this.stop(), limit]);
    clearTimeout(timer);
    await this.#desk.handBack();
    // Its silence would be noticed, only later.
    const turns = [this.#turn, this.#clockTurn];
    await Promise.all(turns.map((turn) => turn.giveBack().catch(() => undefined)));
  }
}

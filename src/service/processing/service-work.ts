import type { CheckTrails } from '../../application/check-trails.ts';
import { FollowRegister } from '../../application/follow-register.ts';
import type { IncidentDesk } from '../../application/incident-desk.ts';
import type { KeepSubscriptions } from '../../application/keep-subscriptions.ts';
import { noteCounted } from '../../application/note-refusal.ts';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { ReadIntake } from '../../application/read-intake.ts';
import { type Reading, ReadingTurn } from '../../application/reading-turn.ts';
import { RedateClocks } from '../../application/redate-clocks.ts';
import { RunClocks } from '../../application/run-clocks.ts';
import type { StandIns } from '../../application/stand-ins.ts';
import type { SwitchboardDesk } from '../../application/switchboard-desk.ts';
import type { TakeSubmissions } from '../../application/take-submissions.ts';
import type { WatchSite } from '../../application/watch-site.ts';
import { within } from '../../application/within.ts';
import type { ServiceSettings } from '../settings.ts';
import { Loop } from './loop.ts';

export type WatchedList = 'intake' | 'incidents' | 'incidentsHr' | 'switchboard';
const watchedLists: readonly WatchedList[] = ['intake', 'incidents', 'incidentsHr', 'switchboard'];

const subscriptionsEverySeconds = 60 * 60;
const resumeEverySeconds = 10;
/** When nothing was owed at the last look. What is left behind from now on is held for a lease in any case. */
const resumeAtRestEverySeconds = 30;
/** Between two looks into Intake of the replica whose turn it is. */
const lookEverySeconds = 3;
/** So long after the last news it goes on looking: the pane says ten seconds after the report that the original has left. */
const staysSeconds = 15;
/** Words of new rows are gathered so long: a report and the receipts written for it make several. */
const gatherSeconds = 2;
/** By those who know that it is another's turn. */
const gatherAtRestSeconds = 5;
/** Words of changed records: most are of our own writing, three or four a report. */
const gatherOwnSeconds = 5;
/** What another replica put among the waiting rows when it was not its turn is found after so long. */
const waitingOfOthersSeconds = 5 * 60;
/** What only a call sets off. */
const neverSeconds = 24 * 60 * 60;
const forgetEverySeconds = 60 * 60;
const absencesEverySeconds = 60;
const refusalsEverySeconds = 60;
const trailsEverySeconds = 10 * 60;
/** Others learn within so long what one has seen of the site. */
const siteEverySeconds = 60;
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
  site: WatchSite;
  subscriptions: KeepSubscriptions | null;
  refreshOrganisation: () => Promise<void>;
  settings: ServiceSettings;
}

/** Everything the service does without being asked. Each replica runs all of it; leases and unique keys keep them apart. */
export class ServiceWork {
  readonly #loops: Loop[];
  readonly #lists: Loop;
  readonly #registers: Loop;
  readonly #told = new Set<WatchedList>();
  readonly #pollSeconds: number;
  readonly #resume: Loop;
  readonly #desk: IncidentDesk;
  readonly #turn: ReadingTurn;
  readonly #clockTurn: ReadingTurn;
  readonly #intake: ReadIntake;
  readonly #register: FollowRegister;
  readonly #switchboard: SwitchboardDesk;
  #isEnding = false;
  #isSettled = false;
  #isSiteDue = false;
  readonly #clocks: RunClocks;
  readonly #redating: RedateClocks;
  readonly #trails: CheckTrails;
  readonly #site: WatchSite;
  readonly #clock: ServicePorts['clock'];
  /** When a reading of all lists that ended well began; null before the first. */
  #listsReadAt: number | null = null;
  /** When the waiting rows of all replicas were last looked through. */
  #othersWaitingAt: number | null = null;
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
    site,
    subscriptions,
    refreshOrganisation,
    settings,
  }: WorkParts) {
    this.#turn = new ReadingTurn(ports, owner, 'lists', {
      staysMs: staysSeconds * 1000,
      handOver: () => this.#intake.keepPlace(),
    });
    this.#clockTurn = new ReadingTurn(ports, owner, 'clocks');
    this.#pollSeconds = settings.pollSeconds;
    this.#intake = new ReadIntake(ports, desk, submissions, () => this.#turn.goesOn());
    this.#register = new FollowRegister(ports, desk);
    this.#switchboard = switchboard;
    this.#clocks = new RunClocks(ports, desk);
    this.#redating = new RedateClocks(ports, desk);
    this.#clock = ports.clock;
    this.#trails = trails;
    this.#site = site;
    const { log, clock } = ports;
    this.#desk = desk;
    this.#lists = new Loop({
      name: 'lists',
      everySeconds: () => (this.#turn.isOurs ? this.#atMost(lookEverySeconds) : settings.pollSeconds),
      gatherSeconds: () => this.#atMost(this.#turn.wasAnothers ? gatherAtRestSeconds : gatherSeconds),
      run: (isAsked) => this.#readInTurn(isAsked),
      clock,
      log,
    });
    this.#registers = new Loop({
      name: 'registers',
      everySeconds: neverSeconds,
      gatherSeconds: () => this.#atMost(gatherOwnSeconds),
      run: () => this.#followTold(),
      clock,
      log,
    });
    this.#resume = new Loop({
      name: 'resume',
      everySeconds: () => (desk.hasLeftovers ? resumeEverySeconds : resumeAtRestEverySeconds),
      run: () => desk.resume(),
      clock,
      log,
    });
    this.#loops = [
      this.#lists,
      this.#registers,
      this.#resume,
      new Loop({ name: 'absences', everySeconds: absencesEverySeconds, run: () => standIns.run(), clock, log }),
      new Loop({
        name: 'clocks',
        everySeconds: clocksEverySeconds,
        run: () => this.#runClocksInTurn(),
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
      new Loop({ name: 'site', everySeconds: siteEverySeconds, run: () => this.#watchSiteLater(), clock, log }),
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
    await this.#readAll('all');
  }

  /** Gives how many rows of Intake were new. */
  async #readAll(waiting: 'none' | 'own' | 'all'): Promise<number> {
    const began = this.#clock.now().getTime();
    const found = await this.#intake.run(waiting);
    await this.#register.run();
    await this.#switchboard.run();
    this.#listsReadAt = began;
    return found;
  }

  /**
   * One replica reads for all; what it has read counts for the others too. It looks into Intake again and again, and into everything as
   * often as it would without any word.
   */
  async #readInTurn(isAsked: boolean): Promise<void> {
    const lastLook = this.#lookedAt;
    this.#lookedAt = this.#clock.now().getTime();
    const isRead = await this.#turn.take(isAsked, (isOthersBefore) => this.#read(isOthersBefore));
    if (isRead) this.#listsReadAt = Math.max(this.#listsReadAt ?? 0, lastLook ?? 0) || null;
  }

  async #read(isOthersBefore: boolean): Promise<Reading> {
    if (isOthersBefore) this.#intake.forgetPlace();
    const now = this.#clock.now().getTime();
    const isWhole = now - (this.#listsReadAt ?? 0) >= this.#pollSeconds * 1000;
    const isLong = now - (this.#othersWaitingAt ?? 0) >= waitingOfOthersSeconds * 1000;
    if (isOthersBefore || isLong) this.#othersWaitingAt = now;
    const waiting = isOthersBefore || isLong ? 'all' : isWhole ? 'own' : 'none';
    const found = isWhole ? await this.#readAll(waiting) : await this.#intake.run(waiting);
    return { hasNews: found > 0, isWhole };
  }

  /**
   * Whichever replica is told that people may have written into a register, or at the switchboard, follows it at once, whoever's turn it
   * is: most often it was ourselves, which one look shows.
   */
  async #followTold(): Promise<void> {
    const told = new Set(this.#told);
    this.#told.clear();
    try {
      if (told.has('incidents')) await this.#register.run(['default']);
      if (told.has('incidentsHr')) await this.#register.run(['hr']);
      if (told.has('switchboard')) await this.#switchboard.run();
    } catch (error) {
      for (const list of told) this.#told.add(list);
      throw error;
    }
  }

  /** Whoever wants the lists read oftener than we would is not made to wait. */
  #atMost(seconds: number): number {
    return Math.min(seconds, this.#pollSeconds);
  }

  #runClocksInTurn(): Promise<boolean> {
    return this.#clockTurn.take(false, async () => {
      await this.runClocks();
      return { hasNews: false, isWhole: true };
    });
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

  /** Learns what is wrong with the site, and looks where it is time. */
  watchSite(): Promise<void> {
    return this.#site.run();
  }

  /** It was looked at before the service began. */
  async #watchSiteLater(): Promise<void> {
    if (this.#isSiteDue) await this.watchSite();
    this.#isSiteDue = true;
  }

  /** Has the lists read soon; all of them when it is not known in which one something has changed. */
  wake(lists: readonly WatchedList[] = watchedLists): void {
    if (lists.includes('intake')) this.#lists.wake();
    const others = lists.filter((list) => list !== 'intake');
    for (const list of others) this.#told.add(list);
    if (others.length > 0) this.#registers.wake();
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
    await this.#giveTurnsBack();
    noteCounted(this.#desk, this.#clock.now().toISOString(), true);
    await this.#desk.idle();
  }

  /**
   * Ends within this time: what is under way by then is left, and what this replica holds is given back, so that another goes on with it
   * at once.
   */
  async leave(withinMs: number): Promise<void> {
    await within(withinMs, this.stop(), () => undefined);
    await this.#desk.handBack();
    await this.#giveTurnsBack();
  }

  /** Without it their silence would be noticed, only later. */
  async #giveTurnsBack(): Promise<void> {
    await Promise.all([this.#turn, this.#clockTurn].map((turn) => turn.giveBack().catch(() => undefined)));
  }
}

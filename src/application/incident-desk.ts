import { absorbEdits } from './absorb-edits.ts';
import { inTurn } from './in-turn.ts';
import { LeaseWatch } from './lease-watch.ts';
import { noteChanges } from './note-changes.ts';
import type { RegisterDraft, RegisterRow, WorkLease } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { RefusalLimit } from './refusal-limit.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { type DeskOptions, SettleIncident } from './settle-incident.ts';
import { Turns } from './turns.ts';

const collisions = 6;
const remembered = 500;
const resumedAtOnce = 12;

/**
 * What a change makes of a row; `refused` changes nothing and is handed back. `mustBeKept` stores it before anything follows from
 * it; otherwise the caller asks again after a crash, and one write is saved.
 */
export type Change<R> =
  | { kind: 'changed'; draft: Omit<RegisterDraft, 'lease'>; mustBeKept: boolean }
  | { kind: 'refused'; refusal: R };

export type Outcome<R> = { kind: 'changed'; row: RegisterRow } | { kind: 'refused'; refusal: R } | { kind: 'gone' };

/**
 * One incident at a time is on the desk: changes to the same one wait for each other in this replica, and ETags keep replicas apart.
 * What was just written is remembered, so that the next change need not read it again (facts 1.8).
 */
export class IncidentDesk {
  readonly #ports: ServicePorts;
  readonly #options: DeskOptions;
  readonly #settler: SettleIncident;
  readonly #leases: LeaseWatch;
  readonly #turns = new Turns();
  readonly #rows = new Map<string, RegisterRow>();
  readonly #background = new Set<Promise<unknown>>();
  /** When what was taken over from another is to be looked at once more, by submission; milliseconds of this clock. */
  readonly #laterLooks = new Map<string, number>();
  readonly refusals = new RefusalLimit();
  /** Whether anything was owed by anybody at the last look for it, or is to be looked at again. */
  hasLeftovers = true;

  constructor(ports: ServicePorts, options: DeskOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#settler = new SettleIncident(ports, options);
    this.#leases = new LeaseWatch(ports.clock, options);
  }

  /** Runs when everything before it for this submission has ended. */
  hold<T>(submissionId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(submissionId, () => this.#ports.scope.within(submissionId, work));
  }

  async find(submissionId: string): Promise<RegisterRow | null> {
    return this.#remember(await this.#ports.register.find(submissionId));
  }

  /** Enters a new incident, with this replica holding its work. Throws `RemoteError('conflict')` when it is there already. */
  async enter(draft: Omit<RegisterDraft, 'lease'>): Promise<RegisterRow> {
    const row = await this.#ports.register.add({ ...draft, lease: this.#lease() });
    for (const delivery of row.incident.deliveries) this.#settler.noteFresh(delivery.key);
    this.#ports.measures.reportTaken(row.incident.report.kind, row.boundary);
    this.#remember(row);
    return row;
  }

  /** The row as this replica last saw it, else as it stands in the register. */
  async findRemembered(submissionId: string): Promise<RegisterRow | null> {
    return this.#rows.get(submissionId) ?? this.find(submissionId);
  }

  /**
   * Applies a change to the row as it stands now, however often another writer comes first, together with what people have written
   * into its columns. With `later` it is stored and answered at once, and what it owes is done afterwards; `seen` is a row read
   * just now. Without an answer in sight a change waits for those before it.
   */
  async change<R>(
    submissionId: string,
    make: (row: RegisterRow) => Change<R>,
    how: { later?: boolean; seen?: RegisterRow } = {},
  ): Promise<Outcome<R>> {
    if (!how.later) return this.hold(submissionId, () => this.#change(submissionId, make, how));
    const outcome = await this.#ports.scope.within(submissionId, () => this.#change(submissionId, make, how));
    if (outcome.kind === 'changed') this.settleInBackground(submissionId);
    return outcome;
  }

  async #change<R>(
    submissionId: string,
    make: (row: RegisterRow) => Change<R>,
    { later = false, seen }: { later?: boolean; seen?: RegisterRow },
  ): Promise<Outcome<R>> {
    for (let round = 0; round < collisions; round += 1) {
      const known = round === 0 ? (seen ?? this.#rows.get(submissionId)) : undefined;
      const stored = known ?? (await this.find(submissionId));
      if (!stored) return { kind: 'gone' };
      const doubted = this.#settler.withDoubts(stored);
      const row = absorbEdits(doubted, this.#ports.organisation());
      const change = make(row);
      const isEdited = row !== stored;
      if (change.kind === 'refused' && !isEdited) {
        // What is remembered may be old; a refusal is said only of what really stands there.
        if (known && !seen) continue;
        return change;
      }
      const now = this.#ports.clock.now().toISOString();
      const draft = change.kind === 'changed' ? noteChanges(row, change.draft, now) : row;
      const mustBeKept = isEdited || later || (change.kind === 'changed' && change.mustBeKept);
      const done = await this.#store(row, draft, { mustBeKept, later, endsDoubts: doubted !== stored });
      if (!done) continue;
      return change.kind === 'changed' ? { kind: 'changed', row: done } : change;
    }
    throw new RemoteError('conflict', 'the incident is being changed by too many at once');
  }

  /** Null when another writer was first. */
  async #store(
    row: RegisterRow,
    draft: Omit<RegisterDraft, 'lease'>,
    how: { mustBeKept: boolean; later: boolean; endsDoubts: boolean },
  ): Promise<RegisterRow | null> {
    if (!how.mustBeKept && row.lease.state === 'done') {
      return this.#settleUnkept({ ...row, ...pick(draft), lease: this.#lease() });
    }
    const kept = await this.#keep(row, draft, how);
    if (!kept || how.later || !this.#isMine(kept.lease)) return kept;
    return this.#settleRow(kept);
  }

  /** Null when another writer was first. A lease that another replica holds stays with it: it will find what is owed. */
  async #keep(
    row: RegisterRow,
    draft: Omit<RegisterDraft, 'lease'>,
    { endsDoubts }: { endsDoubts: boolean },
  ): Promise<RegisterRow | null> {
    const isTheirs = this.#isHeldByAnother(row);
    const before = new Set(row.incident.deliveries.map((each) => each.key));
    try {
      const kept = await this.#ports.register.save(row, {
        ...pick(draft),
        lease: isTheirs ? row.lease : this.#lease(),
      });
      // Another holder may send them, and die before it can say so.
      const added = kept.incident.deliveries.filter(({ key }) => !before.has(key));
      // What was queued here before somebody else held the row may have been sent by them.
      if (!this.#isMine(row.lease)) for (const key of before) this.#settler.forgetFresh(key);
      if (!isTheirs) for (const { key } of added) this.#settler.noteFresh(key);
      if (endsDoubts) this.#settler.endDoubts(kept.incident.report.submissionId);
      return this.#remember(kept);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
      this.#rows.delete(row.incident.report.submissionId);
      return null;
    }
  }

  /** Does what is owed for a row this replica may hold; used after entering it, and to take over what another left behind. */
  settle(submissionId: string): Promise<RegisterRow | null> {
    return this.hold(submissionId, () => this.#settle(submissionId));
  }

  settleInBackground(submissionId: string): void {
    this.#follow(() => this.settle(submissionId));
  }

  changeInBackground(submissionId: string, make: (row: RegisterRow) => Change<never>): void {
    this.#follow(() => this.change(submissionId, make));
  }

  /**
   * Takes over rows whose holder is gone, or whose retry is due, and has shown again what this replica may have shown too late. Gives how
   * many. Several at a time, or what an hour left behind takes hours. One row's trouble holds up no other; the first trouble is thrown at the
   * end.
   */
  async resume(): Promise<number> {
    this.#beginLaterLooks(this.#ports.clock.now().getTime());
    const pending = await this.#ports.register.pending();
    this.#measure(pending);
    this.hasLeftovers = pending.length + this.#laterLooks.size + this.#settler.inDoubt.length > 0;
    const due = pending.filter((row) => this.#isDue(row));
    const taken = due.map(({ submissionId }) => submissionId);
    const troubles: unknown[] = [];
    const each = async (submissionId: string, work: () => Promise<unknown>) => {
      try {
        await this.hold(submissionId, work);
      } catch (error) {
        this.#ports.log.error('settleFailed', error, { submissionId });
        troubles.push(error);
      }
    };
    await inTurn(taken, resumedAtOnce, (submissionId) => each(submissionId, () => this.#takeOver(submissionId)));
    const doubtful = this.#settler.inDoubt.filter((submissionId) => !taken.includes(submissionId));
    for (const submissionId of doubtful) {
      await each(submissionId, () => this.#change(submissionId, nothingToAdd, {}));
    }
    if (troubles.length > 0) throw troubles[0];
    return taken.length + doubtful.length;
  }

  #measure(pending: readonly { lease: WorkLease }[]): void {
    const now = this.#ports.clock.now().getTime();
    const late = pending.map(({ lease }) => (lease.state === 'pending' ? now - Date.parse(lease.until) : 0));
    this.#ports.measures.owed(pending.length, Math.max(0, ...late) / 1000);
  }

  async #takeOver(submissionId: string): Promise<void> {
    this.#rows.delete(submissionId);
    const found = await this.find(submissionId);
    if (!found || !this.#isDue({ submissionId, lease: found.lease })) return;
    const doubted = this.#settler.withDoubts(found);
    const present = absorbEdits(doubted, this.#ports.organisation());
    this.#noteLaterLook(found);
    const taken = await this.#keep(present, present, { endsDoubts: doubted !== found });
    if (taken) await this.#settleRow(taken);
  }

  /**
   * Whoever held it may be slow and not dead, and what it has under way may come after what is done here. When all of it must have ended,
   * everything is shown once more.
   */
  #noteLaterLook({ incident, lease }: RegisterRow): void {
    if (lease.state !== 'pending' || lease.owner === '' || lease.owner === this.#options.owner) return;
    const due = this.#ports.clock.now().getTime() + 2 * this.#options.leaseSeconds * 1000;
    this.#laterLooks.set(incident.report.submissionId, due);
  }

  #beginLaterLooks(upTo: number): void {
    for (const [submissionId, due] of this.#laterLooks) {
      if (due > upTo) continue;
      this.#laterLooks.delete(submissionId);
      this.#settler.beginDoubts(submissionId);
    }
  }

  #isDue({ submissionId, lease }: { submissionId: string; lease: WorkLease }): boolean {
    if (lease.state !== 'pending' || this.#leases.isHeldByAnother(submissionId, lease)) return false;
    const isOurs = lease.owner === '' || lease.owner === this.#options.owner;
    return !isOurs || !(Date.parse(lease.until) > this.#ports.clock.now().getTime());
  }

  /** Pieces of work that go on after their call was answered. */
  get underWay(): number {
    return this.#background.size;
  }

  /** Settles when nothing started by `later` is running any more. */
  async idle(): Promise<void> {
    while (this.#background.size > 0) await Promise.allSettled(this.#background);
  }

  /**
   * Gives back what this replica still holds, so that another takes it over at once and need not wait for the lease to run out. For a
   * replica that ends now: what it had begun is found by its keys. What cannot be given back runs out. Gives how many.
   */
  async handBack(): Promise<number> {
    // Whoever stays does not know of it otherwise.
    this.#beginLaterLooks(Number.POSITIVE_INFINITY);
    await Promise.allSettled(this.#settler.inDoubt.map((each) => this.#change(each, nothingToAdd, { later: true })));
    const held = [...this.#rows].filter(([, { lease }]) => this.#isMine(lease));
    const given = await Promise.all(held.map(([submissionId]) => this.#giveBack(submissionId)));
    return given.filter(Boolean).length;
  }

  /** What is under way here goes on meanwhile, and may end first. */
  async #giveBack(submissionId: string): Promise<boolean> {
    const until = this.#ports.clock.now().toISOString();
    let row = this.#rows.get(submissionId) ?? null;
    let failure = '';
    try {
      for (let round = 0; round < collisions; round += 1) {
        if (!row || !this.#isMine(row.lease)) return false;
        const isGiven = await this.#saveGivenBack(row, until);
        if (isGiven) return true;
        const found = await this.#ports.register.find(submissionId);
        row = found && absorbEdits(found, this.#ports.organisation());
      }
      failure = 'changedMeanwhile';
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      failure = error.code;
    }
    this.#ports.log.warn('leaseNotGivenBack', { submissionId, failure });
    return false;
  }

  /** False when another writer was first. */
  async #saveGivenBack(row: RegisterRow, until: string): Promise<boolean> {
    try {
      await this.#ports.register.save(row, { ...pick(row), lease: { state: 'pending', owner: '', until } });
      return true;
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
      return false;
    }
  }

  async #settle(submissionId: string): Promise<RegisterRow | null> {
    const row = this.#rows.get(submissionId) ?? (await this.find(submissionId));
    if (!row || row.lease.state === 'done' || this.#isHeldByAnother(row)) return row;
    return this.#settleRow(row);
  }

  /** Null when another writer was first. */
  async #settleUnkept(row: RegisterRow): Promise<RegisterRow | null> {
    try {
      return await this.#settleRow(row, false);
    } catch (error) {
      if (isRemoteError(error) && error.code === 'changedMeanwhile') return null;
      throw error;
    }
  }

  async #settleRow(row: RegisterRow, isKept = true): Promise<RegisterRow> {
    const { submissionId } = row.incident.report;
    try {
      const settled = await this.#settler.settle(row, isKept);
      this.#remember(settled);
      return settled;
    } catch (error) {
      this.#rows.delete(submissionId);
      throw error;
    }
  }

  #follow(work: () => Promise<unknown>): void {
    const safe = this.#ports.scope
      .later(work)
      .catch((error: unknown) => this.#ports.log.error('settleFailed', error))
      .finally(() => this.#background.delete(safe));
    this.#background.add(safe);
  }

  #remember<R extends RegisterRow | null>(row: R): R {
    if (!row) return row;
    const { submissionId } = row.incident.report;
    this.#rows.delete(submissionId);
    this.#rows.set(submissionId, row);
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > remembered && oldest !== undefined) this.#rows.delete(oldest);
    return row;
  }

  #lease(): WorkLease {
    const until = new Date(this.#ports.clock.now().getTime() + this.#options.leaseSeconds * 1000);
    return { state: 'pending', owner: this.#options.owner, until: until.toISOString() };
  }

  #isMine(lease: WorkLease): boolean {
    return lease.state === 'pending' && lease.owner === this.#options.owner;
  }

  #isHeldByAnother({ incident, lease }: RegisterRow): boolean {
    return this.#leases.isHeldByAnother(incident.report.submissionId, lease);
  }
}

function nothingToAdd(): Change<'nothingToAdd'> {
  return { kind: 'refused', refusal: 'nothingToAdd' };
}

function pick({ incident, work }: Omit<RegisterDraft, 'lease'>): Omit<RegisterDraft, 'lease'> {
  return { incident, work };
}

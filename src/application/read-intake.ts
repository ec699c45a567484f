import * as v from 'valibot';
import { inTurn } from './in-turn.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { ListPlace } from './list-place.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { StateCell } from './state-cell.ts';
import type { TakeSubmissions } from './take-submissions.ts';

/** Reports worked on at a time by one replica: each waits for one answer after the other, so that all of them together are quick enough. */
const atOnce = 12;
/** A forwarded entry whose report never comes is let go after this long. */
const patienceMs = 30 * 24 * 60 * 60_000;
/** To take a row again costs some questions. */
const placeKeptEverySeconds = 60;

const waitingSchema = v.array(v.object({ rowId: v.string(), since: v.string() }));
type Waiting = v.InferOutput<typeof waitingSchema>[number];

/**
 * Reads what is new in the Intake list and takes it. The place moves on after the rows of a page are in the register, so a crash reads
 * them again, and taking them again changes nothing. Rows that could not be dealt with are listed and tried again.
 */
export class ReadIntake {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #submissions: TakeSubmissions;
  readonly #place: ListPlace;
  readonly #waiting: StateCell<Waiting[]>;
  readonly #goesOn: () => Promise<void>;
  /** Whether this replica has put rows among the waiting, and has seen any come since it tried them. */
  #waitsHere = false;
  #hasNews = false;

  /** `goesOn` is told of each step, by whoever wants to know that work goes on. */
  constructor(
    ports: ServicePorts,
    desk: IncidentDesk,
    submissions: TakeSubmissions,
    goesOn: () => Promise<void> = async () => undefined,
  ) {
    this.#ports = ports;
    this.#goesOn = goesOn;
    this.#desk = desk;
    this.#submissions = submissions;
    this.#place = new ListPlace(ports, 'intake', placeKeptEverySeconds);
    this.#waiting = new StateCell(ports.state, 'waiting:intake', waitingSchema, []);
  }

  /**
   * Gives how many rows nobody had dealt with before. Waiting rows are tried again where something has come that they may have waited for;
   * without that too for `waiting: 'own'`, and those that other replicas left for `'all'`.
   */
  async run(waiting: 'none' | 'own' | 'all' = 'all'): Promise<number> {
    const mayHelp = this.#waitsHere && (waiting === 'own' || this.#hasNews);
    if (waiting === 'all' || mayHelp) await this.#retryWaiting();
    let found = 0;
    for (let hasMore = true; hasMore; ) {
      const page = await this.#page(await this.#place.read());
      const rows = page.rows.filter((row) => !row.isAnswered);
      const left = await this.#takeAll(rows);
      if (rows.length > 0) this.#hasNews = true;
      if (left.length > 0) {
        await this.#waiting.update((present) => withRows(present, left));
        this.#waitsHere = true;
      }
      await this.#place.moveTo(page.cursor, rows.length > 0);
      found += rows.length;
      hasMore = page.hasMore;
    }
    return found;
  }

  /** Before another reads the list: so far it is. */
  keepPlace(): Promise<void> {
    return this.#place.keep();
  }

  /** Others have read the list meanwhile. */
  forgetPlace(): void {
    this.#place.forget();
  }

  async #page(cursor: string | null) {
    try {
      return await this.#ports.intake.changes(cursor);
    } catch (error) {
      // Too old to go on from: everything is read again, and what is answered is passed over (facts 1.3).
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      this.#ports.log.warn('intakeResync');
      return this.#ports.intake.changes(null);
    }
  }

  /** Gives the rows that could not be dealt with now. */
  async #takeAll(rows: readonly IntakeRow[]): Promise<IntakeRow[]> {
    const waiting: IntakeRow[] = [];
    const entered: string[] = [];
    await inTurn(bySubmission(rows), atOnce, async (group) => {
      try {
        const result = await this.#submissions.take(group);
        if (result === 'waiting') waiting.push(...group);
        if (result === 'taken') entered.push(group[0]?.submissionId ?? '');
      } catch (error) {
        // One row's trouble must not hold up the others.
        this.#ports.log.error('takeFailed', error, { rowId: group[0]?.rowId });
        waiting.push(...group);
      }
      await this.#goesOn();
    });
    await inTurn(entered, atOnce, async (submissionId) => {
      try {
        await this.#desk.settle(submissionId);
      } catch (error) {
        // Its lease runs out, and then it is taken up again.
        this.#ports.log.error('settleFailed', error, { submissionId });
      }
      await this.#goesOn();
    });
    return waiting;
  }

  /** The list is shortened only after its rows have been dealt with. */
  async #retryWaiting(): Promise<void> {
    this.#hasNews = false;
    const listed = await this.#waiting.read();
    this.#waitsHere = listed.length > 0;
    if (listed.length === 0) return;
    const now = this.#ports.clock.now().getTime();
    const rows: IntakeRow[] = [];
    for (const { rowId, since } of listed) {
      const row = await this.#ports.intake.row(rowId);
      if (row && !row.isAnswered && now - Date.parse(since) < patienceMs) rows.push(row);
      else this.#ports.log.warn('waitingRowDropped', { rowId });
    }
    const still = new Set((await this.#takeAll(rows)).map((row) => row.rowId));
    const dealtWith = new Set(listed.map((each) => each.rowId).filter((rowId) => !still.has(rowId)));
    if (dealtWith.size > 0) {
      await this.#waiting.update((present) => present.filter((each) => !dealtWith.has(each.rowId)));
    }
  }
}

function bySubmission(rows: readonly IntakeRow[]): IntakeRow[][] {
  const groups = new Map<string, IntakeRow[]>();
  for (const row of rows) groups.set(row.submissionId, [...(groups.get(row.submissionId) ?? []), row]);
  return [...groups.values()];
}

function withRows(present: readonly Waiting[], rows: readonly IntakeRow[]): Waiting[] {
  const known = new Set(present.map((each) => each.rowId));
  const added = rows.filter((row) => !known.has(row.rowId));
  return [...present, ...added.map((row) => ({ rowId: row.rowId, since: row.createdAt }))];
}

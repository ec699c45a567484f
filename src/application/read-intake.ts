import * as v from 'valibot';
import { inTurn } from './in-turn.ts';
import type { IncidentDesk } from './incident-desk.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { StateCell } from './state-cell.ts';
import type { TakeSubmissions } from './take-submissions.ts';

/** Reports worked on at a time by one replica: each waits for one answer after the other, so that all of them together are quick enough. */
const atOnce = 12;
/** A forwarded entry whose report never comes is let go after this long. */
const patienceMs = 30 * 24 * 60 * 60_000;

const waitingSchema = v.array(v.object({ rowId: v.string(), since: v.string() }));
type Waiting = v.InferOutput<typeof waitingSchema>[number];

/**
 * Reads what is new in the Intake list and takes it. The place reached is stored after the rows of a page are in the register, so a
 * crash reads them again, and taking them again changes nothing. Rows that could not be dealt with are listed and tried again.
 */
export class ReadIntake {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #submissions: TakeSubmissions;
  readonly #cursor: StateCell<string | null>;
  readonly #waiting: StateCell<Waiting[]>;
  readonly #goesOn: () => Promise<void>;

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
    this.#cursor = new StateCell(ports.state, 'cursor:intake', v.nullable(v.string()), null);
    this.#waiting = new StateCell(ports.state, 'waiting:intake', waitingSchema, []);
  }

  /** Gives how many submissions were taken. */
  async run(): Promise<number> {
    let taken = await this.#retryWaiting();
    for (let hasMore = true; hasMore; ) {
      const cursor = await this.#cursor.read();
      const page = await this.#page(cursor);
      const result = await this.#takeAll(page.rows.filter((row) => !row.isAnswered));
      taken += result.taken;
      if (result.waiting.length > 0) await this.#waiting.update((present) => withRows(present, result.waiting));
      if (page.cursor !== cursor) await this.#cursor.update(() => page.cursor);
      hasMore = page.hasMore;
    }
    return taken;
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

  async #takeAll(rows: readonly IntakeRow[]): Promise<{ taken: number; waiting: IntakeRow[] }> {
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
    return { taken: entered.length, waiting };
  }

  /** The list is shortened only after its rows have been dealt with. */
  async #retryWaiting(): Promise<number> {
    const listed = await this.#waiting.read();
    if (listed.length === 0) return 0;
    const now = this.#ports.clock.now().getTime();
    const rows: IntakeRow[] = [];
    for (const { rowId, since } of listed) {
      const row = await this.#ports.intake.row(rowId);
      if (row && !row.isAnswered && now - Date.parse(since) < patienceMs) rows.push(row);
      else this.#ports.log.warn('waitingRowDropped', { rowId });
    }
    const result = await this.#takeAll(rows);
    const still = new Set(result.waiting.map((row) => row.rowId));
    const dealtWith = new Set(listed.map((each) => each.rowId).filter((rowId) => !still.has(rowId)));
    if (dealtWith.size > 0) {
      await this.#waiting.update((present) => present.filter((each) => !dealtWith.has(each.rowId)));
    }
    return result.taken;
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

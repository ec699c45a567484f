import { originalOf } from '../domain/incident/evidence-names.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { absorbEdits } from './absorb-edits.ts';
import { addRecipients } from './add-recipients.ts';
import { bringAnswer } from './bring-answer.ts';
import { type DeliveryRun, deliverNotices } from './deliver-notices.ts';
import { joinToMain } from './join-incidents.ts';
import { LastFew } from './last-few.ts';
import { owedAgain } from './look-again.ts';
import { mergeSettled, type Performed } from './merge-settled.ts';
import { noteChanges } from './note-changes.ts';
import { withOutcomes } from './notice-outcomes.ts';
import type { IncidentWork, RegisterRow, WorkLease } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { questionsFor, receiptsOf } from './receipts.ts';
import { redrawCards } from './redraw-cards.ts';
import { sendReleased } from './release-forward.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { removeCards } from './remove-cards.ts';
import { waitSeconds } from './retry-times.ts';
import { Turns } from './turns.ts';
import { writeEntries } from './write-entries.ts';

const collisions = 6;
/** A delivery that another replica has taken over is asked for no more here; one that is forgotten costs a look. */
const freshRemembered = 10_000;

/** What is heard of it while a row is settled. */
interface Progress {
  /** Before anything is shown to anybody. */
  showing(): void;
  /** After each notice. */
  delivered(partly: Performed): void;
}

export interface DeskOptions {
  /** Names this replica in leases. */
  owner: string;
  leaseSeconds: number;
}

/**
 * Does what an incident still owes: notices, the released original, cards to redraw, audit entries, receipts; then writes once that
 * it is done. Each effect carries a key of its own, so that doing it again after a crash changes nothing. X-IDEM-1.
 */
export class SettleIncident {
  readonly #ports: ServicePorts;
  readonly #options: DeskOptions;
  /** Deliveries that were queued by this process and have never been tried: nothing can be out there yet. */
  readonly #fresh = new LastFew(freshRemembered);
  readonly #originals = new Turns();
  /** Submissions of which something was shown here that could not be stored, or not seen to be: newer things may lie under it. */
  readonly #inDoubt = new Set<string>();

  constructor(ports: ServicePorts, options: DeskOptions) {
    this.#ports = ports;
    this.#options = options;
  }

  noteFresh(key: string): void {
    this.#fresh.add(key);
  }

  forgetFresh(key: string): void {
    this.#fresh.delete(key);
  }

  get inDoubt(): string[] {
    return [...this.#inDoubt];
  }

  beginDoubts(submissionId: string): void {
    this.#inDoubt.add(submissionId);
  }

  /** The row with all that is to be shown owed once more, where that is in doubt; the row itself where it is not. */
  withDoubts(row: RegisterRow): RegisterRow {
    return this.#inDoubt.has(row.incident.report.submissionId) ? owedAgain(row) : row;
  }

  /** What `withDoubts` gave stands in the register now. */
  endDoubts(submissionId: string): void {
    this.#inDoubt.delete(submissionId);
  }

  /**
   * Gives the row as it was stored. It must be held by this replica. `isKept` says that it stands in the register as given;
   * where it does not, another writer's change ends it with `changedMeanwhile`, and the caller makes its change again.
   */
  async settle(given: RegisterRow, isKept: boolean): Promise<RegisterRow> {
    const { submissionId } = given.incident.report;
    let hasShown = false;
    let done: Performed | null = null;
    const progress: Progress = {
      showing: () => {
        hasShown = true;
      },
      delivered: (partly) => {
        done = partly;
      },
    };
    let row = given;
    try {
      for (let round = 0; round < collisions; round += 1) {
        done = null;
        try {
          done = await this.#perform(row, progress);
          const saved = await this.#ports.register.save(done.row, done.draft);
          hasShown = false;
          return saved;
        } catch (error) {
          if (!isKept || !isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
        }
        row = await this.#present(submissionId, { done, hasShown });
        if (!this.#isMine(row)) {
          // What was shown here is in the row, with all that it makes somebody else show again.
          hasShown = false;
          return row;
        }
      }
      throw new RemoteError('conflict', 'the incident is being changed by too many at once');
    } finally {
      if (hasShown) this.#inDoubt.add(submissionId);
    }
  }

  /**
   * The row as it stands now, with what was just done put into it. What a person has written into its columns meanwhile is stored before
   * anybody is told of it: notices and entries carry the time of the edit, and the next edit would give them another. So is what was done
   * here while somebody else held the row, or had ended with it; they find by its keys what was done, but not that it followed from a failure
   * that only we have seen.
   */
  async #present(
    submissionId: string,
    { done, hasShown }: { done: Performed | null; hasShown: boolean },
  ): Promise<RegisterRow> {
    for (let round = 0; round < collisions; round += 1) {
      const present = await this.#ports.register.find(submissionId);
      if (!present) throw new RemoteError('notFound', 'the incident is gone');
      const isMine = this.#isMine(present);
      if (!isMine && !hasShown) return present;
      const absorbed = absorbEdits(present, this.#ports.organisation());
      const merged = done ? mergeSettled(absorbed, done) : absorbed;
      const owing = hasShown ? owedAgain(merged) : merged;
      // Nothing may leave that the record does not know of.
      const isKnown = owing.incident.deliveries.length === present.incident.deliveries.length;
      if (isMine && isKnown && absorbed === present) return owing;
      const lease = present.lease.state === 'done' ? this.#lease() : present.lease;
      try {
        return await this.#ports.register.save(present, { ...pick(owing), lease });
      } catch (error) {
        if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
      }
    }
    throw new RemoteError('conflict', 'the incident is being changed by too many at once');
  }

  #isMine({ lease }: RegisterRow): boolean {
    return lease.state === 'pending' && lease.owner === this.#options.owner;
  }

  async #perform(given: RegisterRow, progress: Progress): Promise<Performed> {
    const ports = this.#ports;
    let row = given;
    const stillHeld = async () => {
      row = await this.#prolong(row);
      progress.showing();
    };
    let before = row.incident.deliveries;
    // Access that has ended goes first.
    const owesRemovals = await removeCards(ports, row);
    const joined = await joinToMain(ports, row);
    if (row.work.owesMerge !== null) {
      // Whoever moves the record meanwhile comes first: nothing has been said of the joining yet, and it is judged anew.
      const changed = noteChanges(row, joined, ports.clock.now().toISOString());
      row = await ports.register.save(row, { ...changed, lease: this.#lease() });
    }
    row = { ...row, ...(await addRecipients(ports, row)) };
    row = { ...row, ...(await bringAnswer(ports, row)) };
    // A mail is sent whole, up to 150 MB of it: never two at once.
    const released = row.work.owesForward
      ? await this.#originals.take('original', () => sendReleased(ports, row, stillHeld))
      : { incident: row.incident, work: row.work };
    let owed = released.work.owedEntries;
    const delivered = await deliverNotices(
      ports,
      { incident: released.incident, itemId: row.itemId, retryAt: released.work.retryAt },
      {
        stored: given.incident.deliveries.map(({ key }) => key),
        isFresh: (key) => this.#fresh.delete(key),
        stillHeld,
        noted: (run) => progress.delivered(partly(row, run)),
        keep: async (run) => {
          owed = withOutcomes(row, owed, before, run.incident);
          const { incident, work } = partly(row, run).draft;
          row = await ports.register.save(row, {
            ...noteChanges(row, { incident, work: { ...work, owedEntries: owed } }, ports.clock.now().toISOString()),
            lease: this.#lease(),
          });
          before = run.incident.deliveries;
        },
      },
    );
    const { incident } = delivered;
    if (released.work.owesRedraw) progress.showing();
    const redrawn = released.work.owesRedraw ? await redrawCards(ports, { incident, itemId: row.itemId }) : 'done';
    const outcomes = withOutcomes(row, owed, before, incident);
    const now = ports.clock.now().toISOString();
    const done = { incident, work: { ...released.work, owedEntries: outcomes } };
    const entries = noteChanges(given, done, now).work.owedEntries;
    const { submissionId } = incident.report;
    const auditHead = await writeEntries(
      ports.audit,
      { boundary: row.boundary, submissionId, head: row.work.auditHead },
      entries,
    );
    const hasChanged = entries.length > 0 || given.incident.deliveries !== incident.deliveries;
    if (released.work.owesReceipts || hasChanged) {
      progress.showing();
      await this.#answer(incident, released.work);
    }
    const work: IncidentWork = {
      ...released.work,
      owedEntries: [],
      auditHead,
      retryAt: delivered.retryAt,
      owesReceipts: false,
      owesRedraw: redrawn === 'again',
      owesRemovals,
    };
    const written = entries.map((each) => each.id);
    return { row, written, draft: { incident, work, lease: this.#leaseAfter(incident, work) } };
  }

  async #answer(incident: Incident, work: IncidentWork): Promise<void> {
    const answer = {
      reference: incident.reference,
      state: incident.state,
      receipts: receiptsOf(incident),
      acknowledgedAt: incident.acknowledgement?.at ?? null,
      reply: incident.switchboardAnswer,
      questions: questionsFor(incident),
    };
    for (const rowId of work.intakeRowIds) {
      try {
        await this.#ports.intake.answer(rowId, answer);
      } catch (error) {
        // The reporter's row may have been weeded; nobody is left to read it.
        if (!isRemoteError(error) || error.code !== 'notFound') throw error;
      }
    }
  }

  /** Done, or pending without a holder until the first retry is due. */
  #leaseAfter(incident: Incident, work: IncidentWork): WorkLease {
    const open = incident.deliveries.filter((each) => each.state === 'queued' || each.state === 'failed');
    const waitsForForward = work.owesForward && originalOf(incident) !== null;
    const isOwed = work.owesRedraw || waitsForForward || work.owesRemovals.length > 0;
    if (open.length === 0 && !isOwed) return { state: 'done' };
    const soonest = Object.values(work.retryAt).sort()[0];
    const fallback = new Date(this.#ports.clock.now().getTime() + waitSeconds(4) * 1000).toISOString();
    return { state: 'pending', owner: '', until: soonest ?? fallback };
  }

  /** Renews the lease at half its time. Throws when another replica has changed the row: what is merged is settled anew. */
  async #prolong(row: RegisterRow): Promise<RegisterRow> {
    if (row.lease.state !== 'pending') return row;
    const left = Date.parse(row.lease.until) - this.#ports.clock.now().getTime();
    if (left > this.#options.leaseSeconds * 500) return row;
    return this.#ports.register.save(row, { ...pick(row), lease: this.#lease() });
  }

  #lease(): WorkLease {
    const until = new Date(this.#ports.clock.now().getTime() + this.#options.leaseSeconds * 1000).toISOString();
    return { state: 'pending', owner: this.#options.owner, until };
  }
}

/** What has come of the notices alone: the rest is done again from the row as it stands then. */
function partly(row: RegisterRow, { incident, retryAt }: DeliveryRun): Performed {
  const draft = {
    incident: { ...row.incident, deliveries: incident.deliveries },
    work: { ...row.work, retryAt },
    lease: row.lease,
  };
  return { row, draft, written: [] };
}

function pick({ incident, work }: RegisterRow): Pick<RegisterRow, 'incident' | 'work'> {
  return { incident, work };
}

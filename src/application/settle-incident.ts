import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { absorbEdits } from './absorb-edits.ts';
import { cardPlaces, deliverNotices } from './deliver-notices.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IncidentWork, RegisterDraft, RegisterRow, WorkLease } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { receiptsOf } from './receipts.ts';
import { redrawCards } from './redraw-cards.ts';
import { sendReleased } from './release-forward.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { waitSeconds } from './retry-times.ts';
import { writeEntries } from './write-entries.ts';

const collisions = 6;

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
  readonly #fresh = new Set<string>();
  readonly #originals = new OneAtATime();

  constructor(ports: ServicePorts, options: DeskOptions) {
    this.#ports = ports;
    this.#options = options;
  }

  noteFresh(key: string): void {
    this.#fresh.add(key);
  }

  /**
   * Gives the row as it was stored. It must be held by this replica. `isKept` says that it stands in the register as given;
   * where it does not, another writer's change ends it with `changedMeanwhile`, and the caller makes its change again.
   */
  async settle(given: RegisterRow, isKept: boolean): Promise<RegisterRow> {
    let row = given;
    for (let round = 0; round < collisions; round += 1) {
      let done: Performed | null = null;
      try {
        done = await this.#perform(row);
        return await this.#ports.register.save(done.row, done.draft);
      } catch (error) {
        if (!isKept || !isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
      }
      const present = await this.#ports.register.find(row.incident.report.submissionId);
      if (!present) throw new RemoteError('notFound', 'the incident is gone');
      // Whoever took it over finds by its keys what was done here.
      if (present.lease.state !== 'pending' || present.lease.owner !== this.#options.owner) return present;
      const absorbed = absorbEdits(present, this.#ports.organisation());
      row = done ? merge(absorbed, done) : absorbed;
    }
    throw new RemoteError('conflict', 'the incident is being changed by too many at once');
  }

  async #perform(given: RegisterRow): Promise<Performed> {
    const ports = this.#ports;
    let row = given;
    const stillHeld = async () => {
      row = await this.#prolong(row);
    };
    const before = row.incident.deliveries;
    // A mail is sent whole, up to 150 MB of it: never two at once.
    const released = row.work.owesForward
      ? await this.#originals.run(() => sendReleased(ports, row, stillHeld))
      : { incident: row.incident, work: row.work };
    const delivered = await deliverNotices(
      ports,
      { incident: released.incident, itemId: row.itemId, retryAt: released.work.retryAt },
      { isFresh: (key) => this.#fresh.delete(key), stillHeld },
    );
    const { incident } = delivered;
    const redrawn = released.work.owesRedraw
      ? await redrawCards(ports, { incident, itemId: row.itemId }, cardPlaces(incident))
      : 'done';
    const entries = withOutcomes(row, released.work.owedEntries, before, incident);
    const { submissionId } = incident.report;
    const auditHead = await writeEntries(
      ports.audit,
      { boundary: row.boundary, submissionId, head: row.work.auditHead },
      entries,
    );
    const hasChanged = entries.length > 0 || before !== incident.deliveries;
    if (released.work.owesReceipts || hasChanged) await this.#answer(incident, released.work);
    const work: IncidentWork = {
      ...released.work,
      owedEntries: [],
      auditHead,
      retryAt: delivered.retryAt,
      owesReceipts: false,
      owesRedraw: redrawn === 'again',
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
    const waitsForForward = work.owesForward && incident.evidence.length > 0;
    if (open.length === 0 && !work.owesRedraw && !waitsForForward) return { state: 'done' };
    const soonest = Object.values(work.retryAt).sort()[0];
    const fallback = new Date(this.#ports.clock.now().getTime() + waitSeconds(4) * 1000).toISOString();
    return { state: 'pending', owner: '', until: soonest ?? fallback };
  }

  /** Renews the lease at half its time. Throws when another replica has changed the row: what is merged is settled anew. */
  async #prolong(row: RegisterRow): Promise<RegisterRow> {
    if (row.lease.state !== 'pending') return row;
    const left = Date.parse(row.lease.until) - this.#ports.clock.now().getTime();
    if (left > this.#options.leaseSeconds * 500) return row;
    const until = new Date(this.#ports.clock.now().getTime() + this.#options.leaseSeconds * 1000).toISOString();
    return this.#ports.register.save(row, {
      incident: row.incident,
      work: row.work,
      lease: { state: 'pending', owner: this.#options.owner, until },
    });
  }
}

interface Performed {
  row: RegisterRow;
  draft: RegisterDraft;
  /** Ids of the audit entries that stand in the list now. */
  written: string[];
}

/** What became of the notices goes into the entry of the report itself when they left with it, else into one of its own. */
function withOutcomes(
  row: RegisterRow,
  owed: readonly AuditDraft[],
  before: readonly Delivery[],
  incident: Incident,
): AuditDraft[] {
  const known = new Map(before.map((each) => [each.key, each]));
  const changed = incident.deliveries.filter((each) => {
    const old = known.get(each.key);
    return !old || old.state !== each.state;
  });
  const first = owed.find((each) => each.id === 'registered');
  const told = first ? incident.deliveries : changed;
  if (told.length === 0) return [...owed];
  const detail = Object.fromEntries(
    told.map((each) => [
      each.key.slice(row.incident.report.submissionId.length + 1),
      each.failure === null ? each.state : `${each.state}: ${each.failure}`,
    ]),
  );
  if (first) return owed.map((each) => (each === first ? { ...first, detail: { ...first.detail, ...detail } } : each));
  const attempts = told.map((each) => `${each.key}:${each.attempts}`).join(' ');
  const at =
    told
      .map((each) => each.at)
      .sort()
      .at(-1) ?? incident.reportedAt;
  return [...owed, { id: `notices ${attempts}`, action: 'noticesSent', actor: 'system', at, detail }];
}

/** Another writer's row with what was just done put into it. */
function merge(present: RegisterRow, { draft: done, written }: Performed): RegisterRow {
  const outcomes = new Map(done.incident.deliveries.map((each) => [each.key, each]));
  const theirs = new Set(present.incident.deliveries.map((each) => each.key));
  const deliveries = [
    ...present.incident.deliveries.map((each) => further(each, outcomes.get(each.key))),
    ...done.incident.deliveries.filter((each) => !theirs.has(each.key)),
  ];
  const hasSentForward = present.work.owesForward && !done.work.owesForward;
  return {
    ...present,
    incident: {
      ...present.incident,
      deliveries,
      forward: hasSentForward ? done.incident.forward : present.incident.forward,
    },
    work: {
      ...present.work,
      owedEntries: present.work.owedEntries.filter((each) => !written.includes(each.id)),
      intakeRowIds: [...new Set([...present.work.intakeRowIds, ...done.work.intakeRowIds])],
      retryAt: { ...present.work.retryAt, ...done.work.retryAt },
      auditHead:
        present.work.auditHead.sequence > done.work.auditHead.sequence ? present.work.auditHead : done.work.auditHead,
      owesForward: present.work.owesForward && done.work.owesForward,
    },
  };
}

function further(present: Delivery, done: Delivery | undefined): Delivery {
  return done && done.attempts >= present.attempts ? done : present;
}

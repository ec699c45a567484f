import { draftIncident, readSubmission, type SubmissionRefusal } from './draft-incident.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { noteForwarded } from './note-forwarded.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { forwardedEntrySchema, parsePayload } from './report-schema.ts';
import { answerEntry, type EntryTakers, type Taken } from './take-entry.ts';

/** `otherAuthor`: the id belongs to a report of somebody else, who was first. */
type RowRefusal = SubmissionRefusal | 'otherAuthor' | 'unknownEntry';

/** Takes what is in the Intake list: reports into the register, each once, and every other entry to whoever takes its kind. */
export class TakeSubmissions {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;
  readonly #takers: EntryTakers;

  constructor(ports: ServicePorts, desk: IncidentDesk, takers: EntryTakers) {
    this.#ports = ports;
    this.#desk = desk;
    this.#takers = takers;
  }

  /**
   * Takes the rows of one submission that are known now. Afterwards the register has its row, and this replica or another holds
   * what it owes; the notices themselves are made by `settle`. What was added later is taken in the order in which it was stored.
   */
  async take(rows: readonly IntakeRow[]): Promise<Taken> {
    const inOrder = rows.toSorted((one, other) => Number(one.rowId) - Number(other.rowId));
    const reports = inOrder.filter((row) => row.entryType === 'report');
    const forwarded = inOrder.filter((row) => row.entryType === 'forwarded');
    const others = inOrder.filter((row) => !reports.includes(row) && !forwarded.includes(row) && !row.isAnswered);
    let result: Taken = 'known';
    if (reports.length > 0) result = await this.#takeReports(reports, forwarded);
    if (result !== 'taken') {
      for (const entry of forwarded) if ((await this.#noteForwarded(entry)) === 'waiting') result = 'waiting';
    }
    for (const entry of others) {
      const taken = await this.#takeOther(entry);
      if (result === 'known') result = taken;
    }
    return result;
  }

  /** Takes a submission now, when somebody asks for it before its turn. False when there is no such report yet. */
  async takeNow(submissionId: string): Promise<boolean> {
    const rows = await this.#ports.intake.bySubmission(submissionId);
    if (!rows.some((row) => row.entryType === 'report')) return false;
    const taken = await this.take(rows);
    return taken === 'taken' || taken === 'known';
  }

  async #takeReports(reports: readonly IntakeRow[], forwarded: readonly IntakeRow[]): Promise<Taken> {
    const readable = await this.#readable(reports);
    const [first] = readable;
    if (!first) return 'refused';
    const { submissionId } = first.report;
    const result = await this.#desk.hold(submissionId, () => this.#enter(first, readable, forwarded));
    if (result !== 'known') return result;
    return (await this.#addRows(submissionId, readable)) ? 'known' : 'waiting';
  }

  async #enter(first: ReadRow, all: readonly ReadRow[], forwarded: readonly IntakeRow[]): Promise<Taken> {
    const { report, authorId } = first;
    if (report.email === null) {
      // Such an id is no more than a random one, so whose it is depends on who came first; each register keeps ids unique by itself.
      if (await this.#desk.find(report.submissionId)) return 'known';
      const earliest = await this.#earliest(report.submissionId);
      if (earliest !== null && earliest.authorId !== authorId) {
        return (await this.#enterFor(earliest, [earliest], [])) === 'taken'
          ? this.#refuseOthers(earliest, all)
          : 'known';
      }
    }
    const own = all.filter((each) => each.authorId === authorId);
    const taken = await this.#enterFor(first, own, forwarded);
    return taken === 'taken' ? this.#refuseOthers(first, all) : taken;
  }

  async #enterFor(first: ReadRow, own: readonly ReadRow[], forwarded: readonly IntakeRow[]): Promise<Taken> {
    const rows = own.map(({ row }) => row) as [IntakeRow, ...IntakeRow[]];
    let draft = await draftIncident(this.#ports, first, rows);
    for (const row of forwarded) {
      const entry = parsePayload(forwardedEntrySchema, row.payload);
      const change = entry ? noteForwarded(draft, row.authorId, entry) : null;
      if (change?.kind === 'changed') draft = change.draft;
    }
    try {
      await this.#desk.enter(draft);
      this.#ports.log.info('submissionTaken', { submissionId: first.report.submissionId, rowId: first.row.rowId });
      return 'taken';
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'conflict') throw error;
      return 'known';
    }
  }

  async #refuseOthers({ authorId }: ReadRow, all: readonly ReadRow[]): Promise<Taken> {
    for (const { row } of all.filter((each) => each.authorId !== authorId)) await this.#refuse(row, 'otherAuthor');
    return 'taken';
  }

  /** The readable report that was stored first under this id, whoever wrote it and whether or not it has come to us yet. */
  async #earliest(submissionId: string): Promise<ReadRow | null> {
    const rows = await this.#ports.intake.bySubmission(submissionId);
    for (const row of rows.filter((each) => each.entryType === 'report')) {
      const read = await readSubmission(row);
      if (read.ok) return { row, report: read.report, authorId: read.authorId };
    }
    return null;
  }

  /**
   * A second row of a submission that is registered already gets its receipts too, when it is the same author's. False when none is
   * registered: SharePoint says `conflict` of other things too (a lock, a save at the same moment), and nothing has been taken then.
   */
  async #addRows(submissionId: string, rows: readonly ReadRow[]): Promise<boolean> {
    let reporterId: string | null = null;
    const outcome = await this.#desk.change(submissionId, (present) => {
      reporterId = present.incident.reporter.id;
      const known = new Set(present.work.intakeRowIds);
      const own = rows.filter(({ authorId }) => authorId === present.incident.reporter.id);
      const missing = own.map(({ row }) => row.rowId).filter((rowId) => !known.has(rowId));
      if (missing.length === 0) return { kind: 'refused', refusal: 'known' };
      const intakeRowIds = [...known, ...missing].sort((one, other) => Number(one) - Number(other));
      const work = { ...present.work, intakeRowIds, owesReceipts: true };
      // A row that has receipts is never looked at again, so the record must know of it before it gets them.
      return { kind: 'changed', mustBeKept: true, draft: { incident: present.incident, work } };
    });
    if (outcome.kind === 'gone') return false;
    for (const { row, authorId } of rows) {
      if (reporterId !== null && authorId !== reporterId && !row.isAnswered) await this.#refuse(row, 'otherAuthor');
    }
    return true;
  }

  async #noteForwarded(row: IntakeRow): Promise<Taken> {
    const entry = parsePayload(forwardedEntrySchema, row.payload);
    if (!entry || entry.submissionId !== row.submissionId) {
      this.#ports.log.warn('forwardedEntryRefused', { rowId: row.rowId, refusal: 'unreadable' });
      return 'refused';
    }
    const outcome = await this.#desk.change(entry.submissionId, (present) =>
      noteForwarded(present, row.authorId, entry),
    );
    if (outcome.kind === 'gone') return 'waiting';
    if (outcome.kind === 'changed') return 'known';
    if (outcome.refusal !== 'alreadyNoted') {
      this.#ports.log.warn('forwardedEntryRefused', { rowId: row.rowId, refusal: outcome.refusal });
    }
    return 'known';
  }

  async #takeOther(row: IntakeRow): Promise<Taken> {
    const taker = Object.hasOwn(this.#takers, row.entryType) ? this.#takers[row.entryType as keyof EntryTakers] : null;
    if (taker) return taker(row);
    await this.#refuse(row, 'unknownEntry');
    return 'refused';
  }

  /** Rows that cannot be taken are told so in the row itself, and never looked at again. */
  async #readable(rows: readonly IntakeRow[]): Promise<ReadRow[]> {
    const readable: ReadRow[] = [];
    for (const row of rows) {
      const read = await readSubmission(row);
      if (read.ok) readable.push({ row, report: read.report, authorId: read.authorId });
      else if (!row.isAnswered) await this.#refuse(row, read.refusal);
    }
    return readable;
  }

  #refuse(row: IntakeRow, refusal: RowRefusal): Promise<void> {
    return answerEntry(this.#ports, row, { incident: null, refusal });
  }
}

interface ReadRow {
  row: IntakeRow;
  report: Parameters<typeof draftIncident>[1]['report'];
  authorId: string;
}

import { draftIncident, readSubmission, type SubmissionRefusal } from './draft-incident.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { noteForwarded } from './note-forwarded.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { forwardedEntrySchema, parsePayload } from './report-schema.ts';

/** What became of the rows of one submission. `waiting`: a forwarded entry whose report has not come yet. */
export type Taken = 'taken' | 'known' | 'refused' | 'waiting';

/** Takes submissions out of the Intake list into the register, each once. */
export class TakeSubmissions {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /**
   * Takes the rows of one submission that are known now. Afterwards the register has its row, and this replica or another holds
   * what it owes; the notices themselves are made by `settle`.
   */
  async take(rows: readonly IntakeRow[]): Promise<Taken> {
    const submissionId = rows[0]?.submissionId ?? '';
    const entries = rows.filter((row) => row.entryType === 'forwarded');
    let result: Taken = 'known';
    const reports = await this.#readable(rows.filter((row) => row.entryType === 'report'));
    if (reports.length > 0) {
      result = await this.#desk.hold(submissionId, () => this.#enter(reports, entries));
      if (result === 'known')
        await this.#addRows(
          submissionId,
          reports.map(({ row }) => row),
        );
    } else if (entries.length < rows.length) {
      result = 'refused';
    }
    if (result === 'taken') return result;
    for (const entry of entries) if ((await this.#noteForwarded(entry)) === 'waiting') result = 'waiting';
    return result;
  }

  /** Takes a submission now, when somebody asks for it before its turn. False when there is no such report yet. */
  async takeNow(submissionId: string): Promise<boolean> {
    const rows = await this.#ports.intake.bySubmission(submissionId);
    if (!rows.some((row) => row.entryType === 'report')) return false;
    const taken = await this.take(rows);
    return taken === 'taken' || taken === 'known';
  }

  async #enter(reports: readonly ReadRow[], entries: readonly IntakeRow[]): Promise<Taken> {
    const { report, authorId } = reports[0] as ReadRow;
    const rows = reports.map(({ row }) => row) as [IntakeRow, ...IntakeRow[]];
    let draft = await draftIncident(this.#ports, { report, authorId }, rows);
    for (const row of entries) {
      const entry = parsePayload(forwardedEntrySchema, row.payload);
      const change = entry ? noteForwarded(draft, row.authorId, entry) : null;
      if (change?.kind === 'changed') draft = change.draft;
    }
    try {
      await this.#desk.enter(draft);
      this.#ports.log.info('submissionTaken', { submissionId: report.submissionId, rowId: rows[0].rowId });
      return 'taken';
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'conflict') throw error;
      return 'known';
    }
  }

  /** A second row of a submission that is registered already gets its receipts too. */
  async #addRows(submissionId: string, rows: readonly IntakeRow[]): Promise<void> {
    await this.#desk.change(submissionId, (present) => {
      const known = new Set(present.work.intakeRowIds);
      const missing = rows.map((row) => row.rowId).filter((rowId) => !known.has(rowId));
      if (missing.length === 0) return { kind: 'refused', refusal: 'known' };
      const intakeRowIds = [...known, ...missing].sort((one, other) => Number(one) - Number(other));
      const work = { ...present.work, intakeRowIds, owesReceipts: true };
      return { kind: 'changed', mustBeKept: false, draft: { incident: present.incident, work } };
    });
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

  /** Rows that cannot be taken are told so in the row itself, and never looked at again. */
  async #readable(rows: readonly IntakeRow[]): Promise<ReadRow[]> {
    const readable: ReadRow[] = [];
    for (const row of rows) {
      const read = await readSubmission(row);
      if (read.ok) readable.push({ row, report: read.report, authorId: read.authorId });
      else await this.#refuse(row, read.refusal);
    }
    return readable;
  }

  async #refuse(row: IntakeRow, refusal: SubmissionRefusal): Promise<void> {
    this.#ports.log.warn('submissionRefused', { rowId: row.rowId, refusal });
    const at = this.#ports.clock.now().toISOString();
    await this.#ports.intake.answer(row.rowId, {
      reference: null,
      state: 'submitted',
      receipts: [{ step: 'recorded', state: 'failed', at, reason: refusal }],
      acknowledgedAt: null,
    });
  }
}

interface ReadRow {
  row: IntakeRow;
  report: Parameters<typeof draftIncident>[1]['report'];
  authorId: string;
}

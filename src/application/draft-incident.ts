import { deriveIncident, type StaffWithLanguage } from '../domain/incident/derive.ts';
import type { Report } from '../domain/incident/report.ts';
import { planDeliveries } from './plan-deliveries.ts';
import type { StaffRecord } from './ports/directory.ts';
import type { IncidentWork, RegisterDraft } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { submissionIdOf } from './report-email-id.ts';
import { parsePayload, reportSchema } from './report-schema.ts';
import { firstHead } from './seal-entry.ts';

export type SubmissionRefusal = 'noAuthor' | 'unreadable' | 'notOwnId';

export type ReadSubmission = { ok: true; report: Report; authorId: string } | { ok: false; refusal: SubmissionRefusal };

/**
 * Reads the report in a row. The author is whom SharePoint names. The id must be the one that this author and this message make:
 * otherwise a colleague could take another's place in the register before them.
 */
export async function readSubmission(row: IntakeRow): Promise<ReadSubmission> {
  if (row.authorId === null) return { ok: false, refusal: 'noAuthor' };
  const report = parsePayload(reportSchema, row.payload);
  if (!report || report.submissionId !== row.submissionId) return { ok: false, refusal: 'unreadable' };
  const expected = report.email === null ? report.submissionId : await submissionIdOf(row.authorId, report.email);
  return expected === report.submissionId
    ? { ok: true, report, authorId: row.authorId }
    : { ok: false, refusal: 'notOwnId' };
}

/**
 * Makes the register's row of a submission from the directory, the configuration and the rules: nothing the report claims is
 * believed that can be found out. `rows` are its rows in the Intake list, lowest first. COM-6.1-1, X-IDEM-1.
 */
export async function draftIncident(
  ports: ServicePorts,
  submission: { report: Report; authorId: string },
  rows: readonly [IntakeRow, ...IntakeRow[]],
): Promise<Omit<RegisterDraft, 'lease'>> {
  const { report, authorId } = submission;
  const [first] = rows;
  const { chosenId, implicated } = report.manager;
  const [author, lineManager, chosen] = await Promise.all([
    ports.directory.find(authorId),
    ports.directory.managerOf(authorId),
    chosenId === null ? null : ports.directory.find(chosenId),
  ]);
  const alternate = implicated && lineManager ? await ports.directory.managerOf(lineManager.id) : null;
  const reporter = author ? withLanguage(author) : { id: authorId, name: '', address: '', language: null };
  const bare = deriveIncident({
    report,
    rowId: first.rowId,
    recordedAt: first.createdAt,
    reporter,
    reviewers: {
      lineManager: lineManager && withLanguage(lineManager),
      chosen: chosen && withLanguage(chosen),
      alternate: alternate && withLanguage(alternate),
    },
    settings: ports.rules(),
  });
  const excluded = implicated ? [lineManager, chosen].flatMap((each) => each?.address ?? []) : [];
  const at = ports.clock.now().toISOString();
  const isSeniorAsked = bare.routing.some(({ role }) => role === 'seniorManager');
  const senior = isSeniorAsked && bare.manager ? await ports.directory.managerOf(bare.manager.id) : null;
  const known = { excluded, seniorManager: senior?.address ?? null };
  const incident = { ...bare, deliveries: planDeliveries(bare, ports.organisation(), known, at) };
  return { incident, work: firstWork(rows, incident.reference, authorId, first.createdAt) };
}

function firstWork(rows: readonly IntakeRow[], reference: string, authorId: string, at: string): IncidentWork {
  return {
    intakeRowIds: rows.map((row) => row.rowId),
    owedEntries: [{ id: 'registered', action: 'registered', actor: authorId, at, detail: { reference } }],
    auditHead: firstHead,
    retryAt: {},
    owesReceipts: true,
    owesRedraw: false,
    owesForward: false,
  };
}

function withLanguage({ id, name, address, language }: StaffRecord): StaffWithLanguage {
  return { id, name, address, language };
}

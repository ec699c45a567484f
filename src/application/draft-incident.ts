import { deriveIncident, type StaffWithLanguage } from '../domain/incident/derive.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Report } from '../domain/incident/report.ts';
import { ownQuestion } from './ask-switchboard.ts';
import { areaOf } from './business-area.ts';
import { withDeliveries } from './notices.ts';
import { asksSwitchboard, planDeliveries } from './plan-deliveries.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { StaffRecord } from './ports/directory.ts';
import type { IncidentWork, RegisterDraft } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { submissionIdOf } from './report-email-id.ts';
import { parsePayload, reportSchema } from './report-schema.ts';
import { firstHead } from './seal-entry.ts';
import { tellOfLoss } from './tell-of-loss.ts';

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
  const [author, lineManager, chosen, absences] = await Promise.all([
    ports.directory.find(authorId),
    ports.directory.managerOf(authorId),
    chosenId === null ? null : ports.directory.find(chosenId),
    ports.absences.all(),
  ]);
  const alternate = implicated && lineManager ? await ports.directory.managerOf(lineManager.id) : null;
  const reporter = author ? { ...withLanguage(author), phone: author.phone } : { id: authorId, name: '', address: '' };
  const department = author?.department ?? null;
  const at = ports.clock.now().toISOString();
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
    takenAt: at,
    absences,
    settings: ports.rules(department),
  });
  const excluded = implicated ? [lineManager, chosen].flatMap((each) => each?.address ?? []) : [];
  const isSeniorAsked = bare.routing.some(({ role }) => role === 'seniorManager');
  const senior = isSeniorAsked && bare.manager ? await ports.directory.managerOf(bare.manager.id) : null;
  const organisation = ports.organisation();
  const area = areaOf(department, organisation.areas);
  const known = { excluded, seniorManager: senior?.address ?? null, area };
  const planned = planDeliveries(bare, organisation, known, at);
  const lost = planned.flatMap((each) => tellOfLoss(bare, each, organisation, at));
  const deliveries = withDeliveries(planned, lost);
  const isAsking = deliveries.some(asksSwitchboard);
  const switchboardQueryId = isAsking ? ((await ownQuestion(report))?.queryId ?? null) : null;
  const incident = { ...bare, switchboardQueryId, deliveries };
  return { incident, work: firstWork(rows, incident, at) };
}

function firstWork(rows: readonly [IntakeRow, ...IntakeRow[]], incident: Incident, now: string): IncidentWork {
  const { reference, reporter, duties } = incident;
  const at = rows[0].createdAt;
  const registered = { id: 'registered', action: 'registered', actor: reporter.id, at, detail: { reference } } as const;
  return {
    intakeRowIds: rows.map((row) => row.rowId),
    owedEntries: duties.length === 0 ? [registered] : [registered, dutiesEntry(duties, now)],
    auditHead: firstHead,
    retryAt: {},
    owesReceipts: true,
    owesRedraw: false,
    owesForward: false,
    owesRouting: false,
    owesRemovals: [],
    readNoted: {},
    owesMerge: null,
  };
}

/** What the manager owes, and until when; the trail says it before anyone has done it. COM-3c-1, C-20. */
function dutiesEntry(duties: Incident['duties'], at: string): AuditDraft {
  const detail = Object.fromEntries(duties.map(({ role, dueAt }) => [role, dueAt]));
  return { id: 'duties', action: 'dutiesOpened', actor: 'system', at, detail };
}

function withLanguage({ id, name, address, language }: StaffRecord): StaffWithLanguage {
  return { id, name, address, language };
}

import { type AssessmentSettings, assessReport } from '../domain/incident/assess-report.ts';
import type { Report } from '../domain/incident/report.ts';
import { namedQuestion, questionIn } from '../domain/incident/switchboard-question.ts';
import type { Role, Severity, SeverityReason } from '../domain/incident/vocabulary.ts';
import type { ManagerFound, RoutingResult } from '../domain/routing/route-report.ts';
import { assessmentSettings, type RuleSource } from './assessment-settings.ts';
import type { ClientSettings } from './client-settings.ts';
import { receptionOf } from './reception.ts';
import { composeReport, type ReportDraft } from './report-email-draft.ts';
import { composeIncidentReport, type IncidentDraft } from './report-incident-draft.ts';

export interface Preview extends RoutingResult {
  severity: Severity;
  severityReasons: SeverityReason[];
}

export interface PreviewRules {
  /** For a reporter of this department in the directory. */
  assessmentFor: (department: string | null) => AssessmentSettings;
  /** Roles with a mailbox in the Config list: nobody is promised to be told who has none. */
  recipientRoles: readonly Role[];
  sites: ClientSettings['sites'];
}

/** Found in the directory and not in the Config list. */
const foundInDirectory: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate', 'seniorManager']);

/** The organisation's own rules, as they came with the page. */
export function previewRules(settings: RuleSource & Pick<ClientSettings, 'recipientRoles'>): PreviewRules {
  const { recipientRoles, sites } = settings;
  return { assessmentFor: (department) => assessmentSettings(settings, department), recipientRoles, sites };
}

/**
 * What is known of the person: `hasManager` is true while the directory has not answered; `department` null until it has, and where
 * it names none.
 */
export interface KnownPerson {
  hasManager: boolean;
  department: string | null;
}

type Told = Pick<ReportDraft, 'managerImplicated' | 'chosenManager'>;

/**
 * Who stands in for a manager who is involved is found by the service; where the directory names a manager, somebody above is taken
 * to exist.
 */
function managerFound({ managerImplicated, chosenManager }: Told, hasManager: boolean): ManagerFound {
  return {
    found: !managerImplicated && (hasManager || chosenManager !== null),
    implicated: managerImplicated,
    alternateFound: managerImplicated && hasManager,
  };
}

function preview(report: Report, draft: Told, person: KnownPerson, rules: PreviewRules): Preview {
  const settings = rules.assessmentFor(person.department);
  const manager = managerFound(draft, person.hasManager);
  const { severity, severityReasons, routing } = assessReport(report, manager, settings);
  const isReached = (role: Role) => {
    if (foundInDirectory.has(role)) return true;
    if (role === 'areaContact') return settings.areaArrangement;
    if (role === 'reception' && receptionOf(report.account, rules.sites) !== null) return true;
    // Asked once for a call, and not without an extension to ask about (COM-4.1-2).
    if (role === 'switchboard' && (namedQuestion(report) !== null || questionIn(report) === null)) return false;
    return rules.recipientRoles.includes(role);
  };
  const notices = routing.notices.filter(({ role }) => isReached(role));
  return { ...routing, notices, severity, severityReasons };
}

/**
 * What will happen on submit, by the very rules and settings the service applies (POL-1.1-1): who is told and why, whether the
 * original is forwarded. Null until a kind is picked.
 */
export function previewReport(
  draft: ReportDraft,
  known: KnownPerson & { receivedAt: string | null },
  rules: PreviewRules,
  now: Date,
): Preview | null {
  const { kind } = draft;
  if (kind === null) return null;
  const submittedAt = known.receivedAt ?? now.toISOString();
  const report = composeReport({ ...draft, kind }, null, { submissionId: '', directoryManagerId: null, submittedAt });
  return preview(report, draft, known, rules);
}

/** The same for what is told in the tab, at any moment of it. `now` stands for a time that is not one yet. */
export function previewIncident(draft: IncidentDraft, known: KnownPerson, rules: PreviewRules, now: Date): Preview {
  const submittedAt = now.toISOString();
  const occurredAt = Number.isNaN(Date.parse(draft.occurredAt)) ? submittedAt : draft.occurredAt;
  const report = composeIncidentReport({ ...draft, occurredAt }, { directoryManagerId: null, submittedAt });
  return preview(report, draft, known, rules);
}

import { londonDateOf } from '../calendar/london-time.ts';
import { type Absence, standInOn } from './absence.ts';
import { type Assessment, type AssessmentSettings, assessReport } from './assess-report.ts';
import { referenceFrom } from './identity.ts';
import type { Incident } from './incident.ts';
import { noLaterChanges } from './later-changes.ts';
import { noManagerWork } from './manager-work.ts';
import type { Report } from './report.ts';
import type { Staff } from './staff.ts';
import type { ForwardState, Language } from './vocabulary.ts';

/** A person the directory knows. Language is null when it says nothing. */
export type StaffWithLanguage = Staff & { language: Language | null };

/**
 * Who could review it, as the service found them in the directory itself: never by the report's word alone.
 * `chosen` is whom the reporter named, when the directory knows them.
 */
export interface ReviewerFacts {
  /** The directory's manager of the reporter. */
  lineManager: StaffWithLanguage | null;
  /** Whom the reporter chose instead. */
  chosen: StaffWithLanguage | null;
  /** Substitute by configuration or the manager's own manager. */
  alternate: StaffWithLanguage | null;
}

export interface DeriveInput {
  report: Report;
  /** Lowest row id of the submission in the Intake list. */
  rowId: string;
  /** UTC: when SharePoint stored that row. */
  recordedAt: string;
  /** The row's author, as SharePoint says. */
  reporter: Staff & { phone?: string | null };
  reviewers: ReviewerFacts;
  /** UTC: when the service takes it, and so who is away; left out, when it was recorded. A service that was off for a week comes late. */
  takenAt?: string;
  /** Of those who could review it. */
  absences?: readonly Absence[];
  settings: AssessmentSettings;
}

type Reviewer = NonNullable<Incident['manager']>;

/** Both whom the directory names and whom the report names: nobody can tell which of the two was meant. C-21 */
function excludedPeople({ report, reviewers }: DeriveInput): Staff[] {
  if (!report.manager.implicated) return [];
  const both = [reviewers.lineManager, reviewers.chosen].flatMap((each) => each ?? []);
  const people = new Map(both.map(({ id, name, address }) => [id, { id, name, address }]));
  return [...people.values()];
}

/**
 * Whom the reporter chose, or the directory's manager. Where the reporter says that the manager is involved, both are out:
 * nobody can tell which of the two was meant, so only a substitute found without the reporter's word is left. Never the reporter.
 */
function chooseReviewer(input: DeriveInput): Reviewer | null {
  const { lineManager, chosen, alternate } = input.reviewers;
  const excluded = new Set([input.reporter.id, ...excludedPeople(input).map(({ id }) => id)]);
  const isUsable = (each: StaffWithLanguage | null): each is StaffWithLanguage =>
    each !== null && !excluded.has(each.id);
  if (isUsable(chosen)) return { ...chosen, isAlternate: false };
  if (isUsable(lineManager)) return { ...lineManager, isAlternate: false };
  return isUsable(alternate) ? { ...alternate, isAlternate: true } : null;
}

type StandIn = Pick<Incident, 'manager' | 'deputies' | 'standsInFor'>;

/** Who answers while the reviewer is away: both, or the substitute alone. Never the reporter, nor anyone who is excluded. */
function withDeputy(reviewer: Reviewer | null, input: DeriveInput): StandIn {
  const alone: StandIn = { manager: reviewer, deputies: [], standsInFor: null };
  if (!reviewer) return alone;
  const absence = standInOn(input.absences ?? [], reviewer.id, londonDateOf(input.takenAt ?? input.recordedAt));
  const barred = [input.reporter.id, reviewer.id, ...excludedPeople(input).map(({ id }) => id)];
  if (!absence || barred.includes(absence.deputy.id)) return alone;
  if (absence.mode === 'both') return { ...alone, deputies: [{ ...absence.deputy, until: absence.until }] };
  const { id, name, address } = reviewer;
  return { manager: { ...absence.deputy, isAlternate: true }, deputies: [], standsInFor: { id, name, address } };
}

function firstForwardState(assessment: Assessment): ForwardState {
  return { send: 'queued', suppress: 'suppressed', none: 'none' }[assessment.routing.forward] as ForwardState;
}

/** Each notice that the manager owes, with its time. COM-3c-1, C-20. */
function dutiesOf({ routing }: Assessment, { recordedAt, settings }: DeriveInput): Incident['duties'] {
  const dueAt = new Date(Date.parse(recordedAt) + settings.dutyMinutes * 60_000).toISOString();
  return routing.notices
    .filter(({ urgency }) => urgency === 'duty')
    .map(({ role }) => ({ role, state: 'open' as const, dueAt, ended: null }));
}

/**
 * Makes the incident of a submission: number, reviewer, severity, routing, retention, boundary and first state are derived
 * here from what SharePoint and the directory say, whatever the submission claims. COM-6.1-1, BEH-4.3-2, C-21, X-IDEM-1.
 */
export function deriveIncident(input: DeriveInput): Incident {
  const standIn = withDeputy(chooseReviewer(input), input);
  const { manager } = standIn;
  const { implicated } = input.report.manager;
  const assessment = assessReport(
    input.report,
    {
      found: manager !== null && !manager.isAlternate,
      implicated,
      alternateFound: manager?.isAlternate === true,
    },
    input.settings,
  );
  const { id, name, address, phone = null } = input.reporter;
  const excluded = excludedPeople(input);
  return {
    report: input.report,
    reference: referenceFrom(input.rowId, input.recordedAt),
    state: assessment.state,
    boundary: assessment.routing.boundary,
    reporter: { id, name, address },
    reporterPhone: phone,
    reporterLanguage: input.report.language,
    excludedManagerId: excluded[0]?.id ?? null,
    managerUnresolved: assessment.routing.managerUnresolved,
    severity: assessment.severity,
    severityReasons: assessment.severityReasons,
    policeTask: assessment.routing.policeTask,
    officeHours: assessment.officeHours,
    reportedAt: input.recordedAt,
    routing: assessment.routing.notices,
    duties: dutiesOf(assessment, input),
    retention: assessment.retention,
    forward: { state: firstForwardState(assessment), at: null, sha256: null },
    evidence: [],
    comments: [],
    acknowledgement: null,
    deliveries: [],
    ...noLaterChanges,
    ...noManagerWork,
    ...standIn,
    excluded,
    passedOnAt: assessment.state === 'withSecurity' ? input.recordedAt : null,
  };
}

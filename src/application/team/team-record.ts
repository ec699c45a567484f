import { londonDateOf } from '../../domain/calendar/london-time.ts';
import { answerDueAt } from '../../domain/deadlines/answer-clock.ts';
import { lastMeetingDay } from '../../domain/incident/answer-as-manager.ts';
import { awaitedFrom } from '../../domain/incident/awaiting.ts';
import { completenessOf } from '../../domain/incident/completeness.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { openVerbs } from '../../domain/incident/manager-answer.ts';
import { namedWitnesses } from '../../domain/incident/statements.ts';
import { mayAlert } from '../../domain/incident/team-alert.ts';
import { clockSettings } from '../assessment-settings.ts';
import { occasionOf } from '../notices.ts';
import type { Organisation } from '../organisation.ts';
import type { TeamRecord } from '../ports/team.ts';

/**
 * The report as the matrix lets a manager read it: of an assault the absence and not the injury (rx), and not what the reporter wants to
 * know about safety at home, which is between them and Security. Model 6, BEH-7.1-3, BEH-13.1-1
 */
function reportFor({ report }: Incident): Incident['report'] {
  const { account } = report;
  if (!account) return report;
  const { assault } = account;
  return {
    ...report,
    account: {
      ...account,
      homeAdvice: 'notAsked',
      assault: assault && { ...assault, injured: false, injuryNote: '' },
    },
  };
}

/** What is left out of the report above, by its place in it. */
const withheld: ReadonlySet<string> = new Set([
  'account.homeAdvice',
  'account.assault.injured',
  'account.assault.injuryNote',
]);

/** A later change tells both values: what the report is shown without, its changes are shown without. */
function amendmentsFor({ amendments }: Incident): Incident['amendments'] {
  return amendments.map((each) => ({ ...each, changes: each.changes.filter(({ field }) => !withheld.has(field)) }));
}

/** By when something is to be done, UTC: the answer, or the first duty that is open. */
export function dueAtOf(incident: Incident, organisation: Organisation): string | null {
  const duties = incident.duties.filter(({ state }) => state === 'open').map(({ dueAt }) => dueAt);
  const answer = answerDueAt(incident, clockSettings(organisation));
  return [...duties, ...(answer === null ? [] : [answer])].sort()[0] ?? null;
}

/** Named field by field: what is added to a record one day is not shown here by accident. `at` is UTC. */
export function teamRecord(incident: Incident, staffId: string, organisation: Organisation, at: string): TeamRecord {
  const { teamAlert, manager, standsInFor } = incident;
  const settings = clockSettings(organisation);
  const lost = new Set(
    incident.deliveries
      .filter(({ role, state }) => role === 'witness' && state !== 'sent' && state !== 'queued')
      .map(occasionOf),
  );
  const isOwn = manager?.id === staffId && standsInFor === null;
  return {
    reference: incident.reference,
    state: incident.state,
    severity: incident.severity,
    severityReasons: incident.severityReasons,
    policeTask: incident.policeTask,
    officeHours: incident.officeHours,
    reportedAt: incident.reportedAt,
    reporter: incident.reporter,
    reporterPhone: incident.reporterPhone,
    report: reportFor(incident),
    comments: incident.comments,
    questions: incident.questions,
    tasks: incident.tasks,
    customerContacts: incident.customerContacts,
    meeting: incident.meeting,
    reasons: incident.reasons,
    duties: incident.duties,
    amendments: amendmentsFor(incident),
    acknowledgement: incident.acknowledgement,
    marks: incident.marks,
    statements: incident.statements.map((each) => ({ ...each, isUndelivered: lost.has(each.id) })),
    teamAlert: teamAlert && {
      by: teamAlert.by,
      at: teamAlert.at,
      measures: teamAlert.measures,
      people: teamAlert.people,
    },
    evidence: incident.evidence.map(({ id, type, name, size, capturedAt }) => ({ id, type, name, size, capturedAt })),
    awaited: awaitedFrom(incident),
    dueAt: dueAtOf(incident, organisation),
    verbs: openVerbs(incident),
    completeness: completenessOf(incident),
    namedWitnesses: namedWitnesses(incident),
    mayAlertTeam: mayAlert(incident),
    lastMeetingDay: lastMeetingDay(incident, settings.deadlines),
    standsInFor: isOwn ? null : (standsInFor?.name ?? (manager && manager.id !== staffId ? manager.name : null)),
    managerName: manager?.name ?? null,
    deputies: incident.deputies
      .filter(({ until }) => until >= londonDateOf(at))
      .map(({ name, until }) => ({ name, until })),
  };
}

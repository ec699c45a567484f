import type { Incident } from './incident.ts';
import type { IncidentState, Kind, Role, Severity } from './vocabulary.ts';

/** Marks for Security that say what to do, never what was said or who said it. X-SAFE-1. */
export type NoticeFlag =
  | 'outOfHours'
  | 'managerMissing'
  | 'originalWithheld'
  | 'policeNow'
  | 'policeRecord'
  | 'informationRequest';

/** What a senior person is asked. */
export type AskedDecision = 'seriousIncident' | 'persistentContact';

/**
 * The allow-list: the only facts that a notice to each role may carry. A field that is not here cannot get into a notice.
 * There is none for words of the message, the reporter's account, names of customers, health or offences.
 * X-SAFE-1, COM-3b-6, COM-3c-2; model 4.2.
 */
export interface NoticeFactsByRole {
  lineManager: { reference: string; kind: Kind; severity: Severity; occurredAt: string; reporterName: string };
  security: { reference: string; kind: Kind; severity: Severity; occurredAt: string; flags: NoticeFlag[] };
  facilities: { reference: string; kind: Kind; occurredAt: string; reporterName: string; reporterAddress: string };
  /** `sha256` is null until the original has left. */
  itSecurity: { reference: string; kind: Kind; occurredAt: string; isOriginalWithheld: boolean; sha256: string | null };
  /** `recogniseBy` is the address the message says it came from, and nothing more of the sender. */
  helpDesk: { reference: string; kind: Kind; occurredAt: string; recogniseBy: string | null };
  hrPartner: { reference: string; kind: Kind; severity: Severity; reporterName: string };
  informationSecurity: {
    reference: string;
    occurredAt: string;
    mailbox: string | null;
    keepFrom: string;
    keepTo: string;
  };
  seniorManager: { reference: string; decision: AskedDecision };
  deputyDirector: { reference: string; decision: AskedDecision };
  informationRights: { reference: string; occurredAt: string; answer: 'yes' | 'unsure' };
  reporter: { reference: string; state: IncidentState };
}

export type NoticeRole = keyof NoticeFactsByRole;

const hour = 3_600_000;

/** Web logs to keep around an e-mailed bomb threat: seven days before to 48 hours after, UTC. B-BOMB-2. */
export function logWindowAround(occurredAt: string): { from: string; to: string } {
  const at = Date.parse(occurredAt);
  return { from: new Date(at - 7 * 24 * hour).toISOString(), to: new Date(at + 48 * hour).toISOString() };
}

function flagsOf({ officeHours, managerUnresolved, forward, policeTask, report }: Incident): NoticeFlag[] {
  const flags: [NoticeFlag, boolean][] = [
    ['outOfHours', officeHours !== 'inHours'],
    ['managerMissing', managerUnresolved],
    ['originalWithheld', forward.state === 'suppressed'],
    ['policeNow', policeTask === 'now' || policeTask === 'nowAndMandatory'],
    ['policeRecord', policeTask === 'mandatory' || policeTask === 'nowAndMandatory'],
    ['informationRequest', report.informationRequest === 'yes' || report.informationRequest === 'unsure'],
  ];
  return flags.flatMap(([flag, isSet]) => (isSet ? [flag] : []));
}

const select: { [R in NoticeRole]: (incident: Incident) => NoticeFactsByRole[R] } = {
  lineManager: ({ reference, report, severity, reporter }) => ({
    reference,
    kind: report.kind,
    severity,
    occurredAt: report.occurredAt,
    reporterName: reporter.name,
  }),
  security: (incident) => ({
    reference: incident.reference,
    kind: incident.report.kind,
    severity: incident.severity,
    occurredAt: incident.report.occurredAt,
    flags: flagsOf(incident),
  }),
  facilities: ({ reference, report, reporter }) => ({
    reference,
    kind: report.kind,
    occurredAt: report.occurredAt,
    reporterName: reporter.name,
    reporterAddress: reporter.address,
  }),
  itSecurity: ({ reference, report, forward }) => ({
    reference,
    kind: report.kind,
    occurredAt: report.occurredAt,
    isOriginalWithheld: forward.state === 'suppressed',
    sha256: forward.sha256,
  }),
  helpDesk: ({ reference, report }) => ({
    reference,
    kind: report.kind,
    occurredAt: report.occurredAt,
    recogniseBy: report.email?.from.address ?? null,
  }),
  hrPartner: ({ reference, report, severity, reporter }) => ({
    reference,
    kind: report.kind,
    severity,
    reporterName: reporter.name,
  }),
  informationSecurity: ({ reference, report }) => {
    const { from, to } = logWindowAround(report.occurredAt);
    const mailbox = report.email?.mailbox ?? null;
    return { reference, occurredAt: report.occurredAt, mailbox, keepFrom: from, keepTo: to };
  },
  seniorManager: ({ reference }) => ({ reference, decision: 'seriousIncident' }),
  deputyDirector: ({ reference }) => ({ reference, decision: 'persistentContact' }),
  informationRights: ({ reference, report }) => ({
    reference,
    occurredAt: report.occurredAt,
    answer: report.informationRequest === 'yes' ? 'yes' : 'unsure',
  }),
  reporter: ({ reference, state }) => ({ reference, state }),
};

/** Exactly the facts that a notice to this role may carry, copied field by field. X-SAFE-1. */
export function noticeFacts<R extends NoticeRole>(incident: Incident, role: R): NoticeFactsByRole[R] {
  return select[role](incident);
}

const noticeRoles: Partial<Record<Role, NoticeRole>> = {
  lineManager: 'lineManager',
  managerAlternate: 'lineManager',
  security: 'security',
  facilities: 'facilities',
  itSecurity: 'itSecurity',
  helpDesk: 'helpDesk',
  hrPartner: 'hrPartner',
  informationSecurity: 'informationSecurity',
  seniorManager: 'seniorManager',
  deputyDirector: 'deputyDirector',
  informationRights: 'informationRights',
  reporter: 'reporter',
};

/** The notice a role gets; null for one that is never written to about an incident by mail. */
export function noticeRoleOf(role: Role): NoticeRole | null {
  return noticeRoles[role] ?? null;
}

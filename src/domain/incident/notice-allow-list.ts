import type { Helper, YesNoUnsure } from './account-vocabulary.ts';
import type { IncidentState, Kind, Language, Role, Severity } from './vocabulary.ts';

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

/** `none`: there is no message that could be sent on. */
export type OriginalMessage = 'follows' | 'withheld' | 'none';

/**
 * The allow-list: the only facts that a notice to each role may carry. A field that is not here cannot get into a notice.
 * There is none for words of the message, the reporter's account, names of customers, health or offences, with two exceptions
 * that the guidance itself makes: `healthEnquiries` gets the call for help in order to help (COM-3d-7), `reception` the expected
 * visitor and the worry (BEH-4.2-1). X-SAFE-1, COM-3b-6, COM-3c-2, COM-4.1-2; model 4.2.
 */
export interface NoticeFactsByRole {
  lineManager: { reference: string; kind: Kind; severity: Severity; occurredAt: string; reporterName: string };
  /** `site` is null when it is not known, or was none of ours. */
  security: {
    reference: string;
    kind: Kind;
    severity: Severity;
    occurredAt: string;
    site: Record<Language, string> | null;
    flags: NoticeFlag[];
  };
  /** `extension` is that of the call. */
  facilities: {
    reference: string;
    kind: Kind;
    occurredAt: string;
    reporterName: string;
    reporterAddress: string;
    reporterPhone: string | null;
    extension: string | null;
  };
  /** `sha256` is null until the original has left. */
  itSecurity: { reference: string; kind: Kind; occurredAt: string; original: OriginalMessage; sha256: string | null };
  /** `recogniseBy` is the number or address that a similar one could come from, and nothing more of who it was. */
  helpDesk: {
    reference: string;
    kind: Kind;
    occurredAt: string;
    form: 'call' | 'message';
    recogniseBy: string | null;
  };
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
  /** Not even the reference: nothing in it leads to the report. COM-4.1-2, BEH-15.2-1 */
  switchboard: { callAt: string; extension: string };
  healthEnquiries: {
    reference: string;
    occurredAt: string;
    reporterName: string;
    reporterAddress: string;
    reporterPhone: string | null;
    immediateDanger: YesNoUnsure | null;
    harmDone: YesNoUnsure | null;
    personName: string;
    location: string;
    callbackNumber: string;
    account: string;
    notes: { at: string; text: string }[];
    contacted: { who: Helper; at: string }[];
  };
  reception: {
    reference: string;
    site: Record<Language, string> | null;
    expectedOn: string | null;
    visitorName: string;
    concern: string;
  };
  areaContact: { reference: string; kind: Kind; severity: Severity; occurredAt: string };
  reporter: { reference: string; state: IncidentState };
}

export type NoticeRole = keyof NoticeFactsByRole;

type FactsOf<R extends NoticeRole> = readonly (keyof NoticeFactsByRole[R])[];
/** A name of a fact in some notice. */
export type NoticeFact = { [R in NoticeRole]: keyof NoticeFactsByRole[R] }[NoticeRole];

/** The same list as data, in the order in which a person is told what each will see. Nothing else is copied into a notice. */
export const noticeFactNames: { [R in NoticeRole]: FactsOf<R> } = {
  lineManager: ['reference', 'kind', 'severity', 'occurredAt', 'reporterName'],
  security: ['reference', 'kind', 'severity', 'occurredAt', 'site', 'flags'],
  facilities: ['reference', 'kind', 'occurredAt', 'reporterName', 'reporterAddress', 'reporterPhone', 'extension'],
  itSecurity: ['reference', 'kind', 'occurredAt', 'original', 'sha256'],
  helpDesk: ['reference', 'kind', 'occurredAt', 'form', 'recogniseBy'],
  hrPartner: ['reference', 'kind', 'severity', 'reporterName'],
  informationSecurity: ['reference', 'occurredAt', 'mailbox', 'keepFrom', 'keepTo'],
  seniorManager: ['reference', 'decision'],
  deputyDirector: ['reference', 'decision'],
  informationRights: ['reference', 'occurredAt', 'answer'],
  switchboard: ['callAt', 'extension'],
  healthEnquiries: [
    'reference',
    'occurredAt',
    'reporterName',
    'reporterAddress',
    'reporterPhone',
    'immediateDanger',
    'harmDone',
    'personName',
    'location',
    'callbackNumber',
    'account',
    'notes',
    'contacted',
  ],
  reception: ['reference', 'site', 'expectedOn', 'visitorName', 'concern'],
  areaContact: ['reference', 'kind', 'severity', 'occurredAt'],
  reporter: ['reference', 'state'],
};

/** The notice a role gets; null for one that is never written to about an incident. */
export function noticeRoleOf(role: Role): NoticeRole | null {
  if (role === 'managerAlternate') return 'lineManager';
  const hasNone =
    role === 'occupationalHealth' || role === 'witness' || role === 'teamMember' || role === 'columnEditor';
  return hasNone ? null : role;
}

/** What the first notice to a role will hold, as names of facts: "what each will see". Empty for one that gets none. POL-1.1-1. */
export function factsShownTo(role: Role): readonly NoticeFact[] {
  const noticeRole = noticeRoleOf(role);
  return noticeRole ? noticeFactNames[noticeRole] : [];
}

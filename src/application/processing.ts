import { type AnyData, type DataParts, fieldsByClass } from '../domain/data-protection/data-class.ts';
import { incidentData } from '../domain/data-protection/incident-data.ts';
import { reportData } from '../domain/data-protection/report-data.ts';
import type { SwitchboardAnswer, SwitchboardQuestion } from '../domain/incident/switchboard-question.ts';
import type { AbsenceRecord } from './ports/absences.ts';
import type { AuditEntry } from './ports/audit.ts';

const audit: DataParts<AuditEntry> = {
  id: 'none',
  action: 'offence',
  actor: 'ordinary',
  at: 'none',
  detail: 'ordinary',
  submissionId: 'none',
  sequence: 'none',
  previousHash: 'none',
  hash: 'none',
};

const switchboard: DataParts<SwitchboardQuestion & SwitchboardAnswer> = {
  queryId: 'none',
  callAt: 'none',
  extension: 'ordinary',
  putThrough: 'none',
  nameQuoted: 'ordinary',
  numberQuoted: 'ordinary',
  answeredAt: 'none',
  answeredBy: 'ordinary',
};

const absence: DataParts<AbsenceRecord> = {
  id: 'none',
  managerId: 'ordinary',
  deputy: 'ordinary',
  from: 'ordinary',
  until: 'ordinary',
  mode: 'none',
  manager: 'ordinary',
  enteredAt: 'none',
  endedAt: 'none',
  stage: 'none',
  told: 'none',
  tellingUntil: 'none',
};

/** One thing that is kept of people, for the record of processing (UK GDPR article 30) and the impact assessment. B-DP-1 */
export interface Processing {
  name: string;
  purpose: string;
  /** Whose data it is. */
  people: string;
  data: AnyData;
  /** Lists and libraries of the site it lies in, by the names of the plan; empty where it lies elsewhere. */
  lists: readonly string[];
  /** Where it lies, and who reads it, beyond those lists. */
  elsewhere: string | null;
  /** How long, where the table of periods does not say it. */
  kept: string;
}

const asTheRecord = 'as the record it belongs to';

/** All that Urddas keeps, in the order a report takes. English: it is a document of the organisation's data protection officer. */
export const processings: readonly Processing[] = [
  {
    name: 'Draft and unsent report',
    purpose: 'nothing that somebody has written is lost with a window, a network or a sign-in',
    people: 'the reporter, and everybody the report names',
    data: reportData,
    lists: [],
    elsewhere: 'the storage of the reporter’s browser, sealed with a key that no script can read; nobody else',
    kept: 'until it is sent or thrown away, or the browser’s storage is cleared',
  },
  {
    name: 'Report as it was sent',
    purpose: 'what happened is written down once, in the reporter’s own words',
    people: 'the reporter, the person it is about, witnesses, colleagues',
    data: reportData,
    lists: ['Intake'],
    elsewhere: null,
    kept: asTheRecord,
  },
  {
    name: 'Record in the register',
    purpose: 'the person is protected: the manager acts, Security judges, other offices do their part',
    people: 'the reporter, the person it is about, managers, Security, witnesses',
    data: incidentData,
    lists: ['Incidents', 'IncidentsHR'],
    elsewhere:
      'the manager it goes to and whoever stands in: what they must know of it, in a card, in the tab and by mail',
    kept: 'by the table of periods',
  },
  {
    name: 'Evidence',
    purpose: 'what was sent can be proved, to the police too',
    people: 'sender and recipients of the message, whoever is seen or heard in an attachment',
    data: 'special',
    lists: ['Evidence', 'EvidenceHR'],
    elsewhere: 'the mailbox of IT Security holds the original as it was forwarded, by that mailbox’s own period',
    kept: asTheRecord,
  },
  {
    name: 'Trail',
    purpose: 'whoever read or changed a record can be found out, and that nothing was changed unseen',
    people: 'everybody who works with a record',
    data: audit,
    lists: ['Audit', 'AuditHR'],
    elsewhere: null,
    kept: 'with the record, or longer where the organisation decides so',
  },
  {
    name: 'Question to the switchboard',
    purpose: 'a call can be traced without telling who reports what',
    people: 'the switchboard’s staff, a caller who gave a name or number',
    data: switchboard,
    lists: ['SwitchboardQueries'],
    elsewhere: null,
    kept: asTheRecord,
  },
  {
    name: 'Absence of a manager',
    purpose: 'a report reaches somebody who is there',
    people: 'managers and those who stand in',
    data: absence,
    lists: ['Absences'],
    elsewhere: 'the manager, and whoever stands in',
    kept: 'until the site is removed; it says from when to when somebody was away, and no reason',
  },
  {
    name: 'Notices',
    purpose: 'whoever must act is told',
    people: 'the reporter, and whoever the matrix names',
    data: 'offence',
    lists: [],
    elsewhere: 'mailboxes and chats of those who are told; the service’s own mailbox keeps what it sent',
    kept: 'by the period of each mailbox and of Teams; give the service’s mailbox a short one',
  },
  {
    name: 'Names and numbers of offices',
    purpose: 'the right office is told, and the right number shown',
    people: 'people whose address is an office’s',
    data: 'ordinary',
    lists: ['Config'],
    elsewhere: null,
    kept: 'until they are changed; SharePoint keeps earlier versions',
  },
  {
    name: 'Memory and log of the service',
    purpose: 'it goes on where it stopped, and a fault can be found',
    people: 'managers and Security, by id alone',
    data: 'ordinary',
    lists: ['State'],
    elsewhere: 'the place where the organisation collects logs: ids, codes and counts, no words',
    kept: 'logs: as the organisation sets it (90 days in the example for Azure)',
  },
];

/** The gravest class in it; `none` where it is about nobody. */
export function gravest(data: AnyData): 'none' | 'ordinary' | 'special and offence' | 'special' | 'offence' {
  const { ordinary, special, offence } = fieldsByClass(data);
  if (special.length > 0 && offence.length > 0) return 'special and offence';
  if (special.length > 0) return 'special';
  if (offence.length > 0) return 'offence';
  return ordinary.length > 0 ? 'ordinary' : 'none';
}

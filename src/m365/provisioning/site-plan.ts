import { entryTypes } from '../../application/entry-types.ts';
import { putThroughAnswers } from '../../domain/incident/switchboard-question.ts';
import { channels, forwardStates, incidentStates, kinds, severities } from '../../domain/incident/vocabulary.ts';
import { partNames, payloadParts, recordParts } from '../lists/split-text.ts';

/** A column as `POST /lists` takes it (columnDefinition). `name` is what `fields` uses. */
export interface ColumnPlan {
  name: string;
  indexed?: true;
  enforceUniqueValues?: true;
  type:
    | { kind: 'text' }
    /** Multi-line plain text: cannot be indexed or filtered. */
    | { kind: 'note' }
    | { kind: 'choice'; choices: readonly string[] }
    | { kind: 'dateTime' }
    | { kind: 'number' };
}

/** Groups the site's lists are trimmed by; each is mapped to an Entra group by configuration. */
export type SiteGroup = 'everyone' | 'security' | 'hr' | 'switchboard' | 'auditors' | 'administrators';

/** Permission levels of SharePoint: its own, and `add`, `answer` and `keep`, which the plan makes. */
export type SiteRole = 'read' | 'add' | 'answer' | 'keep' | 'contribute' | 'fullControl';

export interface ListPlan {
  name: string;
  template: 'genericList' | 'documentLibrary';
  columns: ColumnPlan[];
  /** 2 = people see their own rows only (facts 1.7). SharePoint REST sets it; Graph cannot. */
  readSecurity: 1 | 2;
  /** 1 all, 2 own, 4 none. */
  writeSecurity: 1 | 2 | 4;
  access: {
    group: SiteGroup;
    role: SiteRole;
    /** What the group got before there was `role`: left to a person to take away. */
    before?: SiteRole;
  }[];
}

const text = (name: string): ColumnPlan => ({ name, type: { kind: 'text' } });
const indexedText = (name: string): ColumnPlan => ({ name, indexed: true, type: { kind: 'text' } });
const uniqueText = (name: string): ColumnPlan => ({
  name,
  indexed: true,
  enforceUniqueValues: true,
  type: { kind: 'text' },
});
const note = (name: string): ColumnPlan => ({ name, type: { kind: 'note' } });
const indexedChoice = (name: string, choices: readonly string[]): ColumnPlan => ({
  name,
  indexed: true,
  type: { kind: 'choice', choices },
});
const indexedDate = (name: string): ColumnPlan => ({ name, indexed: true, type: { kind: 'dateTime' } });

/**
 * Columns of a register. Every index is made on day one: SharePoint refuses one after 20 000 rows (facts 1.4).
 * `StateMonth`, `KindMonth` and `StateKindMonth` hold for example `acknowledged 2026-11`: the service filters one indexed
 * column at a time, and an answer must stay under the 5 000-row threshold (facts 1.3, 1.4).
 */
const registerColumns: ColumnPlan[] = [
  uniqueText('SubmissionId'),
  indexedText('Reference'),
  indexedChoice('State', incidentStates),
  indexedChoice('Kind', kinds),
  indexedChoice('Severity', severities),
  { name: 'Channel', type: { kind: 'choice', choices: channels } },
  indexedText('StateMonth'),
  indexedText('KindMonth'),
  indexedText('StateKindMonth'),
  indexedDate('ReportedAt'),
  { name: 'OccurredAt', type: { kind: 'dateTime' } },
  indexedText('ReporterDirectoryId'),
  text('ReporterName'),
  indexedText('ManagerDirectoryId'),
  text('ManagerName'),
  // The manager while it still wants something of them; empty once it goes on by itself. BEH-5.1-1
  indexedText('AwaitedDirectoryId'),
  // The substitute a manager has chosen for this time, who answers beside or instead.
  indexedText('DeputyDirectoryId'),
  indexedDate('RetainUntil'),
  // When a clock next has something to do; empty when none runs. Model 4.4
  indexedDate('NextDueAt'),
  { name: 'ForwardState', type: { kind: 'choice', choices: forwardStates } },
  // 'pending' while the service still owes a delivery; 'done' otherwise. What a restarted service looks for.
  indexedChoice('WorkState', ['pending', 'done']),
  text('WorkOwner'),
  { name: 'WorkUntil', type: { kind: 'dateTime' } },
  // When the reporter last added or corrected something; empty for a report as it came. BEH-14.1-1
  { name: 'AmendedAt', type: { kind: 'dateTime' } },
  // Security writes the number of the main record here when it joins two, together with the state. T15
  text('MergedInto'),
  // Which report an answer of the switchboard belongs to; nothing in the switchboard's list says so.
  indexedText('SwitchboardQueryId'),
  // Security writes here, in the board or in SharePoint itself; the service moves it into the record.
  note('NewComment'),
  // The whole incident as JSON: the service's own memory of it, compared with the visible columns to see what a person changed.
  ...partNames('Details', recordParts).map(note),
];

const auditColumns: ColumnPlan[] = [
  // '<submission id>:<sequence>': two replicas cannot append the same link of a chain.
  uniqueText('EntryKey'),
  indexedText('SubmissionId'),
  { name: 'Sequence', type: { kind: 'number' } },
  text('Action'),
  text('Actor'),
  indexedDate('At'),
  // Whom an entry says was asked for a statement: how they find what is asked of them. BEH-8.5-1
  indexedText('WitnessDirectoryId'),
  note('Detail'),
  text('PreviousHash'),
  text('Hash'),
];

/** Last part of the site's address where the request names no other. */
export const defaultSiteName = 'urddas';

/** The lists of the one site, as data. Provisioning creates what is missing and never deletes. */
export const sitePlan: { lists: ListPlan[] } = {
  lists: [
    {
      name: 'Intake',
      template: 'genericList',
      columns: [
        // An own-rows list can hold no unique column; the register takes each submission once.
        indexedText('SubmissionId'),
        { name: 'EntryType', indexed: true, type: { kind: 'choice', choices: entryTypes } },
        // What "My reports" is ordered by. The reporter's own claim; when the row was made is SharePoint's word.
        indexedDate('SubmittedAt'),
        ...partNames('Payload', payloadParts).map(note),
        text('Reference'),
        { name: 'State', type: { kind: 'choice', choices: incidentStates } },
        note('Receipts'),
        { name: 'AcknowledgedAt', type: { kind: 'dateTime' } },
        // What the switchboard answered about the call, in the row of the question and in that of the report. COM-4.1-2
        note('Reply'),
        // What the manager asks the reporter, and what has become of earlier questions. T5
        note('Questions'),
      ],
      readSecurity: 2,
      writeSecurity: 4,
      access: [{ group: 'everyone', role: 'add' }],
    },
    {
      name: 'Incidents',
      template: 'genericList',
      columns: registerColumns,
      readSecurity: 1,
      writeSecurity: 1,
      access: [{ group: 'security', role: 'keep', before: 'contribute' }],
    },
    {
      name: 'IncidentsHR',
      template: 'genericList',
      columns: registerColumns,
      readSecurity: 1,
      writeSecurity: 1,
      access: [{ group: 'hr', role: 'keep', before: 'contribute' }],
    },
    {
      name: 'Evidence',
      template: 'documentLibrary',
      columns: [],
      readSecurity: 1,
      writeSecurity: 1,
      access: [{ group: 'security', role: 'read' }],
    },
    {
      name: 'EvidenceHR',
      template: 'documentLibrary',
      columns: [],
      readSecurity: 1,
      writeSecurity: 1,
      access: [{ group: 'hr', role: 'read' }],
    },
    {
      name: 'Audit',
      template: 'genericList',
      columns: auditColumns,
      readSecurity: 1,
      writeSecurity: 4,
      access: [
        { group: 'security', role: 'read' },
        { group: 'auditors', role: 'read' },
      ],
    },
    {
      // Its own list, so that Security finds no trace of an internal case (COM-3f-1).
      name: 'AuditHR',
      template: 'genericList',
      columns: auditColumns,
      readSecurity: 1,
      writeSecurity: 4,
      access: [
        { group: 'hr', role: 'read' },
        { group: 'auditors', role: 'read' },
      ],
    },
    {
      // For the switchboard alone: time and extension of a call, and what they remember of it. Nothing here leads to a report, says of
      // what kind it is or who asks; nobody else reads it, since what they answer goes to those who wait for it. BEH-15.2-1, F13
      name: 'SwitchboardQueries',
      template: 'genericList',
      columns: [
        uniqueText('QueryId'),
        indexedDate('CallAt'),
        text('Extension'),
        indexedDate('AskedAt'),
        indexedChoice('State', ['open', 'answered']),
        { name: 'PutThrough', type: { kind: 'choice', choices: putThroughAnswers } },
        text('NameQuoted'),
        text('NumberQuoted'),
        indexedDate('AnsweredAt'),
        text('AnsweredBy'),
        // The service's own memory of the question, compared with the columns to see what a person changed.
        note('Details'),
      ],
      readSecurity: 1,
      writeSecurity: 1,
      access: [{ group: 'switchboard', role: 'answer' }],
    },
    {
      // When a manager is away and who stands in. The service's alone: it says who is not at work.
      name: 'Absences',
      template: 'genericList',
      columns: [
        uniqueText('AbsenceKey'),
        indexedText('ManagerDirectoryId'),
        indexedText('DeputyDirectoryId'),
        text('FromDay'),
        text('UntilDay'),
        indexedChoice('Stage', ['entered', 'passed', 'over']),
        note('Details'),
      ],
      readSecurity: 1,
      writeSecurity: 1,
      access: [],
    },
    {
      name: 'State',
      template: 'genericList',
      columns: [uniqueText('Key'), note('Value')],
      readSecurity: 1,
      writeSecurity: 1,
      access: [],
    },
    {
      name: 'Config',
      template: 'genericList',
      columns: [uniqueText('Key'), note('Value')],
      readSecurity: 1,
      writeSecurity: 1,
      access: [
        { group: 'everyone', role: 'read' },
        { group: 'administrators', role: 'contribute' },
      ],
    },
  ],
};

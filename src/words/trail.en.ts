import type { Incident } from '../domain/incident/incident.ts';

/** The same codes as `TrailProblem` of the application. */
type TrailProblem =
  | 'gap'
  | 'repeated'
  | 'edited'
  | 'relinked'
  | 'cutOff'
  | 'replaced'
  | 'added'
  | 'unreadable'
  | 'noRecord'
  | 'noChain';

/** Whether a record's history is whole, what it says of fields, and taking it out. X-AUD-1 */
export const trailEn = {
  heading: 'Is the history whole?',
  whole: (entries: number) =>
    entries === 1
      ? 'The history is whole: its 1 entry is as it was written.'
      : `The history is whole: its ${entries} entries are as they were written, and none is missing.`,
  broken: (findings: number) =>
    findings === 1
      ? 'The history is NOT whole. Do not rely on it, and tell IT Security.'
      : `The history is NOT whole: ${findings} places. Do not rely on it, and tell IT Security.`,
  checkedHere: 'Checked on this device, entry by entry, each time the record is opened.',
  all: {
    heading: 'Are all histories whole?',
    notYet: 'Not gone through yet. Urddas does so while the office is closed.',
    whole: (records: number, when: string) =>
      records === 1
        ? `The 1 history of this register was whole when it was last gone through, ${when}.`
        : `All ${records} histories of this register were whole when they were last gone through, ${when}.`,
    broken: (broken: number, records: number, when: string) =>
      broken === 1
        ? `1 history of ${records} was NOT whole when they were last gone through, ${when}. Do not rely on it, and tell IT Security.`
        : `${broken} histories of ${records} were NOT whole when they were last gone through, ${when}. Do not rely on them, and tell IT Security.`,
  },
  problems: {
    gap: (entry: string) => `Entry ${entry} is missing.`,
    repeated: (entry: string) => `Entry ${entry} is there more than once.`,
    edited: (entry: string) => `Entry ${entry} is not what was written.`,
    relinked: (entry: string) => `Entry ${entry} does not follow from the one before it.`,
    cutOff: (entry: string) => `From entry ${entry} on the history is cut off: the record knows of later entries.`,
    replaced: (entry: string) => `Up to entry ${entry} this is another history than the one the record knows.`,
    added: (entry: string) =>
      `From entry ${entry} on somebody may have added entries, or Urddas stopped before it was done: look again in some minutes.`,
    unreadable: (entry: string) => `Entry ${entry} cannot be read any more.`,
    noRecord: (_entry: string) => 'There is a history, and the record that it belongs to is gone.',
    noChain: (_entry: string) => 'The record has no history any more.',
  } satisfies Record<TrailProblem, (entry: string) => string>,
  save: 'Save as a table (CSV)',
  saveLines: 'Save as JSON Lines',
  saving: 'Writing it out…',
  saved: 'Saved. That you did so is entered in the history.',
  saveMeaning: 'What is saved holds codes, times and numbers of people, and no words of the report.',
  /** On the button that shows what an entry changed. */
  changes: (count: number) => (count === 1 ? '1 field changed' : `${count} fields changed`),
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  nothing: 'nothing',
  withheld: 'words that are not kept here',
  withheldOf: (length: number) => (length === 1 ? 'not kept here (length 1)' : `not kept here (length ${length})`),
  yes: 'yes',
  no: 'no',
  /** The parts of a record by their names. `report` has names of its own. */
  fields: {
    amendments: 'Additions and corrections',
    withdrawal: 'Withdrawal',
    mergedInto: 'Main report',
    joined: 'Reports joined to it',
    switchboardQueryId: 'Question to the switchboard',
    switchboardAnswer: 'Answer of the switchboard',
    excluded: 'People who must find no trace',
    deputies: 'Substitutes',
    standsInFor: 'In whose place',
    questions: 'Questions to the reporter',
    tasks: 'What Security was asked for',
    customerContacts: 'Contact with the customer',
    meeting: 'Meeting with the customer',
    statements: 'Statements',
    reasons: 'Reasons given',
    teamAlert: 'Word to the team',
    marks: 'The manager’s judgement',
    passedOnAt: 'Passed on to Security',
    clockNotes: 'Reminders',
    reference: 'Number',
    state: 'State',
    boundary: 'Register',
    reporter: 'Reporter',
    reporterPhone: 'Reporter’s number',
    reporterLanguage: 'Reporter’s language',
    manager: 'Manager',
    excludedManagerId: 'Manager who must find no trace',
    managerUnresolved: 'Manager not known',
    severity: 'Severity',
    severityReasons: 'Why this severity',
    policeTask: 'Police',
    officeHours: 'Office hours',
    reportedAt: 'Reported',
    routing: 'Who is told',
    duties: 'Who the manager was to tell',
    retention: 'How long it is kept',
    forward: 'Original to IT Security',
    evidence: 'Evidence',
    comments: 'Comments',
    acknowledgement: 'Acknowledgement',
    deliveries: 'Notices',
  } satisfies Record<Exclude<keyof Incident, 'report'>, string>,
};

/** How a column is called in SharePoint's own pages, and what stands below it in a form. The name in `fields` stays. */
export interface ColumnWords {
  displayName: string;
  description: string;
}

const bySecurity = 'Security may change this; Urddas checks it, and tells the reporter and the manager.';
const byUrddas = 'Urddas keeps this. A change is put back.';
const inner = 'For Urddas itself.';

const words = (displayName: string, description: string): ColumnWords => ({ displayName, description });

const register: Record<string, ColumnWords> = {
  SubmissionId: words('Submission', inner),
  Reference: words('Reference', 'Number of the report, as people know it.'),
  State: words('State', bySecurity),
  Kind: words('Kind', byUrddas),
  Severity: words('Severity', byUrddas),
  Channel: words('Channel', byUrddas),
  StateMonth: words('State and month', inner),
  KindMonth: words('Kind and month', inner),
  StateKindMonth: words('State, kind and month', inner),
  ReportedAt: words('Reported at', byUrddas),
  OccurredAt: words('Happened at', byUrddas),
  ReporterDirectoryId: words('Reporter in the directory', inner),
  ReporterName: words('Reporter', byUrddas),
  ManagerDirectoryId: words('Manager in the directory', inner),
  ManagerName: words('Manager', byUrddas),
  AwaitedDirectoryId: words('Manager who is waited for', inner),
  DeputyDirectoryId: words('Substitute in the directory', inner),
  RetainUntil: words('Keep until', byUrddas),
  NextDueAt: words('Next due', 'When a time limit next ends. Urddas keeps this.'),
  ForwardState: words('Original message', 'Whether the original went to IT Security. Urddas keeps this.'),
  WorkState: words('Work', inner),
  WorkOwner: words('Work is done by', inner),
  WorkUntil: words('Work is taken until', inner),
  AmendedAt: words('Amended at', 'When the reporter last added or corrected something.'),
  MergedInto: words(
    'Joined to',
    'Number of the main report, when two are of one event. Set it together with the state.',
  ),
  SwitchboardQueryId: words('Question to the switchboard', inner),
  NewComment: words('New comment', 'Write here; Urddas moves it into the record with your name and the time.'),
};

const audit: Record<string, ColumnWords> = {
  EntryKey: words('Entry', inner),
  SubmissionId: words('Submission', inner),
  Sequence: words('Number in the record', 'Counts from 1 in each record; none is missing.'),
  Action: words('What was done', byUrddas),
  Actor: words('Who', byUrddas),
  At: words('When', byUrddas),
  WitnessDirectoryId: words('Asked for a statement', inner),
  Detail: words('Details', byUrddas),
  PreviousHash: words('Hash of the entry before', inner),
  Hash: words('Hash', inner),
};

const intake: Record<string, ColumnWords> = {
  SubmissionId: words('Submission', inner),
  EntryType: words('Kind of entry', byUrddas),
  SubmittedAt: words('Sent at', byUrddas),
  Reference: words('Reference', 'Number of the report, as people know it.'),
  State: words('State', byUrddas),
  Receipts: words('Receipts', inner),
  AcknowledgedAt: words('Acknowledged at', byUrddas),
  Reply: words('Answer of the switchboard', byUrddas),
  Questions: words('Questions of the manager', byUrddas),
};

const switchboard: Record<string, ColumnWords> = {
  QueryId: words('Question', inner),
  CallAt: words('Call at', byUrddas),
  Extension: words('Extension', byUrddas),
  AskedAt: words('Asked at', byUrddas),
  State: words('State', byUrddas),
  PutThrough: words('Did you put it through?', 'Fill this in; Urddas tells whoever waits for it.'),
  NameQuoted: words('Name the caller gave', 'Fill in what you remember, or leave it empty.'),
  NumberQuoted: words('Number of the caller', 'Fill in what you remember, or leave it empty.'),
  AnsweredAt: words('Answered at', byUrddas),
  AnsweredBy: words('Answered by', byUrddas),
};

const absences: Record<string, ColumnWords> = {
  AbsenceKey: words('Absence', inner),
  ManagerDirectoryId: words('Manager in the directory', inner),
  DeputyDirectoryId: words('Substitute in the directory', inner),
  FromDay: words('From', byUrddas),
  UntilDay: words('Until', byUrddas),
  Stage: words('Stage', byUrddas),
};

const keyed: Record<string, ColumnWords> = {
  Key: words('Name', 'Name of the setting. Do not change it.'),
  Value: words('Value', 'As JSON. Change it on the page of Urddas for administrators, which checks it first.'),
};

const byList: Record<string, Record<string, ColumnWords>> = {
  Intake: intake,
  Incidents: register,
  IncidentsHR: register,
  Audit: audit,
  AuditHR: audit,
  SwitchboardQueries: switchboard,
  Absences: absences,
  State: { Key: words('Name', inner), Value: words('Value', inner) },
  Config: keyed,
};

/** Parts of one long text (`Details`, `Details2` …) have no words of their own. */
export function columnWords(list: string, column: string): ColumnWords {
  return byList[list]?.[column] ?? words(column, inner);
}

/** True for what no person has any business with in a form. */
export function isInner(list: string, column: string): boolean {
  return columnWords(list, column).description === inner;
}

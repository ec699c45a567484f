/** One name or sentence in the two languages. */
export interface Words {
  en: string;
  cy: string;
}

/**
 * How a column is called in SharePoint's own pages, and what stands below it in a form. SharePoint keeps one name for all readers, so both
 * languages stand in it. The name in `fields` stays what the plan says.
 */
export interface ColumnWords {
  name: Words;
  description: Words;
}

/** As SharePoint shows it: one beside the other, and once what is the same in both. */
export function inBoth({ en, cy }: Words): string {
  return en === cy ? en : `${en} / ${cy}`;
}

const bySecurity: Words = {
  en: 'Security may change this; Urddas checks it, and tells the reporter and the manager.',
  cy: 'Caiff Diogelwch newid hwn; mae Urddas yn ei wirio, ac yn rhoi gwybod i’r adroddwr a’r rheolwr.',
};
const byUrddas: Words = {
  en: 'Urddas keeps this. A change is put back.',
  cy: 'Urddas sy’n cadw hwn. Caiff newid ei ddadwneud.',
};
const inner: Words = { en: 'For Urddas itself.', cy: 'Ar gyfer Urddas ei hun.' };

const words = (en: string, cy: string, description: Words): ColumnWords => ({ name: { en, cy }, description });

const reference = words('Reference', 'Cyfeirnod', {
  en: 'Number of the report, as people know it.',
  cy: 'Rhif yr adroddiad, fel y mae pobl yn ei adnabod.',
});
const submission = words('Submission', 'Cyflwyniad', inner);
const managerInDirectory = words('Manager in the directory', 'Rheolwr yn y cyfeiriadur', inner);
const deputyInDirectory = words('Substitute in the directory', 'Dirprwy yn y cyfeiriadur', inner);

const register: Record<string, ColumnWords> = {
  SubmissionId: submission,
  Reference: reference,
  State: words('State', 'Cyflwr', bySecurity),
  Kind: words('Kind', 'Math', byUrddas),
  Severity: words('Severity', 'Difrifoldeb', byUrddas),
  Channel: words('Channel', 'Sianel', byUrddas),
  StateMonth: words('State and month', 'Cyflwr a mis', inner),
  KindMonth: words('Kind and month', 'Math a mis', inner),
  StateKindMonth: words('State, kind and month', 'Cyflwr, math a mis', inner),
  ReportedAt: words('Reported at', 'Adroddwyd am', byUrddas),
  OccurredAt: words('Happened at', 'Digwyddodd am', byUrddas),
  ReporterDirectoryId: words('Reporter in the directory', 'Adroddwr yn y cyfeiriadur', inner),
  ReporterName: words('Reporter', 'Adroddwr', byUrddas),
  ManagerDirectoryId: managerInDirectory,
  ManagerName: words('Manager', 'Rheolwr', byUrddas),
  AwaitedDirectoryId: words('Manager who is waited for', 'Rheolwr y disgwylir amdano', inner),
  DeputyDirectoryId: deputyInDirectory,
  RetainUntil: words('Keep until', 'Cadw tan', byUrddas),
  NextDueAt: words('Next due', 'Terfyn nesaf', {
    en: 'When a time limit next ends. Urddas keeps this.',
    cy: 'Pryd y daw terfyn amser i ben nesaf. Urddas sy’n cadw hwn.',
  }),
  ForwardState: words('Original message', 'Neges wreiddiol', {
    en: 'Whether the original went to IT Security. Urddas keeps this.',
    cy: 'A aeth y gwreiddiol at Ddiogelwch TG. Urddas sy’n cadw hwn.',
  }),
  WorkState: words('Work', 'Gwaith', inner),
  WorkOwner: words('Work is done by', 'Gwneir y gwaith gan', inner),
  WorkUntil: words('Work is taken until', 'Cymerwyd y gwaith tan', inner),
  AmendedAt: words('Amended at', 'Diwygiwyd am', {
    en: 'When the reporter last added or corrected something.',
    cy: 'Pryd yr ychwanegodd neu y cywirodd yr adroddwr rywbeth ddiwethaf.',
  }),
  MergedInto: words('Joined to', 'Wedi’i gyfuno â', {
    en: 'Number of the main report, when two are of one event. Set it together with the state.',
    cy: 'Rhif y prif adroddiad, pan fo dau am yr un digwyddiad. Gosodwch ef gyda’r cyflwr.',
  }),
  SwitchboardQueryId: words('Question to the switchboard', 'Cwestiwn i’r switsfwrdd', inner),
  NewComment: words('New comment', 'Sylw newydd', {
    en: 'Write here; Urddas moves it into the record with your name and the time.',
    cy: 'Ysgrifennwch yma; mae Urddas yn ei symud i’r cofnod gyda’ch enw a’r amser.',
  }),
};

const audit: Record<string, ColumnWords> = {
  EntryKey: words('Entry', 'Eitem', inner),
  SubmissionId: submission,
  Sequence: words('Number in the record', 'Rhif yn y cofnod', {
    en: 'Counts from 1 in each record; none is missing.',
    cy: 'Yn cyfrif o 1 ym mhob cofnod; nid oes yr un ar goll.',
  }),
  Action: words('What was done', 'Beth a wnaed', byUrddas),
  Actor: words('Who', 'Pwy', byUrddas),
  At: words('When', 'Pryd', byUrddas),
  WitnessDirectoryId: words('Asked for a statement', 'Gofynnwyd am ddatganiad', inner),
  Detail: words('Details', 'Manylion', byUrddas),
  PreviousHash: words('Hash of the entry before', 'Hash yr eitem o’i blaen', inner),
  Hash: words('Hash', 'Hash', inner),
};

const intake: Record<string, ColumnWords> = {
  SubmissionId: submission,
  EntryType: words('Kind of entry', 'Math o gofnod', byUrddas),
  SubmittedAt: words('Sent at', 'Anfonwyd am', byUrddas),
  Reference: reference,
  State: words('State', 'Cyflwr', byUrddas),
  Receipts: words('Receipts', 'Derbynebau', inner),
  AcknowledgedAt: words('Acknowledged at', 'Cydnabuwyd am', byUrddas),
  Reply: words('Answer of the switchboard', 'Ateb y switsfwrdd', byUrddas),
  Questions: words('Questions of the manager', 'Cwestiynau’r rheolwr', byUrddas),
};

const rememberedOnly: Words = {
  en: 'Fill in what you remember, or leave it empty.',
  cy: 'Nodwch yr hyn rydych chi’n ei gofio, neu gadewch yn wag.',
};

const switchboard: Record<string, ColumnWords> = {
  QueryId: words('Question', 'Cwestiwn', inner),
  CallAt: words('Call at', 'Galwad am', byUrddas),
  Extension: words('Extension', 'Estyniad', byUrddas),
  AskedAt: words('Asked at', 'Gofynnwyd am', byUrddas),
  State: words('State', 'Cyflwr', byUrddas),
  PutThrough: words('Did you put it through?', 'A roesoch chi’r alwad drwodd?', {
    en: 'Fill this in; Urddas tells whoever waits for it.',
    cy: 'Llenwch hwn; mae Urddas yn rhoi gwybod i bwy bynnag sy’n aros amdano.',
  }),
  NameQuoted: words('Name the caller gave', 'Yr enw a roddodd y galwr', rememberedOnly),
  NumberQuoted: words('Number of the caller', 'Rhif y galwr', rememberedOnly),
  AnsweredAt: words('Answered at', 'Atebwyd am', byUrddas),
  AnsweredBy: words('Answered by', 'Atebwyd gan', byUrddas),
};

const absences: Record<string, ColumnWords> = {
  AbsenceKey: words('Absence', 'Absenoldeb', inner),
  ManagerDirectoryId: managerInDirectory,
  DeputyDirectoryId: deputyInDirectory,
  FromDay: words('From', 'O', byUrddas),
  UntilDay: words('Until', 'Tan', byUrddas),
  Stage: words('Stage', 'Cam', byUrddas),
};

const byList: Record<string, Record<string, ColumnWords>> = {
  Intake: intake,
  Incidents: register,
  IncidentsHR: register,
  Audit: audit,
  AuditHR: audit,
  SwitchboardQueries: switchboard,
  Absences: absences,
  State: { Key: words('Name', 'Enw', inner), Value: words('Value', 'Gwerth', inner) },
  Config: {
    Key: words('Name', 'Enw', {
      en: 'Name of the setting. Do not change it.',
      cy: 'Enw’r gosodiad. Peidiwch â’i newid.',
    }),
    Value: words('Value', 'Gwerth', {
      en: 'As JSON. Change it on the page of Urddas for administrators, which checks it first.',
      cy: 'Fel JSON. Newidiwch ef ar dudalen Urddas i weinyddwyr, sy’n ei wirio yn gyntaf.',
    }),
  },
};

/** Parts of one long text (`Details`, `Details2` …) have no words of their own. */
export function columnWords(list: string, column: string): ColumnWords {
  return byList[list]?.[column] ?? words(column, column, inner);
}

/** True for what no person has any business with in a form. */
export function isInner(list: string, column: string): boolean {
  return columnWords(list, column).description === inner;
}

/** What the views are called. */
export const viewNames = {
  newestFirst: { en: 'Newest first', cy: 'Diweddaraf yn gyntaf' },
  newForSecurity: { en: 'New for Security', cy: 'Newydd i Ddiogelwch' },
  waitsForManager: { en: 'Waits for manager', cy: 'Aros am y rheolwr' },
  byTimeLimit: { en: 'By time limit', cy: 'Yn ôl terfyn amser' },
  keptUntilSoon: { en: 'Kept until soon', cy: 'Cyfnod cadw bron ar ben' },
  latestFirst: { en: 'Latest first', cy: 'Olaf yn gyntaf' },
  toAnswer: { en: 'To answer', cy: 'I’w hateb' },
  answered: { en: 'Answered', cy: 'Atebwyd' },
  byName: { en: 'By name', cy: 'Yn ôl enw' },
} satisfies Record<string, Words>;

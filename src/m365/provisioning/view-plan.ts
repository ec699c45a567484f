/** A view of a list in SharePoint's own pages. Filters name indexed columns alone: a view over others stops at 5 000 rows (facts 1.4). */
export interface ViewPlan {
  title: string;
  /** Internal names, in order. */
  columns: readonly string[];
  /** CAML of the rows and their order. https://learn.microsoft.com/sharepoint/dev/schema/query-schema */
  query: string;
  isDefault?: true;
}

/** Rows on a page of a view. */
export const rowsOnPage = 100;

const newest = (column: string) => `<OrderBy><FieldRef Name="${column}" Ascending="FALSE" /></OrderBy>`;
const oldest = (column: string) => `<OrderBy><FieldRef Name="${column}" /></OrderBy>`;
const where = (condition: string) => `<Where>${condition}</Where>`;
const is = (column: string, value: string) =>
  `<Eq><FieldRef Name="${column}" /><Value Type="Text">${value}</Value></Eq>`;
const isSet = (column: string) => `<IsNotNull><FieldRef Name="${column}" /></IsNotNull>`;
const withinDays = (column: string, days: number) =>
  `<Leq><FieldRef Name="${column}" /><Value Type="DateTime"><Today OffsetDays="${days}" /></Value></Leq>`;

const incident = ['Reference', 'Severity', 'Kind', 'State', 'ReportedAt', 'ManagerName', 'NextDueAt', 'NewComment'];

const register: readonly ViewPlan[] = [
  {
    title: 'Newest first',
    columns: [...incident, 'MergedInto', 'AmendedAt'],
    query: newest('ReportedAt'),
    isDefault: true,
  },
  { title: 'New for Security', columns: incident, query: where(is('State', 'withSecurity')) + oldest('ReportedAt') },
  {
    title: 'Waits for manager',
    columns: ['Reference', 'Severity', 'State', 'ManagerName', 'NextDueAt', 'ReportedAt', 'NewComment'],
    query: where(isSet('AwaitedDirectoryId')) + oldest('ReportedAt'),
  },
  {
    title: 'By time limit',
    columns: ['NextDueAt', 'Reference', 'Severity', 'State', 'ManagerName', 'NewComment'],
    query: where(isSet('NextDueAt')) + oldest('NextDueAt'),
  },
  {
    // What a reviewer must look at before it may be deleted; nothing is deleted by being shown here.
    title: 'Kept until soon',
    columns: ['RetainUntil', 'Reference', 'Kind', 'State', 'ReportedAt'],
    query: where(withinDays('RetainUntil', 30)) + oldest('RetainUntil'),
  },
];

const audit: readonly ViewPlan[] = [
  {
    title: 'Latest first',
    columns: ['At', 'Action', 'Actor', 'SubmissionId', 'Sequence', 'Detail'],
    query: newest('At'),
    isDefault: true,
  },
];

const plans: Record<string, readonly ViewPlan[]> = {
  Incidents: register,
  IncidentsHR: register,
  Audit: audit,
  AuditHR: audit,
  SwitchboardQueries: [
    {
      title: 'To answer',
      columns: ['CallAt', 'Extension', 'PutThrough', 'NameQuoted', 'NumberQuoted', 'AskedAt'],
      query: where(is('State', 'open')) + oldest('AskedAt'),
      isDefault: true,
    },
    {
      title: 'Answered',
      columns: ['CallAt', 'Extension', 'PutThrough', 'AnsweredAt', 'AnsweredBy'],
      query: where(is('State', 'answered')) + newest('AnsweredAt'),
    },
  ],
  Config: [
    { title: 'By name', columns: ['Key', 'Value', 'Modified', 'Editor'], query: oldest('Key'), isDefault: true },
  ],
};

export function plannedViews(list: string): readonly ViewPlan[] {
  return plans[list] ?? [];
}

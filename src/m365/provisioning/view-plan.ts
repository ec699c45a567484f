import { viewNames, type Words } from './site-words.ts';

/** A view of a list in SharePoint's own pages. Filters name indexed columns alone: a view over others stops at 5 000 rows (facts 1.4). */
export interface ViewPlan {
  name: Words;
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
    name: viewNames.newestFirst,
    columns: [...incident, 'MergedInto', 'AmendedAt'],
    query: newest('ReportedAt'),
    isDefault: true,
  },
  {
    name: viewNames.newForSecurity,
    columns: incident,
    query: where(is('State', 'withSecurity')) + oldest('ReportedAt'),
  },
  {
    name: viewNames.waitsForManager,
    columns: ['Reference', 'Severity', 'State', 'ManagerName', 'NextDueAt', 'ReportedAt', 'NewComment'],
    query: where(isSet('AwaitedDirectoryId')) + oldest('ReportedAt'),
  },
  {
    name: viewNames.byTimeLimit,
    columns: ['NextDueAt', 'Reference', 'Severity', 'State', 'ManagerName', 'NewComment'],
    query: where(isSet('NextDueAt')) + oldest('NextDueAt'),
  },
  {
    // What a reviewer must look at before it may be deleted; nothing is deleted by being shown here.
    name: viewNames.keptUntilSoon,
    columns: ['RetainUntil', 'Reference', 'Kind', 'State', 'ReportedAt'],
    query: where(withinDays('RetainUntil', 30)) + oldest('RetainUntil'),
  },
];

const audit: readonly ViewPlan[] = [
  {
    name: viewNames.latestFirst,
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
      name: viewNames.toAnswer,
      columns: ['CallAt', 'Extension', 'PutThrough', 'NameQuoted', 'NumberQuoted', 'AskedAt'],
      query: where(is('State', 'open')) + oldest('AskedAt'),
      isDefault: true,
    },
    {
      name: viewNames.answered,
      columns: ['CallAt', 'Extension', 'PutThrough', 'AnsweredAt', 'AnsweredBy'],
      query: where(is('State', 'answered')) + newest('AnsweredAt'),
    },
  ],
  Config: [
    { name: viewNames.byName, columns: ['Key', 'Value', 'Modified', 'Editor'], query: oldest('Key'), isDefault: true },
  ],
};

export function plannedViews(list: string): readonly ViewPlan[] {
  return plans[list] ?? [];
}

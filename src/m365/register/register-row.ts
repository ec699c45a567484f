import * as v from 'valibot';
import { auditActions } from '../../application/ports/audit.ts';
import type {
  HeldRow,
  IncidentWork,
  RegisterDraft,
  RegisterEdit,
  RegisterRow,
  WorkLease,
} from '../../application/ports/register.ts';
import { awaitedFrom } from '../../domain/incident/awaiting.ts';
import { completeIncident } from '../../domain/incident/complete-incident.ts';
import { isExcluded } from '../../domain/incident/holders.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { registerKeys } from '../../domain/incident/register-keys.ts';
import { questionIdOf } from '../../domain/incident/switchboard-question.ts';
import {
  type CaveatBoundary,
  forwardStates,
  incidentStates,
  kinds,
  severities,
} from '../../domain/incident/vocabulary.ts';
import { type ListItem, textField } from '../lists/list-items.ts';
import { joinText, partNames, recordParts, splitText } from '../lists/split-text.ts';

/**
 * Every column that the service writes. All but `Details` repeat it, for filters and for people; they are read so that it is seen what
 * somebody has put into them.
 */
export const registerColumns = [
  'Title',
  'SubmissionId',
  'Reference',
  'State',
  'Kind',
  'Severity',
  'Channel',
  'StateMonth',
  'KindMonth',
  'StateKindMonth',
  'ReportedAt',
  'OccurredAt',
  'ReporterDirectoryId',
  'ReporterName',
  'ManagerDirectoryId',
  'ManagerName',
  'AwaitedDirectoryId',
  'DeputyDirectoryId',
  'RetainUntil',
  'NextDueAt',
  'ForwardState',
  'WorkState',
  'WorkOwner',
  'WorkUntil',
  'AmendedAt',
  'MergedInto',
  'SwitchboardQueryId',
  'NewComment',
  ...partNames('Details', recordParts),
];

/** SharePoint keeps whole seconds. Rounded up, so that nothing is found before it is due. */
export function wholeSecond(instant: string | null): string | null {
  if (instant === null) return null;
  return new Date(Math.ceil(Date.parse(instant) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Every column. `nextDueAt` (UTC) is when a clock of the record next has something to do. */
export function writeFields(
  { incident, work, lease }: RegisterDraft,
  nextDueAt: string | null,
): Record<string, unknown> {
  const keys = registerKeys({ state: incident.state, kind: incident.report.kind, reportedAt: incident.reportedAt });
  const managerId = seenBy(incident, incident.manager?.id);
  return {
    Title: incident.reference,
    SubmissionId: incident.report.submissionId,
    Reference: incident.reference,
    State: incident.state,
    Kind: incident.report.kind,
    Severity: incident.severity,
    Channel: incident.report.channel,
    StateMonth: keys.stateMonth,
    KindMonth: keys.kindMonth,
    StateKindMonth: keys.stateKindMonth,
    ReportedAt: incident.reportedAt,
    OccurredAt: incident.report.occurredAt,
    ReporterDirectoryId: incident.reporter.id,
    ReporterName: incident.reporter.name,
    ManagerDirectoryId: managerId,
    ManagerName: incident.manager?.name ?? '',
    AwaitedDirectoryId: awaitedFrom(incident).length > 0 ? managerId : '',
    DeputyDirectoryId: deputyIdOf(incident),
    RetainUntil: `${incident.retention.eligibleFrom}T00:00:00Z`,
    NextDueAt: wholeSecond(nextDueAt),
    ForwardState: incident.forward.state,
    WorkState: lease.state,
    WorkOwner: lease.state === 'pending' ? lease.owner : '',
    WorkUntil: lease.state === 'pending' ? lease.until : null,
    AmendedAt: incident.amendments.at(-1)?.at ?? null,
    MergedInto: incident.mergedInto?.reference ?? '',
    SwitchboardQueryId: questionIdOf(incident) ?? '',
    NewComment: '',
    ...splitText('Details', recordParts, JSON.stringify({ ...incident, work })),
  };
}

/** Empty for nobody, and for whoever must find no trace: no column may lead them here. C-21 */
function seenBy(incident: Incident, staffId: string | undefined): string {
  return staffId === undefined || isExcluded(incident, staffId) ? '' : staffId;
}

/** A substitute who answers alone stands in as much as one beside the manager. */
function deputyIdOf(incident: Incident): string {
  const { deputies, manager, standsInFor } = incident;
  return seenBy(incident, standsInFor ? manager?.id : deputies.at(-1)?.id);
}

const heldSchema = v.object({
  SubmissionId: v.string(),
  Reference: v.string(),
  State: v.picklist(incidentStates),
  Kind: v.picklist(kinds),
  Severity: v.picklist(severities),
  ReportedAt: v.string(),
  ReporterName: v.optional(v.string(), ''),
});
export const heldColumns = Object.keys(heldSchema.entries);

/** Null when a person has put something into a column that nobody may choose. */
export function readHeld(boundary: CaveatBoundary, item: ListItem): HeldRow | null {
  const read = v.safeParse(heldSchema, item.fields);
  if (!read.success) return null;
  const { SubmissionId, Reference, State, Kind, Severity, ReportedAt, ReporterName } = read.output;
  return {
    boundary,
    submissionId: SubmissionId,
    reference: Reference,
    state: State,
    kind: Kind,
    severity: Severity,
    reportedAt: new Date(ReportedAt).toISOString(),
    reporterName: ReporterName,
  };
}

const workSchema = v.object({
  intakeRowIds: v.array(v.string()),
  owedEntries: v.array(
    v.object({
      id: v.string(),
      action: v.picklist(auditActions),
      actor: v.string(),
      at: v.string(),
      detail: v.record(v.string(), v.string()),
    }),
  ),
  auditHead: v.object({ sequence: v.number(), hash: v.string(), marks: v.optional(v.array(v.string())) }),
  retryAt: v.record(v.string(), v.string()),
  owesReceipts: v.boolean(),
  owesRedraw: v.boolean(),
  owesForward: v.boolean(),
  owesRouting: v.optional(v.boolean(), false),
  owesRemovals: v.optional(
    v.array(
      v.object({
        to: v.string(),
        remoteId: v.nullable(v.string()),
        since: v.string(),
        except: v.optional(v.string()),
      }),
    ),
    [],
  ),
  readNoted: v.optional(v.record(v.string(), v.string()), {}),
  owesMerge: v.optional(
    v.nullable(
      v.object({
        into: v.string(),
        by: v.object({ id: v.string(), name: v.string(), address: v.string() }),
        at: v.string(),
      }),
    ),
    null,
  ),
});

/** Only the service writes `Details`; what is checked here is what tells a whole record from one that a person broke. */
const detailsSchema = v.looseObject({
  reference: v.string(),
  state: v.picklist(incidentStates),
  report: v.looseObject({ submissionId: v.string() }),
  forward: v.looseObject({ state: v.picklist(forwardStates) }),
  deliveries: v.array(v.looseObject({ key: v.string(), state: v.string() })),
  work: workSchema,
});

/**
 * A row as the service last wrote it (`fields`), with what was saved in it since. Null when that is no record. Who wrote `Details` must have
 * been looked at before: whoever may edit the row may edit that column too.
 */
export function readRow(
  boundary: CaveatBoundary,
  item: Pick<ListItem, 'id' | 'eTag'>,
  fields: ListItem['fields'],
  edits: RegisterEdit[],
): RegisterRow | null {
  const details = v.safeParse(
    v.pipe(v.string(), v.parseJson(), detailsSchema),
    joinText('Details', recordParts, fields),
  );
  if (!details.success) return null;
  const { work, ...incident } = details.output;
  return {
    boundary,
    itemId: item.id,
    etag: item.eTag,
    incident: completeIncident(incident as unknown as Incident),
    work: work satisfies IncidentWork,
    lease: readLease({ fields }),
    edits,
    nextDueAt: textField({ fields }, 'NextDueAt') || null,
  };
}

/** Columns that say who works on a row; the record itself is read when its turn comes. */
export const leaseColumns = ['SubmissionId', 'WorkState', 'WorkOwner', 'WorkUntil'];

export function readLease(item: Pick<ListItem, 'fields'>): WorkLease {
  if (textField(item, 'WorkState') !== 'pending') return { state: 'done' };
  return { state: 'pending', owner: textField(item, 'WorkOwner'), until: textField(item, 'WorkUntil') };
}

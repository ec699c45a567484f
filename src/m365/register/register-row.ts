import * as v from 'valibot';
import { auditActions } from '../../application/ports/audit.ts';
import type { IncidentWork, RegisterDraft, RegisterRow, WorkLease } from '../../application/ports/register.ts';
import { completeIncident } from '../../domain/incident/complete-incident.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { registerKeys } from '../../domain/incident/register-keys.ts';
import { questionIdOf } from '../../domain/incident/switchboard-question.ts';
import { type CaveatBoundary, forwardStates, incidentStates } from '../../domain/incident/vocabulary.ts';
import { type ListItem, textField } from '../lists/list-items.ts';
import { joinText, partNames, recordParts, splitText } from '../lists/split-text.ts';

/** What the service reads of a row; the other columns only repeat `Details` for filters and for people. */
export const registerColumns = [
  'SubmissionId',
  'State',
  'ForwardState',
  'NewComment',
  'WorkState',
  'WorkOwner',
  'WorkUntil',
  'MergedInto',
  ...partNames('Details', recordParts),
];

export function writeFields({ incident, work, lease }: RegisterDraft): Record<string, unknown> {
  const keys = registerKeys({ state: incident.state, kind: incident.report.kind, reportedAt: incident.reportedAt });
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
    ManagerDirectoryId: incident.manager?.id ?? '',
    ManagerName: incident.manager?.name ?? '',
    DeputyDirectoryId: incident.deputies.at(-1)?.id ?? '',
    RetainUntil: `${incident.retention.eligibleFrom}T00:00:00Z`,
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
    v.array(v.object({ to: v.string(), remoteId: v.nullable(v.string()), since: v.string() })),
    [],
  ),
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

/** Null when a person has made the row unreadable. */
export function readRow(boundary: CaveatBoundary, item: ListItem): RegisterRow | null {
  const details = v.safeParse(
    v.pipe(v.string(), v.parseJson(), detailsSchema),
    joinText('Details', recordParts, item.fields),
  );
  const state = v.safeParse(v.picklist(incidentStates), textField(item, 'State'));
  const forward = v.safeParse(v.picklist(forwardStates), textField(item, 'ForwardState'));
  if (!details.success) return null;
  const { work, ...incident } = details.output;
  const user = item.lastModifiedBy?.user;
  return {
    boundary,
    itemId: item.id,
    etag: item.eTag,
    incident: completeIncident(incident as unknown as Incident),
    work: work satisfies IncidentWork,
    lease: readLease(item),
    // A value nobody may choose counts as the stored one; the next save puts the column right.
    columns: {
      state: state.success ? state.output : details.output.state,
      forward: forward.success ? forward.output : details.output.forward.state,
      newComment: textField(item, 'NewComment'),
      mergedInto: textField(item, 'MergedInto').trim(),
    },
    modifiedBy: user?.id ? { id: user.id, name: user.displayName ?? '', address: user.email ?? '' } : null,
    modifiedAt: item.lastModifiedDateTime ?? '',
  };
}

function readLease(item: ListItem): WorkLease {
  if (textField(item, 'WorkState') !== 'pending') return { state: 'done' };
  return { state: 'pending', owner: textField(item, 'WorkOwner'), until: textField(item, 'WorkUntil') };
}

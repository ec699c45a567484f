import * as v from 'valibot';
import type { BoardRow } from '../../application/ports/board.ts';
import { completeIncident } from '../../domain/incident/complete-incident.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { forwardStates, incidentStates, kinds, severities } from '../../domain/incident/vocabulary.ts';
import { joinText, partNames, recordParts } from '../lists/split-text.ts';

/** What one line of the list needs; `Details` is read only when a record is opened. */
export const rowFields = [
  'SubmissionId',
  'Reference',
  'State',
  'Kind',
  'Severity',
  'ReporterName',
  'ManagerName',
  'OccurredAt',
  'ReportedAt',
  'ForwardState',
  'AmendedAt',
] as const;

/** The parts of the record, for when one is opened. */
export const detailFields = ['WorkState', ...partNames('Details', recordParts)];

const fieldEntries = {
  SubmissionId: v.string(),
  Reference: v.string(),
  State: v.picklist(incidentStates),
  Kind: v.picklist(kinds),
  Severity: v.picklist(severities),
  ReporterName: v.nullish(v.string(), ''),
  ManagerName: v.nullish(v.string(), null),
  OccurredAt: v.string(),
  ReportedAt: v.string(),
  ForwardState: v.nullish(v.picklist(forwardStates), 'none'),
  AmendedAt: v.nullish(v.string(), null),
};

export const boardRowSchema = v.object({ id: v.string(), eTag: v.string(), fields: v.object(fieldEntries) });

/** With a comment in its column that the service has not taken yet. */
export const pendingRowSchema = v.object({
  ...boardRowSchema.entries,
  fields: v.object({ ...fieldEntries, NewComment: v.nullish(v.string(), '') }),
});

export function toBoardRow(item: v.InferOutput<typeof boardRowSchema>): BoardRow {
  const { fields } = item;
  return {
    itemId: item.id,
    etag: item.eTag,
    submissionId: fields.SubmissionId,
    reference: fields.Reference,
    state: fields.State,
    kind: fields.Kind,
    severity: fields.Severity,
    reporterName: fields.ReporterName,
    managerName: fields.ManagerName || null,
    occurredAt: fields.OccurredAt,
    reportedAt: fields.ReportedAt,
    forward: fields.ForwardState,
    amendedAt: fields.AmendedAt || null,
  };
}

const staff = v.looseObject({ id: v.string(), name: v.string() });

/**
 * Only the service writes `Details`, with these very types; what is checked is what tells a whole record from one that a
 * person broke by hand in SharePoint.
 */
const details = v.looseObject({
  report: v.looseObject({ submissionId: v.string(), kind: v.picklist(kinds) }),
  reference: v.string(),
  state: v.picklist(incidentStates),
  reporter: staff,
  manager: v.nullable(staff),
  evidence: v.array(v.looseObject({ id: v.string(), driveItemId: v.string(), sha256: v.string() })),
  comments: v.array(v.looseObject({ by: staff, text: v.string() })),
  deliveries: v.array(v.looseObject({ key: v.string(), state: v.string() })),
  acknowledgement: v.nullable(v.looseObject({ by: staff, at: v.string() })),
});

export const openItemSchema = v.object({
  id: v.string(),
  eTag: v.string(),
  fields: v.intersect([
    v.object(fieldEntries),
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((fields) => ({ ...fields, Details: joinText('Details', recordParts, fields) })),
      v.object({ Details: v.pipe(v.string(), v.parseJson(), details), WorkState: v.nullish(v.string(), '') }),
    ),
  ]),
});

export function toIncident(item: v.InferOutput<typeof openItemSchema>): Incident {
  return completeIncident(item.fields.Details as unknown as Incident);
}

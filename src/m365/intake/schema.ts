import * as v from 'valibot';
import { type Receipt, receiptSteps, type Submission } from '../../application/ports/intake.ts';
import { reportSchema } from '../../application/report-schema.ts';
import { incidentStates } from '../../domain/incident/vocabulary.ts';

const receipts = v.array(
  v.object({
    step: v.picklist(receiptSteps),
    state: v.picklist(['waiting', 'working', 'done', 'failed', 'notNeeded', 'withheld']),
    at: v.nullable(v.string()),
    reason: v.nullable(v.string()),
  }),
) satisfies v.GenericSchema<unknown, Receipt[]>;

export const intakeFields = [
  'SubmissionId',
  'EntryType',
  'Payload',
  'Reference',
  'State',
  'Receipts',
  'AcknowledgedAt',
] as const;

/** One row of the list, of whichever kind. */
export const intakeRowSchema = v.object({
  id: v.string(),
  createdDateTime: v.string(),
  fields: v.object({
    SubmissionId: v.string(),
    EntryType: v.string(),
    Payload: v.nullish(v.string(), null),
    Reference: v.nullish(v.string(), null),
    State: v.nullish(v.picklist(incidentStates), 'submitted'),
    Receipts: v.nullish(v.pipe(v.string(), v.parseJson(), receipts), '[]'),
    AcknowledgedAt: v.nullish(v.string(), null),
  }),
});

export type IntakeListRow = v.InferOutput<typeof intakeRowSchema>;

/** Null for a row that is no report, or whose report is of a form this version does not know. */
export function toSubmission(row: IntakeListRow): Submission | null {
  if (row.fields.EntryType !== 'report') return null;
  const payload = v.safeParse(v.pipe(v.string(), v.parseJson(), reportSchema), row.fields.Payload);
  if (!payload.success) return null;
  return {
    rowId: row.id,
    report: payload.output,
    recordedAt: row.createdDateTime,
    reference: row.fields.Reference || null,
    state: row.fields.State,
    receipts: row.fields.Receipts,
    acknowledgedAt: row.fields.AcknowledgedAt,
  };
}

import * as v from 'valibot';
import { type Receipt, receiptSteps, type Submission } from '../../application/ports/intake.ts';
import type { Report } from '../../domain/incident/report.ts';
import {
  behaviours,
  channels,
  incidentStates,
  informationRequestAnswers,
  kinds,
  languages,
} from '../../domain/incident/vocabulary.ts';

const correspondent = v.object({ name: v.string(), address: v.string() });

const email = v.object({
  from: correspondent,
  otherSenders: v.array(correspondent),
  replyTo: v.array(correspondent),
  to: v.array(correspondent),
  cc: v.array(correspondent),
  recipientCount: v.number(),
  subject: v.string(),
  receivedAt: v.nullable(v.string()),
  internetMessageId: v.string(),
  conversationId: v.string(),
  itemId: v.string(),
  mailbox: v.string(),
  headerText: v.string(),
  attachmentNames: v.array(v.string()),
});

const report = v.object({
  schema: v.literal(1),
  submissionId: v.string(),
  channel: v.picklist(channels),
  kind: v.picklist(kinds),
  behaviours: v.array(v.picklist(behaviours)),
  towardsFamily: v.boolean(),
  homeThreat: v.boolean(),
  violenceThreatened: v.boolean(),
  weaponMentioned: v.boolean(),
  immediateDanger: v.boolean(),
  particularlyAbusive: v.boolean(),
  facts: v.string(),
  occurredAt: v.string(),
  manager: v.object({ chosenId: v.nullable(v.string()), implicated: v.boolean() }),
  informationRequest: v.picklist(informationRequestAnswers),
  email: v.nullable(email),
  language: v.picklist(languages),
  submittedAt: v.string(),
}) satisfies v.GenericSchema<unknown, Report>;

const receipts = v.array(
  v.object({
    step: v.picklist(receiptSteps),
    state: v.picklist(['waiting', 'working', 'done', 'failed', 'notNeeded', 'withheld']),
    at: v.nullable(v.string()),
    reason: v.nullable(v.string()),
  }),
) satisfies v.GenericSchema<unknown, Receipt[]>;

/** A text column that holds JSON. */
function jsonText<S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return JSON.parse(dataset.value) as unknown;
      } catch {
        addIssue({ message: 'not JSON' });
        return NEVER;
      }
    }),
    schema,
  );
}

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
    Receipts: v.nullish(jsonText(receipts), '[]'),
    AcknowledgedAt: v.nullish(v.string(), null),
  }),
});

export type IntakeListRow = v.InferOutput<typeof intakeRowSchema>;

/** Null for a row that is no report, or whose report is of a form this version does not know. */
export function toSubmission(row: IntakeListRow): Submission | null {
  if (row.fields.EntryType !== 'report') return null;
  const payload = v.safeParse(jsonText(report), row.fields.Payload);
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

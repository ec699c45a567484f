import * as v from 'valibot';
import type { EntryType } from '../../application/entry-types.ts';
import {
  type EntryAnswer,
  type Receipt,
  type ReporterQuestion,
  receiptSteps,
  type Submission,
  type SubmissionAmendment,
} from '../../application/ports/intake.ts';
import {
  amendmentEntrySchema,
  answerEntrySchema,
  parsePayload,
  reportSchema,
  withdrawalEntrySchema,
} from '../../application/report-schema.ts';
import { readReply } from '../../application/switchboard-reply.ts';
import { withAmendment } from '../../domain/incident/report-changes.ts';
import { incidentStates } from '../../domain/incident/vocabulary.ts';
import { joinText, partNames, payloadParts } from '../lists/split-text.ts';

const receipts = v.array(
  v.object({
    step: v.picklist(receiptSteps),
    state: v.picklist(['waiting', 'working', 'done', 'failed', 'notNeeded', 'withheld']),
    at: v.nullable(v.string()),
    reason: v.nullable(v.string()),
  }),
) satisfies v.GenericSchema<unknown, Receipt[]>;

const questions = v.array(
  v.object({
    id: v.string(),
    askedBy: v.string(),
    askedAt: v.string(),
    text: v.string(),
    answeredAt: v.nullable(v.string()),
  }),
) satisfies v.GenericSchema<unknown, ReporterQuestion[]>;

export const intakeFields = [
  'SubmissionId',
  'EntryType',
  ...partNames('Payload', payloadParts),
  'Reference',
  'State',
  'Receipts',
  'AcknowledgedAt',
  'Reply',
  'Questions',
];

/** One row of the list, of whichever kind. */
export const intakeRowSchema = v.object({
  id: v.string(),
  createdDateTime: v.string(),
  fields: v.looseObject({
    SubmissionId: v.string(),
    EntryType: v.string(),
    Reference: v.nullish(v.string(), null),
    State: v.nullish(v.picklist(incidentStates), 'submitted'),
    Receipts: v.nullish(v.pipe(v.string(), v.parseJson(), receipts), '[]'),
    AcknowledgedAt: v.nullish(v.string(), null),
    Reply: v.nullish(v.string(), ''),
    Questions: v.nullish(v.pipe(v.string(), v.parseJson(), questions), '[]'),
  }),
});

export type IntakeListRow = v.InferOutput<typeof intakeRowSchema>;

/** What the row holds, when it is of this type and of a form this version knows; otherwise null. */
export function payloadOf<S extends v.GenericSchema>(
  row: IntakeListRow,
  type: EntryType,
  schema: S,
): v.InferOutput<S> | null {
  return row.fields.EntryType === type ? parsePayload(schema, joinText('Payload', payloadParts, row.fields)) : null;
}

/** What the service wrote into a row that was added later. */
export function answerOf({ fields }: IntakeListRow): EntryAnswer {
  const recorded = fields.Receipts.find(({ step }) => step === 'recorded');
  const isRefused = recorded?.state === 'failed';
  return { isAnswered: recorded !== undefined, refusal: isRefused ? (recorded.reason ?? 'refused') : null };
}

/** One submission out of all its rows; null without a report of a form this version knows. Of two report rows the lower counts. */
export function toSubmission(rows: readonly IntakeListRow[]): Submission | null {
  const inOrder = rows.toSorted((one, other) => Number(one.id) - Number(other.id));
  const [first] = inOrder.flatMap((row) => {
    const report = payloadOf(row, 'report', reportSchema);
    return report ? [{ row, report }] : [];
  });
  if (!first) return null;
  const amendments = amendmentsOf(inOrder);
  const { row, report } = first;
  const taken = amendments.filter(({ refusal }) => refusal === null);
  return {
    rowId: row.id,
    report: taken.reduce((present, { entry }) => withAmendment(present, entry.report), report),
    recordedAt: row.createdDateTime,
    reference: row.fields.Reference || null,
    state: row.fields.State,
    receipts: row.fields.Receipts,
    acknowledgedAt: row.fields.AcknowledgedAt,
    switchboardAnswer: readReply(row.fields.Reply),
    amendments,
    withdrawal: withdrawalOf(inOrder),
    questions: row.fields.Questions,
    answers: answersIn(inOrder),
  };
}

/** Each once: a repeat may have left a second row. */
function amendmentsOf(rows: readonly IntakeListRow[]): SubmissionAmendment[] {
  const known = new Map<string, SubmissionAmendment>();
  for (const row of rows) {
    const entry = payloadOf(row, 'amendment', amendmentEntrySchema);
    if (!entry || known.has(entry.amendmentId)) continue;
    known.set(entry.amendmentId, { entry, recordedAt: row.createdDateTime, ...answerOf(row) });
  }
  return [...known.values()];
}

function answersIn(rows: readonly IntakeListRow[]): Submission['answers'] {
  return rows.flatMap((row) => {
    const entry = payloadOf(row, 'answer', answerEntrySchema);
    return entry ? [{ entry, ...answerOf(row) }] : [];
  });
}

/** The one that was taken, or else the last: a person may try again after a refusal. */
function withdrawalOf(rows: readonly IntakeListRow[]): Submission['withdrawal'] {
  const all = rows.flatMap((row) => {
    const entry = payloadOf(row, 'withdrawal', withdrawalEntrySchema);
    return entry ? [{ entry, ...answerOf(row) }] : [];
  });
  return all.find(({ refusal }) => refusal === null) ?? all.at(-1) ?? null;
}

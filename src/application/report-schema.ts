import * as v from 'valibot';
import { commentLimit } from '../domain/incident/comment.ts';
import { isSubmissionId } from '../domain/incident/identity.ts';
import type {
  AmendmentEntry,
  AnswerEntry,
  ForwardedEntry,
  GuidanceReadEntry,
  Report,
  SwitchboardQueryEntry,
  WithdrawalEntry,
} from '../domain/incident/report.ts';
import { reportLimits } from '../domain/incident/report-limits.ts';
import { behaviours, channels, informationRequestAnswers, kinds, languages } from '../domain/incident/vocabulary.ts';
import { accountSchema } from './account-schema.ts';

const short = v.pipe(v.string(), v.maxLength(reportLimits.name));
const line = v.pipe(v.string(), v.maxLength(reportLimits.line));
const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const submissionId = v.pipe(v.string(), v.check(isSubmissionId));
const correspondent = v.object({ name: short, address: short });
const correspondents = v.pipe(v.array(correspondent), v.maxLength(reportLimits.correspondents));

const emailSchema = v.object({
  from: correspondent,
  otherSenders: correspondents,
  replyTo: correspondents,
  to: correspondents,
  cc: correspondents,
  recipientCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  subject: line,
  receivedAt: v.nullable(instant),
  internetMessageId: line,
  conversationId: line,
  itemId: line,
  mailbox: short,
  headerText: v.pipe(v.string(), v.maxLength(reportLimits.headers)),
  attachmentNames: v.pipe(v.array(short), v.maxLength(reportLimits.attachments)),
});

/** A report as it arrives from outside: nothing is longer than the pane would make it, and what was flagged in Outlook has its e-mail. */
export const reportSchema = v.pipe(
  v.object({
    schema: v.literal(1),
    submissionId,
    channel: v.picklist(channels),
    kind: v.picklist(kinds),
    behaviours: v.pipe(v.array(v.picklist(behaviours)), v.maxLength(behaviours.length)),
    towardsFamily: v.boolean(),
    homeThreat: v.boolean(),
    violenceThreatened: v.boolean(),
    weaponMentioned: v.boolean(),
    immediateDanger: v.boolean(),
    particularlyAbusive: v.boolean(),
    facts: v.pipe(v.string(), v.maxLength(4_000)),
    occurredAt: instant,
    manager: v.object({ chosenId: v.nullable(v.pipe(v.string(), v.uuid())), implicated: v.boolean() }),
    informationRequest: v.picklist(informationRequestAnswers),
    email: v.nullable(emailSchema),
    account: v.optional(v.nullable(accountSchema), null),
    language: v.picklist(languages),
    submittedAt: instant,
  }),
  v.check((report) => report.channel !== 'email' || report.email !== null || report.account !== null),
) satisfies v.GenericSchema<unknown, Report>;

export const forwardedEntrySchema = v.object({
  schema: v.literal(1),
  submissionId,
  forwardedAt: instant,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sentMessageId: line,
}) satisfies v.GenericSchema<unknown, ForwardedEntry>;

export const amendmentEntrySchema = v.object({
  schema: v.literal(1),
  amendmentId: submissionId,
  submissionId,
  report: reportSchema,
  note: line,
  amendedAt: instant,
}) satisfies v.GenericSchema<unknown, AmendmentEntry>;

export const withdrawalEntrySchema = v.object({
  schema: v.literal(1),
  submissionId,
  reason: v.pipe(line, v.trim(), v.nonEmpty()),
  withdrawnAt: instant,
}) satisfies v.GenericSchema<unknown, WithdrawalEntry>;

export const answerEntrySchema = v.object({
  schema: v.literal(1),
  submissionId,
  questionId: v.pipe(v.string(), v.regex(/^q[1-9]\d{0,3}$/)),
  text: v.pipe(v.string(), v.maxLength(commentLimit), v.trim(), v.nonEmpty()),
  answeredAt: instant,
}) satisfies v.GenericSchema<unknown, AnswerEntry>;

export const switchboardQueryEntrySchema = v.object({
  schema: v.literal(1),
  queryId: submissionId,
  callAt: instant,
  extension: v.pipe(v.string(), v.regex(/^[0-9 +]{1,20}$/)),
}) satisfies v.GenericSchema<unknown, SwitchboardQueryEntry>;

export const guidanceReadEntrySchema = v.object({
  schema: v.literal(1),
  documentId: short,
  version: short,
  readAt: instant,
}) satisfies v.GenericSchema<unknown, GuidanceReadEntry>;

/** Null when the text is no such thing. */
export function parsePayload<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | null {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return result.success ? result.output : null;
}

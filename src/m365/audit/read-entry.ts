import * as v from 'valibot';
import type { AuditEntry } from '../../application/ports/audit.ts';

/** The columns of an Audit list, as far as an entry is in them. */
export const auditColumns = [
  'SubmissionId',
  'Sequence',
  'Action',
  'Actor',
  'At',
  'Detail',
  'PreviousHash',
  'Hash',
] as const;

const text = v.nullish(v.string(), '');
const fieldsSchema = v.object({
  SubmissionId: text,
  Action: text,
  Actor: text,
  Detail: v.pipe(v.string(), v.parseJson(), v.objectWithRest({ entryId: v.string(), entryAt: v.string() }, v.string())),
  PreviousHash: text,
  Hash: text,
});

/** An entry out of a row of an Audit list; null for one that somebody has made unreadable. */
export function readEntry(fields: Readonly<Record<string, unknown>>): AuditEntry | null {
  const parsed = v.safeParse(fieldsSchema, fields);
  if (!parsed.success) return null;
  const { SubmissionId, Action, Actor, Detail, PreviousHash, Hash } = parsed.output;
  const { entryId, entryAt, ...detail } = Detail;
  return {
    id: entryId,
    at: entryAt,
    detail,
    submissionId: SubmissionId,
    sequence: Number(fields.Sequence),
    action: Action,
    actor: Actor,
    previousHash: PreviousHash,
    hash: Hash,
  };
}

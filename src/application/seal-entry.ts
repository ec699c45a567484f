import type { AuditDraft, AuditEntry, AuditHead } from './ports/audit.ts';
import { sha256Hex } from './report-email-id.ts';

/** What the hash covers; an entry read back may hold an action of another version of the service. */
type EntryContent = Omit<AuditDraft, 'action'> & { action: string };

export const firstHead: AuditHead = { sequence: 0, hash: '' };

/**
 * Gives an entry its place after `head`. The hash covers the previous one, so that a change to any entry, or the loss of one,
 * shows in every later entry of the incident. X-AUD-1.
 */
export async function sealEntry(submissionId: string, head: AuditHead, draft: EntryContent): Promise<AuditEntry> {
  const sequence = head.sequence + 1;
  const hash = await hashOf(submissionId, sequence, head.hash, draft);
  return { ...draft, submissionId, sequence, previousHash: head.hash, hash };
}

function hashOf(submissionId: string, sequence: number, previous: string, draft: EntryContent): Promise<string> {
  const detail = Object.entries(draft.detail).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([
    previous,
    submissionId,
    sequence,
    draft.id,
    draft.action,
    draft.actor,
    draft.at,
    detail,
  ]);
  return sha256Hex(new TextEncoder().encode(text));
}

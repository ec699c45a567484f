import type { CaveatBoundary } from '../domain/incident/vocabulary.ts';
import type { AuditDraft, AuditHead, AuditTrail } from './ports/audit.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { sha256Hex } from './report-email-id.ts';
import { sealEntry } from './seal-entry.ts';

/** Of the hash of an id; a record has some dozens of entries. */
const markLength = 10;

/**
 * Appends the entries after `head`, each once: a number that is taken is looked at, and either it is this very entry, written by an
 * attempt whose end we did not see, or another's, and ours goes after it. What an attempt of long ago has written is known by the
 * marks in `head`. Gives the new head. X-AUD-1.
 */
export async function writeEntries(
  trail: AuditTrail,
  chain: { boundary: CaveatBoundary; submissionId: string; head: AuditHead },
  drafts: readonly AuditDraft[],
): Promise<AuditHead> {
  let { sequence, hash } = chain.head;
  const marks = new Set(chain.head.marks);
  for (const draft of drafts) {
    const mark = await markOf(draft.id);
    while (!marks.has(mark)) {
      const entry = await sealEntry(chain.submissionId, { sequence, hash }, draft);
      const written = await append(trail, chain, entry);
      ({ sequence, hash } = written);
      marks.add(await markOf(written.id));
    }
  }
  return { sequence, hash, marks: [...marks] };
}

/** The entry that stands under the number now: this one, or the one that was there already. */
async function append(
  trail: AuditTrail,
  { boundary, submissionId }: { boundary: CaveatBoundary; submissionId: string },
  entry: Awaited<ReturnType<typeof sealEntry>>,
) {
  try {
    await trail.append(boundary, entry);
    return entry;
  } catch (error) {
    if (!isRemoteError(error) || error.code !== 'conflict') throw error;
    const taken = await trail.link(boundary, submissionId, entry.sequence);
    if (!taken) throw new RemoteError('server', 'audit: a number is taken, but has no entry');
    return taken;
  }
}

async function markOf(id: string): Promise<string> {
  return (await sha256Hex(new TextEncoder().encode(id))).slice(0, markLength);
}

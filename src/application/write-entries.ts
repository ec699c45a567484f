import type { CaveatBoundary } from '../domain/incident/vocabulary.ts';
import type { AuditDraft, AuditHead, AuditTrail } from './ports/audit.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { sealEntry } from './seal-entry.ts';

/**
 * Appends the entries after `head`, each once: a number that is taken is looked at, and either it is this very entry, written by an
 * attempt whose end we did not see, or another's, and ours goes after it. Gives the new head. X-AUD-1.
 */
export async function writeEntries(
  trail: AuditTrail,
  chain: { boundary: CaveatBoundary; submissionId: string; head: AuditHead },
  drafts: readonly AuditDraft[],
): Promise<AuditHead> {
  let { head } = chain;
  const seen = new Set<string>();
  for (const draft of drafts) {
    let isWritten = seen.has(draft.id);
    while (!isWritten) {
      const entry = await sealEntry(chain.submissionId, head, draft);
      try {
        await trail.append(chain.boundary, entry);
        head = { sequence: entry.sequence, hash: entry.hash };
        isWritten = true;
      } catch (error) {
        if (!isRemoteError(error) || error.code !== 'conflict') throw error;
        const taken = await trail.link(chain.boundary, chain.submissionId, entry.sequence);
        if (!taken) throw new RemoteError('server', 'audit: a number is taken, but has no entry');
        head = { sequence: taken.sequence, hash: taken.hash };
        seen.add(taken.id);
        isWritten = taken.id === draft.id;
      }
    }
  }
  return head;
}

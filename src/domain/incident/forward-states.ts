import type { Incident } from './incident.ts';
import type { ForwardState } from './vocabulary.ts';

/** What can happen to the forwarded original. */
export type ForwardEvent = 'sent' | 'failed' | 'retry' | 'release';

const table: Record<ForwardEvent, { from: readonly ForwardState[]; to: ForwardState }> = {
  sent: { from: ['queued', 'failed', 'released'], to: 'sent' },
  failed: { from: ['queued', 'released'], to: 'failed' },
  retry: { from: ['failed'], to: 'queued' },
  release: { from: ['suppressed'], to: 'released' },
};

export type ForwardRefusal = 'notYours' | 'movedOn';

/**
 * Moves the state of the forwarded original. Only Security may release the one of a bomb threat, and nothing else ever
 * leaves `suppressed`. COM-6.1-3, COM-6.1-4, C-06, X-PART-1.
 */
export function moveForward(
  incident: Incident,
  event: ForwardEvent,
  by: { isSecurity: boolean; at: string; sha256: string | null },
): { ok: true; incident: Incident } | { ok: false; refusal: ForwardRefusal } {
  if (event === 'release' && !by.isSecurity) return { ok: false, refusal: 'notYours' };
  const { from, to } = table[event];
  if (!from.includes(incident.forward.state)) return { ok: false, refusal: 'movedOn' };
  const forward = { state: to, at: by.at, sha256: by.sha256 ?? incident.forward.sha256 };
  return { ok: true, incident: { ...incident, forward } };
}

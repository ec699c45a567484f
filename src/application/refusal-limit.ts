import type { AuditDraft } from './ports/audit.ts';

/** How many attempts of one kind at one record have an entry each, of one person in one hour. */
export const writtenEach = 5;
/** Of people, kinds and records at a time; the oldest is forgotten beyond that. The log has them all. */
const mostCounted = 20_000;

export interface Attempt {
  submissionId: string;
  actorId: string;
  event: string;
  refusal: string;
  /** UTC. */
  at: string;
}

interface Count {
  last: Attempt;
  hour: string;
  seen: number;
  /** When the first that was only counted came, UTC; null while every one was written. */
  since: string | null;
}

/**
 * Keeps somebody who tries again and again from flooding a record's chain: the first attempts of an hour are written, the others counted, and
 * their number is written once when the hour is over. Each replica counts by itself. X-AUD-1
 */
export class RefusalLimit {
  readonly #counts = new Map<string, Count>();

  /** Whether this attempt is to have an entry of its own; otherwise it has been counted. */
  isWritten(attempt: Attempt): boolean {
    const hour = hourOf(attempt.at);
    const key = [attempt.submissionId, attempt.actorId, attempt.event, hour].join(' ');
    const before = this.#counts.get(key);
    const seen = (before?.seen ?? 0) + 1;
    const since = seen > writtenEach ? (before?.since ?? attempt.at) : null;
    this.#counts.set(key, { last: attempt, hour, seen, since });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostCounted && oldest !== undefined) this.#counts.delete(oldest);
    return since === null;
  }

  /** Hands over, once, what was only counted: of the hours that are over at `now` (UTC), or of all. */
  takeCounted(now: string, all = false): { submissionId: string; entry: AuditDraft }[] {
    const over = [...this.#counts].filter(([, { hour }]) => all || hour < hourOf(now));
    for (const [key] of over) this.#counts.delete(key);
    return over.flatMap(([, { last, seen, since, hour }]) => {
      if (since === null) return [];
      const { submissionId, actorId, event, refusal, at } = last;
      const detail = { event, refusal, attempts: String(seen - writtenEach), hour };
      const entry: AuditDraft = {
        id: `refused ${actorId} ${event} ${since}`,
        action: 'refused',
        actor: actorId,
        at,
        detail,
      };
      return [{ submissionId, entry }];
    });
  }
}

/** `2026-11-27T17`, UTC. */
function hourOf(at: string): string {
  return at.slice(0, 13);
}

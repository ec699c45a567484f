/**
 * Names the piece of work that goes on: whatever it logs and asks of Microsoft 365 carries one correlation id, so that a report can be
 * followed through both. What is begun inside a piece of work belongs to it.
 */
export interface WorkScope {
  /** Work on one submission. It keeps the id of the call or run it is part of; where there is none it gets its own. */
  within<T>(submissionId: string, work: () => Promise<T>): Promise<T>;
  /** The same piece of work, but nobody waits for it at a screen any more: it may wait longer for its turn. */
  later<T>(work: () => Promise<T>): Promise<T>;
}

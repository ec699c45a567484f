import type { EvidenceItem, Incident } from '../../domain/incident/incident.ts';
import type { CaveatBoundary, ForwardState, IncidentState, Kind, Severity } from '../../domain/incident/vocabulary.ts';
import type { TrailSummary } from '../check-trails.ts';
import type { TrailForm } from '../copy-trail.ts';
import type { ChainFinding } from '../verify-trail.ts';

/** One line of Security's list: the selected columns only. */
export interface BoardRow {
  itemId: string;
  etag: string;
  submissionId: string;
  reference: string;
  state: IncidentState;
  kind: Kind;
  severity: Severity;
  reporterName: string;
  managerName: string | null;
  /** UTC. */
  occurredAt: string;
  reportedAt: string;
  forward: ForwardState;
  /** UTC: when the reporter last added or corrected something; null for a report as it came. BEH-14.1-1 */
  amendedAt: string | null;
}

export interface BoardFilter {
  state: IncidentState | null;
  kind: Kind | null;
}

export interface HistoryEntry {
  /** Its number in the chain. */
  sequence: number;
  at: string;
  actor: string;
  /** Code of the action; words come from the catalogue. */
  action: string;
  detail: Record<string, string>;
}

/** Whether the history is whole, as it was found on this device. */
export interface TrailCheck {
  entries: number;
  findings: ChainFinding[];
}

export interface BoardIncident {
  row: BoardRow;
  incident: Incident;
  history: HistoryEntry[];
  trail: TrailCheck;
}

/** The register as Security (or HR, for its own) may read and change it, with the person's own rights. */
export interface Board {
  /** Registers the signed-in person can read; none for anyone else. */
  boundaries(): Promise<CaveatBoundary[]>;
  /** Newest first, 50 at a time, from indexed columns. `next` is an opaque cursor. */
  page(
    boundary: CaveatBoundary,
    filter: BoardFilter,
    next?: string,
  ): Promise<{ rows: BoardRow[]; next: string | null }>;
  open(boundary: CaveatBoundary, itemId: string): Promise<BoardIncident>;
  /** BEH-8.3-1. Throws `changedMeanwhile` when the row is no longer the one shown. */
  acknowledge(boundary: CaveatBoundary, row: BoardRow): Promise<void>;
  comment(boundary: CaveatBoundary, row: BoardRow, text: string): Promise<void>;
  /** T10. As with every move: the service decides, and puts back what may not be. */
  startReview(boundary: CaveatBoundary, row: BoardRow): Promise<void>;
  /** T13. `reason` may be empty where nothing mandatory is open. */
  close(boundary: CaveatBoundary, row: BoardRow, reason: string): Promise<void>;
  /** T14 */
  reopen(boundary: CaveatBoundary, row: BoardRow, reason: string): Promise<void>;
  /** Guards or a police presence are arranged; saying it twice changes nothing. BEH-4.3-1 */
  endTask(incident: Incident, taskId: string): Promise<void>;
  /** Asks for it to be joined to the main report of the same event, by its number; the service looks that up. T15 */
  join(boundary: CaveatBoundary, row: BoardRow, intoReference: string): Promise<void>;
  /** Takes it back with a reason, which stays. T16 */
  withdraw(boundary: CaveatBoundary, row: BoardRow, reason: string): Promise<void>;
  /** C-06: lets the service forward a suppressed original to the IT Security mailbox. */
  releaseForward(boundary: CaveatBoundary, row: BoardRow): Promise<void>;
  /** The bytes of an evidence file, and the file's custody entry is written by the service. */
  evidenceBytes(item: EvidenceItem): Promise<Uint8Array>;
  /** The same bytes to keep elsewhere; the service enters the copy in the custody log first. B-EVD-2 */
  copyEvidence(incident: Incident, item: EvidenceItem): Promise<Uint8Array>;
  /** The history to keep elsewhere; that it was taken out is entered in it first. X-AUD-1 */
  copyTrail(incident: Incident, form: TrailForm): Promise<Uint8Array>;
  /** What the service found when it last went through all histories of a register. X-AUD-1 */
  trailSummary(boundary: CaveatBoundary): Promise<TrailSummary>;
  /** Tells the service that the hash was recomputed, for the custody log. B-EVD-2. */
  recordVerification(
    boundary: CaveatBoundary,
    incident: Incident,
    item: EvidenceItem,
    computedSha256: string,
  ): Promise<void>;
}

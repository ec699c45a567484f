import type { AttachmentType } from './account-vocabulary.ts';
import type { LaterChanges } from './later-changes.ts';
import type { ManagerWork } from './manager-work.ts';
import type { Report } from './report.ts';
import type { Staff } from './staff.ts';
import type {
  CaveatBoundary,
  ForwardState,
  IncidentState,
  Language,
  PoliceTask,
  Role,
  RoutedRole,
  Severity,
  SeverityReason,
} from './vocabulary.ts';

/** Office hours at the moment it happened, Europe/London (C-12). */
export type OfficeHours = 'inHours' | 'window' | 'uncovered';

/** Why a role is told: the id of a routing rule and the words' code, so that a person can read the reason (POL-1.1-1). */
export interface RoutingReason {
  ruleId: string;
}

/** One notice that the routing rules ask for. */
export interface RoutedNotice {
  role: RoutedRole;
  /** `first` leaves before all others; `auto` at submit; `duty` waits for the manager; `prompt` is a person's choice. */
  urgency: 'first' | 'auto' | 'duty' | 'prompt';
  reasons: RoutingReason[];
}

export interface Retention {
  /** Every matching rule of the table, e.g. `C-ABU`. */
  rules: string[];
  decidedBy: string;
  months: number;
  /** Calendar date, Europe/London, `YYYY-MM-DD`. */
  basisDate: string;
  eligibleFrom: string;
}

export type DeliveryState = 'queued' | 'sent' | 'failed' | 'gaveUp' | 'suppressed';

/** One notice on its way to one recipient by one channel. `key` is unique for ever and makes a repeat harmless. */
export interface Delivery {
  key: string;
  role: Role;
  channel: 'card' | 'mail';
  /** Directory id for a card, address for a mail. */
  to: string;
  state: DeliveryState;
  attempts: number;
  /** UTC, of the last change of state. */
  at: string;
  /** Code of the last failure, never personal text. */
  failure: string | null;
  /** Id of the sent message, or of the activity, when known. */
  remoteId: string | null;
}

/**
 * What the manager owes after a hoax call: that role is to be told by the manager, with one tap. After `dueAt` the system does it.
 * COM-3c-1, COM-3c-4, C-20.
 */
export interface Duty {
  role: Role;
  state: 'open' | 'done' | 'backedUp';
  /** UTC. */
  dueAt: string;
  /** Who did it (directory id, or `system`) and when (UTC); null while it is open. */
  ended: { by: string; at: string } | null;
}

export interface Comment {
  by: Staff;
  /** `security`: whoever keeps the register; in the HR boundary that is HR. */
  role: 'lineManager' | 'security';
  /** UTC, ISO 8601. */
  at: string;
  text: string;
  /** In the manager's card, in the manager's page of the tab, or written into the row of the register (in Security's page or in SharePoint itself). */
  via: 'card' | 'tab' | 'register';
}

export interface EvidenceItem {
  /** Same as the file name without ending. */
  id: string;
  fileName: string;
  /** What it shows; the original of a reported mail is `email`. */
  type: AttachmentType;
  /** As it was called on the reporter's device; for people to read, never a path. */
  name: string;
  mediaType: string;
  /** Graph drive item id. */
  driveItemId: string;
  size: number;
  /** Lower-case hex, of the bytes as captured. */
  sha256: string;
  method: 'officeFile' | 'graphMime' | 'upload';
  capturedBy: Staff;
  capturedAt: string;
  internetMessageId: string;
  itemId: string;
}

/** A row of the register: what was reported, and everything derived from it. */
export interface Incident extends LaterChanges, ManagerWork {
  report: Report;
  /** `UB-YYYY-NNNNNN`. */
  reference: string;
  state: IncidentState;
  boundary: CaveatBoundary;
  reporter: Staff;
  /** As the directory has it; null when it has none. */
  reporterPhone: string | null;
  /** Language of notices to the reporter. */
  reporterLanguage: Language;
  /** Who reviews it: the line manager, or the substitute. Null goes straight to Security, flagged. */
  manager: (Staff & { language: Language | null; isAlternate: boolean }) | null;
  /** The implicated manager, who must find no trace anywhere. */
  excludedManagerId: string | null;
  managerUnresolved: boolean;
  severity: Severity;
  severityReasons: SeverityReason[];
  policeTask: PoliceTask;
  officeHours: OfficeHours;
  /** When SharePoint stored the submission, UTC. */
  reportedAt: string;
  routing: RoutedNotice[];
  duties: Duty[];
  retention: Retention;
  forward: { state: ForwardState; at: string | null; sha256: string | null };
  evidence: EvidenceItem[];
  comments: Comment[];
  acknowledgement: { by: Staff; at: string } | null;
  deliveries: Delivery[];
}

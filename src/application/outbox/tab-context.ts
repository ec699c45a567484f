import type { EvidenceUpload } from '../ports/evidence-upload.ts';
import type { Intake } from '../ports/intake.ts';
import type { TabEntry } from './incident-entry.ts';
import type { RunnerContext } from './outbox-runner.ts';

/** What the tab's entries need to be sent. The profile is the person's directory id, as Teams names it. */
export interface TabContext extends RunnerContext<TabEntry> {
  intake: Intake;
  evidence: EvidenceUpload;
  /** The directory's manager of the signed-in person; null when it names none or does not answer soon. */
  managerId(): Promise<string | null>;
}

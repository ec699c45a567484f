import type { EvidenceUpload } from '../ports/evidence-upload.ts';
import type { Intake } from '../ports/intake.ts';
import { RemoteError } from '../remote-error.ts';
import type { TabEntry } from './incident-entry.ts';
import type { RunnerContext } from './runner-context.ts';

/** What the tab's entries need to be sent. The profile is the person's directory id, as Teams names it. */
export interface TabContext extends RunnerContext<TabEntry> {
  intake: Intake;
  evidence: EvidenceUpload;
  /** The directory's manager of the signed-in person; null when it names none or does not answer soon. */
  managerId(): Promise<string | null>;
}

/**
 * Who is signed in, for an entry that was pressed when nobody was. Throws `RemoteError('signInRequired')` when it was pressed by
 * somebody else: that shows only now where the page has no host to say so.
 */
export async function ownPersonId({ profile }: TabEntry, context: TabContext): Promise<string> {
  const personId = await context.personId();
  const here = context.profile();
  if (profile !== null && here !== null && profile !== here) {
    throw new RemoteError('signInRequired', 'Somebody else pressed it.');
  }
  return personId;
}

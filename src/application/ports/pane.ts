import type { Directory } from './directory.ts';
import type { EvidenceUpload } from './evidence-upload.ts';
import type { Intake } from './intake.ts';
import type { MailHost } from './mail-host.ts';
import type { Mailbox, OriginalReader } from './mailbox.ts';
import type { Outbox } from './outbox.ts';
import type { SignIn } from './sign-in.ts';

/**
 * All that the Outlook pane needs from outside. Reads asked for in the same tick (`directory.me`, `directory.myManager`,
 * `intake.find`, `originals.immutableId`) are meant to leave together in one Graph `$batch`.
 */
export interface PanePorts {
  host: MailHost;
  directory: Directory;
  intake: Intake;
  mailbox: Mailbox;
  originals: OriginalReader;
  evidence: EvidenceUpload;
  signIn: SignIn;
  outbox: Outbox;
}

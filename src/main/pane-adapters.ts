import type { ClientSettings } from '../application/client-settings.ts';
import type { MailHost } from '../application/ports/mail-host.ts';
import type { PanePorts } from '../application/ports/pane.ts';
import { paneScopes, scopesFor } from '../m365/auth/scopes.ts';
import { createDirectory } from '../m365/directory/person-directory.ts';
import { createEvidenceUpload } from '../m365/evidence-upload/evidence-upload.ts';
import { createGraph } from '../m365/graph/client.ts';
import { gatherReads } from '../m365/graph/gather-reads.ts';
import { createIntake } from '../m365/intake/person-intake.ts';
import { createMailbox } from '../m365/mailbox/keyed-mailbox.ts';
import { createOriginalReader } from '../m365/mailbox/original-reader.ts';
import { createServiceClient } from '../m365/service-client/service-client.ts';
import { createPageSignIn } from './page-sign-in.ts';

type PaneAdapters = Omit<PanePorts, 'host' | 'outbox'>;

/** The part of the pane that loads after the form is on screen. */
export function createPaneAdapters(
  settings: ClientSettings,
  host: MailHost,
  hostReady: () => Promise<unknown>,
): PaneAdapters {
  const signIn = createPageSignIn(settings, scopesFor(paneScopes, settings.tenant?.siteScope), hostReady);
  const graph = createGraph({ baseUrl: settings.graphBaseUrl, getToken: signIn.graphToken });
  const reads = gatherReads(graph, signIn.graphToken);
  return {
    directory: createDirectory(reads),
    intake: createIntake(reads, settings.site, settings.tenant),
    mailbox: createMailbox(graph, { owner: null }),
    originals: createOriginalReader(reads, () => host.ownAddress()),
    evidence: createEvidenceUpload(createServiceClient('', signIn.serviceToken)),
    signIn: { interactively: signIn.interactively, personId: signIn.personId },
  };
}

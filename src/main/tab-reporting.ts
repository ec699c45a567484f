import type { ClientSettings } from '../application/client-settings.ts';
import type { Directory } from '../application/ports/directory.ts';
import type { EvidenceUpload } from '../application/ports/evidence-upload.ts';
import type { Intake } from '../application/ports/intake.ts';
import type { SignIn } from '../application/ports/sign-in.ts';
import type { TabHost } from '../application/ports/tab-host.ts';
import { IncidentReports } from '../application/report-incident.ts';
import { previewRules } from '../application/report-preview.ts';
import { createDeviceStore } from '../m365/outbox/device-store.ts';
import { openIndexedDbStore } from '../m365/outbox/indexed-db-store.ts';
import { openIndexedDbTexts } from '../m365/outbox/indexed-db-texts.ts';
import { openStored } from './open-stored.ts';

interface Outside {
  directory: Directory;
  intake: Intake;
  evidence: EvidenceUpload;
  signIn: SignIn;
}

/**
 * What the tab keeps and sends. It comes with the page, so that a draft can be kept with no network and before any sign-in
 * (COM-3e-7); `outside` is asked for only when there is something to send.
 */
export function startReporting(settings: ClientSettings, host: TabHost, outside: Outside): IncidentReports {
  const { directory, intake, evidence, signIn } = outside;
  let hostPersonId: string | null = null;
  const reports = new IncidentReports({
    store: openStored(() => openIndexedDbStore()).then(createDeviceStore),
    texts: openStored(() => openIndexedDbTexts()),
    directory,
    intake,
    evidence,
    personId: () => signIn.personId(),
    hostPersonId: () => hostPersonId,
    clock: { now: () => new Date() },
    rules: previewRules(settings),
  });
  const begin = async () => {
    // The host first: whose entries lie here is asked before anything is sent.
    hostPersonId = (await host.context()).personId;
    await reports.start();
  };
  void begin();
  window.addEventListener('online', () => void reports.networkIsBack());
  return reports;
}

import type { ClientSettings } from '../application/client-settings.ts';
import { EmailReporting } from '../application/report-email.ts';
import { previewRules } from '../application/report-preview.ts';
import { createDeviceOutbox } from '../m365/outbox/device-outbox.ts';
import { openIndexedDbOutbox } from '../m365/outbox/indexed-db-outbox.ts';
import { forwardMailTo } from '../ui/pane/forward-mail.ts';
import { laterViews } from '../ui/pane/later-views.ts';
import type { PaneConnection } from '../ui/pane/pane-connection.ts';
import { createPanePorts } from './client-wiring.ts';
import { openStored } from './open-stored.ts';
import { waitForHost } from './wait-for-host.ts';

/** Office.js has line and processor to itself this long; then what signs in and sends is fetched all the same. */
const officeFirstMilliseconds = 2_500;

/**
 * Joins the pane to Microsoft 365. Loaded after the form is on the screen. `watchPart` is given what is fetched later, which
 * rejects when it cannot be.
 */
export async function connectPane(
  settings: ClientSettings,
  watchPart: (part: Promise<unknown>) => void,
): Promise<PaneConnection> {
  const outbox = createDeviceOutbox(await openStored(() => openIndexedDbOutbox()));
  const ports = createPanePorts(settings, outbox);
  const officeFirst = waitForHost(ports.host, officeFirstMilliseconds);
  void officeFirst.then(() => watchPart(ports.warmUp()));
  const clock = { now: () => new Date() };
  const reporting = new EmailReporting(ports, clock, {
    forwardMail: forwardMailTo(settings.itSecurityMailbox),
    rules: previewRules(settings),
  });
  return { ports, reporting, outbox, views: laterViews };
}

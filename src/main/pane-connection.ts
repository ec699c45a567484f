import type { ClientSettings } from '../application/client-settings.ts';
import type { Outbox } from '../application/ports/outbox.ts';
import { EmailReporting } from '../application/report-email.ts';
import { previewRules } from '../application/report-preview.ts';
import { createDeviceOutbox } from '../m365/outbox/device-outbox.ts';
import { openIndexedDbOutbox } from '../m365/outbox/indexed-db-outbox.ts';
import { forwardMailTo } from '../ui/pane/forward-mail.ts';
import { laterViews } from '../ui/pane/later-views.ts';
import type { PaneConnection } from '../ui/pane/pane-connection.ts';
import { createPanePorts } from './client-wiring.ts';

const openMilliseconds = 3_000;
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
  const outbox = createDeviceOutbox(await openStored());
  const ports = createPanePorts(settings, outbox);
  const officeFirst = Promise.race([ports.host.ready().catch(() => undefined), after(officeFirstMilliseconds)]);
  void officeFirst.then(() => watchPart(ports.warmUp()));
  const clock = { now: () => new Date() };
  const reporting = new EmailReporting(ports, clock, {
    forwardMail: forwardMailTo(settings.itSecurityMailbox),
    rules: previewRules(settings),
  });
  return { ports, reporting, outbox, views: laterViews };
}

/** Null where the browser stores nothing, or does not say: some never answer in a frame, and the form waits for this. */
async function openStored(): Promise<Outbox | null> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database does not answer.')), openMilliseconds);
  });
  try {
    return await Promise.race([openIndexedDbOutbox(), silence]);
  } catch (error) {
    console.warn('The browser stores nothing; reports live in this pane only.', error);
    return null;
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

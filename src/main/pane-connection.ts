import type { ClientSettings } from '../application/client-settings.ts';
import type { Outbox } from '../application/ports/outbox.ts';
import { EmailReporting } from '../application/report-email.ts';
import { previewRules } from '../application/report-email-preview.ts';
import { openIndexedDbOutbox } from '../m365/outbox/indexed-db-outbox.ts';
import { createMemoryOutbox } from '../m365/outbox/memory-outbox.ts';
import { forwardMailTo } from '../ui/pane/forward-mail.ts';
import { laterViews } from '../ui/pane/later-views.ts';
import type { PaneConnection } from '../ui/pane/pane-connection.ts';
import { createPanePorts } from './client-wiring.ts';

/** Joins the pane to Microsoft 365. Loaded after the form is on the screen. */
export async function connectPane(settings: ClientSettings): Promise<PaneConnection> {
  const { outbox, isVolatile } = await openOutbox();
  const ports = createPanePorts(settings, outbox);
  ports.warmUp();
  const clock = { now: () => new Date() };
  const reporting = new EmailReporting(ports, clock, {
    forwardMail: forwardMailTo(settings.itSecurityMailbox),
    rules: previewRules(settings),
  });
  return { ports, reporting, outbox, isVolatile, views: laterViews };
}

async function openOutbox(): Promise<{ outbox: Outbox; isVolatile: boolean }> {
  try {
    return { outbox: await openIndexedDbOutbox(), isVolatile: false };
  } catch (error) {
    console.warn('The browser stores nothing; reports live in this pane only.', error);
    return { outbox: createMemoryOutbox(), isVolatile: true };
  }
}

import type { MailHost } from '../application/ports/mail-host.ts';
import { within } from '../application/within.ts';

/** Until the host has started or failed to, and no longer than so many milliseconds. */
export async function waitForHost(host: MailHost, milliseconds: number): Promise<void> {
  const nothing = () => undefined;
  await within(milliseconds, host.ready().catch(nothing), nothing);
}

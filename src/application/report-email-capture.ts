import type { ReportedEmail } from '../domain/incident/report.ts';
import type { CapturedOriginal } from './outbox/outbox-entry.ts';
import type { Clock } from './ports/clock.ts';
import { largeMessageBytes, type OpenMessage } from './ports/mail-host.ts';
import type { OriginalReader } from './ports/mailbox.ts';
import { RemoteError } from './remote-error.ts';
import { sha256Hex } from './report-email-id.ts';

type CapturedEmail = Pick<ReportedEmail, 'mailbox' | 'itemId' | 'to' | 'cc'>;

export interface Capture {
  bytes: Uint8Array;
  original: CapturedOriginal;
}

/**
 * Takes the message's bytes once, by the host where it can and from Graph otherwise (a large one the other way round), and hashes
 * them once.
 * Reads only: the message is not marked, moved or changed (COM-6.1-4, COM-6.1-5, B-EVD-1).
 * Throws what the last source tried threw.
 */
export async function captureOriginal(
  message: { email: CapturedEmail; open: OpenMessage | null },
  originals: OriginalReader,
  clock: Clock,
): Promise<Capture> {
  const taken = await takeBytes(message, originals);
  const sha256 = await sha256Hex(taken.bytes);
  const capturedAt = clock.now().toISOString();
  return { bytes: taken.bytes, original: { method: taken.method, sha256, size: taken.bytes.byteLength, capturedAt } };
}

async function takeBytes(
  message: { email: CapturedEmail; open: OpenMessage | null },
  originals: OriginalReader,
): Promise<{ bytes: Uint8Array; method: CapturedOriginal['method'] }> {
  const { open, email } = message;
  const byHost = async () => ({ bytes: await hostBytes(open), method: 'officeFile' as const });
  const recipients = [...email.to, ...email.cc].map(({ address }) => address);
  const place = { mailbox: email.mailbox, itemId: email.itemId, recipients };
  const byGraph = async () => ({ bytes: await originals.read(place), method: 'graphMime' as const });
  if (open === null) return byGraph();
  if (open.attachmentBytes < largeMessageBytes) return byHost().catch(byGraph);
  // Graph's word on why it cannot be had is the one that counts.
  return byGraph().catch((error: unknown) => byHost().catch(() => Promise.reject(error)));
}

/** Rejects on hosts without such a file (mobile, older Outlook), and when the host gives an empty one. */
async function hostBytes(open: OpenMessage | null): Promise<Uint8Array> {
  const bytes = await open?.original();
  if (!bytes?.byteLength) throw new RemoteError('unsupported', 'The host gave no file.');
  return bytes;
}

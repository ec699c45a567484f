import type { CapturedOriginal } from './outbox/outbox-entry.ts';
import type { Clock } from './ports/clock.ts';
import type { OpenMessage } from './ports/mail-host.ts';
import type { OriginalReader } from './ports/mailbox.ts';
import { sha256Hex } from './report-email-id.ts';

export interface Capture {
  bytes: Uint8Array;
  original: CapturedOriginal;
}

/**
 * Takes the message's bytes once, by the host where it can and from Graph otherwise, and hashes them once.
 * Reads only: the message is not marked, moved or changed (COM-6.1-4, COM-6.1-5, B-EVD-1).
 * Throws what the last source tried threw.
 */
export async function captureOriginal(
  message: { email: { mailbox: string; itemId: string }; open: OpenMessage | null },
  originals: OriginalReader,
  clock: Clock,
): Promise<Capture> {
  const taken = await takeBytes(message, originals);
  const sha256 = await sha256Hex(taken.bytes);
  const capturedAt = clock.now().toISOString();
  return { bytes: taken.bytes, original: { method: taken.method, sha256, size: taken.bytes.byteLength, capturedAt } };
}

async function takeBytes(
  message: { email: { mailbox: string; itemId: string }; open: OpenMessage | null },
  originals: OriginalReader,
): Promise<{ bytes: Uint8Array; method: CapturedOriginal['method'] }> {
  if (message.open) {
    try {
      const bytes = await message.open.original();
      if (bytes.byteLength > 0) return { bytes, method: 'officeFile' };
    } catch {
      // Not on this host (mobile, older Outlook), or the host failed: Graph holds the same message.
    }
  }
  return { bytes: await originals.read(message.email), method: 'graphMime' };
}

import { createHash } from 'node:crypto';

/**
 * Identifiers shaped as Exchange's: base64 of binary data. Those that change on a move begin with `AAMk`, the
 * immutable ones with `AAkA`. Office gives the first kind with `/` and `+`; Graph writes `-` and `_` instead.
 */
function encode(prefix: number[], seed: string): string {
  for (let salt = 0; ; salt++) {
    const digest = createHash('sha512').update(`${seed}|${salt}`).digest();
    const text = Buffer.concat([Buffer.from(prefix), digest]).toString('base64');
    // Every id carries both characters that differ between the two spellings, so that a missing conversion shows.
    if (text.includes('/') && text.includes('+')) return toRestForm(text);
  }
}

/** An id that stays with a message while it moves between folders of its mailbox. */
export function immutableIdOf(seed: string): string {
  return encode([0x00, 0x09, 0x00], seed);
}

/** The id a message has after so many moves. */
export function movingIdOf(seed: string, moves: number): string {
  return encode([0x00, 0x03, 0x24], `${seed}|${moves}`);
}

export function folderIdOf(seed: string): string {
  return encode([0x00, 0x03, 0x24], `folder|${seed}`);
}

export function attachmentIdOf(messageId: string, position: number | string): string {
  return encode([0x00, 0x03, 0x24], `attachment|${messageId}|${position}`);
}

/** EWS spelling to Graph's. The id itself keeps its case: ids are case-sensitive. */
export function toRestForm(id: string): string {
  return id.replaceAll('/', '-').replaceAll('+', '_');
}

/** Graph's spelling to that of EWS and Office. */
export function toEwsForm(id: string): string {
  return id.replaceAll('-', '/').replaceAll('_', '+');
}

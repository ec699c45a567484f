/** 16 times 320 KiB: SharePoint wants pieces in multiples of that, below 60 MiB (facts 1.9). */
const chunkSize = 16 * 320 * 1024;

/** Cuts a stream into pieces of one size, the last one shorter. Holds one piece in memory at a time. */
export async function* chunksOf(
  bytes: AsyncIterable<Uint8Array>,
  size: number = chunkSize,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const part of bytes) {
    let offset = 0;
    while (offset < part.length) {
      const taken = part.subarray(offset, offset + size - filled);
      piece.set(taken, filled);
      filled += taken.length;
      offset += taken.length;
      if (filled === size) {
        yield piece;
        piece = new Uint8Array(size);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

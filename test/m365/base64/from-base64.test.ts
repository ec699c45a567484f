import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../src/m365/base64/from-base64.ts';

describe('reading base64', () => {
  it.each([0, 1, 2, 3, 4, 1_572_863, 1_572_864, 1_572_865, 4_000_001])('gives back %i bytes', async (size) => {
    const bytes = randomBytes(size);
    const read = await fromBase64(bytes.toString('base64'));
    expect(Buffer.compare(Buffer.from(read), bytes)).toBe(0);
  });

  it('passes over line ends, wherever a piece is cut', async () => {
    const bytes = randomBytes(3_300_000);
    const lines = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
    expect(Buffer.compare(Buffer.from(await fromBase64(lines)), bytes)).toBe(0);
  });

  it('hands the decoder whole groups of four, and never all of a large text at once', async () => {
    const pieces: number[] = [];
    const text = 'AAAA'.repeat(1_500_001);
    await fromBase64(text, (piece) => {
      pieces.push(piece.length);
      return new Uint8Array((piece.length / 4) * 3);
    });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.filter((length) => length % 4 !== 0)).toEqual([]);
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(text.length);
  });
});

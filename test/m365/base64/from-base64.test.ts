import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../src/m365/base64/from-base64.ts';

describe('reading base64', () => {
  it.each([0, 1, 2, 3, 4, 786_431, 786_432, 786_433, 2_000_001])(
    'gives back %i bytes without a decoder of the browser’s own',
    async (size) => {
      const bytes = randomBytes(size);
      const read = await fromBase64(bytes.toString('base64'), null);
      expect(Buffer.compare(Buffer.from(read), bytes)).toBe(0);
    },
  );

  it('passes over line ends, wherever a piece is cut', async () => {
    const bytes = randomBytes(1_600_000);
    const lines = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
    expect(Buffer.compare(Buffer.from(await fromBase64(lines, null)), bytes)).toBe(0);
  });

  it('uses the browser’s own decoder where there is one', async () => {
    const own = Uint8Array.of(7);
    expect(await fromBase64('Bw==', () => own)).toBe(own);
  });
});

const widthInBits = 160;
const shift = 11;

/**
 * The hash SharePoint gives for a file. Each byte is XORed in 11 bits further on, round a ring of 160 bits; so bytes
 * 160 apart meet, and can be gathered before they are placed.
 * https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
 */
export class QuickXorHash {
  readonly #lanes = new Uint8Array(widthInBits);
  #length = 0;

  update(bytes: Uint8Array): void {
    let lane = this.#length % widthInBits;
    for (const byte of bytes) {
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) ^ byte;
      lane += 1;
      if (lane === widthInBits) lane = 0;
    }
    this.#length += bytes.length;
  }

  /** Base64 of the 20 bytes. */
  digest(): string {
    const ring = new Uint8Array(widthInBits / 8);
    const mix = (index: number, bits: number) => {
      ring[index] = (ring[index] ?? 0) ^ bits;
    };
    for (const [lane, byte] of this.#lanes.entries()) {
      const bit = (lane * shift) % widthInBits;
      const spread = byte << (bit % 8);
      mix(Math.floor(bit / 8), spread & 0xff);
      mix((Math.floor(bit / 8) + 1) % ring.length, spread >> 8);
    }
    // The length is XORed into the last eight bytes, low byte first.
    for (let place = 0; place < 8; place += 1)
      mix(ring.length - 8 + place, Math.floor(this.#length / 2 ** (8 * place)) & 0xff);
    return Buffer.from(ring).toString('base64');
  }
}

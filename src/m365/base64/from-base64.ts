/** Characters decoded at a time where the browser has no decoder of its own: some 10 ms on a slow machine. */
const step = 1 << 20;

type Decoder = { fromBase64?: (text: string) => Uint8Array };

/**
 * The bytes of base64 text. A message of 26 MB is decoded by the browser itself (20 ms) where it can; elsewhere piece by
 * piece with pauses, so that typing never waits for it.
 */
export async function fromBase64(
  text: string,
  native: Decoder['fromBase64'] | null = (Uint8Array as Decoder).fromBase64?.bind(Uint8Array) ?? null,
): Promise<Uint8Array> {
  if (native) return native(text);
  const pieces: Uint8Array[] = [];
  let rest = '';
  for (let start = 0; start < text.length; start += step) {
    if (start > 0) await new Promise((done) => setTimeout(done));
    const part = rest + text.slice(start, start + step).replace(/\s+/g, '');
    // Four characters make three bytes: what is over waits for the next piece.
    const whole = start + step >= text.length ? part.length : part.length - (part.length % 4);
    rest = part.slice(whole);
    pieces.push(toBytes(atob(part.slice(0, whole))));
  }
  return join(pieces);
}

function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function join(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}

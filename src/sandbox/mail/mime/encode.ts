/** True for printable ASCII without line breaks. */
export function isPlainAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Header text as RFC 2047 words of at most 75 characters; never splits a character. */
export function encodeHeaderText(text: string): string {
  const clean = text.replace(/[\r\n]+/g, ' ');
  if (isPlainAscii(clean) && !clean.includes('=?')) return clean;
  const words: string[] = [];
  let piece = '';
  for (const character of clean) {
    if (Buffer.byteLength(piece + character) > 45) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** One header, folded at spaces to lines of at most 78 characters where its words allow. */
export function headerLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of value.split(' ')) {
    if (line.length + word.length + 1 > 78 && line !== `${name}:` && word !== '') {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  lines.push(line);
  return `${lines.join('\r\n')}\r\n`;
}

/** `Name <address>` with the name quoted or encoded as it needs. */
export function encodeAddress(name: string, address: string): string {
  if (name === '' || name === address) return `<${address}>`;
  if (!isPlainAscii(name)) return `${encodeHeaderText(name)} <${address}>`;
  return `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
}

/** A MIME parameter; RFC 2231 in pieces when it is long or not plain. */
export function encodeParameter(name: string, value: string): string {
  const clean = value.replace(/[\r\n]+/g, ' ');
  if (isPlainAscii(clean) && clean.length <= 60) return `; ${name}="${clean.replace(/["\\]/g, '\\$&')}"`;
  const escaped = [...Buffer.from(clean)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const unit of escaped) {
    if (piece.length + unit.length > 60) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit;
  }
  pieces.push(piece);
  if (pieces.length === 1) return `;\r\n ${name}*=${piece}`;
  return pieces.map((text, index) => `;\r\n ${name}*${index}*=${text}`).join('');
}

/** Text as quoted-printable, lines of at most 76 characters, line breaks as CRLF. */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      let out = '';
      let width = 0;
      const bytes = Buffer.from(line);
      for (const [index, byte] of bytes.entries()) {
        const isLast = index === bytes.length - 1;
        const isPlain = (byte > 0x20 && byte < 0x7f && byte !== 0x3d) || ((byte === 0x20 || byte === 0x09) && !isLast);
        const unit = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
        if (width + unit.length > 75) {
          out += '=\r\n';
          width = 0;
        }
        out += unit;
        width += unit.length;
      }
      return out;
    })
    .join('\r\n');
}

/** Base64 in lines of 76 characters, read and written piece by piece. */
export function* encodeBase64Lines(source: Iterable<Uint8Array>): Generator<Buffer> {
  const lineBytes = 57;
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of source) {
    const joined =
      rest.length > 0 ? Buffer.concat([rest, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const whole = joined.length - (joined.length % lineBytes);
    if (whole > 0) yield base64Lines(joined.subarray(0, whole));
    rest = Buffer.from(joined.subarray(whole));
  }
  if (rest.length > 0) yield base64Lines(rest);
}

function base64Lines(bytes: Buffer): Buffer {
  const encoded = Buffer.from(bytes.toString('base64'), 'latin1');
  const lines = Math.ceil(encoded.length / 76);
  // Filled with line breaks first: 76 and 78 are even, so each full line leaves a whole CRLF behind it.
  const out = Buffer.alloc(encoded.length + lines * 2, '\r\n');
  for (let line = 0; line < lines; line++) {
    encoded.copy(out, line * 78, line * 76, Math.min(line * 76 + 76, encoded.length));
  }
  out.write('\r\n', out.length - 2, 'latin1');
  return out;
}

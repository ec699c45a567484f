/** Text of bytes in a character set; unknown sets and broken UTF-8 are read as Windows-1252, as mail programs do. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const label = charset.trim().toLowerCase() || 'utf-8';
  try {
    const isUtf8 = ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(label);
    return new TextDecoder(isUtf8 ? 'utf-8' : label, { fatal: isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Undoes a content transfer encoding. Unknown encodings are taken as they are. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return bytes;
}

/** How many bytes there will be once decoded; base64 is counted without decoding it, for it may be very large. */
export function decodedSize(bytes: Buffer, encoding: string): number {
  if (encoding !== 'base64') return decodeTransfer(bytes, encoding).length;
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) letters += base64Letters[bytes[at] ?? 0] ?? 0;
  return Math.floor((letters * 3) / 4);
}

const base64Letters = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'))
  base64Letters[byte] = 1;

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const text = bytes
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Readable text of an HTML body: enough for previews and for a client that asks for text. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6]|table)\s*>/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => decodeEntity(name) ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/(?:\r?\n *){3,}/g, '\r\n\r\n')
    .trim();
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What Exchange makes of a plain text body when HTML is asked for. */
export function textToHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = escaped.replace(/\r?\n/g, '<br>\r\n');
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="PlainText">${lines}</div></body></html>`;
}

/** Active content that Exchange takes out unless `Prefer: outlook.allow-unsafe-html` is sent. */
export function removeActiveContent(html: string): string {
  return html
    .replace(/<(script|iframe|object|embed|applet)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<meta\b[^>]*http-equiv\s*=\s*["']?refresh[^>]*>/gi, '')
    .replace(/\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/(href|src|action)\s*=\s*(["']?)\s*(?:javascript|vbscript):[^"'>\s]*\2/gi, '');
}

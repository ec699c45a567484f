import { decodeWords } from 'postal-mime';
import { decodeCharset } from './decode.ts';

export interface MimeHeader {
  name: string;
  /** Unfolded; encoded words as they are. */
  value: string;
}

/** A header value with parameters, such as Content-Type. `value` is lower case. */
export interface Parameterised {
  value: string;
  parameters: Record<string, string>;
}

/** Reads header lines up to the first empty line. Bytes over 127 are read as UTF-8, or Windows-1252 where they are not. */
export function readHeaders(bytes: Buffer, start: number, end: number): { headers: MimeHeader[]; bodyStart: number } {
  const headers: MimeHeader[] = [];
  let at = start;
  while (at < end) {
    const feed = bytes.indexOf(0x0a, at);
    const lineEnd = feed < 0 || feed >= end ? end : feed;
    const line = decodeCharset(bytes.subarray(at, lineEnd), 'utf-8').replace(/\r$/, '');
    const next = Math.min(end, lineEnd + 1);
    if (line === '') return { headers, bodyStart: next };
    const last = headers.at(-1);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else if (colon > 0) headers.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
    at = next;
  }
  return { headers, bodyStart: end };
}

/** RFC 2047 words to text, with control characters taken out so that no line break survives in a name or subject. */
export function decodeHeaderText(value: string): string {
  return withoutControls(decodeWords(value));
}

/** The text with every control character as a space. */
export function withoutControls(text: string): string {
  let plain = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    plain += code < 0x20 || code === 0x7f ? ' ' : character;
  }
  return plain.trim();
}

const parameterPattern = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** RFC 2045 parameters with RFC 2231 continuations, character sets and percent-encoding. */
export function parseParameters(header: string): Parameterised {
  const value = (header.split(';', 1)[0] ?? '').trim().toLowerCase();
  const plain: Record<string, string> = {};
  const extended = new Map<string, { order: number; text: string; encoded: boolean }[]>();
  for (const match of header.matchAll(parameterPattern)) {
    const name = (match[1] ?? '').toLowerCase();
    const text = match[2] !== undefined ? match[2].replace(/\\(.)/g, '$1') : (match[3] ?? '').trim();
    const parts = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(name);
    if (!parts?.[1] || (parts[2] === undefined && parts[3] === undefined)) {
      plain[name] ??= decodeHeaderText(text);
    } else {
      const pieces = extended.get(parts[1]) ?? [];
      pieces.push({ order: Number(parts[2] ?? 0), text, encoded: parts[3] === '*' });
      extended.set(parts[1], pieces);
    }
  }
  for (const [name, pieces] of extended) plain[name] = joinExtended(pieces);
  return { value, parameters: plain };
}

function joinExtended(pieces: { order: number; text: string; encoded: boolean }[]): string {
  pieces.sort((a, b) => a.order - b.order);
  let charset = 'utf-8';
  const bytes: Buffer[] = [];
  for (const [index, piece] of pieces.entries()) {
    let { text } = piece;
    if (index === 0 && piece.encoded) {
      const quoted = /^([^']*)'[^']*'(.*)$/s.exec(text);
      charset = quoted?.[1] || charset;
      text = quoted?.[2] ?? text;
    }
    bytes.push(piece.encoded ? unescapePercent(text) : Buffer.from(text, 'utf8'));
  }
  return decodeCharset(Buffer.concat(bytes), charset);
}

function unescapePercent(text: string): Buffer {
  const latin = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}

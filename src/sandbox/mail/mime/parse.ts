import { type MimeHeader, type Parameterised, parseParameters, readHeaders } from './headers.ts';

/** One entity of a message, as offsets into the message's bytes: nothing is copied. */
export interface MimePart {
  headers: MimeHeader[];
  contentType: Parameterised;
  disposition: Parameterised;
  /** Lower case; `7bit` when not given. */
  encoding: string;
  /** Where the (still encoded) body begins and ends. */
  start: number;
  end: number;
  children: MimePart[];
}

const deepest = 30;

/** First header of that name, unfolded but not decoded. */
export function headerOf(part: Pick<MimePart, 'headers'>, name: string): string | undefined {
  return part.headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/** Reads the structure of a message. Never throws: what cannot be understood stays one plain part. */
export function parseMime(bytes: Buffer, start = 0, end = bytes.length, depth = 0): MimePart {
  const { headers, bodyStart } = readHeaders(bytes, start, end);
  const part: MimePart = {
    headers,
    contentType: parseParameters(headerOf({ headers }, 'content-type') ?? 'text/plain'),
    disposition: parseParameters(headerOf({ headers }, 'content-disposition') ?? ''),
    encoding: (headerOf({ headers }, 'content-transfer-encoding') ?? '7bit').trim().toLowerCase(),
    start: bodyStart,
    end,
    children: [],
  };
  if (depth >= deepest) return part;
  const boundary = part.contentType.parameters.boundary;
  if (part.contentType.value.startsWith('multipart/') && boundary) {
    part.children = splitAtBoundary(bytes, bodyStart, end, boundary).map(([from, to]) =>
      parseMime(bytes, from, to, depth + 1),
    );
  } else if (part.contentType.value === 'message/rfc822' && ['7bit', '8bit', 'binary'].includes(part.encoding)) {
    part.children = [parseMime(bytes, bodyStart, end, depth + 1)];
  }
  return part;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Ranges between the delimiter lines. RFC 2046 5.1.1: the line break before a delimiter belongs to it. */
function splitAtBoundary(bytes: Buffer, start: number, end: number, boundary: string): [number, number][] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const ranges: [number, number][] = [];
  let open: number | undefined;
  let at = start;
  while (at < end) {
    const found = bytes.indexOf(delimiter, at);
    if (found < 0 || found >= end) break;
    at = found + delimiter.length;
    if (found > start && bytes[found - 1] !== lineFeed) continue;
    const lineEnd = bytes.indexOf(lineFeed, at);
    const rest = bytes.toString('latin1', at, lineEnd < 0 || lineEnd > end ? end : lineEnd).trim();
    if (rest !== '' && rest !== '--') continue;
    if (open !== undefined) ranges.push([open, beforeLineBreak(bytes, open, found)]);
    if (rest === '--') return ranges;
    open = lineEnd < 0 || lineEnd > end ? end : lineEnd + 1;
  }
  // A message cut off before its closing delimiter still shows its last part.
  if (open !== undefined && open < end) ranges.push([open, end]);
  return ranges;
}

function beforeLineBreak(bytes: Buffer, from: number, at: number): number {
  let end = at;
  if (end > from && bytes[end - 1] === lineFeed) end--;
  if (end > from && bytes[end - 1] === carriageReturn) end--;
  return end;
}

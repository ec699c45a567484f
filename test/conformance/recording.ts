import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Exchange } from '../../src/sandbox/control/traffic-log.ts';

export type { Exchange };

/** One exchange, and how often one like it was recorded. */
export interface Counted {
  exchange: Exchange;
  times: number;
}

/** An address without what differs from one request to the next: ids, keys and times. */
function formOf(url: string): string {
  return decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    .replace(/'[^']*'/g, "''")
    .replace(/(?<=[/=:!,(])[\w!.@+~-]*\d[\w!.@+~=-]{5,}/g, '#')
    .replace(/\/\d+(?=\/|$|\?)/g, '/#');
}

/** What of a value decides whether it is right: its members and their kinds, and short words that may be one of a set. */
function gist(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(gist(each))))].sort();
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([key, member]) => [key, gist(member)]);
  }
  if (typeof value !== 'string') return value === null ? null : typeof value;
  if (/^[a-zA-Z]{1,30}$/.test(value) || value.startsWith('#microsoft')) return value;
  return value
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '0')
    .slice(0, 30);
}

/** Exchanges that say the same to a checker are one. */
function keyOf({ method, url, headers, body, status, answer, from }: Exchange): string {
  const plain = Object.entries(headers).filter(([name]) => !['if-match', 'content-range'].includes(name));
  return JSON.stringify([from, method, formOf(url), plain, gist(body), status, gist(answer)]);
}

/** Reads a recording (one JSON object a line); gives each kind of exchange once, with how often it came. */
export async function readRecording(file: string): Promise<Counted[]> {
  const found = new Map<string, Counted>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line) continue;
    const exchange = JSON.parse(line) as Exchange;
    const key = keyOf(exchange);
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { exchange, times: 1 });
  }
  return [...found.values()];
}

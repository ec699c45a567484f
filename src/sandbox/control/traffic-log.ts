import { appendFileSync } from 'node:fs';

/** One request and its answer, as it went over the wire; never a token, a key or a long text. */
export interface Exchange {
  /** Who asked: a client of the tenant, or the tenant itself (a card's action, a change notice). */
  from: 'client' | 'tenant';
  method: string;
  /** Path and query as they were asked for, without the origin. */
  url: string;
  /** Only those that say something about the form of the request. */
  headers: Record<string, string>;
  /** JSON as it was sent; `{"‹bytes›":N,"type":…}` for anything else, null for nothing. */
  body: unknown;
  status: number;
  answerHeaders: Record<string, string>;
  answer: unknown;
  /** Client id of the app whose token came with it. */
  app: string | null;
  caller: 'user' | 'app' | 'none';
  /** True for a request inside a `$batch`. */
  batched: boolean;
}

const requestHeaders = [
  ...['prefer', 'if-match', 'if-none-match', 'consistencylevel'],
  ...['content-type', 'content-range', 'accept', 'x-http-method'],
];
const answerHeaders = ['content-type', 'retry-after', 'location', 'etag', 'preference-applied', 'www-authenticate'];

const secret = /(^|_)(access_?token|id_?token|refresh_?token|assertion|client_secret|password)$/i;
/** Values that let whoever holds them do something: parts of an address, and members of a body. */
const secretAddress = /^(uploadUrl|@microsoft\.graph\.downloadUrl|@content\.downloadUrl)$/;
const longest = 120;
const most = 12;

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join('|')}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return `{${Object.entries(value)
    .map(([key, member]) => `${key}:${shapeOf(member)}`)
    .sort()
    .join(',')}}`;
}

/** Keeps the form of a value and lets go of what makes it long or secret: of a long list one of each shape. */
export function shorten(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (secret.test(name)) return '‹left out›';
    if (secretAddress.test(name)) return value.replace(/(\w)\/[\s\S]*$/, '$1/‹left out›');
    return value.length > longest ? `${value.slice(0, 60)}‹${value.length} characters›` : value;
  }
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    const kept = value.filter(
      (each, index) => index < 2 || (seen.size < most && !seen.has(shapeOf(each)) && seen.add(shapeOf(each))),
    );
    return kept.map((each) => shorten(each));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shorten(member, key)]));
}

/** What a body was, from its text; `{"‹bytes›":N}` where it is no JSON. */
export function bodyOf(text: string | null, type: string | undefined): unknown {
  if (text === null || text === '') return null;
  const bytes = { '‹bytes›': Buffer.byteLength(text), type: type ?? null };
  if (!/json/i.test(type ?? '')) return bytes;
  try {
    return shorten(JSON.parse(text));
  } catch {
    return { ...bytes, broken: true };
  }
}

/** Of a form (a request for a token) all names; values only of those that are no secret. */
export function formOf(text: string): Record<string, string> {
  const plain = new Set(['grant_type', 'scope', 'client_assertion_type', 'response_type', 'requested_token_use']);
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [name, plain.has(name) ? value : '‹left out›']);
  return Object.fromEntries(entries);
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  const found = names.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value.slice(0, longest)] as const];
  });
  return Object.fromEntries(found);
}

export const headersOfRequest = (headers: Headers) => pick(headers, requestHeaders);
export const headersOfAnswer = (headers: Headers) => pick(headers, answerHeaders);

/** Writes what goes over the wire to a file, one JSON object a line; several processes may write to the same file. */
export class TrafficLog {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  write(exchange: Exchange): void {
    appendFileSync(this.#file, `${JSON.stringify(exchange)}\n`);
  }
}

import { checkExchange } from './check-exchange.ts';
import type { Definitions } from './definitions/definition.ts';
import { sharePointDefinitions, signInDefinitions, transferDefinitions } from './definitions/other-surfaces.ts';
import { graphDefinitions } from './definitions.ts';
import { type Exception, exceptions } from './exceptions.ts';
import type { Finding } from './finding.ts';
import type { Counted } from './recording.ts';

/** What a recording came to. */
export interface Verdict {
  requests: number;
  /** Requests with nothing left that neither a definition nor an exception has. */
  matched: number;
  /** Exceptions that were needed: reason, page, and by how many requests. */
  used: { reason: string; page: string; times: number }[];
  /** Exceptions that nothing needed. */
  unused: { reason: string; page: string }[];
  unmatched: Unmatched[];
}

export interface Unmatched {
  endpoint: string;
  finding: Finding;
  times: number;
  /** One address with it. */
  url: string;
}

const named: [string, Definitions][] = [
  ['Graph', graphDefinitions],
  ['SharePoint', sharePointDefinitions],
  ['Sign-in', signInDefinitions],
  ['Transfer', transferDefinitions],
];

/** An endpoint that stands on a page only is an exception by itself. */
const described: Exception[] = named.flatMap(([surface, { endpoints }]) =>
  endpoints.flatMap(({ method, path, page }) => {
    const name = `${surface} ${method} ${path}`;
    const literal = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const exception = { endpoint: new RegExp(`^${literal}$`), kind: 'described' as const, what: /^/ };
    return page ? [{ ...exception, reason: `${name} is described in words`, page }] : [];
  }),
);

const covers = (exception: Exception, endpoint: string, { kind, what }: Finding) =>
  exception.kind === kind && exception.what.test(what) && (exception.endpoint?.test(endpoint) ?? true);

/** Holds a whole recording against the definitions and the list of exceptions. */
export function weigh(recording: Iterable<Counted>): Verdict {
  const all = [...exceptions, ...described];
  const uses = new Map<Exception, number>();
  const unmatched = new Map<string, Unmatched>();
  let requests = 0;
  let matched = 0;
  for (const { exchange, times } of recording) {
    const { endpoint, findings } = checkExchange(exchange);
    const needed = new Set<Exception>();
    const open = findings.filter((finding) => {
      const exception = all.find((each) => covers(each, endpoint, finding));
      if (exception) needed.add(exception);
      return !exception;
    });
    for (const each of needed) uses.set(each, (uses.get(each) ?? 0) + times);
    for (const finding of open) {
      const key = JSON.stringify([endpoint, finding.kind, finding.what, finding.why]);
      const known = unmatched.get(key) ?? { endpoint, finding, times: 0, url: exchange.url };
      unmatched.set(key, { ...known, times: known.times + times });
    }
    requests += times;
    if (open.length === 0) matched += times;
  }
  return {
    requests,
    matched,
    used: [...uses].map(([{ reason, page }, times]) => ({ reason, page, times })),
    unused: all.filter((each) => !uses.has(each)).map(({ reason, page }) => ({ reason, page })),
    unmatched: [...unmatched.values()].sort((one, other) => other.times - one.times),
  };
}

import { expect, it } from 'vitest';
import type { SandboxUnderTest } from '../running-sandbox.ts';

/** What a member of an answer must be; a name with dots leads inwards, e.g. `value.0.id`. */
type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'instant' | 'address' | 'absent' | RegExp;

/** One documented request. `{name}` in path or body stands for a value remembered from an earlier row. */
export interface Documented {
  /** Page below https://learn.microsoft.com/graph/api/ unless it says otherwise. */
  page: string;
  as: 'person' | 'app' | 'nobody';
  send: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  status: number;
  has?: Record<string, Kind>;
  answersHeaders?: Record<string, RegExp>;
  /** Members to remember under a name for later rows. */
  remember?: Record<string, string>;
}

export type Remembered = Map<string, string>;

const isInstant = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
const isAddress = (value: unknown) => typeof value === 'string' && URL.canParse(value);

function isKind(value: unknown, kind: Kind): boolean {
  if (kind instanceof RegExp) return typeof value === 'string' && kind.test(value);
  switch (kind) {
    case 'absent':
      return value === undefined;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'instant':
      return isInstant(value);
    case 'address':
      return isAddress(value);
    default:
      return typeof value === kind;
  }
}

/** Follows dots; a name that itself holds a dot (`@odata.context`) is tried first. */
export function memberOf(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Record<string, unknown>;
  if (path in record) return record[path];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    if (head in record) return memberOf(record[head], path.slice(dot + 1));
  }
  return undefined;
}

function fill(text: string, remembered: Remembered): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => remembered.get(name) ?? whole);
}

/** A test for each row, in order: later rows stand on what earlier ones made. */
export function itKeepsToTheDocumentation(
  sandbox: SandboxUnderTest,
  rows: readonly Documented[],
  tokenOf: (as: 'person' | 'app') => Promise<string>,
  remembered: Remembered = new Map(),
): void {
  it.each(rows.map((row) => [`${row.page}: ${row.send} is ${row.status}`, row] as const))('%s', async (_name, row) => {
    const [method = '', path = ''] = fill(row.send, remembered).split(/ (.*)/s);
    const token = row.as === 'nobody' ? null : await tokenOf(row.as);
    const answer = await fetch(path.startsWith('http') ? path : `${sandbox.origin}/graph/v1.0${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(row.body !== undefined && { 'content-type': 'application/json' }),
        ...row.headers,
      },
      ...(row.raw !== undefined && { body: row.raw }),
      ...(row.body !== undefined && { body: fill(JSON.stringify(row.body), remembered) }),
    });
    const text = await answer.text();
    expect(answer.status, text).toBe(row.status);
    for (const [name, pattern] of Object.entries(row.answersHeaders ?? {})) {
      expect(answer.headers.get(name), name).toMatch(pattern);
    }
    const body: unknown = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
    const wrong = Object.entries(row.has ?? {}).filter(([member, kind]) => !isKind(memberOf(body, member), kind));
    expect(Object.fromEntries(wrong.map(([member]) => [member, memberOf(body, member)])), text.slice(0, 600)).toEqual(
      {},
    );
    for (const [name, member] of Object.entries(row.remember ?? {})) {
      remembered.set(name, String(memberOf(body, member)));
    }
  });
}

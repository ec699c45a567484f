import type { Incident } from '../domain/incident/incident.ts';
import { type TrailChange, type TrailValue, trailChanges } from '../domain/trail/trail-changes.ts';
import type { AuditAction, AuditDraft } from './ports/audit.ts';
import type { IncidentWork } from './ports/register.ts';

/** Characters of one entry's changes: an entry stays small beside what a column holds, and beside the record that owes it. */
const longest = 6_000;

/** What follows from a change rather than making it; the changes stand in another entry where there is one. */
const consequences: ReadonlySet<AuditAction> = new Set([
  'refused',
  'statePutBack',
  'forwardPutBack',
  'columnsPutBack',
  'reminderSkipped',
  'noticesSent',
  'disclosed',
  'read',
]);

/**
 * Puts old and new value of every field that a change made another into the entry it owes for that change; a change that owes none gets one,
 * so that none is made in silence. Gives `changed` back as it is where no field of the record is another. `at` is UTC. X-AUD-1
 */
export function noteChanges<T extends { incident: Incident; work: IncidentWork }>(
  before: { incident: Incident; work: IncidentWork },
  changed: T,
  at: string,
): T {
  const changes = trailChanges(before.incident, changed.incident);
  if (changes.length === 0) return changed;
  const { owedEntries, auditHead } = changed.work;
  const known = new Set(before.work.owedEntries.map(({ id }) => id));
  const fresh = owedEntries.filter(({ id }) => !known.has(id));
  const chosen = fresh.findLast(({ action }) => !consequences.has(action));
  const written = writeChanges(changes);
  const entries = chosen
    ? owedEntries.map((each) => (each === chosen ? { ...each, detail: { ...each.detail, ...written } } : each))
    : [...owedEntries, entryOfItsOwn(changes, written, { at, sequence: auditHead.sequence })];
  return { ...changed, work: { ...changed.work, owedEntries: entries } };
}

function entryOfItsOwn(
  changes: readonly TrailChange[],
  detail: Record<string, string>,
  { at, sequence }: { at: string; sequence: number },
): AuditDraft {
  const fields = changes.map(({ field }) => field).join(' ');
  return { id: `changed ${sequence} ${fields.slice(0, 200)}`, action: 'changed', actor: 'system', at, detail };
}

/** `changes`: a JSON list of field, old value, new value. `moreChanges`: how many had no room, named nowhere. */
export function writeChanges(changes: readonly TrailChange[]): Record<string, string> {
  const lines: string[] = [];
  let length = 2;
  for (const { field, before, after } of changes) {
    const line = JSON.stringify([field, before, after]);
    length += line.length + 1;
    if (length > longest) break;
    lines.push(line);
  }
  const left = changes.length - lines.length;
  return { changes: `[${lines.join(',')}]`, ...(left > 0 ? { moreChanges: String(left) } : {}) };
}

/** What an entry says of fields; nothing where it was written otherwise. `more`: how many it has no room for. */
export function readChanges(detail: Readonly<Record<string, string>>): { changes: TrailChange[]; more: number } {
  const more = Number(detail.moreChanges ?? 0);
  return { changes: readLines(detail.changes ?? '[]'), more: Number.isInteger(more) ? more : 0 };
}

function readLines(text: string): TrailChange[] {
  try {
    const lines: unknown = JSON.parse(text);
    if (!Array.isArray(lines)) return [];
    return lines.flatMap((line: unknown) => {
      if (!Array.isArray(line) || typeof line[0] !== 'string') return [];
      const [field, before = null, after = null] = line as [string, TrailValue?, TrailValue?];
      return [{ field, before, after }];
    });
  } catch {
    return [];
  }
}

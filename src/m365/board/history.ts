import * as v from 'valibot';
import type { HistoryEntry } from '../../application/ports/board.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { sendBatch } from '../graph/batch.ts';
import { type Graph, parseAnswer, segment } from '../graph/client.ts';
import type { TrailRow } from './trail.ts';

const nameSchema = v.object({ id: v.string(), displayName: v.nullish(v.string()) });

/** The audit entries in order, with names for the people of whom the trail keeps only ids. */
export async function toHistory(graph: Graph, rows: readonly TrailRow[], incident: Incident): Promise<HistoryEntry[]> {
  const names = namesIn(incident);
  const entries = rows.map(readable).sort((one, other) => one.sequence - other.sequence);
  const unknown = [...new Set(entries.map(({ actor }) => actor))].filter((id) => isDirectoryId(id) && !names.has(id));
  for (const [id, name] of await lookUpNames(graph, unknown)) names.set(id, name);
  return entries.map(({ sequence, at, actor, action, detail }) => ({
    sequence,
    at,
    actor: names.get(actor) ?? actor,
    action,
    detail,
  }));
}

/** What its columns say, where the rest of an entry has been made unreadable. */
function readable({ fields, entry }: TrailRow): HistoryEntry {
  if (entry) return entry;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    at: text('At'),
    actor: text('Actor'),
    action: text('Action'),
    detail: {},
    sequence: Number(fields.Sequence),
  };
}

function namesIn(incident: Incident): Map<string, string> {
  const people = [
    incident.reporter,
    incident.manager,
    incident.acknowledgement?.by,
    ...incident.comments.map((comment) => comment.by),
  ];
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}

/** Someone who has left has no name any more: the id stands. */
async function lookUpNames(graph: Graph, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const requests = ids.map(
    (id) => ({ method: 'GET', path: `/users/${segment(id)}`, query: { $select: 'id,displayName' } }) as const,
  );
  const outcomes = await sendBatch(graph, requests).catch(() => []);
  return outcomes.flatMap((outcome): [string, string][] => {
    if (!outcome.ok) return [];
    const person = parseAnswer(nameSchema, outcome.body);
    return person.displayName ? [[person.id, person.displayName]] : [];
  });
}

function isDirectoryId(actor: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(actor);
}

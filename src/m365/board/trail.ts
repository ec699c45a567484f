import * as v from 'valibot';
import type { AuditEntry, AuditHead } from '../../application/ports/audit.ts';
import type { TrailCheck } from '../../application/ports/board.ts';
import { trailProblems, verifyChain } from '../../application/verify-trail.ts';
import { auditColumns, readEntry } from '../audit/read-entry.ts';
import { type Graph, type GraphRequest, literal } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';

export const summarySchema = v.object({
  ended: v.nullable(v.string()),
  records: v.number(),
  broken: v.number(),
  findings: v.array(
    v.object({ reference: v.string(), problem: v.picklist(trailProblems), sequence: v.nullable(v.number()) }),
  ),
});

const itemSchema = v.object({ fields: v.record(v.string(), v.unknown()) });

/** A row of the trail as the list has it; `entry` null where somebody has made it unreadable. */
export interface TrailRow {
  fields: Record<string, unknown>;
  entry: AuditEntry | null;
}

/** All rows of one record's trail, in any order, with the signed-in person's own rights. */
export async function readTrail(graph: Graph, itemsPath: string, submissionId: string): Promise<TrailRow[]> {
  const request: GraphRequest = {
    method: 'GET',
    path: itemsPath,
    query: {
      $filter: `fields/SubmissionId eq ${literal(submissionId)}`,
      $expand: `fields($select=${auditColumns.join(',')})`,
      $top: '200',
    },
  };
  const rows: TrailRow[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await readPage(graph, itemSchema, request, cursor ?? undefined);
    rows.push(...page.items.map(({ fields }) => ({ fields, entry: readEntry(fields) })));
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** What the record itself says of its trail's end. */
export interface TrailEnd {
  head: AuditHead;
  /** The service has work to do for it, and may have written entries that the record does not know of yet. */
  isSettling: boolean;
}

const workSchema = v.object({
  work: v.object({
    owedEntries: v.array(v.unknown()),
    auditHead: v.object({ sequence: v.number(), hash: v.string() }),
  }),
});

/** Null for a record that says nothing of it. */
export function trailEnd(details: unknown, workState: string): TrailEnd | null {
  const read = v.safeParse(workSchema, details);
  if (!read.success) return null;
  const { auditHead: head, owedEntries } = read.output.work;
  return { head, isSettling: workState === 'pending' || owedEntries.length > 0 };
}

/**
 * Checks here, and not at the service, whether a trail is whole: whoever could change what the service says could change the trail. X-AUD-1
 */
export async function checkTrail(rows: readonly TrailRow[], end: TrailEnd | null): Promise<TrailCheck> {
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const unreadable = rows.filter(({ entry }) => entry === null).map(({ fields }) => Number(fields.Sequence));
  const last = entries.toSorted((one, other) => one.sequence - other.sequence).at(-1);
  const { head, isSettling } = end ?? { head: last ?? { sequence: 0, hash: '' }, isSettling: true };
  return { entries: rows.length, findings: await verifyChain(entries, head, isSettling, unreadable) };
}

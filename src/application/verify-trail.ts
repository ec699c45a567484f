import { type CaveatBoundary, caveatBoundaries } from '../domain/incident/vocabulary.ts';
import type { AuditEntry, AuditHead } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { firstHead, sealEntry } from './seal-entry.ts';

/**
 * What is wrong with a chain. `gap`: a number is missing; `repeated`: it is there twice; `edited`: an entry is not what was sealed;
 * `relinked`: it does not follow the one before; `cutOff`: the record knows of later entries than there are; `replaced`: the chain holds in
 * itself, and its end is not the one the record knows; `added`: entries after the last one the record knows, by somebody else or by a
 * service that stopped before it could say so; `unreadable`; `noRecord`: a chain whose record is not there; `noChain`: a record without one.
 */
export const trailProblems = [
  'gap',
  'repeated',
  'edited',
  'relinked',
  'cutOff',
  'replaced',
  'added',
  'unreadable',
  'noRecord',
  'noChain',
] as const;
export type TrailProblem = (typeof trailProblems)[number];

export interface TrailFinding {
  boundary: CaveatBoundary;
  submissionId: string;
  problem: TrailProblem;
  /** Number of the entry where it shows; null where there is none. */
  sequence: number | null;
}

export type ChainFinding = Pick<TrailFinding, 'problem' | 'sequence'>;

/**
 * Checks one incident's entries, in whatever order they come, against their hashes and against the head that the record itself keeps.
 * `isSettling`: the service may have written further entries that the record does not know of yet. `unreadable`: numbers of entries that
 * are there and cannot be read. One finding for each stretch that is missing. X-AUD-1
 */
export async function verifyChain(
  entries: readonly AuditEntry[],
  head: AuditHead,
  isSettling: boolean,
  unreadable: readonly number[] = [],
): Promise<ChainFinding[]> {
  const inOrder = entries.toSorted((one, other) => one.sequence - other.sequence);
  if (inOrder.length + unreadable.length === 0) {
    return head.sequence === 0 && isSettling ? [] : [{ problem: 'noChain', sequence: null }];
  }
  const findings = unreadable.map((sequence): ChainFinding => ({ problem: 'unreadable', sequence }));
  let before = firstHead;
  for (const entry of inOrder) {
    const { sequence } = entry;
    const missing = firstMissing(before.sequence, sequence, unreadable);
    if (sequence === before.sequence) findings.push({ problem: 'repeated', sequence });
    else if (missing !== null) findings.push({ problem: 'gap', sequence: missing });
    else if (sequence === before.sequence + 1 && entry.previousHash !== before.hash) {
      findings.push({ problem: 'relinked', sequence });
    }
    // Sealed anew after what it says itself came before: so an edit is told from a link that was broken by another.
    const own = { sequence: sequence - 1, hash: entry.previousHash };
    const sealed = await sealEntry(entry.submissionId, own, entry);
    if (sealed.hash !== entry.hash) findings.push({ problem: 'edited', sequence });
    before = { sequence, hash: entry.hash };
  }
  const end = Math.max(before.sequence, ...unreadable);
  const cut = firstMissing(before.sequence, head.sequence + 1, unreadable);
  if (cut !== null) findings.push({ problem: cut < end ? 'gap' : 'cutOff', sequence: cut });
  const known = inOrder.find(({ sequence }) => sequence === head.sequence);
  if (known && known.hash !== head.hash) findings.push({ problem: 'replaced', sequence: head.sequence });
  else if (end > head.sequence && !isSettling) findings.push({ problem: 'added', sequence: head.sequence + 1 });
  return findings;
}

/** The first number between two that no entry has; null when none is missing. */
function firstMissing(before: number, after: number, unreadable: readonly number[]): number | null {
  for (let sequence = before + 1; sequence < after; sequence += 1) if (!unreadable.includes(sequence)) return sequence;
  return null;
}

export interface TrailCount {
  incidents: number;
  entries: number;
  findings: number;
}

/**
 * Goes through every record and every entry of the registers, of all unless some are named, a page at a time; what is found is handed on as
 * it is found. Holds nothing but the ids of the records.
 */
export async function verifyTrails(
  ports: Pick<ServicePorts, 'register' | 'audit'>,
  found: (finding: TrailFinding) => void,
  boundaries: readonly CaveatBoundary[] = caveatBoundaries,
): Promise<TrailCount> {
  const count: TrailCount = { incidents: 0, entries: 0, findings: 0 };
  const note = (finding: TrailFinding) => {
    count.findings += 1;
    found(finding);
  };
  for (const boundary of boundaries) {
    const known = new Set<string>();
    for await (const row of recordsIn(ports, boundary)) {
      const { submissionId } = row.incident.report;
      known.add(submissionId);
      count.incidents += 1;
      for (const finding of await verifyRecord(ports, row)) note({ boundary, submissionId, ...finding });
    }
    const orphans = new Set<string>();
    let cursor: string | null = null;
    for (let hasMore = true; hasMore; ) {
      const page = await ports.audit.page(boundary, cursor);
      count.entries += page.submissionIds.length;
      for (const id of page.submissionIds) if (!known.has(id)) orphans.add(id);
      ({ cursor, hasMore } = page);
    }
    for (const submissionId of orphans) note({ boundary, submissionId, problem: 'noRecord', sequence: null });
  }
  return count;
}

/** The same for one record. */
export async function verifyRecord(
  { audit }: Pick<ServicePorts, 'audit'>,
  { boundary, incident, work, lease }: RegisterRow,
): Promise<ChainFinding[]> {
  const { entries, unreadable } = await audit.chain(boundary, incident.report.submissionId);
  const isSettling = lease.state === 'pending' || work.owedEntries.length > 0;
  return verifyChain(entries, work.auditHead, isSettling, unreadable);
}

async function* recordsIn({ register }: Pick<ServicePorts, 'register'>, boundary: CaveatBoundary) {
  let cursor: string | null = null;
  for (let hasMore = true; hasMore; ) {
    const page: Awaited<ReturnType<typeof register.changes>> = await register.changes(boundary, cursor);
    yield* page.rows;
    ({ cursor, hasMore } = page);
  }
}

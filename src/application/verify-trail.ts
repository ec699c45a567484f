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
export type TrailProblem =
  | 'gap'
  | 'repeated'
  | 'edited'
  | 'relinked'
  | 'cutOff'
  | 'replaced'
  | 'added'
  | 'unreadable'
  | 'noRecord'
  | 'noChain';

export interface TrailFinding {
  boundary: CaveatBoundary;
  submissionId: string;
  problem: TrailProblem;
  /** Number of the entry where it shows; null where there is none. */
  sequence: number | null;
}

type ChainFinding = Pick<TrailFinding, 'problem' | 'sequence'>;

/**
 * Checks one incident's entries, in whatever order they come, against their hashes and against the head that the record itself keeps.
 * `isSettling`: the service may have written further entries that the record does not know of yet. X-AUD-1
 */
export async function verifyChain(
  entries: readonly AuditEntry[],
  head: AuditHead,
  isSettling: boolean,
): Promise<ChainFinding[]> {
  const inOrder = entries.toSorted((one, other) => one.sequence - other.sequence);
  if (inOrder.length === 0) return head.sequence === 0 && isSettling ? [] : [{ problem: 'noChain', sequence: null }];
  const findings: ChainFinding[] = [];
  let before = firstHead;
  for (const entry of inOrder) {
    const { sequence } = entry;
    if (sequence === before.sequence) findings.push({ problem: 'repeated', sequence });
    else if (sequence !== before.sequence + 1) findings.push({ problem: 'gap', sequence: before.sequence + 1 });
    else if (entry.previousHash !== before.hash) findings.push({ problem: 'relinked', sequence });
    // Sealed anew after what it says itself came before: so an edit is told from a link that was broken by another.
    const own = { sequence: sequence - 1, hash: entry.previousHash };
    const sealed = await sealEntry(entry.submissionId, own, entry);
    if (sealed.hash !== entry.hash) findings.push({ problem: 'edited', sequence });
    before = { sequence, hash: entry.hash };
  }
  if (before.sequence < head.sequence) findings.push({ problem: 'cutOff', sequence: before.sequence + 1 });
  const known = inOrder.find(({ sequence }) => sequence === head.sequence);
  if (known && known.hash !== head.hash) findings.push({ problem: 'replaced', sequence: head.sequence });
  else if (before.sequence > head.sequence && !isSettling)
    findings.push({ problem: 'added', sequence: head.sequence + 1 });
  return findings;
}

export interface TrailCount {
  incidents: number;
  entries: number;
  findings: number;
}

/**
 * Goes through every record and every entry of all registers, a page at a time; what is found is handed on as it is found. Holds nothing
 * but the ids of the records.
 */
export async function verifyTrails(
  ports: Pick<ServicePorts, 'register' | 'audit'>,
  found: (finding: TrailFinding) => void,
): Promise<TrailCount> {
  const count: TrailCount = { incidents: 0, entries: 0, findings: 0 };
  const note = (finding: TrailFinding) => {
    count.findings += 1;
    found(finding);
  };
  for (const boundary of caveatBoundaries) {
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
  return [
    ...unreadable.map((sequence): ChainFinding => ({ problem: 'unreadable', sequence })),
    ...(await verifyChain(entries, work.auditHead, isSettling)),
  ];
}

async function* recordsIn({ register }: Pick<ServicePorts, 'register'>, boundary: CaveatBoundary) {
  let cursor: string | null = null;
  for (let hasMore = true; hasMore; ) {
    const page: Awaited<ReturnType<typeof register.changes>> = await register.changes(boundary, cursor);
    yield* page.rows;
    ({ cursor, hasMore } = page);
  }
}

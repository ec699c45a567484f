import { describe, expect, it } from 'vitest';
import type { AuditDraft, AuditEntry, AuditTrail, StatementAsked } from '../../src/application/ports/audit.ts';
import { RemoteError } from '../../src/application/remote-error.ts';
import { firstHead } from '../../src/application/seal-entry.ts';
import { verifyChain } from '../../src/application/verify-trail.ts';
import { writeEntries } from '../../src/application/write-entries.ts';

/** Keeps entries as the list does: a number can be taken once. */
class ListedTrail implements AuditTrail {
  readonly entries: AuditEntry[] = [];

  async append(_: string, entry: AuditEntry): Promise<void> {
    if (this.entries.some((each) => each.sequence === entry.sequence)) throw new RemoteError('conflict', 'taken');
    this.entries.push(entry);
  }

  async chain(): Promise<{ entries: AuditEntry[]; unreadable: number[] }> {
    return { entries: [...this.entries], unreadable: [] };
  }

  async page(): Promise<{ submissionIds: string[]; cursor: string; hasMore: boolean }> {
    return { submissionIds: this.entries.map(({ submissionId }) => submissionId), cursor: '', hasMore: false };
  }

  async statementsAskedOf(): Promise<StatementAsked[]> {
    return this.entries.map(({ submissionId, id, at }) => ({ submissionId, statementId: id, at }));
  }

  async link(_: string, __: string, sequence: number): Promise<AuditEntry | null> {
    return this.entries.find((each) => each.sequence === sequence) ?? null;
  }
}

const draft = (id: string, detail: Record<string, string> = {}): AuditDraft => ({
  id,
  action: 'moved',
  actor: 'system',
  at: '2026-11-20T10:00:00.000Z',
  detail,
});
const chain = (head = firstHead) => ({ boundary: 'default' as const, submissionId: 'S', head });

describe('The audit trail of an incident (X-AUD-1)', () => {
  it('is one chain however its entries were written', async () => {
    const trail = new ListedTrail();
    const head = await writeEntries(trail, chain(), [draft('a'), draft('b')]);
    const last = await writeEntries(trail, chain(head), [draft('c')]);
    expect(trail.entries.map((entry) => entry.sequence)).toEqual([1, 2, 3]);
    expect(await verifyChain(trail.entries, last, false)).toEqual([]);
  });

  it('holds an entry once when a service that had died writes again, in whatever order', async () => {
    const trail = new ListedTrail();
    await writeEntries(trail, chain(), [draft('a'), draft('b')]);
    const last = await writeEntries(trail, chain(), [draft('b'), draft('a'), draft('c')]);
    expect(trail.entries.map((entry) => entry.id)).toEqual(['a', 'b', 'c']);
    expect(await verifyChain(trail.entries, last, false)).toEqual([]);
  });

  it('holds an entry once when it is asked for again long after, with others written meanwhile', async () => {
    const trail = new ListedTrail();
    const early = await writeEntries(trail, chain(), [draft('a')]);
    // One that died before it could say that it had written, and one that went on after it.
    await writeEntries(trail, chain(early), [draft('refused')]);
    const head = await writeEntries(trail, chain(early), [draft('b')]);
    const last = await writeEntries(trail, chain(head), [draft('refused'), draft('a'), draft('c')]);
    expect(trail.entries.map((entry) => entry.id)).toEqual(['a', 'refused', 'b', 'c']);
    expect(last.sequence).toBe(4);
    expect(await verifyChain(trail.entries, last, false)).toEqual([]);
  });

  it('keeps the entries of two writers apart', async () => {
    const trail = new ListedTrail();
    const heads = await Promise.all(['mine', 'theirs'].map((id) => writeEntries(trail, chain(), [draft(id)])));
    expect(trail.entries.map((entry) => entry.id).sort()).toEqual(['mine', 'theirs']);
    const [last = firstHead] = heads.toSorted((one, other) => other.sequence - one.sequence);
    expect(await verifyChain(trail.entries, last, false)).toEqual([]);
  });
});

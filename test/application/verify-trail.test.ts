import { beforeEach, describe, expect, it } from 'vitest';
import { trailAsCsv, trailAsJsonLines } from '../../src/application/export-trail.ts';
import type { AuditDraft, AuditEntry, AuditHead } from '../../src/application/ports/audit.ts';
import { firstHead, sealEntry } from '../../src/application/seal-entry.ts';
import { verifyChain } from '../../src/application/verify-trail.ts';

const draft = (id: string, detail: Record<string, string> = {}): AuditDraft => ({
  id,
  action: 'moved',
  actor: 'system',
  at: '2026-11-20T10:00:00.000Z',
  detail,
});

async function sealed(drafts: readonly AuditDraft[]): Promise<{ entries: AuditEntry[]; head: AuditHead }> {
  const entries: AuditEntry[] = [];
  let head = firstHead;
  for (const each of drafts) {
    const entry = await sealEntry('S', head, each);
    entries.push(entry);
    head = entry;
  }
  return { entries, head };
}

describe('Whoever could write the trail', () => {
  let entries: AuditEntry[];
  let head: AuditHead;
  beforeEach(async () => {
    ({ entries, head } = await sealed(['a', 'b', 'c', 'd'].map((id) => draft(id, { to: id }))));
  });
  const problems = async (changed: AuditEntry[], known = head, isSettling = false) =>
    (await verifyChain(changed, known, isSettling)).map(({ problem, sequence }) => `${problem} ${sequence}`);

  it('who did nothing is not accused, in whatever order the list gives the entries', async () => {
    expect(await problems(entries)).toEqual([]);
    expect(await problems(entries.toReversed())).toEqual([]);
  });

  it.each([
    ['an entry is edited', (all: AuditEntry[]) => all.with(1, { ...all[1]!, detail: { to: 'x' } }), ['edited 2']],
    ['the actor is another', (all: AuditEntry[]) => all.with(3, { ...all[3]!, actor: 'me' }), ['edited 4']],
    [
      'the time is another',
      (all: AuditEntry[]) => all.with(0, { ...all[0]!, at: '2020-01-01T00:00:00Z' }),
      ['edited 1'],
    ],
    ['the first is gone', (all: AuditEntry[]) => all.slice(1), ['gap 1']],
    ['one in the middle is gone', (all: AuditEntry[]) => all.toSpliced(1, 1), ['gap 2']],
    ['the last is gone', (all: AuditEntry[]) => all.slice(0, -1), ['cutOff 4']],
    ['all are gone', () => [], ['noChain null']],
    ['one is there twice', (all: AuditEntry[]) => [...all, all[2]!], ['repeated 3']],
  ])('is found out when %s', async (_, change, expected) => {
    expect(await problems(change(entries))).toEqual(expected);
  });

  it('is found out when an entry is sealed anew, by the one after it', async () => {
    const forged = await sealEntry('S', entries[0]!, draft('b', { to: 'x' }));
    expect(await problems(entries.with(1, forged))).toEqual(['relinked 3']);
  });

  it('is found out when the whole chain is sealed anew, by the head that the record keeps', async () => {
    const other = await sealed(['a', 'x', 'c', 'd'].map((id) => draft(id, { to: id })));
    expect(await problems(other.entries)).toEqual(['replaced 4']);
  });

  it('is found out by the numbers of those that cannot be read, which hide no other loss', async () => {
    const readable = entries.filter(({ sequence }) => sequence !== 2);
    const found = async (changed: AuditEntry[], unreadable: number[]) =>
      (await verifyChain(changed, head, false, unreadable)).map(({ problem, sequence }) => `${problem} ${sequence}`);
    expect(await found(readable, [2])).toEqual(['unreadable 2']);
    expect(await found(readable.slice(1), [2])).toEqual(['unreadable 2', 'gap 1']);
    expect(await found(entries.slice(0, 2), [4])).toEqual(['unreadable 4', 'gap 3']);
    expect(await found([], [1, 2, 3, 4])).toEqual(['unreadable 1', 'unreadable 2', 'unreadable 3', 'unreadable 4']);
  });

  it('is found out when something is put at the end', async () => {
    const more = await sealEntry('S', head, draft('e'));
    expect(await problems([...entries, more])).toEqual(['added 5']);
    // The service writes entries before the record knows of them.
    expect(await problems([...entries, more], head, true)).toEqual([]);
  });
});

describe('A history that is written out', () => {
  it('is the entries, one a line, and a table in which nothing is a formula', async () => {
    const { entries } = await sealed([draft('=1+1', { note: 'a,"b"' })]);
    expect(
      trailAsJsonLines(entries)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(entries);
    const [head, row, end] = trailAsCsv(entries).split('\r\n');
    expect(head).toBe('sequence,at,actor,action,detail,id,previousHash,hash');
    expect(row).toContain(`"{""note"":""a,\\""b\\""""}",'=1+1,`);
    expect(end).toBe('');
  });
});

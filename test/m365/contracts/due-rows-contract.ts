import { describe, expect, it } from 'vitest';
import type { Register } from '../../../src/application/ports/register.ts';
import type { CaveatBoundary, Severity } from '../../../src/domain/incident/vocabulary.ts';
import { ownId } from '../support/own-ids.ts';

export interface DueSample {
  submissionId: string;
  boundary: CaveatBoundary;
  severity: Severity;
  /** UTC; null where no clock runs. */
  nextDueAt: string | null;
}

export interface DueWorld {
  register: () => Pick<Register, 'due'>;
  put: (row: DueSample) => Promise<void>;
  /** Puts in so many more, each due at another time of the two years before; null where thousands of rows would be too much to ask. */
  putMany: ((count: number) => Promise<void>) | null;
}

/** What every register must answer when it is asked what is due, whoever stands behind it. Later steps build upon earlier ones. */
export function dueRowsContract(world: DueWorld): void {
  const idsDue = async (at: string, most = 100) =>
    (await world.register().due(at, most)).map(({ submissionId }) => submissionId);

  describe('any Register, asked what is due', () => {
    it('has nothing where no clock runs', async () => {
      await world.put({ submissionId: ownId('A'), boundary: 'default', severity: 'critical', nextDueAt: null });
      expect(await idsDue('2040-01-01T00:00:00.000Z')).toEqual([]);
    });

    it('gives what is due at the time or before it, to the second, and nothing that is due later', async () => {
      await world.put({
        submissionId: ownId('B'),
        boundary: 'default',
        severity: 'standard',
        nextDueAt: '2026-12-29T11:30:00Z',
      });
      expect(await idsDue('2026-12-29T11:29:59.999Z')).toEqual([]);
      expect(await world.register().due('2026-12-29T11:30:00.000Z', 100)).toEqual([
        { submissionId: ownId('B'), severity: 'standard', dueAt: '2026-12-29T11:30:00Z' },
      ]);
    });

    it('looks in every register, critical ones first, then by time', async () => {
      await world.put({
        submissionId: ownId('C'),
        boundary: 'hr',
        severity: 'serious',
        nextDueAt: '2026-12-29T10:00:00Z',
      });
      await world.put({
        submissionId: ownId('D'),
        boundary: 'default',
        severity: 'critical',
        nextDueAt: '2026-12-29T12:00:00Z',
      });
      await world.put({
        submissionId: ownId('E'),
        boundary: 'hr',
        severity: 'critical',
        nextDueAt: '2026-12-29T11:00:00Z',
      });
      expect(await idsDue('2026-12-30T00:00:00.000Z')).toEqual([ownId('E'), ownId('D'), ownId('C'), ownId('B')]);
    });

    it('gives no more than was asked for', async () => {
      expect(await idsDue('2026-12-30T00:00:00.000Z', 2)).toEqual([ownId('E'), ownId('D')]);
    });

    it('knows no distance to UTC: the hour that comes twice is two hours', async () => {
      await world.put({
        submissionId: ownId('F'),
        boundary: 'default',
        severity: 'standard',
        nextDueAt: '2026-10-25T00:30:00Z',
      });
      await world.put({
        submissionId: ownId('G'),
        boundary: 'default',
        severity: 'standard',
        nextDueAt: '2026-10-25T01:30:00Z',
      });
      expect(await idsDue('2026-10-25T01:00:00.000Z')).toEqual([ownId('F')]);
    });

    const { putMany } = world;
    if (putMany === null) return;
    it('finds the earliest where more are due than SharePoint lets one query find (X-SCALE-1)', async () => {
      await world.put({
        submissionId: ownId('H'),
        boundary: 'default',
        severity: 'standard',
        nextDueAt: '2024-06-01T08:00:00Z',
      });
      await putMany(6_000);
      const due = await world.register().due('2040-01-01T00:00:00.000Z', 500);
      expect(due).toHaveLength(500);
      expect(new Set(due.map(({ submissionId }) => submissionId)).size).toBe(500);
      const all = await world.register().due('2040-01-01T00:00:00.000Z', 10_000);
      expect(all.map(({ submissionId }) => submissionId)).toContain(ownId('H'));
      const ordinary = all.filter(({ severity }) => severity !== 'critical').map(({ dueAt }) => Date.parse(dueAt));
      expect(ordinary).toEqual([...ordinary].sort((one, other) => one - other));
    }, 120_000);
  });
}

import { describe, expect, it } from 'vitest';
import { type Attempt, RefusalLimit, writtenEach } from '../../src/application/refusal-limit.ts';

const attempt = (at: string, over: Partial<Attempt> = {}): Attempt => ({
  submissionId: 'S',
  actorId: 'stranger',
  event: 'comment',
  refusal: 'notYours',
  at,
  ...over,
});
const times = (count: number, limit: RefusalLimit, over: Partial<Attempt> = {}) =>
  Array.from({ length: count }, (_, index) =>
    limit.isWritten(attempt(`2026-11-10T10:${String(index % 60).padStart(2, '0')}:00.000Z`, over)),
  );

describe('Attempts that are refused again and again (X-AUD-1)', () => {
  it('have an entry each at first; then they are counted, and the number is handed over once when the hour is over', () => {
    const limit = new RefusalLimit();
    const written = times(40, limit);
    expect(written.filter(Boolean)).toHaveLength(writtenEach);
    expect(written.slice(0, writtenEach)).toEqual(Array(writtenEach).fill(true));
    expect(limit.takeCounted('2026-11-10T10:59:59.000Z')).toEqual([]);
    expect(limit.takeCounted('2026-11-10T11:00:00.000Z')).toEqual([
      {
        submissionId: 'S',
        entry: {
          id: 'refused stranger comment 2026-11-10T10:05:00.000Z',
          action: 'refused',
          actor: 'stranger',
          at: '2026-11-10T10:39:00.000Z',
          detail: { event: 'comment', refusal: 'notYours', attempts: '35', hour: '2026-11-10T10' },
        },
      },
    ]);
    expect(limit.takeCounted('2026-11-10T12:00:00.000Z', true)).toEqual([]);
  });

  it('are told apart by person, action, record and hour', () => {
    const limit = new RefusalLimit();
    times(30, limit);
    for (const over of [{ actorId: 'other' }, { event: 'refresh' }, { submissionId: 'T' }]) {
      expect(limit.isWritten(attempt('2026-11-10T10:40:00.000Z', over))).toBe(true);
    }
    expect(limit.isWritten(attempt('2026-11-10T11:00:00.000Z'))).toBe(true);
    expect(limit.isWritten(attempt('2026-11-10T10:59:00.000Z'))).toBe(false);
  });

  it('leave nothing to hand over when each was written', () => {
    const limit = new RefusalLimit();
    times(writtenEach, limit);
    expect(limit.takeCounted('2026-11-10T10:30:00.000Z', true)).toEqual([]);
  });

  it('are handed over early when the service ends', () => {
    const limit = new RefusalLimit();
    times(writtenEach + 1, limit);
    const [counted] = limit.takeCounted('2026-11-10T10:30:00.000Z', true);
    expect(counted?.entry.detail.attempts).toBe('1');
  });

  it('take no more memory than a service has, whoever tries what', () => {
    const limit = new RefusalLimit();
    times(writtenEach + 1, limit);
    for (let index = 0; index < 20_000; index += 1) {
      limit.isWritten(attempt('2026-11-10T10:00:00.000Z', { actorId: `other ${index}` }));
    }
    expect(limit.takeCounted('2026-11-10T11:00:00.000Z')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { LeaseWatch } from '../../src/application/lease-watch.ts';

const leaseSeconds = 60;

function watchAt(start: string) {
  let now = Date.parse(start);
  const watch = new LeaseWatch({ now: () => new Date(now) }, { owner: 'us', leaseSeconds });
  return {
    look: (owner: string, until: string) => watch.isHeldByAnother('report', { state: 'pending', owner, until }),
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('A lease of another replica (X-IDEM-1)', () => {
  it.each([
    ['a clock an hour behind ours', '2026-11-30T08:01:00.000Z'],
    ['a clock like ours', '2026-11-30T09:01:00.000Z'],
    ['a clock a day ahead of ours', '2026-12-01T09:01:00.000Z'],
    ['no clock at all', ''],
  ])('is over when it has stood still before our eyes for as long as it lasts: by %s', (_, until) => {
    const { look, pass } = watchAt('2026-11-30T09:00:00.000Z');
    expect(look('other', until)).toBe(true);
    pass(leaseSeconds - 1);
    expect(look('other', until)).toBe(true);
    pass(1);
    expect(look('other', until)).toBe(false);
  });

  it('goes on with every renewal that we see', () => {
    const { look, pass } = watchAt('2026-11-30T09:00:00.000Z');
    expect(look('other', '2026-11-30T09:01:00.000Z')).toBe(true);
    pass(leaseSeconds);
    expect(look('other', '2026-11-30T09:02:00.000Z')).toBe(true);
    pass(leaseSeconds);
    expect(look('other', '2026-11-30T09:02:00.000Z')).toBe(false);
  });

  it('is none when it is ours, or nobody has it', () => {
    const { look } = watchAt('2026-11-30T09:00:00.000Z');
    expect(look('us', '2026-11-30T09:01:00.000Z')).toBe(false);
    expect(look('', '2026-11-30T09:01:00.000Z')).toBe(false);
  });
});

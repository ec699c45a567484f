import { describe, expect, it } from 'vitest';
import { countWords, fillIn } from '../../../src/ui/shared/fill-in.ts';
import { showMoment, showTime } from '../../../src/ui/shared/moments.ts';

describe('moments', () => {
  it.each([
    ['2026-01-05T09:03:00Z', 'en', '5 January 2026, 09:03'],
    ['2026-01-05T09:03:00Z', 'cy', '5 Ionawr 2026, 09:03'],
    ['2026-07-31T23:30:00Z', 'en', '1 August 2026, 00:30'],
    ['2026-07-31T23:30:00Z', 'cy', '1 Awst 2026, 00:30'],
    ['2026-11-20T00:00:00Z', 'cy', '20 Tachwedd 2026, 00:00'],
  ] as const)('%s in %s reads %s, on the clock in London (X-TIME-1)', (instant, language, text) => {
    expect(showMoment(instant, language)).toBe(text);
  });

  it('shows nothing for what is no time', () => {
    expect(showMoment('yesterday', 'en')).toBeNull();
    expect(showMoment(null, 'cy')).toBeNull();
    expect(showTime('2026-07-31T23:30:00Z')).toBe('00:30');
  });
});

describe('sentences', () => {
  it('leaves a place open that nothing fills, and takes signs literally', () => {
    expect(fillIn('{a} and {b}', { a: '$&' })).toBe('$& and {b}');
  });
  it.each([
    [0, 'none'],
    [1, 'one'],
    [2, '2 others'],
  ])('chooses the words for %i', (count, text) => {
    expect(countWords({ none: 'none', one: 'one', other: '{count} others' }, count)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { describeDue } from '../../../../src/ui/tab/team/describe-due.ts';
import { teamCy } from '../../../../src/words/team.cy.ts';
import { teamEn } from '../../../../src/words/team.en.ts';

// X-TIME-1
describe('By when an answer is due', () => {
  it.each([
    ['2026-11-10T14:30:00Z', '2026-11-10T10:00:00Z', 'By 14:30 today', '', false],
    ['2026-11-10T10:35:00Z', '2026-11-10T10:00:00Z', 'By 10:35 today', '35 minutes left', false],
    ['2026-11-10T10:01:00Z', '2026-11-10T10:00:01Z', 'By 10:01 today', '1 minute left', false],
    ['2026-11-10T10:00:00Z', '2026-11-10T10:00:00Z', 'Overdue since 10:00 today', '', true],
    ['2026-11-09T16:00:00Z', '2026-11-10T10:00:00Z', 'Overdue since 16:00 yesterday', '', true],
    ['2026-11-11T09:15:00Z', '2026-11-10T16:00:00Z', 'By 09:15 tomorrow', '', false],
    ['2026-11-16T09:15:00Z', '2026-11-10T16:00:00Z', 'By 16 November 2026, 09:15', '', false],
    // A summer evening in London is still the day before in UTC; the clocks change in between.
    ['2026-07-14T23:30:00Z', '2026-07-14T22:00:00Z', 'By 00:30 tomorrow', '90 minutes left', false],
    ['2026-10-25T09:00:00Z', '2026-10-24T22:59:00Z', 'By 09:00 tomorrow', '', false],
  ])('%s, seen at %s, is said as "%s" "%s"', (dueAt, now, text, left, isOver) => {
    expect(describeDue(dueAt, new Date(now), teamEn.due, 'en')).toEqual({ text, left, isOver });
  });

  it('is said in Welsh, with Welsh months', () => {
    const now = new Date('2026-11-10T16:00:00Z');
    expect(describeDue('2026-11-16T09:15:00Z', now, teamCy.due, 'cy').text).toBe('Erbyn 16 Tachwedd 2026, 09:15');
    expect(describeDue('2026-11-10T15:00:00Z', now, teamCy.due, 'cy').text).toBe('Yn hwyr ers 15:00 heddiw');
  });
});

import { addDays } from '../../../domain/calendar/dates.ts';
import { londonDateOf } from '../../../domain/calendar/london-time.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { teamEn } from '../../../words/team.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { showTime } from '../../shared/moments.ts';

/** From here on minutes are counted: they help nobody before. */
const countedMinutes = 120;

/**
 * By when something is due, as one says it: the day by its name where it is near, on London's clock. `left` is empty where it is not near;
 * `dueAt` is UTC.
 */
export function describeDue(
  dueAt: string,
  now: Date,
  words: (typeof teamEn)['due'],
  language: Language,
): { text: string; left: string; isOver: boolean } {
  const minutes = Math.ceil((Date.parse(dueAt) - now.getTime()) / 60_000);
  const day = londonDateOf(dueAt);
  const today = londonDateOf(now.toISOString());
  const near = { [addDays(today, -1)]: words.yesterday, [today]: words.today, [addDays(today, 1)]: words.tomorrow };
  const when = near[day]?.(showTime(dueAt)) ?? formatDateTime(dueAt, language);
  if (minutes <= 0) return { text: words.overdue(when), left: '', isOver: true };
  return {
    text: words.by(when),
    left: minutes <= countedMinutes ? words.minutesLeft(minutes) : '',
    isOver: false,
  };
}

import type { CalendarDate } from '../calendar/dates.ts';
import type { Staff } from './staff.ts';
import type { Language } from './vocabulary.ts';

/** A manager is away and has chosen who stands in. Dates are London's, both included. */
export interface Absence {
  managerId: string;
  deputy: Staff & { language: Language | null };
  from: CalendarDate;
  until: CalendarDate;
  /** Reports go to both, or to the substitute alone. */
  mode: 'both' | 'alone';
}

/** The absence that counts on a day; the one entered last where several do. */
export function absenceOn(absences: readonly Absence[], managerId: string, day: CalendarDate): Absence | null {
  return absences.findLast((each) => each.managerId === managerId && each.from <= day && day <= each.until) ?? null;
}

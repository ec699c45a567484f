import type { CalendarDate } from '../calendar/dates.ts';
import type { Holder } from './manager-work.ts';

/** A manager is away and has chosen who stands in. Dates are London's, both included. */
export interface Absence {
  /** Unique for ever. */
  id: string;
  managerId: string;
  deputy: Holder;
  from: CalendarDate;
  until: CalendarDate;
  /** Reports go to both, or to the substitute alone. */
  mode: 'both' | 'alone';
}

/** The absence that counts on a day; the one entered last where several do. */
export function absenceOn(absences: readonly Absence[], managerId: string, day: CalendarDate): Absence | null {
  return absences.findLast((each) => each.managerId === managerId && each.from <= day && day <= each.until) ?? null;
}

/**
 * Who stands in for the manager on a day, and how; null when nobody does. A substitute who is away too is nobody's only reader: then both
 * are told, whichever way was chosen, and whomever the substitute has chosen is not asked. There are no chains. C-21
 */
export function standInOn(absences: readonly Absence[], managerId: string, day: CalendarDate): Absence | null {
  const absence = absenceOn(absences, managerId, day);
  if (!absence || absenceOn(absences, absence.deputy.id, day) === null) return absence;
  return { ...absence, mode: 'both' };
}

import type { OfficeHours } from '../incident/incident.ts';
import { isWorkingDay } from './bank-holidays.ts';
import type { CalendarDate } from './dates.ts';
import { londonTimeAt, minuteOfDay } from './london-time.ts';

/** A stretch of the day in minutes since midnight on London's clock; the start is in it, the end is not. */
export interface DayWindow {
  from: number;
  to: number;
}

export interface OfficeHoursRules {
  /** When the office is open, on working days. */
  open: DayWindow;
  /** When facilities security is the first to be told, on working days. */
  windows: DayWindow[];
  /** Days closed beyond the bank holidays. */
  extraHolidays: CalendarDate[];
}

const clock = (hour: number, minute = 0) => hour * 60 + minute;

/** 08:30 to 17:30, with windows 07:00 to 08:30 and 17:30 to 19:00. COM-3a-3, C-12. */
export const standardHours: OfficeHoursRules = {
  open: { from: clock(8, 30), to: clock(17, 30) },
  windows: [
    { from: clock(7), to: clock(8, 30) },
    { from: clock(17, 30), to: clock(19) },
  ],
  extraHolidays: [],
};

const holds = (window: DayWindow, minute: number) => minute >= window.from && minute < window.to;

/** Where in the office day an instant (UTC) falls. Nights, weekends and bank holidays are `uncovered`. COM-3a-3, C-12. */
export function officeHoursAt(instant: string, rules: OfficeHoursRules = standardHours): OfficeHours {
  const time = londonTimeAt(instant);
  if (!isWorkingDay(time.date, rules.extraHolidays)) return 'uncovered';
  const minute = minuteOfDay(time);
  if (holds(rules.open, minute)) return 'inHours';
  return rules.windows.some((window) => holds(window, minute)) ? 'window' : 'uncovered';
}

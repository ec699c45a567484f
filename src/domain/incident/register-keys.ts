import type { CalendarMonth } from '../calendar/dates.ts';
import { londonMonthOf } from '../calendar/london-time.ts';
import type { IncidentState, Kind } from './vocabulary.ts';

/** The three columns that lists are filtered by: one index each, few rows each. X-SCALE-1. */
export interface RegisterKeys {
  stateMonth: string;
  kindMonth: string;
  stateKindMonth: string;
}

export function stateMonthKey(state: IncidentState, month: CalendarMonth): string {
  return `${state} ${month}`;
}

export function kindMonthKey(kind: Kind, month: CalendarMonth): string {
  return `${kind} ${month}`;
}

export function stateKindMonthKey(state: IncidentState, kind: Kind, month: CalendarMonth): string {
  return `${state} ${kind} ${month}`;
}

/** Keys of a row from when it was reported (UTC; the month is London's). */
export function registerKeys(row: { state: IncidentState; kind: Kind; reportedAt: string }): RegisterKeys {
  const month = londonMonthOf(row.reportedAt);
  return {
    stateMonth: stateMonthKey(row.state, month),
    kindMonth: kindMonthKey(row.kind, month),
    stateKindMonth: stateKindMonthKey(row.state, row.kind, month),
  };
}

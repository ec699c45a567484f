import { isWorkingDay } from '../domain/calendar/bank-holidays.ts';
import { addDays } from '../domain/calendar/dates.ts';
import { officeDayMinutes } from '../domain/calendar/working-time.ts';
import { standardDeadlines } from '../domain/deadlines/deadline-settings.ts';
import { clockSettings } from './assessment-settings.ts';
import type { ConfigurationProblem } from './configuration-problem.ts';
import type { Organisation } from './organisation.ts';

/**
 * What is wrong with the deadlines, each of which can be read by itself; what is not set counts as the standard has it. Reminders are sent
 * at half time and cannot be set, so none can be later than its limit. Model 4.4, X-CONF-1
 */
export function checkDeadlines(organisation: Pick<Organisation, 'hours' | 'deadlines'>): ConfigurationProblem[] {
  if (!organisation.deadlines) return [];
  return [...checkLimits(organisation), ...checkClosedDays(organisation.deadlines.extraHolidays ?? [])];
}

/** The clocks take the shorter of the two, so a slower limit for a critical report would look set and never be used. */
function checkLimits(organisation: Pick<Organisation, 'hours' | 'deadlines'>): ConfigurationProblem[] {
  const { deadlines, hours } = clockSettings(organisation);
  const dayMinutes = officeDayMinutes(hours);
  const slower = [
    deadlines.criticalAnswerMinutes > deadlines.answerWorkingHours * 60 && 'criticalAnswerMinutes',
    // Hours that end before they begin are reported by themselves.
    dayMinutes > 0 &&
      deadlines.criticalAcknowledgeMinutes > deadlines.acknowledgeWorkingDays * dayMinutes &&
      'criticalAcknowledgeMinutes',
  ].filter((name) => name !== false);
  return [
    ...slower.map((name): ConfigurationProblem => ({ field: `deadlines.${name}`, code: 'criticalSlower' })),
    // BEH-5.2-2
    ...(deadlines.meetingWorkingDays > standardDeadlines.meetingWorkingDays
      ? [{ field: 'deadlines.meetingWorkingDays', code: 'beyondGuidance' } as const]
      : []),
  ];
}

function checkClosedDays(days: readonly string[]): ConfigurationProblem[] {
  return days.flatMap((day, index): ConfigurationProblem[] => {
    const field = `deadlines.extraHolidays.${index}`;
    // 30 February has the form of a date, and is another day when it is counted with.
    if (addDays(day, 0) !== day) return [{ field, code: 'notADate' }];
    if (days.indexOf(day) < index) return [{ field, code: 'duplicate' }];
    return isWorkingDay(day) ? [] : [{ field, code: 'closedAlready' }];
  });
}

import { type DeadlineSettings, standardDeadlines } from '../../../domain/deadlines/deadline-settings.ts';
import { formatCalendarDate } from '../../shared/format-date.ts';
import type { ConfigurationFact, ConfigurationWords } from './configuration-fact.ts';

type Limit = keyof ConfigurationWords['words']['deadlines'];
type Unit = keyof ConfigurationWords['words']['lengths'];

/** In the order in which they come up for a report. */
const limits: Record<Limit, { unit: Unit; standard: keyof Omit<DeadlineSettings, 'extraHolidays'> }> = {
  managerDutyMinutes: { unit: 'minutes', standard: 'dutyMinutes' },
  answerWorkingHours: { unit: 'workingHours', standard: 'answerWorkingHours' },
  criticalAnswerMinutes: { unit: 'minutes', standard: 'criticalAnswerMinutes' },
  acknowledgeWorkingDays: { unit: 'workingDays', standard: 'acknowledgeWorkingDays' },
  criticalAcknowledgeMinutes: { unit: 'minutes', standard: 'criticalAcknowledgeMinutes' },
  reviewWorkingDays: { unit: 'workingDays', standard: 'reviewWorkingDays' },
  meetingWorkingDays: { unit: 'workingDays', standard: 'meetingWorkingDays' },
  statementWorkingDays: { unit: 'workingDays', standard: 'statementWorkingDays' },
};

/** Every limit that the clocks go by, set here or standard, and every day closed. Model 4.4 */
export function describeDeadlines(
  given: Record<string, unknown>,
  { words, language }: ConfigurationWords,
): ConfigurationFact[] {
  const { extraHolidays } = given;
  const days = Array.isArray(extraHolidays) ? extraHolidays : [];
  return [
    ...(Object.keys(limits) as Limit[]).map((name) => {
      const { unit, standard } = limits[name];
      const value = given[name];
      const field = `deadlines.${name}`;
      const term = words.deadlines[name];
      if (value === undefined)
        return { field, term, value: words.standard(words.lengths[unit](standardDeadlines[standard])) };
      return { field, term, value: typeof value === 'number' ? words.lengths[unit](value) : JSON.stringify(value) };
    }),
    ...days.map((day: unknown, index) => ({
      field: `deadlines.extraHolidays.${index}`,
      term: words.extraHoliday,
      value: isDate(day) ? formatCalendarDate(day, language) : JSON.stringify(day),
    })),
  ];
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

import type { CalendarDate } from '../calendar/dates.ts';
import { type OfficeHoursRules, standardHours } from '../calendar/office-hours.ts';

/** How long people have, as the organisation has set it. Model 4.4. */
export interface DeadlineSettings {
  /** Minutes of clock time a manager has for a duty after a hoax. C-20 */
  dutyMinutes: number;
  /** Working hours a manager has to answer a report. BEH-8.2-2 */
  answerWorkingHours: number;
  /** Minutes of clock time for a critical one, day and night. */
  criticalAnswerMinutes: number;
  /** Working days Security has to acknowledge. BEH-8.3-1 */
  acknowledgeWorkingDays: number;
  /** Minutes of clock time for a critical one. */
  criticalAcknowledgeMinutes: number;
  /** Working days after acknowledging until the review is to have begun. BEH-8.3-1 */
  reviewWorkingDays: number;
  /** Working days after the incident in which a meeting with the customer may be held. BEH-5.2-2, C-25 */
  meetingWorkingDays: number;
  /** Working days somebody who was asked for a statement has. BEH-8.5-1 */
  statementWorkingDays: number;
  /** Days closed beyond the bank holidays, for example one proclaimed for a single year. */
  extraHolidays: readonly CalendarDate[];
}

/** By itself, because the pane needs this one and no other. C-20 */
export const standardDutyMinutes = 30;

/** What the model names; where it names nothing (review, statements) our own, for the organisation to change. */
export const standardDeadlines: DeadlineSettings = {
  dutyMinutes: standardDutyMinutes,
  answerWorkingHours: 4,
  criticalAnswerMinutes: 30,
  acknowledgeWorkingDays: 1,
  criticalAcknowledgeMinutes: 60,
  reviewWorkingDays: 5,
  meetingWorkingDays: 5,
  statementWorkingDays: 5,
  extraHolidays: [],
};

/** Everything the clocks go by. `hours` closes on the extra holidays too. */
export interface ClockSettings {
  deadlines: DeadlineSettings;
  hours: OfficeHoursRules;
}

export const standardClocks: ClockSettings = { deadlines: standardDeadlines, hours: standardHours };

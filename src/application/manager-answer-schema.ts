import * as v from 'valibot';
import type { ManagerAnswer } from '../domain/incident/manager-answer.ts';
import { severities } from '../domain/incident/vocabulary.ts';

/** The domain says at how many characters a text is refused; far beyond that it is no text. */
const text = v.pipe(v.string(), v.maxLength(20_000));

/** What the manager's page sends, whole: a field too many is as wrong as one of a wrong type. */
export const managerAnswerSchema = v.variant('verb', [
  v.strictObject({ verb: v.picklist(['forwardToSecurity', 'comment', 'askReporter', 'noteAnswer']), text }),
  v.strictObject({ verb: v.picklist(['keepLocal', 'closeLocal']), reason: text }),
  v.strictObject({ verb: v.picklist(['tellHr', 'tellDesks', 'customerSpoken', 'customerWritten', 'markAbusive']) }),
  v.strictObject({ verb: v.picklist(['requestGuards', 'requestPolice']), note: text }),
  v.strictObject({
    verb: v.literal('planMeeting'),
    on: v.pipe(v.string(), v.maxLength(40)),
    isSafe: v.boolean(),
    measures: text,
  }),
  v.strictObject({ verb: v.literal('raiseSeverity'), to: v.picklist(severities), reason: text }),
]) satisfies v.GenericSchema<unknown, ManagerAnswer>;

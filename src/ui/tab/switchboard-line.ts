import type { SwitchboardAnswer } from '../../domain/incident/switchboard-question.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { switchboardCy } from '../../words/switchboard.cy.ts';
import { switchboardEn } from '../../words/switchboard.en.ts';
import { formatDateTime } from '../shared/format-date.ts';

/** What the switchboard said of a call, in a line. COM-4.1-2 */
export function switchboardLine(answer: SwitchboardAnswer, language: Language): string {
  const words = language === 'cy' ? switchboardCy : switchboardEn;
  const { putThrough, nameQuoted, numberQuoted, answeredAt } = answer;
  return [words.said[putThrough], nameQuoted, numberQuoted, formatDateTime(answeredAt, language)]
    .filter((part) => part !== '')
    .join('; ');
}

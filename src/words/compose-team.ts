import type { Language } from '../domain/incident/vocabulary.ts';
import { composeMail, type NoticeText } from './compose-notice.ts';
import { dateAndTime, type Reader, wholeDay } from './reader.ts';
import { teamMailCy } from './team-mail.cy.ts';
import { teamMailEn } from './team-mail.en.ts';

const catalogues: Record<Language, typeof teamMailEn> = { en: teamMailEn, cy: teamMailCy };

type FactsOf<N extends 'standInChosen' | 'standInEnded' | 'statementAsked' | 'teamAlert'> = Parameters<
  (typeof teamMailEn)[N]
>[0];

/** To a substitute; days are calendar dates. `link` opens “My team”. */
export function composeStandInChosen(facts: FactsOf<'standInChosen'>, reader: Reader, link: string): NoticeText {
  return composeMail(reader, link, (_, language) =>
    catalogues[language].standInChosen({
      ...facts,
      from: wholeDay(facts.from, language),
      until: wholeDay(facts.until, language),
    }),
  );
}

export function composeStandInEnded(facts: FactsOf<'standInEnded'>, reader: Reader): NoticeText {
  return composeMail(reader, null, (_, language) =>
    catalogues[language].standInEnded({ ...facts, until: wholeDay(facts.until, language) }),
  );
}

/** To somebody who was there; `when` is UTC. BEH-8.5-1 */
export function composeStatementAsked(facts: FactsOf<'statementAsked'>, reader: Reader, link: string): NoticeText {
  return composeMail(reader, link, (_, language) =>
    catalogues[language].statementAsked({ ...facts, when: dateAndTime(facts.when, language) }),
  );
}

/** To a member of the team; the preview shows the same text. BEH-8.6-1 */
export function composeTeamAlert(facts: FactsOf<'teamAlert'>, reader: Reader): NoticeText {
  return composeMail(reader, null, (_, language) => catalogues[language].teamAlert(facts));
}

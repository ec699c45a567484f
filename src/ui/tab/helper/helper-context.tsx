import { createContext, useContext } from 'react';
import type { Site } from '../../../application/organisation.ts';
import type { OwnDetails } from '../../../application/own-details.ts';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { HelperFacts } from '../../../domain/procedures/helper-facts.ts';
import type { Procedure } from '../../../domain/procedures/procedure.ts';
import { accountTermsCy } from '../../../words/account-terms.cy.ts';
import { accountTermsEn } from '../../../words/account-terms.en.ts';
import { helperCy } from '../../../words/helper.cy.ts';
import { helperEn } from '../../../words/helper.en.ts';
import type { ProcedureWords } from '../../../words/procedure-words.ts';
import { proceduresCy } from '../../../words/procedures.cy.ts';
import { proceduresEn } from '../../../words/procedures.en.ts';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';

/** Both at once: a phrase is shown in the two languages, a message goes in the reader's own. */
export const procedureWords: Record<Language, ProcedureWords> = { en: proceduresEn, cy: proceduresCy };
export const helperWordsIn: Record<Language, typeof helperEn> = { en: helperEn, cy: helperCy };

/** What goes on in this helper. */
export interface Live {
  draft: IncidentDraft;
  change(next: (before: IncidentDraft) => IncidentDraft): void;
  procedure: Procedure;
  facts: HelperFacts;
  /** The chosen building; null when none is. */
  site: Site | null;
  own: OwnDetails;
  changeOwn(part: Partial<OwnDetails>): void;
  onGo(place: TabPlace): void;
}

const LiveContext = createContext<Live | null>(null);
export const LiveProvider = LiveContext.Provider;

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('A part of the helper was shown outside it.');
  return live;
}

/** The helper's words and the names of answers, in the person's language. */
export function useHelperWords(): { words: typeof helperEn; terms: typeof accountTermsEn } {
  const { language } = useTab();
  return { words: helperWordsIn[language], terms: language === 'cy' ? accountTermsCy : accountTermsEn };
}

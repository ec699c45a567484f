import { configurationCy } from '../../../words/configuration.cy.ts';
import { configurationEn } from '../../../words/configuration.en.ts';
import { useTab } from '../tab-context.tsx';
import type { ConfigurationWords } from './configuration-fact.ts';

/** The page's own catalogue in the person's language. */
export function useConfigurationWords(): ConfigurationWords {
  const { language, terms } = useTab();
  return { words: language === 'cy' ? configurationCy : configurationEn, terms, language };
}

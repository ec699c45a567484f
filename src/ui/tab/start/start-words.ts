import { startCy } from '../../../words/start.cy.ts';
import { startEn } from '../../../words/start.en.ts';
import { useTab } from '../tab-context.tsx';

/** What the first screen says, in the person's language. */
export function useStartWords(): typeof startEn {
  return useTab().language === 'cy' ? startCy : startEn;
}

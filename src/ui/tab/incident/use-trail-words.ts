import { trailCy } from '../../../words/trail.cy.ts';
import { trailEn } from '../../../words/trail.en.ts';
import { useTab } from '../tab-context.tsx';

/** The catalogue of the history in the person's language. */
export function useTrailWords(): typeof trailEn {
  const { language } = useTab();
  return language === 'cy' ? trailCy : trailEn;
}

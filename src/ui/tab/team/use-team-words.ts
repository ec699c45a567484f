import { teamCy } from '../../../words/team.cy.ts';
import { teamEn } from '../../../words/team.en.ts';
import { useTab } from '../tab-context.tsx';

/** The page's own words; they load with it and not with the tab. */
export function useTeamWords(): typeof teamEn {
  return useTab().language === 'cy' ? teamCy : teamEn;
}

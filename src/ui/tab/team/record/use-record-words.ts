import { teamRecordCy } from '../../../../words/team-record.cy.ts';
import { teamRecordEn } from '../../../../words/team-record.en.ts';
import { useTab } from '../../tab-context.tsx';

/** The page's own words; they load with it and not with the tab. */
export function useTeamRecordWords(): typeof teamRecordEn {
  return useTab().language === 'cy' ? teamRecordCy : teamRecordEn;
}

import { switchboardCy } from '../../../words/switchboard.cy.ts';
import { switchboardEn } from '../../../words/switchboard.en.ts';
import { useTab } from '../tab-context.tsx';

/** The page's own words; they load with it and not with the tab. */
export function useSwitchboardWords(): typeof switchboardEn {
  return useTab().language === 'cy' ? switchboardCy : switchboardEn;
}

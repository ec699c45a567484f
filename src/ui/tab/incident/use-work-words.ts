import { incidentWorkCy } from '../../../words/incident-work.cy.ts';
import { incidentWorkEn } from '../../../words/incident-work.en.ts';
import { useTab } from '../tab-context.tsx';

/** The catalogue of what manager, witnesses and Security did, in the person's language. */
export function useWorkWords(): typeof incidentWorkEn {
  const { language } = useTab();
  return language === 'cy' ? incidentWorkCy : incidentWorkEn;
}

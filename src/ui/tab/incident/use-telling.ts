import type { Incident } from '../../../domain/incident/incident.ts';
import { procedureIdFor } from '../../../domain/procedures/procedure.ts';
import { useTab } from '../tab-context.tsx';
import { incidentWords, type Telling } from './describe-value.ts';

/** What values of this incident are told by, in the language of the page. */
export function useTelling({ report }: Pick<Incident, 'report'>): Telling {
  const { terms, language, settings } = useTab();
  const { account, kind } = report;
  const procedureId = account && procedureIdFor(account.situation, kind);
  return { words: incidentWords(language), terms, language, sites: settings.sites, procedureId };
}

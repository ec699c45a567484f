import { type Circumstances, noCircumstances } from '../routing/situation.ts';
import type { Account } from './account.ts';

/**
 * What the routing rules want to know beyond the report's marks. The grants (refusal, call records, arrangement) are decisions
 * of other people and never the reporter's word. COM-3a-6, COM-3d-7, COM-4.1-2, COM-8.1-1.
 */
export function circumstancesOf(account: Account | null, cathaysParkSiteIds: readonly string[]): Circumstances {
  if (account === null) return noCircumstances;
  const { call, welfare, situation } = account;
  return {
    ...noCircumstances,
    place: placeOf(account, cathaysParkSiteIds),
    voicemailLeft: situation === 'voicemail' || call?.voicemailLeft === true,
    externalRing: call?.ring === 'external',
    repeated: account.repeated,
    healthMatter: welfare?.healthMatter === 'yes',
    visitorConcern: situation === 'visitorConcern',
    danger: account.stoppedForSafety,
  };
}

/** A voice or a message reaches people wherever they work; where they were says nothing about the person who sent it. */
const reachesAnywhere: ReadonlySet<Account['situation']> = new Set([
  'call',
  'voicemail',
  'emailElsewhere',
  'socialMedia',
  'otherElectronic',
]);

function placeOf({ place, situation }: Account, cathaysParkSiteIds: readonly string[]): Circumstances['place'] {
  const isAway = place.where === 'offSite' || place.where === 'atHome' || place.where === 'online';
  // In no building of ours: a bomb call taken at home is not one at Cathays Park.
  if (isAway) return reachesAnywhere.has(situation) ? 'otherSite' : 'offPremises';
  if (place.siteId === null) return 'unknown';
  return cathaysParkSiteIds.includes(place.siteId) ? 'cathaysPark' : 'otherSite';
}

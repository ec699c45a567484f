import type { StaffRecord } from './ports/directory.ts';
import type { IncidentDraft } from './report-incident-draft.ts';

/** What is known of the person at this device, for reading out and for the form. Nothing secret; each part may be ''. ANX-1 to ANX-5 */
export interface OwnDetails {
  name: string;
  /** Extension, or the whole number where the directory holds no extension. */
  extension: string;
  /** Configured building; null when the directory's office is none of them. */
  siteId: string | null;
  branch: string;
  division: string;
}

export const noOwnDetails: OwnDetails = { name: '', extension: '', siteId: null, branch: '', division: '' };

interface NamedSite {
  id: string;
  name: { en: string; cy: string };
}

/** Reads the details from the person's own entry in the directory. */
export function ownDetailsFrom(me: StaffRecord, sites: readonly NamedSite[]): OwnDetails {
  const office = (me.officeLocation ?? '').toLowerCase();
  const site = sites.find(({ name }) => [name.en, name.cy].some((each) => office.includes(each.toLowerCase())));
  return {
    name: me.name,
    extension: extensionOf(me.phone ?? ''),
    siteId: site?.id ?? null,
    // The directory knows no branch: what the person once typed is remembered instead.
    branch: '',
    division: me.department ?? '',
  };
}

/** The part after "ext" or "x" where there is one; otherwise the number as one dials it within the country. */
function extensionOf(phone: string): string {
  const extension = /(?:ext\.?|x|est\.?)\s*(\d{2,6})\s*$/i.exec(phone)?.[1];
  return extension ?? phone.replace(/^\+44\s*(?:\(0\))?\s*/, '0').trim();
}

/** The draft with the details in the places that are still empty: what somebody typed is never replaced. B-A11Y-3 */
export function withOwnDetails(draft: IncidentDraft, own: OwnDetails): IncidentDraft {
  const { account } = draft;
  const { call, place } = account;
  return {
    ...draft,
    account: {
      ...account,
      place: place.siteId === null && place.where === 'unknown' ? placeOf(place, own) : place,
      call: call && {
        ...call,
        extension: call.extension || own.extension,
        branch: call.branch || own.branch,
        division: call.division || own.division,
      },
    },
  };
}

function placeOf(place: IncidentDraft['account']['place'], own: OwnDetails): typeof place {
  return own.siteId === null ? place : { ...place, siteId: own.siteId, where: 'office' };
}

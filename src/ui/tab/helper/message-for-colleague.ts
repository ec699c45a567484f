import type { Site } from '../../../application/organisation.ts';
import type { OwnDetails } from '../../../application/own-details.ts';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { ColleagueReason } from '../../../domain/procedures/procedure.ts';
import type { ReadOut } from '../../../words/procedure-words.ts';
import { helperWordsIn, procedureWords } from './helper-context.tsx';
import type { Ringable } from './ringable.ts';

/** Everything a colleague may have to read out, in one language. */
export function knownFor(draft: IncidentDraft, own: OwnDetails, site: Site | null, language: Language): ReadOut {
  const { call, welfare, place } = draft.account;
  return {
    name: own.name || helperWordsIn[language].colleague.someone,
    extension: call?.extension || own.extension,
    siteName: site?.name[language] ?? '',
    siteAddress: site?.address[language] ?? '',
    sitePhone: site?.phone ?? '',
    location: welfare?.location || place.detail,
    callbackNumber: welfare?.callbackNumber ?? '',
  };
}

/**
 * The message: what is going on, whom to ring and what to say, in the reader's language, or in both where that is not known.
 * COM-3d-3, COM-3e-1, COM-3e-2, B-CY-3
 */
export function messageFor(given: {
  language: Language | null;
  reason: ColleagueReason;
  draft: IncidentDraft;
  own: OwnDetails;
  site: Site | null;
  ring: (language: Language) => readonly Ringable[];
}): string {
  const { language, reason, draft, own, site, ring } = given;
  if (language === null)
    return [messageFor({ ...given, language: 'cy' }), messageFor({ ...given, language: 'en' })].join('\n\n');
  const words = helperWordsIn[language];
  const numbers = ring(language).flatMap(({ name, phone }) => (phone === null ? [] : [namePhone(name, phone)]));
  return [
    words.colleague.please,
    ...procedureWords[language].readOut[reason](knownFor(draft, own, site, language)),
    ...(numbers.length > 0 ? [words.ringLine(numbers.join(words.ringOr))] : []),
    ...(reason === 'bombSiteInstructions' && site?.bombInstructions ? [site.bombInstructions[language]] : []),
  ].join('\n');
}

/** `999` needs no name in front of it. */
function namePhone(name: string, phone: string): string {
  return phone === '999' ? phone : `${name}, ${phone}`;
}

import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { londonDateOf } from '../../../domain/calendar/london-time.ts';
import type { printEn } from '../../../words/print.en.ts';
import { formatCalendarDate, formatDateTime } from '../../shared/format-date.ts';
import { showTime } from '../../shared/moments.ts';
import type { Reading } from './answer-text.ts';

export type AnnexField = keyof typeof printEn.labels;

/** What of the form does not stand in the account: who, whom it went to, and what stands in place of a signature. */
export interface AnnexGiven {
  reporter: string;
  forwarded: string;
  switchboard: string;
}

/** A row of the form: one field, or several side by side. */
export type AnnexRow = readonly AnnexField[];

/** The order of the paper form (ANX-1 to ANX-14), what we add to it (ANX-17), and whom it was sent to (ANX-15). */
export const annexRows: readonly AnnexRow[] = [
  ['person', 'onBehalfOf'],
  ['branch', 'division'],
  ['location', 'extension'],
  ['date', 'time', 'endedAt'],
  ['characteristics'],
  ['facts'],
  ['verbatim'],
  ['background', 'line'],
  ['voice'],
  ['nameUsed', 'recognised'],
  ['ring'],
  ['numberShown', 'number1471'],
  ['warnedAt', 'endedBy', 'voicemailLeft'],
  ['forwarded'],
];

/** Everything that the form asks for, in words; what was not said is empty. ANX-1 to ANX-17 */
export function annexValues(
  draft: IncidentDraft,
  given: AnnexGiven,
  words: typeof printEn,
  reading: Reading,
): Partial<Record<AnnexField, string>> {
  const { account, occurredAt, facts } = draft;
  const { call, place, onBehalfOf } = account;
  const { account: terms, language, sites } = reading;
  const isTime = !Number.isNaN(Date.parse(occurredAt));
  const site = sites.find(({ id }) => id === place.siteId)?.name[language];
  const where = place.where === 'unknown' ? '' : terms.whereabouts[place.where];
  const time = isTime ? showTime(occurredAt) : '';
  return {
    person: onBehalfOf?.name ?? given.reporter,
    onBehalfOf: onBehalfOf ? given.reporter : '',
    branch: call?.branch ?? '',
    division: call?.division ?? '',
    location: joined(site ?? where, place.detail),
    extension: call?.extension ?? '',
    date: isTime ? formatCalendarDate(londonDateOf(occurredAt), language) : '',
    time: account.isTimeApproximate && time ? `${words.about} ${time}` : time,
    endedAt: account.endedAt ? showTime(account.endedAt) : '',
    characteristics: call?.characteristics ?? '',
    facts,
    verbatim: reading.withWords ? account.verbatim : account.verbatim && words.covered,
    background: joined(
      (call?.background ?? []).map((each) => terms.backgrounds[each]).join(', '),
      call?.backgroundOther ?? '',
    ),
    line: call?.line ? terms.lines[call.line] : '',
    voice: joined(call?.voice ? terms.voices[call.voice] : '', call?.accent ?? '', call?.otherVoice ?? ''),
    nameUsed: joined(
      call?.nameUsed ? terms.yesNoUnsure[call.nameUsed] : '',
      call?.nameSource && call.nameUsed === 'yes' ? terms.nameSources[call.nameSource] : '',
    ),
    recognised: joined(
      call?.recognised ? terms.recognitions[call.recognised] : '',
      call?.recognised === 'no' ? '' : (call?.recognisedAs ?? ''),
    ),
    ring: joined(call?.ring ? terms.rings[call.ring] : '', given.switchboard),
    numberShown: call?.numberShown ?? '',
    number1471: call?.number1471 ?? '',
    warnedAt: call?.warnedAt ? formatDateTime(call.warnedAt, language) : '',
    endedBy: call?.endedBy ? terms.callEnders[call.endedBy] : '',
    voicemailLeft: call?.voicemailLeft || account.situation === 'voicemail' ? words.yes : '',
    forwarded: given.forwarded,
  };
}

function joined(...parts: string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('; ');
}

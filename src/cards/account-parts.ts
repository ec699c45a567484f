import type { Account } from '../domain/incident/account.ts';
import type { Report } from '../domain/incident/report.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { accountTermsCy } from '../words/account-terms.cy.ts';
import { accountTermsEn } from '../words/account-terms.en.ts';
import { incidentAccountCy } from '../words/incident-account.cy.ts';
import { incidentAccountEn } from '../words/incident-account.en.ts';
import { dateAndTime, type Reader } from '../words/reader.ts';
import type { CardElement } from './adaptive-card.ts';
import { label, labelled, sentence } from './parts.ts';
import { oneLine, severalLines } from './plain-text.ts';

const words: Record<Language, typeof incidentAccountEn> = { en: incidentAccountEn, cy: incidentAccountCy };
const terms: Record<Language, typeof accountTermsEn> = { en: accountTermsEn, cy: accountTermsCy };

const longestValue = 200;
const mostNames = 5;

/** How much of a long record goes into a card. Lengths in characters. */
export interface CardRoom {
  /** Of each long text. */
  text: number;
  /** The latest notes, this many. */
  notes: number;
}

type Path = keyof typeof incidentAccountEn.fields;
/** A value in the reader's language; empty when nothing was told. */
type Value = (language: Language) => string;
type Fact = readonly [Path, Value];

const plain =
  (text: string | null | undefined): Value =>
  () =>
    text ?? '';
const yes =
  (isSet: boolean | undefined): Value =>
  (language) =>
    isSet ? words[language].yes : '';
const moment =
  (at: string | null | undefined): Value =>
  (language) =>
    at ? dateAndTime(at, language) : '';
const names = (people: readonly { name: string }[]): Value =>
  plain(
    people
      .slice(0, mostNames)
      .map(({ name }) => name)
      .join('; '),
  );

function answer<K extends keyof typeof accountTermsEn>(
  list: K,
  value: keyof (typeof accountTermsEn)[K] | null | undefined,
): Value {
  return (language) => (value == null ? '' : String(terms[language][list][value]));
}

function welfareFacts({ welfare }: Account): Fact[] {
  if (!welfare) return [];
  const asked: Value = (language) => welfare.contacted.map(({ who }) => terms[language].helpers[who]).join('; ');
  return [
    ['account.welfare.immediateDanger', answer('yesNoUnsure', welfare.immediateDanger)],
    ['account.welfare.harmDone', answer('yesNoUnsure', welfare.harmDone)],
    ['account.welfare.location', plain(welfare.location)],
    ['account.welfare.callbackNumber', plain(welfare.callbackNumber)],
    ['account.welfare.contacted', asked],
  ];
}

function bombFacts({ bomb }: Account): Fact[] {
  if (!bomb) return [];
  return [
    ['account.bomb.whereNow', plain(bomb.whereNow)],
    ['account.bomb.whenDetonates', plain(bomb.whenDetonates)],
    ['account.bomb.appearance', plain(bomb.appearance)],
    ['account.bomb.toldSecurityAt', moment(bomb.toldSecurityAt)],
    ['account.bomb.toldPoliceAt', moment(bomb.toldPoliceAt)],
  ];
}

function callFacts({ call }: Account): Fact[] {
  if (!call) return [];
  return [
    ['account.call.extension', plain(call.extension)],
    ['account.call.numberShown', plain(call.numberShown)],
    ['account.call.warnedAt', moment(call.warnedAt)],
    ['account.call.endedBy', (language) => (call.endedBy ? words[language].callEnders[call.endedBy] : '')],
    ['account.call.voicemailLeft', yes(call.voicemailLeft)],
  ];
}

/** Absence is for the manager and HR, and stands in no other notice. BEH-13.1-1 */
function assaultFacts({ assault }: Account): Fact[] {
  if (!assault) return [];
  return [
    ['account.assault.degree', answer('assaultDegrees', assault.degree)],
    ['account.assault.injured', yes(assault.injured)],
    ['account.assault.absentFrom', plain(assault.absentFrom)],
    ['account.assault.absentTo', plain(assault.absentTo)],
  ];
}

function eventFacts(account: Account): Fact[] {
  const { visitor, place, otherParty, onBehalfOf, affected, witnesses } = account;
  const where = place.where === 'unknown' ? null : place.where;
  const witnessNames = witnesses.map(({ staff, name }) => ({ name: staff?.name || name }));
  return [
    ['account.visitor.visitor', plain(visitor?.visitor)],
    ['account.visitor.expectedOn', plain(visitor?.expectedOn)],
    ['account.visitor.concern', plain(visitor?.concern)],
    ['account.otherParty.name', plain(otherParty.name)],
    ['account.place.where', answer('whereabouts', where)],
    ['account.place.detail', plain(place.detail)],
    ['account.place.loneWorking', yes(place.loneWorking)],
    ['account.onBehalfOf', plain(onBehalfOf?.name)],
    ['account.affected', names(affected)],
    ['account.witnesses', names(witnessNames)],
    ['account.attachments', plain(account.attachments.length === 0 ? '' : String(account.attachments.length))],
  ];
}

/** What a report from the tab tells the manager: facts first, nothing of what was said. Empty for a report out of Outlook. */
export function accountFactParts({ account }: Report, reader: Reader): CardElement[] {
  if (!account) return [];
  const all = [welfareFacts, bombFacts, callFacts, assaultFacts, eventFacts].flatMap((facts) => facts(account));
  return all.flatMap(([path, value]) => {
    const text = oneLine(
      label(reader, (_, language) => value(language)),
      longestValue,
    );
    // In both languages an empty value is a mere separator.
    return value('en').trim() === '' ? [] : [labelled(reader, (_, language) => words[language].fields[path], text)];
  });
}

/** The latest notes, oldest of them first; the exact words behind a press. COM-3d-6, COM-3b-6 */
export function accountTextParts({ account }: Report, reader: Reader, room: CardRoom): CardElement[] {
  if (!account) return [];
  const notes = account.notes.slice(-room.notes || account.notes.length);
  const shown = room.notes === 0 ? [] : notes;
  const exact = [account.bomb?.exactWords ?? '', account.verbatim].filter((text) => text.trim() !== '').join('\n\n');
  return [
    ...shown.map(({ at, text }) =>
      labelled(
        reader,
        (_, language) => `${words[language].fields['account.notes']} ${dateAndTime(at, language)}`,
        oneLine(text, longestValue),
      ),
    ),
    ...(account.notes.length > shown.length ? sentence(reader, ({ card }) => card.cut, { isSubtle: true }) : []),
    ...coveredParts(exact, reader, room.text),
  ];
}

const coveredId = 'exactWords';

function coveredParts(text: string, reader: Reader, limit: number): CardElement[] {
  if (text === '' || limit === 0) {
    return text === '' ? [] : sentence(reader, ({ card }) => card.cut, { isSubtle: true });
  }
  const cut = severalLines(text, limit);
  const name = (language: Language) => words[language].fields['account.verbatim'];
  const title = label(reader, (_, language) => words[language].show(name(language)));
  return [
    ...sentence(reader, (_, language) => words[language].cover, { isSubtle: true }),
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [coveredId] }] },
    {
      type: 'Container',
      id: coveredId,
      isVisible: false,
      items: [
        labelled(reader, (_, language) => name(language), cut.text),
        ...(cut.isCut ? sentence(reader, ({ card }) => card.cut, { isSubtle: true }) : []),
      ],
    },
  ];
}

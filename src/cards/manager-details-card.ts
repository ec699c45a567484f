import type { Incident } from '../domain/incident/incident.ts';
import type { Report } from '../domain/incident/report.ts';
import { dateAndTime, type Reader } from '../words/reader.ts';
import { accountFactParts, accountTextParts, type CardRoom } from './account-parts.ts';
import { type AdaptiveCard, type CardElement, cardBytes } from './adaptive-card.ts';
import { actionParts } from './manager-actions.ts';
import { needsManager, openingParts } from './manager-base-card.ts';
import { historyParts } from './manager-history.ts';
import { label, labelled, type ManagerCardInput, sentence, wholeCard } from './parts.ts';
import { oneLine, severalLines } from './plain-text.ts';

/** Most bytes a card may have; Teams takes about 28 KB (facts 4.1). */
export const cardByteLimit = 24_000;

/** The whole of an account (4 000 characters) nearly always fits; the rest is for one in rare letters, or with many notes. */
const rooms: readonly CardRoom[] = [
  { text: 4_000, notes: 40 },
  { text: 4_000, notes: 15 },
  { text: 2_500, notes: 10 },
  { text: 1_200, notes: 8 },
  { text: 500, notes: 4 },
  { text: 0, notes: 0 },
];

const marks = [
  'towardsFamily',
  'homeThreat',
  'violenceThreatened',
  'weaponMentioned',
  'immediateDanger',
  'particularlyAbusive',
] as const satisfies readonly (keyof Report)[];

function reportedParts(report: Report, reader: Reader): CardElement[] {
  const parts: CardElement[] = [];
  const set = marks.filter((mark) => report[mark]);
  if (report.behaviours.length > 0) {
    const names = label(reader, ({ terms }) => report.behaviours.map((each) => terms.behaviours[each]).join('; '));
    parts.push(labelled(reader, ({ card }) => card.behaviours, names));
  }
  if (set.length > 0) {
    const names = label(reader, ({ terms }) => set.map((each) => terms.marks[each]).join('; '));
    parts.push(labelled(reader, ({ card }) => card.marks, names));
  }
  return parts;
}

const correspondent = ({ name, address }: { name: string; address: string }) =>
  name === '' || name === address ? oneLine(address, 200) : `${oneLine(name, 100)} <${oneLine(address, 200)}>`;

function emailParts(report: Report, reader: Reader): CardElement[] {
  const { email } = report;
  if (email === null) return [];
  const parts: CardElement[] = [labelled(reader, ({ card }) => card.sender, correspondent(email.from))];
  if (email.otherSenders.length > 0) {
    const names = email.otherSenders.slice(0, 3).map(correspondent).join('; ');
    parts.push(labelled(reader, ({ card }) => card.otherSenders, names));
  }
  const subject = oneLine(email.subject, 200) || label(reader, ({ card }) => card.noSubject);
  parts.push(labelled(reader, ({ card }) => card.subject, subject));
  const { receivedAt } = email;
  if (receivedAt !== null) {
    const time = label(reader, (_, language) => dateAndTime(receivedAt, language));
    parts.push(labelled(reader, ({ card }) => card.received, time));
  }
  return parts;
}

function accountParts(report: Report, reader: Reader, limit: number): CardElement[] {
  const account = severalLines(report.facts, limit);
  if (report.facts.trim() === '') return sentence(reader, ({ card }) => card.noAccount, { isSubtle: true });
  return [
    ...(limit === 0 ? [] : [labelled(reader, ({ card }) => card.account, account.text)]),
    ...(account.isCut ? sentence(reader, ({ card }) => card.cut, { isSubtle: true }) : []),
  ];
}

/** It is the manager's turn. */
function isWaiting({ state }: Incident): boolean {
  return state === 'managerReview' || state === 'hrRoute';
}

function nextParts({ incident, reader }: ManagerCardInput): CardElement[] {
  const { kind, channel } = incident.report;
  const security = incident.routing.find((notice) => notice.role === 'security');
  const isSecurityTold = security?.urgency === 'auto' || security?.urgency === 'first';
  return [
    ...sentence(reader, ({ card }) => card.next, { weight: 'bolder', spacing: 'medium' }),
    ...sentence(reader, ({ card }) => {
      if (kind === 'internal') return card.nextHr;
      if (kind === 'suicideThreat') return card.nextWelfare;
      if (incident.duties.some(({ state }) => state === 'open')) return card.nextDuties;
      return isSecurityTold ? card.nextSecurityTold : card.nextSecurityWaits;
    }),
    ...(kind === 'bombThreat' && channel === 'email' ? sentence(reader, ({ card }) => card.nextBomb) : []),
    ...sentence(reader, ({ card }) => card.supportHint, { isSubtle: true }),
  ];
}

/** What has come of it, where that is more than being read: first, because it is why the manager looks again. */
function stateParts({ incident, reader }: ManagerCardInput): CardElement[] {
  const { state } = incident;
  const at = incident.acknowledgement?.at ?? null;
  return [
    ...(state === 'managerReview' || state === 'hrRoute'
      ? []
      : [
          labelled(
            reader,
            ({ card }) => card.state,
            label(reader, ({ terms }) => terms.states[state]),
          ),
        ]),
    ...(at === null ? [] : sentence(reader, ({ card }, language) => card.acknowledged(dateAndTime(at, language)))),
    ...(state === 'infoRequested' ? sentence(reader, ({ actions }) => actions.askedHint) : []),
    ...(state === 'withSecurity' && needsManager(incident)
      ? sentence(reader, ({ actions }) => actions.commentAwaited, { weight: 'bolder' })
      : []),
  ];
}

/**
 * What the manager reads, given back by `refresh` to that manager alone and not kept in the chat. A long account is cut,
 * with a way to the whole of it, so that the card always fits. COM-3b-6, BEH-8.2-1; scenario S5.
 */
export function managerDetailsCard(input: ManagerCardInput): AdaptiveCard {
  const { report } = input.incident;
  const build = (room: CardRoom) =>
    wholeCard(
      input,
      [
        ...openingParts(input),
        ...stateParts(input),
        {
          type: 'Container',
          separator: true,
          items: [
            ...reportedParts(report, input.reader),
            ...accountFactParts(report, input.reader),
            ...emailParts(report, input.reader),
          ],
        },
        ...accountParts(report, input.reader, room.text),
        ...accountTextParts(report, input.reader, room),
        ...historyParts(input),
        ...(isWaiting(input.incident) ? nextParts(input) : []),
        ...actionParts(input),
      ],
      true,
    );
  const smallest: CardRoom = { text: 0, notes: 0 };
  return build(rooms.find((room) => cardBytes(build(room)) <= cardByteLimit) ?? smallest);
}

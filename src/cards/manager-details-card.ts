import { commentLimit } from '../domain/incident/comment.ts';
import type { Report } from '../domain/incident/report.ts';
import { dateAndTime, type Reader } from '../words/reader.ts';
import { accountFactParts, accountTextParts, type CardRoom } from './account-parts.ts';
import { type AdaptiveCard, type CardElement, cardBytes, type TextInput } from './adaptive-card.ts';
import { openingParts } from './manager-base-card.ts';
import { execute, label, labelled, type ManagerCardInput, openLink, sentence, wholeCard } from './parts.ts';
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

function nextParts({ incident, reader }: ManagerCardInput): CardElement[] {
  const { kind, channel } = incident.report;
  const security = incident.routing.find((notice) => notice.role === 'security');
  const isSecurityTold = security?.urgency === 'auto' || security?.urgency === 'first';
  return [
    ...sentence(reader, ({ card }) => card.next, { weight: 'bolder', spacing: 'medium' }),
    ...sentence(reader, ({ card }) => {
      if (kind === 'internal') return card.nextHr;
      if (kind === 'suicideThreat') return card.nextWelfare;
      return isSecurityTold ? card.nextSecurityTold : card.nextSecurityWaits;
    }),
    ...(kind === 'bombThreat' && channel === 'email' ? sentence(reader, ({ card }) => card.nextBomb) : []),
    ...sentence(reader, ({ card }) => card.supportHint, { isSubtle: true }),
  ];
}

function commentInput(reader: Reader): TextInput {
  return {
    type: 'Input.Text',
    id: 'comment',
    label: label(reader, ({ card }) => card.commentLabel),
    placeholder: label(reader, ({ card }) => card.commentPlaceholder),
    isMultiline: true,
    isRequired: true,
    maxLength: commentLimit,
    errorMessage: label(reader, ({ card }) => card.commentError),
  };
}

/** Comment, approve and forward: only while the manager may (T6). */
function answerParts(input: ManagerCardInput): CardElement[] {
  const { incident, reader } = input;
  if (incident.state !== 'managerReview') return [{ type: 'ActionSet', actions: [openLink(input)] }];
  const forward = execute(
    'forwardToSecurity',
    label(reader, ({ card }) => card.forward),
    incident.report.submissionId,
  );
  return [
    ...sentence(reader, ({ card }) => card.commentHint, { isSubtle: true }),
    commentInput(reader),
    { type: 'ActionSet', actions: [{ ...forward, style: 'positive' }, openLink(input)] },
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
        ...nextParts(input),
        ...answerParts(input),
      ],
      true,
    );
  const smallest: CardRoom = { text: 0, notes: 0 };
  return build(rooms.find((room) => cardBytes(build(room)) <= cardByteLimit) ?? smallest);
}

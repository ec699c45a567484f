import type { AuditEntry } from '../../../src/application/ports/audit.ts';
import { receiptsOf } from '../../../src/application/receipts.ts';
import { verifyChain } from '../../../src/application/verify-trail.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type TransitionEvent, transitionTable } from '../../../src/domain/incident/transition-table.ts';
import type { IncidentState } from '../../../src/domain/incident/vocabulary.ts';
import { cardCy } from '../../../src/words/card.cy.ts';
import { cardEn } from '../../../src/words/card.en.ts';
import { cardActionsCy } from '../../../src/words/card-actions.cy.ts';
import { cardActionsEn } from '../../../src/words/card-actions.en.ts';
import { termsCy } from '../../../src/words/terms.cy.ts';
import { termsEn } from '../../../src/words/terms.en.ts';
import { presses } from './manager-presses.ts';
import type { Reported } from './reported.ts';
import {
  auditOf,
  type Card,
  cardsFor,
  type IntakeItem,
  intakeOf,
  type Mail,
  mailsSince,
  type RegisterItem,
  registered,
  waitingRows,
} from './tenant-view.ts';
import type { World } from './world.ts';

export type Category = 'lost' | 'doubled' | 'forbidden' | 'stuck';
export type Findings = Record<Category, string[]>;

interface Seen {
  reported: Reported;
  rows: RegisterItem[];
  row: RegisterItem;
  audit: AuditEntry[];
  intake: IntakeItem[];
  mails: Mail[];
  cards: Card[];
}

type Say = (category: Category, what: string) => void;

/** What does not hold in the tenant, by looking at it from outside. Empty lists when all is as it must be. */
export async function findings(world: World, all: readonly Reported[], since: Date): Promise<Findings> {
  const found: Findings = { lost: [], doubled: [], forbidden: [], stuck: [] };
  const { product } = world;
  const mails = await mailsSince(product, since);
  for (const reported of all) {
    const { submissionId } = reported.report;
    const rows = await registered(product, submissionId);
    const [row] = rows;
    const name = row?.incident.reference ?? submissionId;
    const say: Say = (category, what) => found[category].push(`${name}: ${what}`);
    if (!row) {
      say('lost', 'no incident');
      continue;
    }
    const seen: Seen = {
      reported,
      rows,
      row,
      audit: await auditOf(product, submissionId),
      intake: await intakeOf(product, submissionId),
      mails: mails.filter(({ key }) => key.startsWith(`${submissionId}/`)),
      cards: await cardsAbout(world, row.incident),
    };
    for (const check of checks) check(seen, say);
    // Settling: an attempt that was killed may have written an entry that the record has not learnt of yet.
    for (const { problem, sequence } of await verifyChain(seen.audit, row.work.auditHead, true)) {
      say('forbidden', `the audit chain: ${problem} ${sequence}`);
    }
  }
  for (const rowId of await waitingRows(product)) found.stuck.push(`row ${rowId} of Intake still waits`);
  return found;
}

/** In the chats of everybody who was to have one, and of those who may have none. */
async function cardsAbout({ product }: World, { deliveries, excluded, reference }: Incident): Promise<Card[]> {
  const holders = deliveries.filter(({ channel }) => channel === 'card').map(({ to }) => to);
  const staffIds = [...new Set([...holders, ...excluded.map(({ id }) => id)])];
  return (await cardsFor(product, staffIds)).filter(({ json }) => json.includes(reference));
}

/** Each looks at one report and says what is wrong with it. */
const checks: readonly ((seen: Seen, say: Say) => void)[] = [
  isThereOnce,
  actionsHaveEffect,
  noticesLeft,
  cardsAreRight,
  trailHolds,
  movesAreInTheTable,
  nothingIsOwed,
  receiptsAreRight,
];

function isThereOnce({ rows, row, reported }: Seen, say: Say): void {
  if (rows.length > 1) say('doubled', `${rows.length} incidents`);
  const texts = row.incident.comments.map(({ text }) => text);
  for (const text of twice(texts)) say('doubled', `comment "${text}"`);
  for (const id of twice(row.incident.amendments.map((each) => each.id))) say('doubled', `amendment ${id}`);
  for (const id of twice(row.incident.evidence.map((each) => each.id))) say('doubled', `evidence ${id}`);
  for (const id of twice(row.incident.tasks.map((each) => each.id))) say('doubled', `task ${id}`);
  for (const id of twice(row.incident.questions.map((each) => each.id))) say('doubled', `question ${id}`);
  for (const key of twice(row.incident.clockNotes.map((each) => each.key))) say('doubled', `clock ${key}`);
  if (reported.hasEvidence && row.incident.evidence.length === 0) say('lost', 'evidence that was answered as filed');
}

function actionsHaveEffect({ row, reported, intake }: Seen, say: Say): void {
  const { incident } = row;
  const texts = new Set(incident.comments.map(({ text }) => text));
  for (const { verb, words } of reported.pressed) {
    // What closed it may have been opened again since.
    if (verb !== 'closeLocal' && !presses[verb].leaves(incident, words))
      say('lost', `${verb} "${words}" of the manager`);
  }
  for (const { rowId, text } of reported.answers) {
    const isRefused = intake.find((each) => each.rowId === rowId)?.receipts[0]?.state === 'failed';
    const taken = incident.questions.filter(({ answer }) => answer?.text === text).length;
    // Another answer to the same question was first.
    const isLate = incident.questions.every(({ answer }) => answer !== null);
    if (taken === 0 && !isRefused && !isLate) say('lost', `answer "${text}"`);
    if (taken > 1) say('doubled', `answer "${text}"`);
  }
  const last = reported.securityComments.at(-1);
  if (last !== undefined && !texts.has(last)) say('lost', `comment "${last}" of Security`);
  for (const { entry, rowId } of reported.amendments) {
    const isTaken = incident.amendments.some(({ id }) => id === entry.amendmentId);
    const isRefused = intake.find((each) => each.rowId === rowId)?.receipts[0]?.state === 'failed';
    if (!isTaken && !isRefused) say('lost', `amendment ${entry.amendmentId}`);
  }
  for (const { rowId } of reported.withdrawals) {
    const isRefused = intake.find((each) => each.rowId === rowId)?.receipts[0]?.state === 'failed';
    if (!isRefused && incident.withdrawal === null) say('lost', `withdrawal in row ${rowId}`);
  }
  const mayHaveLeft = incident.forward.state !== 'suppressed' && incident.forward.state !== 'released';
  if (reported.hasMark && mayHaveLeft && incident.forward.state !== 'sent') say('lost', 'the mark of the forward');
}

function noticesLeft({ row, mails, audit }: Seen, say: Say): void {
  const { incident } = row;
  for (const { role, urgency } of incident.routing) {
    if (urgency !== 'first' && urgency !== 'auto') continue;
    const isByReporter = role === 'itSecurity' && incident.forward.state !== 'none';
    const isKnown = incident.deliveries.some((each) => each.role === role && each.key.includes('/reported'));
    const isManager = role === 'lineManager' || role === 'managerAlternate';
    if (!isKnown && !isByReporter && !(isManager && !incident.manager)) say('lost', `notice to ${role}`);
  }
  for (const key of twice(incident.deliveries.map((each) => each.key))) say('doubled', `delivery ${key}`);
  const sent = mails.filter(({ isDraft }) => !isDraft);
  for (const key of twice(sent.map((mail) => mail.key))) say('doubled', `mail ${key}`);
  for (const delivery of incident.deliveries.filter(({ channel }) => channel === 'mail')) {
    const isQuestion = delivery.role === 'switchboard';
    const count = sent.filter(({ key }) => key === delivery.key).length;
    if (delivery.state === 'sent' && count === 0 && !isQuestion) say('lost', `mail ${delivery.key}`);
    if (delivery.state === 'suppressed' && delivery.failure !== 'excluded' && count > 0)
      say('forbidden', `mail ${delivery.key} of a suppressed notice`);
  }
  const known = new Set(incident.deliveries.map(({ key }) => key));
  for (const { key } of sent) {
    if (!known.has(key) && !key.endsWith('/releasedOriginal')) say('forbidden', `mail ${key} that nothing asked for`);
  }
  for (const { detail, id } of audit.filter(({ action }) => action === 'moved')) {
    const event = detail.event ?? '';
    const toReporter = incident.deliveries.filter(({ key, role }) => role === 'reporter' && key.includes(`/${event}@`));
    const moves = audit.filter((each) => each.action === 'moved' && each.detail.event === event).length;
    if (reporterHears.has(event) && toReporter.length < moves) say('lost', `notice of ${id} to the reporter`);
    if (toReporter.length > moves) say('doubled', `notice of ${event} to the reporter`);
  }
}

const reporterHears: ReadonlySet<string> = new Set<TransitionEvent>([
  'forwardToSecurity',
  'keepLocal',
  'acknowledge',
  'startReview',
  'close',
  'reopen',
  'merge',
  'withdraw',
]);

/** In these the card in the chat asks the manager; in all others it says where the report stands. */
const askingStates: ReadonlySet<IncidentState> = new Set(['submitted', 'managerReview', 'hrRoute']);

/** In these its heading says where it stands. */
const headings: Partial<Record<IncidentState, (reference: string) => string[]>> = {
  infoRequested: (reference) => [cardActionsEn.waitingHeading(reference), cardActionsCy.waitingHeading(reference)],
  localOnly: (reference) => [cardActionsEn.localHeading(reference), cardActionsCy.localHeading(reference)],
  acknowledged: (reference) => [cardEn.acknowledgedHeading(reference), cardCy.acknowledgedHeading(reference)],
};

function isStale({ state, reference }: Incident, json: string): boolean {
  const says = (words: string) => json.includes(JSON.stringify(words).slice(1, -1));
  const heading = headings[state]?.(reference);
  if (heading !== undefined) return !heading.some(says);
  const others = Object.values(headings).flatMap((each) => each(reference));
  const saysWhere = says(cardEn.state) || says(cardCy.state) || others.some(says);
  if (askingStates.has(state)) return saysWhere;
  return !(saysWhere && (says(termsEn.states[state]) || says(termsCy.states[state])));
}

function cardsAreRight({ row, cards }: Seen, say: Say): void {
  const { incident } = row;
  const there = cards.filter(({ json }) => json.includes('AdaptiveCard'));
  for (const { staffId } of there) {
    if (incident.excluded.some(({ id }) => id === staffId))
      say('forbidden', 'a card lies with somebody who must find no trace');
  }
  const deliveries = incident.deliveries.filter(({ channel }) => channel === 'card');
  const sentTo = deliveries.filter(({ state }) => state === 'sent');
  if (there.length > deliveries.length) say('doubled', `${there.length} cards of ${deliveries.length} deliveries`);
  if (there.length < sentTo.length) say('lost', `${sentTo.length - there.length} cards`);
  const stale = there.filter(({ json }) => isStale(incident, json));
  if (stale.length > 0 && sentTo.length === there.length)
    say('stuck', `a card that shows another state than ${incident.state}`);
}

function trailHolds({ audit, row }: Seen, say: Say): void {
  for (const id of twice(audit.map((entry) => entry.id))) say('doubled', `audit entry ${id}`);
  audit.forEach((entry, index) => {
    if (entry.sequence !== index + 1) say('forbidden', `audit entry ${index + 1} is missing`);
  });
  if (!audit.some(({ action }) => action === 'registered')) say('lost', 'the first audit entry');
  // An attempt that died may have written one more than the row knows of; the next entry goes after it.
  if (row.work.auditHead.sequence > audit.length) say('lost', 'audit entries that the row knows of');
}

/** The moves in the trail are a way through the table, from where routing put it to where it is. */
function movesAreInTheTable({ audit, row }: Seen, say: Say): void {
  let state: string | null = null;
  for (const { action, detail } of audit) {
    // Where its manager is found to be involved, it goes to whoever answers for it then.
    if (action === 'amended') state = null;
    if (action !== 'moved') continue;
    const { event, from, to } = detail;
    if (state !== null && state !== from) say('forbidden', `a move from ${from} while it was ${state}`);
    const isAllowed = transitionTable.some(
      (each) => each.event === event && each.from.includes(from as IncidentState) && each.to === to,
    );
    if (!isAllowed) say('forbidden', `${event} from ${from} to ${to}`);
    state = to ?? null;
  }
  if (state !== null && state !== row.incident.state)
    say('forbidden', `is ${row.incident.state}, last moved to ${state}`);
}

function nothingIsOwed({ row }: Seen, say: Say): void {
  const { incident, work, fields } = row;
  if (fields.WorkState !== 'done') say('stuck', `work is ${fields.WorkState} until ${fields.WorkUntil}`);
  if (fields.State !== incident.state) say('stuck', `column says ${fields.State}, record ${incident.state}`);
  if (fields.NewComment) say('stuck', 'a comment in the column was not taken');
  if (work.owedEntries.length > 0) say('stuck', `${work.owedEntries.length} audit entries are owed`);
  for (const { key, state, failure } of incident.deliveries) {
    if (state === 'queued' || state === 'failed') say('stuck', `delivery ${key} is ${state}: ${failure}`);
    if (state === 'gaveUp' && failure === null) say('stuck', `delivery ${key} was given up without a reason`);
  }
}

function receiptsAreRight({ row, intake }: Seen, say: Say): void {
  const wanted = receiptsOf(row.incident).map(({ step, state }) => `${step} ${state}`);
  for (const entry of intake.filter(({ type }) => type !== 'forwarded')) {
    if (entry.receipts.length === 0) say('stuck', `row ${entry.rowId} (${entry.type}) was never answered`);
    if (entry.type !== 'report' || entry.receipts.length === 0) continue;
    const isOther = entry.receipts[0]?.reason === 'otherAuthor';
    const shown = entry.receipts.map(({ step, state }) => `${step} ${state}`);
    if (!isOther && shown.join() !== wanted.join()) say('stuck', `receipts ${shown.join()}, not ${wanted.join()}`);
    if (!isOther && entry.state !== row.incident.state) {
      say('stuck', `row ${entry.rowId} shows ${entry.state}, not ${row.incident.state}`);
    }
  }
}

function twice(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}

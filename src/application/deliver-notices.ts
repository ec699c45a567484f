import { isExcluded, isExcludedAddress } from '../domain/incident/holders.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Holder } from '../domain/incident/manager-work.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { listQuestion, mailQuestion, ownQuestion } from './ask-switchboard.ts';
import { noticeOf, occasionOf, queued, withDeliveries } from './notices.ts';
import type { CardPlace } from './ports/card-channel.ts';
import type { NoticeMail } from './ports/notice-writer.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { putBackIn } from './put-back.ts';
import { RemoteError } from './remote-error.ts';
import { afterFailure } from './retry-times.ts';
import { isTakenBack, takeBack, tellOfWithdrawal } from './take-back.ts';
import { tellOfLoss } from './tell-of-loss.ts';

export interface DeliveryRun {
  incident: Incident;
  /** Of the incident's row in its register. */
  itemId: string;
  retryAt: Record<string, string>;
}

export interface DeliveryGuard {
  /** False when an earlier attempt may have got through: then the other side is searched for the key first. */
  isFresh(key: string): boolean;
  /** Called before each delivery; throws when this replica has lost its hold on the incident. */
  stillHeld(): Promise<void>;
  /** Called after each with what has come of all so far. */
  noted(run: DeliveryRun): void;
  /** Keys of the deliveries that the record has, as it is stored. */
  stored: Iterable<string>;
  /**
   * Stores it: before anybody hears what follows from a failure (the next attempt might not fail, and then nothing follows), and before
   * anything leaves that the record does not know of (whoever goes on after a crash might no longer want it, and would not know it has left).
   */
  keep(run: DeliveryRun): Promise<void>;
}

/**
 * Makes every delivery that is due, the pressing ones first, and those that follow from a failure: a card that cannot be
 * delivered gives way to a mail, and whoever cannot be reached at all to a notice to the keeper of the register. COM-6.1-2, X-PART-1.
 */
export async function deliverNotices(
  ports: ServicePorts,
  given: DeliveryRun,
  guard: DeliveryGuard,
): Promise<DeliveryRun> {
  let run = given;
  const tried = new Set<string>();
  const stored = new Set(guard.stored);
  const keep = async () => {
    await guard.keep(run);
    for (const { key } of run.incident.deliveries) stored.add(key);
  };
  for (;;) {
    run = { ...run, incident: withTold(run.incident) };
    const now = ports.clock.now();
    const next = run.incident.deliveries.find((each) => !tried.has(each.key) && isDue(each, run.retryAt, now));
    if (!next) return run;
    tried.add(next.key);
    if (!stored.has(next.key)) await keep();
    await guard.stillHeld();
    const before = run.incident.deliveries.length;
    run = await attempt(ports, run, next, !guard.isFresh(next.key));
    guard.noted(run);
    const outcome = run.incident.deliveries.find(({ key }) => key === next.key)?.state;
    if (outcome) ports.measures.noticeTried(next.channel, outcome);
    if (run.incident.deliveries.length > before) await keep();
  }
}

function withTold(incident: Incident): Incident {
  const told = tellOfWithdrawal(incident);
  return told.length === 0 ? incident : { ...incident, deliveries: withDeliveries(incident.deliveries, told) };
}

function isDue(delivery: Delivery, retryAt: Record<string, string>, now: Date): boolean {
  if (delivery.state !== 'queued' && delivery.state !== 'failed') return false;
  const due = retryAt[delivery.key];
  return due === undefined || Date.parse(due) <= now.getTime();
}

async function attempt(
  ports: ServicePorts,
  run: DeliveryRun,
  delivery: Delivery,
  resume: boolean,
): Promise<DeliveryRun> {
  const { [delivery.key]: _, ...retryAt } = run.retryAt;
  const isOver = isTakenBack(run.incident, delivery);
  try {
    if (await isWithheld(ports, run.incident, delivery)) {
      const withheld: Delivery = { ...delivery, state: 'suppressed', failure: 'excluded' };
      return { ...run, incident: replace(run.incident, withheld), retryAt };
    }
    if (isOver) {
      const ended = await takeBack(ports, run.incident, delivery, resume);
      const at = ports.clock.now().toISOString();
      return { ...run, incident: replace(run.incident, { ...ended, at }), retryAt };
    }
    const remoteId = await send(ports, run, delivery, resume);
    const at = ports.clock.now().toISOString();
    const sent: Delivery = { ...delivery, state: 'sent', attempts: delivery.attempts + 1, at, failure: null, remoteId };
    return { ...run, incident: replace(run.incident, sent), retryAt };
  } catch (error) {
    const failed = afterFailure(delivery, error, ports.clock.now());
    ports.log.warn('deliveryFailed', {
      submissionId: run.incident.report.submissionId,
      role: delivery.role,
      channel: delivery.channel,
      failure: failed.delivery.failure,
      attempts: failed.delivery.attempts,
      isLast: failed.retryAt === null,
    });
    const tried = replace(run.incident, failed.delivery);
    const incident = isOver ? tried : afterGivingUp(ports, tried, failed.delivery);
    return {
      ...run,
      incident,
      retryAt: failed.retryAt === null ? retryAt : { ...retryAt, [delivery.key]: failed.retryAt },
    };
  }
}

/** The last rule: whoever must find no trace gets no notice, whichever rule, clock or address asked for it. C-21 */
async function isWithheld(ports: ServicePorts, incident: Incident, { channel, to }: Delivery): Promise<boolean> {
  if (channel === 'card') return isExcluded(incident, to);
  if (isExcludedAddress(incident, to)) return true;
  // An office's address may be another one of the same mailbox.
  const others = await Promise.all(incident.excluded.map(({ id }) => ports.directory.addressesOf(id)));
  return others.flat().includes(to.toLowerCase());
}

async function send(ports: ServicePorts, run: DeliveryRun, delivery: Delivery, resume: boolean): Promise<string> {
  const { incident } = run;
  if (delivery.channel === 'card') {
    const memberId = await ports.cards.memberId(delivery.to);
    const card = ports.writer.card(run, { memberId, language: languageOf(ports, incident, delivery) });
    const options = { resume, since: incident.reportedAt };
    return JSON.stringify(await ports.cards.post(delivery.to, incident.reference, card, options));
  }
  const question = delivery.role === 'switchboard' ? await ownQuestion(incident.report) : null;
  if (question) {
    await listQuestion(ports, question);
    return mailQuestion(ports, question, { resume });
  }
  const mail = mailFor(ports, run, delivery);
  if (!mail) throw new RemoteError('unsupported', `no mail is written to the role ${delivery.role}`);
  const sent = await ports.mailbox.sendOnce(
    { ...mail, key: delivery.key, to: [delivery.to], attachment: null },
    { resume },
  );
  return sent.messageId;
}

function mailFor(ports: ServicePorts, run: DeliveryRun, delivery: Delivery): NoticeMail | null {
  const language = languageOf(ports, run.incident, delivery);
  if (delivery.role === 'witness') {
    const isReminder = noticeOf(delivery) === 'statementReminder';
    return ports.writer.statementRequest(run, occasionOf(delivery) ?? '', isReminder);
  }
  if (delivery.role === 'teamMember') return ports.writer.teamAlert(run, language);
  const putBack = putBackIn(delivery);
  if (putBack) return ports.writer.putBack(run, putBack, language);
  return ports.writer.mail(run, noticeOf(delivery), delivery.role, language);
}

/** B-CY-3: the person's own where it is known, else both. Several people may have one role: then the address says who. */
export function languageOf(
  ports: ServicePorts,
  incident: Incident,
  { role, to }: Pick<Delivery, 'role' | 'to'>,
): Language | null {
  if (role === 'reporter') return incident.reporterLanguage;
  if (role === 'teamMember') return incident.teamAlert?.members.find(({ address }) => address === to)?.language ?? null;
  if (role === 'lineManager' || role === 'managerAlternate') return holderAt(incident, to)?.language ?? null;
  if (role === 'columnEditor') return null;
  const { recipients, areas } = ports.organisation();
  // Whom the directory names above a manager is not whoever has the role by configuration.
  if (role === 'seniorManager' && recipients[role]?.address !== to) return null;
  if (role !== 'areaContact') return recipients[role]?.language ?? null;
  const contact = areas.flatMap((area) => area.alsoTell).find((each) => each.address === to);
  return contact?.language ?? null;
}

/** The manager or deputy whom a card (by id) or a mail (by address) goes to; one whose time is over has had cards too. */
function holderAt({ manager, deputies }: Incident, to: string): Holder | null {
  const all = [...(manager ? [manager] : []), ...deputies];
  return all.find(({ id, address }) => id === to || address.toLowerCase() === to.toLowerCase()) ?? null;
}

function replace(incident: Incident, delivery: Delivery): Incident {
  return { ...incident, deliveries: incident.deliveries.map((each) => (each.key === delivery.key ? delivery : each)) };
}

/** What follows when a notice cannot be delivered at all: a mail for a card, and then word to whoever keeps the register. */
function afterGivingUp(ports: ServicePorts, incident: Incident, delivery: Delivery): Incident {
  if (delivery.state !== 'gaveUp') return incident;
  const at = ports.clock.now().toISOString();
  const { submissionId } = incident.report;
  const holder = delivery.channel === 'card' ? holderAt(incident, delivery.to) : null;
  if (holder) {
    const where = { role: delivery.role, channel: 'mail', to: holder.address } as const;
    const fallback = queued(submissionId, noticeOf(delivery), where, at);
    return { ...incident, deliveries: withDeliveries(incident.deliveries, [fallback]) };
  }
  const told = tellOfLoss(incident, delivery, ports.organisation(), at);
  return { ...incident, deliveries: withDeliveries(incident.deliveries, told) };
}

/** Where the cards lie that were posted for this incident, and whose each is. */
export function cardPlaces(incident: Incident): { to: string; language: Language | null; place: CardPlace }[] {
  return incident.deliveries
    .filter((each) => each.channel === 'card' && each.state === 'sent' && each.remoteId !== null)
    .map(({ to, remoteId }) => ({
      to,
      language: holderAt(incident, to)?.language ?? null,
      place: JSON.parse(remoteId ?? '') as CardPlace,
    }));
}

import { holdersOf } from '../domain/incident/holders.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { managerRoleOf } from '../domain/incident/roles-in-record.ts';
import { namedQuestion, questionIn } from '../domain/incident/switchboard-question.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { queued } from './notices.ts';
import type { Area, Organisation } from './organisation.ts';
import { receptionOf } from './reception.ts';

const cardRoles: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate']);

/** What the service has found out about whom to tell. */
export interface KnownRecipients {
  /** Addresses that get nothing, whatever the configuration says: the implicated manager's. C-21 */
  excluded: readonly string[];
  /** Whom the directory names above the manager. */
  seniorManager: string | null;
  /** The reporter's business area; null when the directory's department belongs to none. BEH-8.2-3 */
  area: Pick<Area, 'alsoTell'> | null;
}

/**
 * The deliveries that the routing asks for by itself, in the order they leave (`first` before `auto`). A role without a mailbox
 * in the configuration is not left out in silence: its delivery says so. An address in `excluded` gets nothing; last rule wins.
 */
export function planDeliveries(
  incident: Incident,
  organisation: Organisation,
  known: KnownRecipients,
  at: string,
): Delivery[] {
  const { submissionId } = incident.report;
  return incident.routing.flatMap(({ role, urgency }): Delivery[] => {
    if (urgency !== 'first' && urgency !== 'auto') return [];
    // The original itself, sent by the reporter's own client, is IT Security's notice (COM-6.1-3).
    if (role === 'itSecurity' && incident.forward.state === 'queued') return [];
    if (cardRoles.has(role)) {
      // Each holder has a card of their own; which of the two roles the rules named does not matter.
      return holdersOf(incident, at).map(({ id }) =>
        queued(submissionId, 'reported', { role: managerRoleOf(incident, id), channel: 'card', to: id }, at),
      );
    }
    return addressesOf(role, incident, organisation, known).map((to) => {
      const delivery = queued(submissionId, 'reported', { role, channel: 'mail', to }, at);
      if (role === 'switchboard' && namedQuestion(incident.report) !== null) {
        // The reporter's own question has gone there: one message a call. COM-4.1-2
        return { ...delivery, state: 'suppressed', failure: 'askedAlready' };
      }
      if (to === '') return { ...delivery, state: 'gaveUp', failure: 'noRecipient' };
      if (role === 'switchboard' && questionIn(incident.report) === null) {
        return { ...delivery, state: 'gaveUp', failure: 'noExtension' };
      }
      const isExcluded = known.excluded.some((address) => address.toLowerCase() === to.toLowerCase());
      return isExcluded ? { ...delivery, state: 'suppressed', failure: 'excluded' } : delivery;
    });
  });
}

/** The notice that is a question to the switchboard, not sent yet or sent. */
export function asksSwitchboard({ role, state }: Pick<Delivery, 'role' | 'state'>): boolean {
  return role === 'switchboard' && state !== 'suppressed' && state !== 'gaveUp';
}

/** One address for every role but the area's own; an empty one where there should be one and is none. */
function addressesOf(role: Role, incident: Incident, organisation: Organisation, known: KnownRecipients): string[] {
  const configured = organisation.recipients[role]?.address;
  if (role === 'areaContact') {
    const addresses = new Map(known.area?.alsoTell.map(({ address }) => [address.toLowerCase(), address]));
    return [...addresses.values()];
  }
  if (role === 'reception') return [receptionOf(incident.report.account, organisation.sites) ?? configured ?? ''];
  if (role === 'seniorManager') return [configured ?? known.seniorManager ?? ''];
  return [configured ?? ''];
}

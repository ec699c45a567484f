import type { ClockEvent, ClockNotice } from '../domain/deadlines/clock-event.ts';
import { holdersOf } from '../domain/incident/holders.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { keeperOf, managerRoleOf } from '../domain/incident/roles-in-record.ts';
import type { Staff } from '../domain/incident/staff.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { queued } from './notices.ts';
import type { Organisation } from './organisation.ts';

/** `aboveManager`: by the directory; `aboveKeeper`: by configuration. */
type Hearer = 'managers' | 'reporter' | 'witness' | 'keeper' | 'aboveManager' | 'aboveKeeper';

/** Who hears of each. Everyone at most once for each event, and each event once. BEH-5.1-1, BEH-8.3-1 */
const hearers: Record<ClockNotice, readonly Hearer[]> = {
  answerReminder: ['managers'],
  answerEscalated: ['aboveManager'],
  answerUnheard: ['keeper'],
  questionReminder: ['reporter'],
  questionUnanswered: ['managers'],
  acknowledgeReminder: ['keeper'],
  acknowledgeOverdue: ['keeper', 'aboveKeeper'],
  reviewReminder: ['keeper'],
  reviewOverdue: ['keeper', 'aboveKeeper'],
  taskReminder: ['keeper'],
  statementReminder: ['witness'],
  statementOverdue: ['managers'],
  meetingReminder: ['managers'],
  meetingWindowEnding: ['managers'],
};

/** Whose card shows something else now. */
export function isForManagers(name: ClockNotice): boolean {
  return hearers[name].includes('managers');
}

interface Telling {
  organisation: Pick<Organisation, 'recipients'>;
  /** Whom the directory names above the manager; null where there is nobody: then whoever keeps the register is told. */
  superior: Staff | null;
  /** UTC. */
  at: string;
}

/** The notices of a clock's event, by mail. Their keys follow from the event, so that finding it twice tells nobody twice. */
export function tellOfClock(
  incident: Incident,
  { name, about }: ClockEvent & { name: ClockNotice },
  { organisation, superior, at }: Telling,
): Delivery[] {
  const to = hearers[name].flatMap((hearer) => addressesOf(incident, hearer, about, { organisation, superior, at }));
  return to.map(([role, address]): Delivery => {
    const where = { role, channel: 'mail', to: address } as const;
    const delivery = queued(incident.report.submissionId, name, where, at, about);
    return address === '' ? { ...delivery, state: 'gaveUp', failure: 'noRecipient' } : delivery;
  });
}

function addressesOf(
  incident: Incident,
  hearer: Hearer,
  about: string | null,
  { organisation: { recipients }, superior, at }: Telling,
): [Role, string][] {
  const keeper = keeperOf(incident.boundary);
  switch (hearer) {
    case 'managers':
      return holdersOf(incident, at).map(({ id, address }) => [managerRoleOf(incident, id), address]);
    case 'reporter':
      return [[hearer, incident.reporter.address]];
    case 'witness': {
      const staff = incident.statements.find(({ id }) => id === about)?.witness.staff;
      return staff ? [[hearer, staff.address]] : [];
    }
    case 'aboveManager':
      if (superior) return [['seniorManager', superior.address]];
      return [[keeper, recipients[keeper]?.address ?? '']];
    case 'keeper':
      return [[keeper, recipients[keeper]?.address ?? '']];
    case 'aboveKeeper': {
      // A call for help goes to no deputy director, not even its number. Model 4.1
      const isOpenToDeputy = incident.report.kind !== 'suicideThreat' && !recipients.seniorManager;
      const role = isOpenToDeputy && recipients.deputyDirector ? 'deputyDirector' : 'seniorManager';
      return [[role, recipients[role]?.address ?? '']];
    }
  }
}

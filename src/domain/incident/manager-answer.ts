import type { CalendarDate } from '../calendar/dates.ts';
import type { Incident } from './incident.ts';
import type { Task } from './manager-work.ts';
import { severityRank } from './severity.ts';
import { mustSecurityKnow } from './transitions.ts';
import type { IncidentState, Role, Severity } from './vocabulary.ts';

/** Everything a manager can do about a report, in the card and in the tab alike. T5 to T8, T13b, COM-3c-1, BEH-4.3-1, BEH-5, COM-3a-8 */
export const managerVerbs = [
  'forwardToSecurity',
  'comment',
  'askReporter',
  'noteAnswer',
  'keepLocal',
  'closeLocal',
  'tellHr',
  'tellDesks',
  'requestGuards',
  'requestPolice',
  'customerSpoken',
  'customerWritten',
  'planMeeting',
  'raiseSeverity',
  'markAbusive',
] as const;
export type ManagerVerb = (typeof managerVerbs)[number];

/** What a manager says. Texts are as typed; their limits are checked by whoever takes them. */
export type ManagerAnswer =
  | { verb: 'forwardToSecurity' | 'comment' | 'askReporter' | 'noteAnswer'; text: string }
  | { verb: 'keepLocal' | 'closeLocal'; reason: string }
  | { verb: 'tellHr' | 'tellDesks' | 'customerSpoken' | 'customerWritten' | 'markAbusive' }
  | { verb: 'requestGuards' | 'requestPolice'; note: string }
  | { verb: 'planMeeting'; on: CalendarDate; isSafe: boolean; measures: string }
  | { verb: 'raiseSeverity'; to: Severity; reason: string };

/** Whom each of the two taps after a hoax tells. COM-3c-1 */
export const dutyRoles: Record<'tellHr' | 'tellDesks', readonly Role[]> = {
  tellHr: ['hrPartner'],
  tellDesks: ['helpDesk', 'security'],
};

const taskOf = { requestGuards: 'guards', requestPolice: 'policePresence' } as const satisfies Record<
  string,
  Task['type']
>;

export function taskTypeOf(verb: keyof typeof taskOf): Task['type'] {
  return taskOf[verb];
}

const ended: readonly IncidentState[] = ['closed', 'merged', 'withdrawn'];

export function isEnded({ state }: Pick<Incident, 'state'>): boolean {
  return ended.includes(state);
}

/** A call for help, and a matter among colleagues, have no "customer" to be faced, guarded against or judged. C-32, COM-3f-1 */
function hasCustomer({ report }: Incident): boolean {
  return report.kind !== 'suicideThreat' && report.kind !== 'internal';
}

function openDuties({ duties }: Incident, verb: 'tellHr' | 'tellDesks') {
  return duties.some(({ role, state }) => state === 'open' && dutyRoles[verb].includes(role));
}

/** The manager has said something about it. After an automatic forward the comment is still awaited. BEH-8.2-2 */
export function hasManagerCommented({ comments }: Pick<Incident, 'comments'>): boolean {
  return comments.some(({ role }) => role === 'lineManager');
}

const waitsForManager = ({ state }: Incident) => state === 'managerReview';

/** When each verb has a sense, by the record alone; whether this person may is asked apart. */
const isOpenFor: Record<ManagerVerb, (incident: Incident) => boolean> = {
  forwardToSecurity: waitsForManager,
  comment: (incident) => !isEnded(incident) && !waitsForManager(incident) && incident.state !== 'submitted',
  askReporter: waitsForManager,
  noteAnswer: ({ state }) => state === 'infoRequested',
  keepLocal: (incident) => waitsForManager(incident) && !mustSecurityKnow(incident),
  closeLocal: ({ state }) => state === 'localOnly',
  tellHr: (incident) => !isEnded(incident) && openDuties(incident, 'tellHr'),
  tellDesks: (incident) => !isEnded(incident) && openDuties(incident, 'tellDesks'),
  requestGuards: (incident) => !isEnded(incident) && hasCustomer(incident) && !hasOpenTask(incident, 'guards'),
  requestPolice: (incident) => !isEnded(incident) && hasCustomer(incident) && !hasOpenTask(incident, 'policePresence'),
  customerSpoken: (incident) => !isEnded(incident) && hasCustomer(incident) && !hasContact(incident, 'spoken'),
  customerWritten: (incident) => !isEnded(incident) && hasCustomer(incident) && !hasContact(incident, 'written'),
  planMeeting: (incident) => !isEnded(incident) && hasCustomer(incident) && incident.meeting === null,
  raiseSeverity: (incident) =>
    !isEnded(incident) && hasCustomer(incident) && severityRank(incident.severity) < severityRank('critical'),
  markAbusive: (incident) =>
    !isEnded(incident) &&
    hasCustomer(incident) &&
    !incident.report.particularlyAbusive &&
    incident.marks.particularlyAbusive === null,
};

function hasOpenTask({ tasks }: Incident, type: Task['type']): boolean {
  return tasks.some((task) => task.type === type && task.done === null);
}

function hasContact({ customerContacts }: Incident, way: 'spoken' | 'written'): boolean {
  return customerContacts.some((contact) => contact.way === way);
}

/** The verbs that have a sense for this record now, in the order a card shows them. */
export function openVerbs(incident: Incident): ManagerVerb[] {
  return managerVerbs.filter((verb) => isOpenFor[verb](incident));
}

/** Whether it has been done already, so that a second press is no mistake of the person's. */
export function isDoneAlready(incident: Incident, verb: ManagerVerb): boolean {
  switch (verb) {
    case 'tellHr':
    case 'tellDesks':
      return incident.duties.some(({ role }) => dutyRoles[verb].includes(role)) && !openDuties(incident, verb);
    case 'requestGuards':
    case 'requestPolice':
      return hasOpenTask(incident, taskTypeOf(verb));
    case 'customerSpoken':
    case 'customerWritten':
      return hasContact(incident, verb === 'customerSpoken' ? 'spoken' : 'written');
    case 'planMeeting':
      return incident.meeting !== null;
    case 'markAbusive':
      return incident.report.particularlyAbusive || incident.marks.particularlyAbusive !== null;
    default:
      return false;
  }
}

import { type ClockEvent, type ClockNotice, clockNotices } from '../domain/deadlines/clock-event.ts';
import { dueEvents, isStale } from '../domain/deadlines/clocks.ts';
import type { ClockSettings } from '../domain/deadlines/deadline-settings.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { transition } from '../domain/incident/transitions.ts';
import { withDeliveries } from './notices.ts';
import type { Organisation } from './organisation.ts';
import type { AuditAction, AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import { dutyNotice } from './tell-of-answer.ts';
import { isForManagers, tellOfClock } from './tell-of-clock.ts';
import { tellOfMove } from './tell-of-move.ts';

export interface ClockRun {
  settings: ClockSettings;
  organisation: Pick<Organisation, 'recipients'>;
  /**
   * Whom the directory names above the manager, null for nobody; undefined while that has not been asked or cannot be found out: then what
   * goes up waits for the next run, and the rest does not.
   */
  superior: Staff | null | undefined;
  /** UTC. */
  now: string;
}

interface Told {
  delivery: Delivery;
  weight: number;
}

/** What an event makes of the record. */
interface Effect {
  incident: Incident;
  told: Delivery[];
  weight: number;
  action: AuditAction;
  detail?: Record<string, string>;
  changesCard: boolean;
}

/** Where two are due to one person at once, the weightier is sent and the other is not. */
const weights = { reminder: 1, escalation: 2, move: 3, report: 4 };

const escalations: ReadonlySet<ClockNotice> = new Set([
  'answerEscalated',
  'answerUnheard',
  'acknowledgeOverdue',
  'reviewOverdue',
]);

/**
 * Everything that is due for a record, in order of time, in one change; null when nothing is. A reminder whose own limit has passed is
 * skipped, and the trail says so; what moves the record or goes up is done however late. Nobody gets more than one notice of it. Each
 * event is noted in the record with its effect, so whoever comes second finds nothing left to do. F29, X-IDEM-1
 */
export function applyClocks(
  { incident, work }: RegisterRow,
  run: ClockRun,
): Pick<RegisterRow, 'incident' | 'work'> | null {
  let present = incident;
  const told: Told[] = [];
  const entries: AuditDraft[] = [];
  let changesCard = false;
  for (let event = nextDue(present, run); event; event = nextDue(present, run)) {
    const effect = isStale(event, run.now) ? skip(present) : ring(present, event, run);
    const outcome = effect.action === 'reminderSkipped' ? 'skipped' : 'done';
    const note = { key: event.key, at: run.now, outcome } as const;
    present = { ...effect.incident, clockNotes: [...present.clockNotes, note] };
    told.push(...effect.told.map((delivery) => ({ delivery, weight: effect.weight })));
    entries.push(entryFor(event, effect, run.now));
    changesCard ||= effect.changesCard;
  }
  if (entries.length === 0) return null;
  return {
    incident: { ...present, deliveries: withDeliveries(incident.deliveries, onePerPerson(told)) },
    work: {
      ...work,
      owedEntries: [...work.owedEntries, ...entries],
      owesReceipts: work.owesReceipts || changesCard,
      owesRedraw: work.owesRedraw || changesCard,
    },
  };
}

function nextDue(incident: Incident, { settings, now, superior }: ClockRun): ClockEvent | null {
  const due = dueEvents(incident, settings, now);
  return due.find(({ name }) => name !== 'answerEscalated' || superior !== undefined) ?? null;
}

function skip(incident: Incident): Effect {
  return { incident, told: [], weight: 0, action: 'reminderSkipped', changesCard: false };
}

function ring(incident: Incident, event: ClockEvent, run: ClockRun): Effect {
  if (event.name === 'forwardOverdue') return forward(incident, event, run);
  if (event.name === 'dutyBackup') return backUp(incident, event, run);
  const { name } = event;
  const isEscalation = escalations.has(name);
  return {
    incident,
    told: tellOfClock(incident, { ...event, name }, { ...run, superior: run.superior ?? null, at: run.now }),
    weight: isEscalation ? weights.escalation : weights.reminder,
    action: isEscalation ? 'escalated' : 'reminded',
    changesCard: isForManagers(name),
  };
}

/** T7, T7b. The clock asks for nothing that the table of moves would refuse. */
function forward(incident: Incident, event: ClockEvent, { organisation, now }: ClockRun): Effect {
  const moved = transition(incident, { type: 'forwardOverdue', isLimitPassed: true, at: now }, { kind: 'system' });
  if (!moved.ok) throw new Error(`a clock asked for a move that is not allowed: ${moved.refusal}`);
  const move = { event: 'forwardOverdue', tell: moved.tell, at: event.dueAt } as const;
  return {
    incident: moved.incident,
    told: tellOfMove(moved.incident, move, organisation),
    weight: weights.move,
    action: 'moved',
    detail: { event: 'forwardOverdue', from: incident.state, to: moved.incident.state },
    changesCard: true,
  };
}

/** The service tells in the manager's stead, and says so. COM-3c-4 */
function backUp(incident: Incident, { about }: ClockEvent, { organisation, now }: ClockRun): Effect {
  const open = incident.duties.filter(({ role, state }) => role === about && state === 'open');
  const duties = incident.duties.map((duty) =>
    open.includes(duty) ? { ...duty, state: 'backedUp' as const, ended: { by: 'system', at: now } } : duty,
  );
  return {
    incident: { ...incident, duties },
    told: open.map(({ role }) => dutyNotice(incident, role, organisation, now)),
    weight: weights.report,
    action: 'dutyBackedUp',
    changesCard: true,
  };
}

function entryFor({ key, name, about, dueAt }: ClockEvent, { action, detail }: Effect, at: string): AuditDraft {
  const said: Record<string, string> = { clock: name, dueAt, ...(about === null ? {} : { about }), ...detail };
  return { id: `clock ${key}`, action, actor: 'system', at, detail: said };
}

/** After a week of silence nobody finds a heap of notices about one record: the weightiest, and of several the latest. */
function onePerPerson(told: readonly Told[]): Delivery[] {
  const chosen = new Map<string, Told>();
  for (const each of told) {
    const { channel, to, key } = each.delivery;
    const person = to === '' ? key : `${channel} ${to.toLowerCase()}`;
    const known = chosen.get(person);
    if (!known || each.weight >= known.weight) chosen.set(person, each);
  }
  return [...chosen.values()].map(({ delivery }) => delivery);
}

/** Whether a notice is one of a clock's. */
export function isClockNotice(name: string): name is ClockNotice {
  return (clockNotices as readonly string[]).includes(name);
}

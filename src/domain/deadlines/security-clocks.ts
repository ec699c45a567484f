import type { Incident } from '../incident/incident.ts';
import { isEnded } from '../incident/manager-answer.ts';
import { mustSecurityKnow } from '../incident/transitions.ts';
import { type ClockEvent, clockEvent } from './clock-event.ts';
import type { ClockSettings } from './deadline-settings.ts';
import { earliest, passed, type TimeLimit } from './time-limit.ts';

/**
 * Since when Security can acknowledge it, UTC; null while it cannot, or need not. A report that comes to Security beside the manager (T4)
 * counts from when the first notice left: until then Security could not know of it. Another from when it was passed on.
 */
function acknowledgeFrom(incident: Incident): string | null {
  const { state, passedOnAt, reportedAt, deliveries } = incident;
  const mustKnow = mustSecurityKnow(incident);
  const isBeside = mustKnow && (state === 'managerReview' || state === 'infoRequested');
  if (incident.boundary === 'hr' || (state !== 'withSecurity' && !isBeside)) return null;
  const passedOn = state === 'withSecurity' ? (passedOnAt ?? reportedAt) : null;
  if (!mustKnow) return passedOn;
  const left = deliveries.filter(({ role, state: end }) => role === 'security' && (end === 'sent' || end === 'gaveUp'));
  const [first, ...others] = left.map(({ at }) => at);
  return first === undefined ? null : earliest(first, ...others);
}

/** Security acknowledges: reminded at half time; at the limit reminded again, and whoever is above Security is told. BEH-8.3-1 */
export function acknowledgeClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  const from = acknowledgeFrom(incident);
  if (from === null) return [];
  const { acknowledgeWorkingDays, criticalAcknowledgeMinutes } = settings.deadlines;
  const after = (times: number) => {
    const ordinary = passed(from, { workingDays: acknowledgeWorkingDays }, settings, times);
    if (incident.severity !== 'critical') return ordinary;
    return earliest(ordinary, passed(from, { minutes: criticalAcknowledgeMinutes }, settings, times));
  };
  const dueAt = after(1);
  return [clockEvent('acknowledgeReminder', after(0.5), { staleAt: dueAt }), clockEvent('acknowledgeOverdue', dueAt)];
}

/** Acknowledging starts the review clock: Security is reminded at the limit, and whoever is above is told after twice the time. BEH-8.3-1 */
export function reviewClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  if (incident.state !== 'acknowledged' || !incident.acknowledgement) return [];
  const { at } = incident.acknowledgement;
  const limit = { workingDays: settings.deadlines.reviewWorkingDays };
  const overdueAt = passed(at, limit, settings, 2);
  return [
    clockEvent('reviewReminder', passed(at, limit, settings), { staleAt: overdueAt }),
    clockEvent('reviewOverdue', overdueAt),
  ];
}

/** Somebody may be in danger, so Security hears of it soon and again, by night too; later once a working day, and not for ever. */
const taskReminders: readonly TimeLimit[] = [
  { minutes: 30 },
  { minutes: 120 },
  ...[1, 2, 3, 4, 5].map((workingDays) => ({ workingDays })),
];

/** What the manager has asked Security for, until it is arranged: guards, a police presence. BEH-4.3-1 */
export function taskClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  if (isEnded(incident)) return [];
  return incident.tasks
    .filter(({ done }) => done === null)
    .flatMap(({ id, at }) => {
      const times = taskReminders.map((limit) => passed(at, limit, settings)).sort();
      return times.map((dueAt, index) => {
        const staleAt = times[index + 1];
        return clockEvent('taskReminder', dueAt, { about: `${id}.${index + 1}`, ...(staleAt ? { staleAt } : {}) });
      });
    });
}

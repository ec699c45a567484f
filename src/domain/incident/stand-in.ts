import type { CalendarDate } from '../calendar/dates.ts';
import type { Absence } from './absence.ts';
import { isExcluded } from './holders.ts';
import type { Incident } from './incident.ts';
import { isEnded } from './manager-answer.ts';
import type { Deputy, Holder } from './manager-work.ts';

/**
 * The record with the substitute beside its manager, who keeps what they had; null where nothing changes: the record is not that
 * manager's or has ended, or the substitute is there already, wrote the report, or must find no trace of it. C-21
 */
export function deputise(incident: Incident, { managerId, deputy, until }: Absence): Incident | null {
  const { manager, deputies, reporter } = incident;
  if (manager?.id !== managerId || isEnded(incident)) return null;
  if (deputy.id === managerId || deputy.id === reporter.id || isExcluded(incident, deputy.id)) return null;
  const known = deputies.find(({ id }) => id === deputy.id);
  if (known && known.until >= until) return null;
  const added: Deputy = { ...deputy, until };
  return { ...incident, deputies: [...deputies.filter((each) => each !== known), added] };
}

/**
 * The record after the last day (London's) on which somebody stood in: their access is over, and what they took alone goes back to the
 * manager. Null where nothing changes. `manager` is as the directory has them now; null when they have left, and then the substitute
 * stays, since every record has somebody who answers for it (BEH-5.1-1).
 */
export function endStandIn(
  incident: Incident,
  { managerId, deputyId, lastDay }: { managerId: string; deputyId: string; lastDay: CalendarDate },
  manager: Holder | null,
): Incident | null {
  const { standsInFor, deputies } = incident;
  const isAlone = incident.manager?.id === deputyId && standsInFor?.id === managerId;
  if (isAlone) {
    const mayHave = manager !== null && manager.id !== incident.reporter.id && !isExcluded(incident, manager.id);
    if (!mayHave || !incident.manager) return null;
    const { isAlternate: _, ...former } = incident.manager;
    return {
      ...incident,
      // A substitute found without the reporter's word is one still, whoever stood in meanwhile.
      manager: { ...manager, isAlternate: incident.report.manager.implicated },
      standsInFor: null,
      deputies: [...deputies.filter(({ id }) => id !== deputyId), { ...former, until: lastDay }],
    };
  }
  if (incident.manager?.id !== managerId) return null;
  if (!deputies.some(({ id, until }) => id === deputyId && until > lastDay)) return null;
  return { ...incident, deputies: deputies.map((each) => (each.id === deputyId ? { ...each, until: lastDay } : each)) };
}

import { isExcluded, isExcludedAddress } from './holders.ts';
import type { Incident } from './incident.ts';
import { isEnded } from './manager-answer.ts';
import type { Holder, Stamp } from './manager-work.ts';
import type { Staff } from './staff.ts';
import { type TeamMeasure, teamMeasures } from './team-measures.ts';

export type AlertRefusal = 'notOffered' | 'alreadyDone' | 'measuresMissing' | 'noTeam' | 'movedOn';

/** A call for help and a matter among colleagues are nobody else's business. C-32, COM-3f-1 */
export function mayAlert(incident: Incident): boolean {
  const { kind } = incident.report;
  return !isEnded(incident) && kind !== 'suicideThreat' && kind !== 'internal' && incident.teamAlert === null;
}

/** Whose direct reports are told: the line manager's, whoever answers in their place. Null where there is none. */
export function teamLeaderOf({ manager, standsInFor, excluded }: Incident): Staff['id'] | null {
  return standsInFor?.id ?? excluded[0]?.id ?? manager?.id ?? null;
}

/** Who of a team is told: everyone but whoever must find no trace, and whoever sends it. */
export function alertedOf(incident: Incident, team: readonly Holder[], senderId: string): Holder[] {
  return team.filter(
    ({ id, address }) => id !== senderId && !isExcluded(incident, id) && !isExcludedAddress(incident, address),
  );
}

/** The record with the alert; it is sent once. */
export function alertTeam(
  incident: Incident,
  { measures, members }: { measures: readonly TeamMeasure[]; members: readonly Holder[] },
  stamp: Stamp,
): { ok: true; incident: Incident } | { ok: false; refusal: AlertRefusal } {
  if (incident.teamAlert !== null) return { ok: false, refusal: 'alreadyDone' };
  if (isEnded(incident)) return { ok: false, refusal: 'movedOn' };
  if (!mayAlert(incident)) return { ok: false, refusal: 'notOffered' };
  const chosen = teamMeasures.filter((measure) => measures.includes(measure));
  if (chosen.length === 0) return { ok: false, refusal: 'measuresMissing' };
  if (members.length === 0) return { ok: false, refusal: 'noTeam' };
  const teamAlert = { ...stamp, measures: chosen, people: members.length, members: [...members] };
  return { ok: true, incident: { ...incident, teamAlert } };
}

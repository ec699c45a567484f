import { holdersOf, isExcluded } from '../domain/incident/holders.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Staff } from '../domain/incident/staff.ts';
import type { StaffDirectory } from './ports/directory.ts';

/** No organisation is deeper than this between a manager and its head. */
const mostLevels = 8;

/**
 * Whom it goes up to when the manager does not answer: whoever the directory names above the manager, or above the one a substitute
 * stands in for. Never the reporter, somebody who must find no trace of it, or one who answers for it already: then one further up.
 * Null when nobody is left: then it is for whoever keeps the register. `at` is UTC. BEH-5.1-1, C-21
 */
export async function superiorOf(
  directory: Pick<StaffDirectory, 'managerOf'>,
  incident: Incident,
  at: string,
): Promise<Staff | null> {
  const holders = new Set(holdersOf(incident, at).map(({ id }) => id));
  let below = (incident.standsInFor ?? incident.manager)?.id;
  for (let level = 0; level < mostLevels && below !== undefined; level += 1) {
    const above = await directory.managerOf(below);
    if (!above) return null;
    const { id, name, address } = above;
    const isBarred = id === incident.reporter.id || isExcluded(incident, id) || holders.has(id);
    if (!isBarred) return { id, name, address };
    below = id;
  }
  return null;
}

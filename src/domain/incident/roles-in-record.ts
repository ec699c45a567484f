import type { Reader } from '../permissions/vocabulary.ts';
import { holderOf, isExcluded } from './holders.ts';
import type { Incident } from './incident.ts';
import type { CaveatBoundary, Role } from './vocabulary.ts';

/** Who keeps a register: whoever works on its records after the manager. */
export type Keeper = Extract<Role, 'security' | 'hrPartner'>;

/** Somebody who wants something. `groups` are the roles that the caller has proved by token or directory, never what a page says. */
export interface Person {
  /** Entra object id. */
  id: string;
  groups: readonly Reader[];
}

export function keeperOf(boundary: CaveatBoundary): Keeper {
  return boundary === 'hr' ? 'hrPartner' : 'security';
}

/** Found in the record, never proved by a group. */
const foundInRecord: ReadonlySet<Reader> = new Set(['reporter', 'lineManager', 'managerAlternate']);

/**
 * Who this person is for this record at this moment (UTC): the one place that says so. Null for whoever must find no trace of it,
 * whatever else they are (C-21). Reporter and manager are found in the record itself, a deputy as long as the manager is away. What a
 * role may do here is said by the table, and what it may move by the state machine.
 */
export function rolesIn(incident: Incident, { id, groups }: Person, at: string): Reader[] | null {
  if (isExcluded(incident, id)) return null;
  const roles: Reader[] = [];
  if (id === incident.reporter.id) roles.push('reporter');
  if (holderOf(incident, id, at)) roles.push(managerRoleOf(incident, id));
  roles.push(...new Set(groups.filter((group) => !foundInRecord.has(group))));
  return roles;
}

/** The role under which a holder is told and asked: only the line manager proper has that one. */
export function managerRoleOf(
  { manager }: Pick<Incident, 'manager'>,
  staffId: string,
): Extract<Role, 'lineManager' | 'managerAlternate'> {
  return manager?.id === staffId && !manager.isAlternate ? 'lineManager' : 'managerAlternate';
}

import { decisionRows } from '../permissions/decision-rows.ts';
import { officeRows } from '../permissions/office-rows.ts';
import { recordRows } from '../permissions/record-rows.ts';
import {
  allows,
  type Entity,
  type EntityPermissions,
  type Limit,
  type Reader,
  type Right,
} from '../permissions/vocabulary.ts';
import type { Incident } from './incident.ts';
import { type Person, rolesIn } from './roles-in-record.ts';
import { severityRank } from './severity.ts';

/**
 * Who may do what. What is not here is forbidden. Nobody deletes evidence: only weeding removes it, with two people.
 * BEH-15.1-1, COM-12.1-1; model 6.
 */
export const permissions: Readonly<Record<Entity, EntityPermissions>> = {
  ...recordRows,
  ...decisionRows,
  ...officeRows,
};

/** Whether a role may do it, given what is true of this case. Whatever the table does not say is no. */
export function can(reader: Reader, right: Right, entity: Entity, facts: ReadonlySet<Limit>): boolean {
  if (!Object.hasOwn(permissions, entity) || !Object.hasOwn(permissions[entity], reader)) return false;
  return allows(permissions[entity][reader], right, facts);
}

/**
 * What the incident itself says for the table at this moment (UTC), for one person in one role. Grants, requests and decisions have
 * records of their own and are added by whoever has read those. Empty for whoever must find no trace, whatever the role. C-21
 */
export function limitsFrom(incident: Incident, person: { id: string; role: Reader }, at: string): Set<Limit> {
  const { role } = person;
  const facts = new Set<Limit>();
  const roles = rolesIn(incident, { id: person.id, groups: [role] }, at);
  if (roles === null) return facts;
  if (roles.includes('reporter')) facts.add('own');
  if (roles.includes('lineManager') || roles.includes('managerAlternate')) facts.add('assigned');
  if (isInside(incident, role, facts.has('assigned'))) facts.add('boundary');
  if (incident.boundary === 'hr') facts.add('internal');
  if (incident.report.channel === 'email') facts.add('emailCase');
  if (severityRank(incident.severity) >= severityRank('serious')) facts.add('serious');
  if (incident.deliveries.some((each) => each.role === role && each.state === 'sent')) facts.add('onNotice');
  return facts;
}

/**
 * Whether a person may do something with an incident and its parts, in any of the roles they have in it. The one question that every
 * use case asks. `groups` are those the caller has proved by the directory.
 */
export function mayDo(incident: Incident, person: Person, right: Right, entity: Entity, at: string): boolean {
  const roles = rolesIn(incident, person, at) ?? [];
  return roles.some((role) => can(role, right, entity, limitsFrom(incident, { id: person.id, role }, at)));
}

/** Membership of the group that the record was given to (©). */
function isInside(incident: Incident, role: Reader, isAssigned: boolean): boolean {
  const { boundary, report, deliveries } = incident;
  switch (role) {
    case 'lineManager':
    case 'managerAlternate':
      return isAssigned;
    case 'security':
      return boundary === 'default';
    case 'hrPartner':
      // Outside its own register HR knows of what it has been told.
      return boundary === 'hr' || deliveries.some((each) => each.role === role && each.state !== 'suppressed');
    case 'itSecurity':
    case 'informationSecurity':
      return boundary === 'default' && report.kind !== 'suicideThreat';
    default:
      return false;
  }
}

import { isExcluded } from './holders.ts';
import type { Incident } from './incident.ts';
import type { Role } from './vocabulary.ts';

/** Whoever asks: the roles of the organisation, and those that only read by a grant. */
export type Reader = Role | 'deputyDirectorExpert' | 'legal' | 'inspector' | 'sameTeam' | 'administrator' | 'colleague';

export const entities = ['incident', 'verbatim', 'evidence', 'config', 'audit'] as const;
export type Entity = (typeof entities)[number];

/** `readSome` is named fields only: see `noticeFacts`. */
export const rights = ['create', 'read', 'readSome', 'update', 'comment', 'decide', 'delete', 'verify'] as const;
export type Right = (typeof rights)[number];

/** What must be true of the case before a cell counts. */
export type Limit =
  | 'own'
  | 'assigned'
  | 'boundary'
  | 'serious'
  | 'emailCase'
  | 'requestOpen'
  | 'legalOpen'
  | 'granted'
  | 'added'
  | 'afterDecision';

interface Permission {
  reader: Reader;
  entity: Entity;
  rights: readonly Right[];
  /** All of them must hold. */
  only?: readonly Limit[];
}

/**
 * Who may do what. What is not here is forbidden. Nobody deletes evidence: only weeding removes it, with two people.
 * BEH-15.1-1, COM-12.1-1; model 6.
 */
export const permissions: readonly Permission[] = [
  { reader: 'reporter', entity: 'incident', rights: ['create'] },
  { reader: 'reporter', entity: 'incident', rights: ['read'], only: ['own'] },
  { reader: 'reporter', entity: 'verbatim', rights: ['read'], only: ['own'] },
  { reader: 'reporter', entity: 'evidence', rights: ['create', 'read'], only: ['own'] },
  { reader: 'lineManager', entity: 'incident', rights: ['read', 'comment'], only: ['assigned', 'boundary'] },
  { reader: 'lineManager', entity: 'verbatim', rights: ['read'], only: ['assigned', 'boundary'] },
  { reader: 'lineManager', entity: 'evidence', rights: ['read'], only: ['assigned', 'boundary'] },
  { reader: 'managerAlternate', entity: 'incident', rights: ['read', 'comment'], only: ['assigned', 'boundary'] },
  { reader: 'managerAlternate', entity: 'verbatim', rights: ['read'], only: ['assigned', 'boundary'] },
  { reader: 'managerAlternate', entity: 'evidence', rights: ['read'], only: ['assigned', 'boundary'] },
  { reader: 'security', entity: 'incident', rights: ['read', 'update', 'comment', 'decide'], only: ['boundary'] },
  { reader: 'security', entity: 'verbatim', rights: ['read'], only: ['boundary'] },
  { reader: 'security', entity: 'evidence', rights: ['read', 'verify'], only: ['boundary'] },
  { reader: 'itSecurity', entity: 'incident', rights: ['readSome'], only: ['emailCase', 'boundary'] },
  { reader: 'itSecurity', entity: 'verbatim', rights: ['read'], only: ['emailCase', 'boundary'] },
  { reader: 'itSecurity', entity: 'evidence', rights: ['read'], only: ['emailCase', 'boundary'] },
  { reader: 'informationSecurity', entity: 'incident', rights: ['readSome'], only: ['emailCase', 'boundary'] },
  { reader: 'informationSecurity', entity: 'verbatim', rights: ['read'], only: ['emailCase', 'boundary'] },
  { reader: 'informationSecurity', entity: 'evidence', rights: ['read'], only: ['emailCase', 'boundary'] },
  { reader: 'hrPartner', entity: 'incident', rights: ['read', 'update', 'comment', 'decide'], only: ['boundary'] },
  { reader: 'hrPartner', entity: 'incident', rights: ['readSome'] },
  { reader: 'hrPartner', entity: 'verbatim', rights: ['read'], only: ['boundary'] },
  { reader: 'hrPartner', entity: 'evidence', rights: ['read', 'verify'], only: ['boundary'] },
  { reader: 'deputyDirector', entity: 'incident', rights: ['read'], only: ['granted'] },
  { reader: 'deputyDirector', entity: 'verbatim', rights: ['read'], only: ['granted', 'afterDecision'] },
  { reader: 'deputyDirector', entity: 'evidence', rights: ['read'], only: ['granted', 'afterDecision'] },
  { reader: 'seniorManager', entity: 'incident', rights: ['read'], only: ['granted', 'serious'] },
  { reader: 'seniorManager', entity: 'verbatim', rights: ['read'], only: ['granted', 'serious'] },
  { reader: 'seniorManager', entity: 'evidence', rights: ['read'], only: ['granted', 'serious'] },
  { reader: 'informationRights', entity: 'incident', rights: ['read'], only: ['requestOpen'] },
  { reader: 'informationRights', entity: 'verbatim', rights: ['read'], only: ['requestOpen'] },
  { reader: 'informationRights', entity: 'evidence', rights: ['read'], only: ['requestOpen'] },
  { reader: 'legal', entity: 'incident', rights: ['read'], only: ['legalOpen'] },
  { reader: 'legal', entity: 'verbatim', rights: ['read'], only: ['legalOpen'] },
  { reader: 'legal', entity: 'evidence', rights: ['read'], only: ['legalOpen'] },
  { reader: 'inspector', entity: 'incident', rights: ['read'], only: ['granted'] },
  { reader: 'inspector', entity: 'verbatim', rights: ['read'], only: ['granted'] },
  { reader: 'inspector', entity: 'evidence', rights: ['read'], only: ['granted'] },
  { reader: 'sameTeam', entity: 'incident', rights: ['readSome'], only: ['added'] },
  { reader: 'administrator', entity: 'config', rights: ['create', 'read', 'update'] },
  { reader: 'security', entity: 'config', rights: ['read'] },
  { reader: 'informationRights', entity: 'config', rights: ['read'] },
  { reader: 'security', entity: 'audit', rights: ['read'], only: ['boundary'] },
  { reader: 'informationRights', entity: 'audit', rights: ['read'] },
  { reader: 'inspector', entity: 'audit', rights: ['read'], only: ['granted'] },
];

/** Whether a role may do it, given what is true of this case. Whatever the table does not say is no. */
export function can(reader: Reader, right: Right, entity: Entity, facts: ReadonlySet<Limit>): boolean {
  return permissions.some(
    (row) =>
      row.reader === reader &&
      row.entity === entity &&
      row.rights.includes(right) &&
      (row.only ?? []).every((limit) => facts.has(limit)),
  );
}

/** What the incident itself says for the table, for one person in one role. Grants come from their own records. */
export function limitsFrom(incident: Incident, person: { id: string; role: Reader }): Set<Limit> {
  const facts = new Set<Limit>();
  // An implicated manager finds no trace, in whatever other role (C-21).
  if (isExcluded(incident, person.id)) return facts;
  if (person.id === incident.reporter.id) facts.add('own');
  const isAssigned = person.id === incident.manager?.id;
  if (isAssigned) facts.add('assigned');
  const keeper = incident.boundary === 'hr' ? 'hrPartner' : 'security';
  const isOtherKeeper = ['hrPartner', 'security', 'itSecurity', 'informationSecurity'].includes(person.role);
  const isInside = isOtherKeeper ? person.role === keeper || isMailReader(incident, person.role) : isAssigned;
  if (isInside) facts.add('boundary');
  if (incident.report.channel === 'email') facts.add('emailCase');
  if (incident.severity === 'serious' || incident.severity === 'critical') facts.add('serious');
  return facts;
}

function isMailReader(incident: Incident, role: Reader): boolean {
  const isMailRole = role === 'itSecurity' || role === 'informationSecurity';
  return isMailRole && incident.boundary === 'default' && incident.report.kind !== 'suicideThreat';
}

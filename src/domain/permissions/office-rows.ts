import { type Entity, type EntityPermissions, may } from './vocabulary.ts';

const reads = [may('read')];

/** Support, information law, retention, and the running of it all. Model 6. */
export const officeRows = {
  supportOffer: {
    reporter: [may(['read', 'update'], 'own')],
    occupationalHealth: [may('read', 'consent')],
  },
  disclosure: {
    lineManager: [may('create'), may('read', 'assigned', 'boundary')],
    managerAlternate: [may('create')],
    security: [may(['create', 'read', 'decide'])],
    itSecurity: reads,
    informationSecurity: reads,
    deputyDirector: reads,
    seniorManager: reads,
    informationRights: [may('read'), may('decide', 'subjectAccess')],
  },
  infoRequest: {
    reporter: [may('readSome', 'own')],
    lineManager: [may('read', 'assigned', 'boundary')],
    managerAlternate: [may('read', 'assigned', 'boundary')],
    security: reads,
    deputyDirector: [may('read', 'guard')],
    seniorManager: reads,
    informationRights: [may(['create', 'read', 'update', 'decide'])],
    legal: reads,
  },
  // Whoever proposes does not confirm: `two-persons.ts`.
  weeding: {
    lineManager: [may('propose', 'division')],
    security: [may(['propose', 'confirm', 'weed'])],
    informationRights: [may('confirm')],
  },
  statistics: {
    reporter: reads,
    lineManager: reads,
    managerAlternate: reads,
    security: reads,
    itSecurity: reads,
    informationSecurity: reads,
    hrPartner: reads,
    deputyDirector: reads,
    seniorManager: reads,
    deputyDirectorExpert: reads,
    occupationalHealth: reads,
    informationRights: reads,
    legal: reads,
    inspector: reads,
    sameTeam: reads,
    administrator: reads,
  },
  config: {
    security: reads,
    informationRights: reads,
    administrator: [may(['create', 'read', 'update'])],
  },
} satisfies Partial<Record<Entity, EntityPermissions>>;

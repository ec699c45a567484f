import { incidentRow, managed, ofHr, ofMail } from './incident-row.ts';
import { type Entity, type EntityPermissions, may } from './vocabulary.ts';

const wordsOfIt: EntityPermissions = {
  reporter: [may('read', 'own')],
  lineManager: [may('read', ...managed)],
  managerAlternate: [may('read', ...managed)],
  security: [may('read', 'boundary')],
  itSecurity: [may('read', ...ofMail)],
  informationSecurity: [may('read', ...ofMail)],
  hrPartner: [may('read', ...ofHr)],
  deputyDirector: [may('read', 'boundary', 'afterDecision')],
  seniorManager: [may('read', 'boundary', 'serious')],
  informationRights: [may('read', 'requestOpen')],
  legal: [may('read', 'legalOpen')],
  inspector: [may('read', 'granted')],
};

/**
 * The record and its parts. A part opens no wider than its record: where the matrix names no condition for it, that of the record
 * holds. BEH-15.1-1, COM-12.1-1; model 6.
 */
export const recordRows = {
  incident: incidentRow,
  verbatim: wordsOfIt,
  evidence: {
    ...wordsOfIt,
    reporter: [may(['create', 'read'], 'own')],
    security: [may(['read', 'verify', 'copyOut'], 'boundary')],
    hrPartner: [may(['read', 'verify', 'copyOut'], ...ofHr)],
  },
  statement: {
    reporter: [may(['create', 'read'], 'own')],
    lineManager: [may(['create', 'read'], ...managed)],
    managerAlternate: [may(['create', 'read'], ...managed)],
    security: [may('read', 'boundary')],
    seniorManager: [may('read', 'boundary', 'serious')],
    informationRights: [may('read', 'requestOpen')],
    legal: [may('read', 'legalOpen')],
    inspector: [may('read', 'granted')],
    sameTeam: [may(['create', 'read'], 'own')],
  },
  // Health data: absence alone for whoever plans the work, the injury for nobody who is not asked by the person.
  assault: {
    reporter: [may('read', 'own')],
    lineManager: [may('readSome', ...managed)],
    managerAlternate: [may('readSome', ...managed)],
    security: [may('readSome', 'boundary')],
    hrPartner: [may('readSome', 'boundary')],
    occupationalHealth: [may('read', 'consent')],
    informationRights: [may('read', 'requestOpen')],
    legal: [may('read', 'legalOpen')],
    inspector: [may('read', 'granted')],
  },
  audit: {
    security: [may(['read', 'copyOut'], 'boundary')],
    hrPartner: [may(['read', 'copyOut'], ...ofHr)],
    informationRights: [may('read')],
    inspector: [may('read', 'granted')],
  },
} satisfies Partial<Record<Entity, EntityPermissions>>;

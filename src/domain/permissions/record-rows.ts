import { type Entity, type EntityPermissions, may } from './vocabulary.ts';

/** Of the manager, and of whoever stands in: only what they answer for, and only inside the boundary. */
const managed = ['assigned', 'boundary'] as const;
/** Where HR keeps the register, it has Security's place. COM-3f-1 */
const ofHr = ['internal', 'boundary'] as const;
const ofMail = ['emailCase', 'boundary'] as const;

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
  incident: {
    reporter: [may('create'), may(['read', 'add'], 'own'), may('update', 'own', 'draft')],
    lineManager: [may(['read', 'comment'], ...managed)],
    managerAlternate: [may(['read', 'comment'], ...managed)],
    security: [may(['read', 'update', 'comment', 'decide'], 'boundary')],
    itSecurity: [may('readSome', ...ofMail)],
    informationSecurity: [may('readSome', ...ofMail)],
    hrPartner: [may('readSome', 'boundary'), may(['read', 'update', 'comment', 'decide'], ...ofHr)],
    deputyDirector: [may('read', 'boundary')],
    seniorManager: [may('read', 'boundary', 'serious')],
    informationRights: [may('read', 'requestOpen')],
    legal: [may('read', 'legalOpen')],
    inspector: [may('read', 'granted')],
    sameTeam: [may('readSome', 'added')],
  },
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
    security: [may('read', 'boundary')],
    hrPartner: [may('read', ...ofHr)],
    informationRights: [may('read')],
    inspector: [may('read', 'granted')],
  },
} satisfies Partial<Record<Entity, EntityPermissions>>;

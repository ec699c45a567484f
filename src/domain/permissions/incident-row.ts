import { type EntityPermissions, may } from './vocabulary.ts';

/** Of the manager, and of whoever stands in: only what they answer for, and only inside the boundary. */
export const managed = ['assigned', 'boundary'] as const;
/** Where HR keeps the register, it has Security's place. COM-3f-1 */
export const ofHr = ['internal', 'boundary'] as const;
export const ofMail = ['emailCase', 'boundary'] as const;

/** Apart from the others: the tab asks it who opens a record, and needs no more of the table. */
export const incidentRow: EntityPermissions = {
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
};

import type { Entity, Limit, Reader, Right } from '../../../src/domain/permissions/vocabulary.ts';

/** The columns of the matrix in its own order; one column stands for two roles that have the same rights. */
export const columns: readonly (readonly Reader[])[] = [
  ['reporter'],
  ['lineManager'],
  ['managerAlternate'],
  ['security'],
  ['itSecurity', 'informationSecurity'],
  ['helpDesk'],
  ['hrPartner'],
  ['deputyDirector'],
  ['seniorManager'],
  ['deputyDirectorExpert'],
  ['switchboard'],
  ['reception'],
  ['occupationalHealth'],
  ['informationRights'],
  ['legal'],
  ['inspector'],
  ['sameTeam'],
  ['administrator'],
];

/** Roles of the organisation that the matrix does not name: nothing at all. */
export const unnamed: readonly Reader[] = ['facilities', 'healthEnquiries', 'areaContact', 'colleague'];

/**
 * The matrix of the model, typed from it and not from the code. `right right: limit limit`, alternatives parted by `|`; `-` is nothing.
 * Four things are written out that the model's short notation leaves to the reader:
 * - (M) the manager's © is being assigned to it; LM means the manager of this record, never any manager;
 * - (P) a part of a record (words, evidence, statement, assault) opens no wider than the record itself, so that the record's condition of
 *   that role is repeated where the part's cell names none; Security's register is the one without internal cases (COM-3f-1);
 * - (E) to recompute the hash of a file, and to take a copy out for the police, are the keeper's, as is what happens to the record.
 * - (H) in internal cases HR keeps the register: what Security does in its own, HR does there (T13c, T15, T16b).
 */
// biome-ignore format: one line a row, cells in the order of the columns
export const matrix: Record<Entity, readonly string[]> = {
  incident: [
    'create | read add: own | update: own draft', 'read comment: assigned boundary', 'read comment: assigned boundary',
    'read update comment decide: boundary', 'readSome: emailCase boundary', '-',
    'readSome: boundary | read update comment decide: internal boundary', 'read: boundary', 'read: boundary serious',
    '-', '-', '-', '-', 'read: requestOpen', 'read: legalOpen', 'read: granted', 'readSome: added', '-',
  ],
  verbatim: [
    'read: own', 'read: assigned boundary', 'read: assigned boundary', 'read: boundary', 'read: emailCase boundary', '-',
    'read: internal boundary', 'read: boundary afterDecision', 'read: boundary serious',
    '-', '-', '-', '-', 'read: requestOpen', 'read: legalOpen', 'read: granted', '-', '-',
  ],
  evidence: [
    'create read: own', 'read: assigned boundary', 'read: assigned boundary', 'read verify copyOut: boundary',
    'read: emailCase boundary', '-', 'read verify copyOut: internal boundary', 'read: boundary afterDecision', 'read: boundary serious',
    '-', '-', '-', '-', 'read: requestOpen', 'read: legalOpen', 'read: granted', '-', '-',
  ],
  statement: [
    'create read: own', 'create read: assigned boundary', 'create read: assigned boundary', 'read: boundary', '-', '-', '-',
    '-', 'read: boundary serious', '-', '-', '-', '-', 'read: requestOpen', 'read: legalOpen', 'read: granted', 'create read: own', '-',
  ],
  subject: [
    'create', 'read: assigned boundary', 'read: assigned boundary', 'read update', 'readSome', 'readSome: onNotice', '-',
    'read: boundary', 'read: boundary', '-', '-', '-', '-', 'read', 'read', '-', '-', '-',
  ],
  switchboardEntry: [
    '-', 'create', 'create', 'create read update', 'read', '-', '-', 'create', '-', '-', 'read confirm', 'readSome: visiting', '-',
    'read', '-', '-', 'readSome', '-',
  ],
  restriction: [
    'request', 'request | read: assigned boundary', 'request', 'read', 'read: block', '-', 'read: boundary', 'create decide update', '-',
    '-', 'readSome: viaEntry', 'readSome', '-', 'read', 'read', 'read', 'readSome', '-',
  ],
  marker: [
    '-', 'propose readSome', 'propose readSome', 'propose read', '-', '-', '-', 'read: boundary', 'decide', '-', '-',
    'readSome: visiting', '-', 'read', 'read', 'read', 'readSome: need', '-',
  ],
  callRecordAuthorisation: [
    'request', 'request', 'request', 'read', '-', '-', 'read: internal', '-', '-', 'decide', 'readSome', '-', '-', 'read', '-', '-',
    '-', '-',
  ],
  supportOffer: [
    'read update: own', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'read: consent', '-', '-', '-', '-', '-',
  ],
  assault: [
    'read: own', 'readSome: assigned boundary', 'readSome: assigned boundary', 'readSome: boundary', '-', '-', 'readSome: boundary',
    '-', '-', '-', '-', '-', 'read: consent', 'read: requestOpen', 'read: legalOpen', 'read: granted', '-', '-',
  ],
  letter: [
    '-', 'create: meeting | read: boundary meeting', 'create: meeting | read: boundary meeting', 'read', '-', '-', '-',
    'create decide', 'create decide', '-', '-', '-', '-', 'read', 'read', '-', '-', '-',
  ],
  disclosure: [
    '-', 'create | read: assigned boundary', 'create', 'create read decide', 'read', '-', '-', 'read', 'read', '-', '-', '-', '-',
    'read | decide: subjectAccess', '-', '-', '-', '-',
  ],
  infoRequest: [
    'readSome: own', 'read: assigned boundary', 'read: assigned boundary', 'read', '-', '-', '-', 'read: guard', 'read', '-', '-', '-',
    '-', 'create read update decide', 'read', '-', '-', '-',
  ],
  weeding: [
    '-', 'propose: division', '-', 'propose confirm weed', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'confirm', '-', '-', '-', '-',
  ],
  statistics: [
    'read', 'read', 'read', 'read', 'read', '-', 'read', 'read', 'read', 'read', '-', '-', 'read', 'read', 'read', 'read', 'read', 'read',
  ],
  config: [
    '-', '-', '-', 'read', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'read', '-', '-', '-', 'create read update',
  ],
  audit: [
    '-', '-', '-', 'read copyOut: boundary', '-', '-', 'read copyOut: internal boundary', '-', '-', '-', '-', '-', '-', 'read', '-', 'read: granted',
    '-', '-',
  ],
};

/** Every way in which the matrix lets this role do this: each a set of limits that must all hold. None is no. */
export function waysIn(reader: Reader, right: Right, entity: Entity): Limit[][] {
  const column = columns.findIndex((readers) => readers.includes(reader));
  const cell = column < 0 ? '-' : (matrix[entity][column] ?? '-');
  if (cell === '-') return [];
  return cell.split(' | ').flatMap((part) => {
    const [rights = '', limits = ''] = part.split(': ');
    return rights.split(' ').includes(right) ? [limits.split(' ').filter(Boolean) as Limit[]] : [];
  });
}

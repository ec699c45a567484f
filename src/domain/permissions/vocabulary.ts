import type { Role } from '../incident/vocabulary.ts';

/** Whoever asks: the roles of the organisation, and those that only read by a grant. */
export type Reader = Role | 'deputyDirectorExpert' | 'legal' | 'inspector' | 'sameTeam' | 'administrator' | 'colleague';

export const entities = [
  'incident',
  /** The words of the message, and what shows them. */
  'verbatim',
  /** The bytes of a file. Only weeding removes it. */
  'evidence',
  'statement',
  /** Injury and absence after an assault. */
  'assault',
  /** A person outside, with numbers and addresses. */
  'subject',
  'switchboardEntry',
  'restriction',
  'marker',
  'callRecordAuthorisation',
  'supportOffer',
  'letter',
  /** What was told to whom outside, and who was let in. */
  'disclosure',
  'infoRequest',
  'weeding',
  /** Numbers without personal data. */
  'statistics',
  'config',
  'audit',
] as const;
export type Entity = (typeof entities)[number];

export const rights = [
  'create',
  'read',
  /** Named fields only, as the allow-list of a notice has them. */
  'readSome',
  'update',
  /** Adds to what stands; nothing of it goes away. */
  'add',
  'comment',
  'decide',
  'request',
  'propose',
  'confirm',
  /** Recomputes the hash of a file. */
  'verify',
  /** Takes a copy out, for the police or a court: of a file, or of the history. */
  'copyOut',
  'delete',
  'weed',
] as const;
export type Right = (typeof rights)[number];

/** What must be true of the case before a cell counts. */
export const limits = [
  /** It is the person's own: report, statement, offer. */
  'own',
  /** The person answers for it as its manager, or for the manager. */
  'assigned',
  /** The person belongs to the group that the record was given to (©). */
  'boundary',
  'serious',
  'emailCase',
  /** About a colleague: HR keeps it. */
  'internal',
  /** The report has not left the device. */
  'draft',
  'requestOpen',
  'legalOpen',
  /** A grant with purpose and end names the person. */
  'granted',
  /** A person who works on it has added the colleague. */
  'added',
  'afterDecision',
  /** A notice about it went to this role. */
  'onNotice',
  /** The restriction is a block of calls or mail. */
  'block',
  /** The switchboard has an entry for it. */
  'viaEntry',
  /** The person is expected as a visitor. */
  'visiting',
  /** The precaution concerns the colleague's own work. */
  'need',
  /** It is about a meeting with the customer. */
  'meeting',
  /** A refusal to respond waits for it. */
  'guard',
  /** The person concerned has asked for their own data. */
  'subjectAccess',
  /** It is of the manager's own division. */
  'division',
  /** The person concerned has agreed. */
  'consent',
] as const;
export type Limit = (typeof limits)[number];

/** Rights that hold together, when all the limits do. */
export interface Permission {
  rights: readonly Right[];
  only: readonly Limit[];
}

/** One row of the matrix. A role that is not there may do nothing. */
export type EntityPermissions = Partial<Record<Reader, readonly Permission[]>>;

export function may(given: Right | readonly Right[], ...only: Limit[]): Permission {
  return { rights: typeof given === 'string' ? [given] : given, only };
}

/** Whether a cell lets this be done. An empty cell is no. */
export function allows(cell: readonly Permission[] | undefined, right: Right, facts: ReadonlySet<Limit>): boolean {
  return (cell ?? []).some(({ rights, only }) => rights.includes(right) && only.every((limit) => facts.has(limit)));
}

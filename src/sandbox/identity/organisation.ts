import { deterministicGuid } from './deterministic-id.ts';
import { staff } from './staff.ts';

/** An invented public body. Every name, address and number is made up; telephone numbers are from Ofcom's range for drama. */
export const organisation = {
  name: 'Gwasanaethau Glanrafon / Glanrafon Public Services',
  domain: 'glanrafon.example',
};

export type PersonKind = 'member' | 'guest' | 'sharedMailbox';

export interface Person {
  id: string;
  userPrincipalName: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  businessPhone: string | null;
  preferredLanguage: 'cy-GB' | 'en-GB' | null;
  /** What mail reaches the mailbox by, the main address first. Left out: the sign-in name alone. */
  addresses?: string[];
  managerId: string | null;
  kind: PersonKind;
  /** Exchange keeps a shared mailbox as a disabled account. */
  accountEnabled: boolean;
}

/** Empty for guests: their mail is at home. */
export function addressesOf({ kind, addresses, userPrincipalName }: Person): string[] {
  return kind === 'guest' ? [] : (addresses ?? [userPrincipalName]);
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');

export function addressOf(localPart: string): string {
  return `${localPart}@${organisation.domain}`;
}

function nameOf(entry: (typeof staff)[number]): string {
  return entry.guestOf
    ? `${plain(entry.given)}.${plain(entry.surname)}_${entry.guestOf}#EXT#@${organisation.domain}`
    : addressOf(`${plain(entry.given)}.${plain(entry.surname)}`);
}

const idOf = (userPrincipalName: string) => deterministicGuid('user', userPrincipalName);

function toPerson(entry: (typeof staff)[number]): Person {
  const userPrincipalName = nameOf(entry);
  const superior = staff.find((other) => other.key === entry.reportsTo);
  return {
    id: idOf(userPrincipalName),
    userPrincipalName,
    displayName: `${entry.given} ${entry.surname}`,
    givenName: entry.given,
    surname: entry.surname,
    jobTitle: entry.title,
    department: entry.department,
    officeLocation: entry.office,
    businessPhone: entry.phone,
    preferredLanguage: entry.language,
    managerId: superior ? idOf(nameOf(superior)) : null,
    kind: entry.guestOf ? 'guest' : 'member',
    accountEnabled: !entry.left,
  };
}

/** Mailboxes that belong to a team, and the staff keys of those who may open or only read them. */
const mailboxes: { localPart: string; name: string; full: string[]; read: string[] }[] = [
  { localPart: 'urddas', name: 'Urddas', full: [], read: [] },
  {
    localPart: 'seiberddiogelwch',
    name: 'IT Security / Seiberddiogelwch',
    full: ['itSecurity', 'itSecurity2'],
    read: [],
  },
  { localPart: 'diogelwch', name: 'Security / Diogelwch', full: ['security', 'security2', 'security3'], read: [] },
  { localPart: 'desg.gymorth', name: 'Help Desk / Desg Gymorth', full: ['helpDesk', 'helpDesk2'], read: [] },
  { localPart: 'adnoddau.dynol', name: 'Human Resources / Adnoddau Dynol', full: ['hr', 'hr2'], read: [] },
  { localPart: 'switsfwrdd', name: 'Switchboard / Switsfwrdd', full: ['switchboard', 'switchboard2'], read: [] },
  {
    localPart: 'cyfleusterau',
    name: 'Facilities Security / Diogelwch Cyfleusterau',
    full: ['facilitiesHead', 'facilities3'],
    read: [],
  },
  { localPart: 'hawliau.gwybodaeth', name: 'Information Rights / Hawliau Gwybodaeth', full: ['records'], read: [] },
  { localPart: 'ymholiadau.iechyd', name: 'Health Enquiries / Ymholiadau Iechyd', full: [], read: [] },
  { localPart: 'derbynfa.cathays', name: 'Reception, Cathays / Derbynfa Cathays', full: ['switchboard2'], read: [] },
  { localPart: 'derbynfa.glanrafon', name: 'Reception, Glanrafon / Derbynfa Glanrafon', full: [], read: [] },
  { localPart: 'derbynfa.penybont', name: 'Reception, Pen-y-bont / Derbynfa Pen-y-bont', full: [], read: [] },
  { localPart: 'llys.teulu', name: 'Family Court Advice / Cyngor Llys Teulu', full: ['courtHead'], read: [] },
  {
    localPart: 'ymholiadau',
    name: 'Enquiries / Ymholiadau',
    full: ['reporter', 'colleague', 'manager'],
    read: ['seniorManager'],
  },
];

export const sharedMailboxes: Person[] = mailboxes.map((mailbox) => ({
  id: idOf(addressOf(mailbox.localPart)),
  userPrincipalName: addressOf(mailbox.localPart),
  displayName: mailbox.name,
  givenName: null,
  surname: null,
  jobTitle: null,
  department: null,
  officeLocation: null,
  businessPhone: null,
  preferredLanguage: null,
  managerId: null,
  kind: 'sharedMailbox',
  accountEnabled: false,
}));

export const people: Person[] = staff.map(toPerson);

const byKey = new Map(staff.map((entry) => [entry.key, idOf(nameOf(entry))]));

function idOfKey(key: string): string {
  const id = byKey.get(key);
  if (id === undefined) throw new Error(`Nobody in the organisation has the key ${key}.`);
  return id;
}

export interface MailboxRight {
  mailboxId: string;
  userId: string;
  right: 'full' | 'read';
}

export const mailboxRights: MailboxRight[] = mailboxes.flatMap((mailbox) => {
  const mailboxId = idOf(addressOf(mailbox.localPart));
  return [
    ...mailbox.full.map((key) => ({ mailboxId, userId: idOfKey(key), right: 'full' as const })),
    ...mailbox.read.map((key) => ({ mailboxId, userId: idOfKey(key), right: 'read' as const })),
  ];
});

export interface Group {
  id: string;
  displayName: string;
  description: string;
  memberIds: string[];
}

const groupMembers: [string, string, string[]][] = [
  ['Urddas Security', 'Reads the register and answers it.', ['security', 'security2', 'security3']],
  ['Urddas HR', 'Reads internal cases.', ['hr', 'hr2']],
  ['Urddas Switchboard', 'Sees whom to recognise and what to do.', ['switchboard', 'switchboard2']],
  ['Urddas Auditors', 'Reads the audit trail.', ['auditor']],
  ['Urddas Administrators', 'Keeps the configuration.', ['administrator']],
];

export const groups: Group[] = [
  ...groupMembers.map(([displayName, description, keys]) => ({
    id: deterministicGuid('group', displayName),
    displayName,
    description,
    memberIds: keys.map(idOfKey),
  })),
  {
    id: deterministicGuid('group', 'All Staff'),
    displayName: 'All Staff / Pawb',
    description: 'Everyone who works here.',
    memberIds: people.filter((person) => person.kind === 'member' && person.accountEnabled).map((person) => person.id),
  },
];

export const personaKeys = [
  'reporter',
  'manager',
  'seniorManager',
  'deputyDirector',
  'security',
  'itSecurity',
  'switchboard',
  'hr',
  'helpDesk',
  'colleague',
  'administrator',
] as const;
export type PersonaKey = (typeof personaKeys)[number];

const personaWords: Record<PersonaKey, string> = {
  reporter: 'Gets the abusive e-mail',
  manager: 'Line manager of the reporter and of the colleague',
  seniorManager: 'Senior manager above the line manager',
  deputyDirector: 'Deputy director of the division',
  security: 'Security: reads and answers the register',
  itSecurity: 'IT Security: receives the originals',
  switchboard: 'Switchboard and reception',
  hr: 'Human Resources: internal cases',
  helpDesk: 'Help desk',
  colleague: 'A colleague with no business in the register',
  administrator: 'Keeps the configuration',
};

/** The people a visitor of the sandbox can be. */
export const personas = personaKeys.map((key) => ({ key, id: idOfKey(key), description: personaWords[key] }));

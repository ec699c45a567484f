import type { Tenant } from '../tenant.ts';
import {
  addressesOf,
  groups,
  mailboxRights,
  type Person,
  type PersonaKey,
  people,
  personas,
  sharedMailboxes,
} from './organisation.ts';

interface PersonRow {
  id: string;
  person: string;
}

const read = (row: PersonRow | undefined): Person | null => (row ? (JSON.parse(row.person) as Person) : null);

/** Makes the directory's tables, and fills them the first time. */
export function prepareDirectory(tenant: Tenant): void {
  tenant.db.exec(`
    CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, upn TEXT NOT NULL UNIQUE COLLATE NOCASE, manager_id TEXT, person TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS people_manager ON people (manager_id);
    CREATE TABLE IF NOT EXISTS people_addresses (address TEXT PRIMARY KEY COLLATE NOCASE, person_id TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, description TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS group_members (group_id TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (group_id, user_id));
    CREATE TABLE IF NOT EXISTS mailbox_rights (mailbox_id TEXT NOT NULL, user_id TEXT NOT NULL, mailbox_right TEXT NOT NULL, PRIMARY KEY (mailbox_id, user_id));
  `);
  const { count } = tenant.db.prepare('SELECT count(*) AS count FROM people').get() as { count: number };
  if (count > 0) return;
  tenant.db.transaction(() => {
    for (const person of [...people, ...sharedMailboxes]) savePerson(tenant, person);
    const addGroup = tenant.db.prepare('INSERT INTO groups (id, display_name, description) VALUES (?, ?, ?)');
    const addMember = tenant.db.prepare('INSERT INTO group_members (group_id, user_id) VALUES (?, ?)');
    for (const group of groups) {
      addGroup.run(group.id, group.displayName, group.description);
      for (const memberId of group.memberIds) addMember.run(group.id, memberId);
    }
    const addRight = tenant.db.prepare(
      'INSERT INTO mailbox_rights (mailbox_id, user_id, mailbox_right) VALUES (?, ?, ?)',
    );
    for (const entry of mailboxRights) addRight.run(entry.mailboxId, entry.userId, entry.right);
  })();
}

export function savePerson(tenant: Tenant, person: Person): void {
  tenant.db
    .prepare(
      'INSERT INTO people (id, upn, manager_id, person) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET upn = excluded.upn, manager_id = excluded.manager_id, person = excluded.person',
    )
    .run(person.id, person.userPrincipalName, person.managerId, JSON.stringify(person));
  tenant.db.prepare('DELETE FROM people_addresses WHERE person_id = ?').run(person.id);
  const keep = tenant.db.prepare('INSERT INTO people_addresses (address, person_id) VALUES (?, ?)');
  for (const address of addressesOf(person)) keep.run(address, person.id);
}

/** Whoever mail to this address (any case) reaches; a sign-in name that is no address of the mailbox reaches nobody. */
export function findPersonByAddress(tenant: Tenant, address: string): Person | null {
  const row = tenant.db
    .prepare('SELECT p.id, p.person FROM people p JOIN people_addresses a ON a.person_id = p.id WHERE a.address = ?')
    .get(address);
  return read(row as PersonRow | undefined);
}

/** By object id or sign-in name, as Graph's `/users/{id}` takes either. */
export function findPerson(tenant: Tenant, idOrName: string): Person | null {
  const row = tenant.db
    .prepare('SELECT id, person FROM people WHERE id = ? OR upn = ?')
    .get(idOrName.toLowerCase(), idOrName);
  return read(row as PersonRow | undefined);
}

/** Everyone, shared mailboxes and guests too, by name. */
export function listPeople(tenant: Tenant): Person[] {
  const rows = tenant.db.prepare('SELECT id, person FROM people').all() as PersonRow[];
  return rows
    .map((row) => JSON.parse(row.person) as Person)
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'cy'));
}

export function managerOf(tenant: Tenant, person: Person): Person | null {
  return person.managerId === null ? null : findPerson(tenant, person.managerId);
}

export function directReports(tenant: Tenant, managerId: string): Person[] {
  const rows = tenant.db.prepare('SELECT id, person FROM people WHERE manager_id = ?').all(managerId) as PersonRow[];
  return rows.map((row) => JSON.parse(row.person) as Person);
}

export interface GroupRecord {
  id: string;
  displayName: string;
  description: string;
}

const groupColumns = 'id, display_name AS displayName, description';

export function findGroup(tenant: Tenant, id: string): GroupRecord | null {
  return (
    (tenant.db.prepare(`SELECT ${groupColumns} FROM groups WHERE id = ?`).get(id) as GroupRecord | undefined) ?? null
  );
}

export function listGroups(tenant: Tenant): GroupRecord[] {
  return tenant.db.prepare(`SELECT ${groupColumns} FROM groups ORDER BY display_name`).all() as GroupRecord[];
}

export function groupsOf(tenant: Tenant, userId: string): GroupRecord[] {
  return tenant.db
    .prepare(
      `SELECT ${groupColumns} FROM groups JOIN group_members ON group_id = id WHERE user_id = ? ORDER BY display_name`,
    )
    .all(userId) as GroupRecord[];
}

export function membersOf(tenant: Tenant, groupId: string): Person[] {
  const rows = tenant.db
    .prepare('SELECT p.id, p.person FROM people p JOIN group_members m ON m.user_id = p.id WHERE m.group_id = ?')
    .all(groupId) as PersonRow[];
  return rows.map((row) => JSON.parse(row.person) as Person);
}

/** What this person may do in that mailbox: everything in one's own, what was granted in a team's. */
export function mailboxRight(tenant: Tenant, mailboxId: string, userId: string): 'full' | 'read' | 'none' {
  if (mailboxId === userId) return 'full';
  const row = tenant.db
    .prepare('SELECT mailbox_right AS granted FROM mailbox_rights WHERE mailbox_id = ? AND user_id = ?')
    .get(mailboxId, userId) as { granted: 'full' | 'read' } | undefined;
  return row?.granted ?? 'none';
}

/** Team mailboxes that this person may open. */
export function mailboxesOf(tenant: Tenant, userId: string): { mailbox: Person; right: 'full' | 'read' }[] {
  const rows = tenant.db
    .prepare('SELECT mailbox_id AS mailboxId, mailbox_right AS granted FROM mailbox_rights WHERE user_id = ?')
    .all(userId) as { mailboxId: string; granted: 'full' | 'read' }[];
  return rows.flatMap((row) => {
    const mailbox = findPerson(tenant, row.mailboxId);
    return mailbox ? [{ mailbox, right: row.granted }] : [];
  });
}

/** Whether a token that speaks for this person is still good. */
export function isEnabled(tenant: Tenant, userId: string): boolean {
  return findPerson(tenant, userId)?.accountEnabled ?? false;
}

export function personOfPersona(tenant: Tenant, key: string): Person | null {
  const persona = personas.find((candidate) => candidate.key === key);
  return persona ? findPerson(tenant, persona.id) : null;
}

/** The persona that a person is, if any: faults can be aimed at it. */
export function personaKeyOf(userId: string): PersonaKey | null {
  return personas.find((persona) => persona.id === userId)?.key ?? null;
}

import type { OwnLevel, Role } from './difference.ts';
import type { SiteGroup } from './site-plan.ts';

/** Names of SharePoint's own levels, which every site has; `add`, `answer` and `keep` are ours. */
export const levelNames: Record<Role, string> = {
  read: 'Read',
  add: 'Urddas: add and see own',
  answer: 'Urddas: answer what is asked',
  keep: 'Urddas: keep the register',
  contribute: 'Contribute',
  fullControl: 'Full Control',
};

const read = 138612833;
const addListItems = 0x2;
const editListItems = 0x4;
const managePersonalViews = 0x200;

/** What the levels of ours hold: Read, and little besides. https://learn.microsoft.com/previous-versions/office/sharepoint-csom/ee536458(v=office.15) */
export const ownLevels: Record<OwnLevel, { description: string; mask: { High: string; Low: string }; order: number }> =
  {
    // Nobody who holds it can change or delete a row, nor override the rule that each sees the own rows only (facts 1.7).
    add: {
      description: 'Adds rows and sees the own ones; changes and deletes none.',
      mask: { High: '176', Low: String(read | addListItems) },
      order: 140,
    },
    // A question can be answered, and neither made nor deleted.
    answer: {
      description: 'Fills in rows that are there; adds and deletes none.',
      mask: { High: '176', Low: String(read | editListItems) },
      order: 141,
    },
    // Whoever keeps a register works in it, and has views of their own; a report is deleted by the service alone (0171).
    keep: {
      description: 'Changes rows that are there and keeps views of one’s own; adds and deletes none.',
      mask: { High: '176', Low: String(read | editListItems | managePersonalViews) },
      order: 142,
    },
  };

/** What SharePoint gives by itself so that someone can reach an item below. */
export function isLimited(level: string): boolean {
  return level === 'Limited Access' || level === 'Web-Only Limited Access';
}

/** An app's entry gives no person anything; what apps may do is their grant's business. */
export function isApp(login: string): boolean {
  return login.startsWith('i:0i.t|');
}

/** Entra object ids of the groups, and of the tenant for everyone but guests. */
export interface Holders {
  tenantId: string;
  groups: Record<Exclude<SiteGroup, 'everyone'>, string>;
}

/** The claim by which SharePoint knows a group of the plan. */
export function loginOf({ tenantId, groups }: Holders, group: SiteGroup): string {
  return group === 'everyone' ? `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}` : `c:0t.c|tenant|${groups[group]}`;
}

/** A Microsoft 365 group has another claim in front of the same id than a security group. */
export function sameLogin(one: string, other: string): boolean {
  const plain = (login: string) =>
    login.toLowerCase().replace('c:0o.c|federateddirectoryclaimprovider|', 'c:0t.c|tenant|');
  return plain(one) === plain(other);
}

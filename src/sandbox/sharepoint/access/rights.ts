/** SharePoint's base permissions, low 32 bits. https://learn.microsoft.com/previous-versions/office/sharepoint-csom/ee536458(v=office.15) */
export const rights = {
  viewListItems: 0x1,
  addListItems: 0x2,
  editListItems: 0x4,
  deleteListItems: 0x8,
  openItems: 0x20,
  viewVersions: 0x40,
  /** Lets its holder read and change rows whatever ReadSecurity and WriteSecurity say (facts 1.7). */
  overrideListBehaviors: 0x100,
  manageLists: 0x800,
  managePermissions: 0x2000000,
  manageWeb: 0x40000000,
} as const;

export interface RoleDefinition {
  id: number;
  name: string;
  description: string;
  high: number;
  low: number;
  /** RoleTypeKind: 0 is a level somebody made. */
  kind: number;
  position: number;
}

const level = (
  id: number,
  name: string,
  high: number,
  low: number,
  kind: number,
  position: number,
  description: string,
): RoleDefinition => ({
  id,
  name,
  description,
  high,
  low,
  kind,
  position,
});

/** Permission levels every site has, with the masks SharePoint Online gives them. */
export const builtInLevels = {
  fullControl: level(1073741829, 'Full Control', 2147483647, 4294967295, 5, 1, 'Has full control.'),
  design: level(1073741828, 'Design', 432, 1012866047, 4, 32, 'Can view, add, update, delete, approve, and customize.'),
  edit: level(
    1073741830,
    'Edit',
    432,
    1011030767,
    6,
    48,
    'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
  ),
  contribute: level(
    1073741827,
    'Contribute',
    432,
    1011028719,
    3,
    64,
    'Can view, add, update, and delete list items and documents.',
  ),
  read: level(1073741826, 'Read', 176, 138612833, 2, 128, 'Can view pages and list items and download documents.'),
  limitedAccess: level(
    1073741825,
    'Limited Access',
    48,
    134287360,
    1,
    160,
    'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
  ),
} as const;

export const everything = -1;

export function has(mask: number, right: number): boolean {
  return (mask & right) === right;
}

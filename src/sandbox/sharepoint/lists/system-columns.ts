import type { ColumnDefinition, ColumnKind } from './column-definition.ts';

type SystemColumn = Omit<ColumnDefinition, 'id'>;

function column(
  name: string,
  displayName: string,
  kind: ColumnKind,
  facet: string,
  more: Partial<SystemColumn> = {},
): SystemColumn {
  return {
    name,
    displayName,
    description: '',
    columnGroup: 'Base Columns',
    kind,
    facet,
    settings: {},
    hidden: false,
    readOnly: true,
    required: false,
    indexed: false,
    enforceUniqueValues: false,
    defaultValue: null,
    storage: null,
    ...more,
  };
}

const person = { allowMultipleSelection: false, chooseFromType: 'peopleAndGroups', displayAs: 'nameWithPresence' };

const title = column('Title', 'Title', 'text', 'text', {
  readOnly: false,
  storage: 'c_Title',
  settings: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
});

/** Made by SharePoint for every list; none of these can be written (facts 1.2). */
const shared: SystemColumn[] = [
  column('ID', 'ID', 'number', 'number', { storage: 'id', indexed: true, settings: { decimalPlaces: 'none' } }),
  column('ContentType', 'Content Type', 'computed', 'text'),
  column('Modified', 'Modified', 'dateTime', 'dateTime', {
    storage: 'modified',
    settings: { displayAs: 'default', format: 'dateTime' },
  }),
  column('Created', 'Created', 'dateTime', 'dateTime', {
    storage: 'created',
    settings: { displayAs: 'default', format: 'dateTime' },
  }),
  column('Author', 'Created By', 'person', 'personOrGroup', { storage: 'author', settings: person }),
  column('Editor', 'Modified By', 'person', 'personOrGroup', { storage: 'editor', settings: person }),
  column('_UIVersionString', 'Version', 'computed', 'text'),
  column('Edit', 'Edit', 'computed', 'text'),
  column('ItemChildCount', 'Item Child Count', 'computed', 'lookup'),
  column('FolderChildCount', 'Folder Child Count', 'computed', 'lookup'),
  column('_ComplianceFlags', 'Label setting', 'computed', 'text'),
  column('_ComplianceTag', 'Retention label', 'computed', 'text'),
  column('_ComplianceTagWrittenTime', 'Retention label Applied', 'computed', 'text'),
  column('_ComplianceTagUserId', 'Label applied by', 'computed', 'text'),
  column('GUID', 'GUID', 'computed', 'text', { hidden: true }),
  column('owshiddenversion', 'owshiddenversion', 'computed', 'number', { hidden: true }),
];

export const listColumns: SystemColumn[] = [
  // The forms of a list ask for it; nothing that writes over Graph or REST must give it.
  { ...title, required: true },
  column('Attachments', 'Attachments', 'computed', 'text'),
  column('LinkTitleNoMenu', 'Title', 'computed', 'text'),
  column('LinkTitle', 'Title', 'computed', 'text'),
  ...shared,
];

export const libraryColumns: SystemColumn[] = [
  title,
  column('FileLeafRef', 'Name', 'text', 'text', { storage: 'c_FileLeafRef', required: true }),
  column('FSObjType', 'Item Type', 'number', 'number', { storage: 'c_FSObjType', hidden: true }),
  column('LinkFilename', 'Name', 'computed', 'text'),
  column('LinkFilenameNoMenu', 'Name', 'computed', 'text'),
  column('DocIcon', 'Type', 'computed', 'text'),
  column('FileSizeDisplay', 'File Size', 'computed', 'text'),
  column('CheckoutUser', 'Checked Out To', 'computed', 'personOrGroup', { hidden: true }),
  ...shared,
];

import type { ColumnChange, RegisterEdit } from '../../application/ports/register.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import type { ItemVersion, ListItem, ListItems, Writer } from '../lists/list-items.ts';
import { registerColumns } from './register-row.ts';

/** Who a register is written by: this program, and whoever keeps it. */
export interface Writers {
  /** The app's own id, by which it is known among programs. */
  clientId: string;
  isKeeper: (staffId: string) => Promise<boolean>;
}

/** `own`: how the row stood when the service last wrote it. Null when no version of it is the service's. */
export interface RowHistory {
  own: ListItem['fields'];
  edits: RegisterEdit[];
}

/**
 * What was saved in a row since the service last wrote it, by whom. A row that the service wrote last costs nothing to ask about; for every
 * other one SharePoint's versions are asked (2 units, and 1 for each that is looked into), since a row as it stands says only who wrote last,
 * and every column of it may be that person's. X-AUD-1
 */
export async function readHistory(list: ListItems, item: ListItem, writers: Writers): Promise<RowHistory | null> {
  if (isOurs(item.lastModifiedBy, writers)) return { own: item.fields, edits: [] };
  const versions = await list.versions(item.id);
  const isTrusted = ({ lastModifiedBy }: ItemVersion) => isOurs(lastModifiedBy, writers);
  let begin = versions.findLastIndex(isTrusted);
  // A list that was brought back, or moved, by another program: what people have written is still told from it.
  if (begin < 0 && isProgram(item.createdBy)) begin = versions.findLastIndex(({ lastModifiedBy: by }) => isProgram(by));
  const [first, ...later] = begin < 0 ? [] : versions.slice(begin);
  if (!first) return null;
  let before = (await list.version(item.id, first.id)).fields;
  const own = before;
  const edits: RegisterEdit[] = [];
  for (const version of later) {
    // The last one too: a row and a version of it need not print a date alike.
    const { fields } = await list.version(item.id, version.id);
    edits.push(await editOf(version, before, fields, writers));
    before = fields;
  }
  return { own, edits };
}

async function editOf(
  version: ItemVersion,
  before: ListItem['fields'],
  fields: ListItem['fields'],
  { isKeeper }: Writers,
): Promise<RegisterEdit> {
  const by = staffOf(version.lastModifiedBy);
  return {
    version: version.id,
    by,
    isKeeper: isProgram(version.lastModifiedBy) ? false : await isKeeper(by.id),
    at: version.lastModifiedDateTime ?? '',
    columns: {
      state: textOf(fields, 'State'),
      forward: textOf(fields, 'ForwardState'),
      newComment: textOf(fields, 'NewComment'),
      mergedInto: textOf(fields, 'MergedInto').trim(),
    },
    changed: registerColumns.flatMap((column): ColumnChange[] => {
      const [old, present] = [textOf(before, column), textOf(fields, column)];
      return old === present ? [] : [{ column, before: old, after: present }];
    }),
  };
}

/** Programs have no row in the directory of people. SharePoint's own system account has no id of any kind, and is taken for us. */
function isOurs(writer: Writer, { clientId }: Writers): boolean {
  const program = writer?.application?.id;
  return isProgram(writer) && (!program || program.toLowerCase() === clientId.toLowerCase());
}

export function isProgram(writer: Writer): boolean {
  return !writer?.user?.id;
}

export function staffOf(writer: Writer): Staff {
  const { user, application } = writer ?? {};
  if (!user?.id) return { id: application?.id ?? '', name: application?.displayName ?? '', address: '' };
  return { id: user.id, name: user.displayName ?? '', address: user.email ?? '' };
}

function textOf(fields: ListItem['fields'], column: string): string {
  const value = fields[column];
  return value === null || value === undefined ? '' : String(value);
}

import type { IntakeListRow } from './schema.ts';

/** Where the next page begins, and the submissions to which something was added later than the rows that come there. */
export interface AddedCursor {
  link: string | undefined;
  added: ReadonlySet<string>;
}

const separator = ' ';

export function readCursor(next: string | undefined): AddedCursor {
  if (next === undefined) return { link: undefined, added: new Set() };
  const [link, ...added] = next.split(separator);
  return { link, added: new Set(added) };
}

/** The list is read newest first, so an amendment or a withdrawal comes before its report, and perhaps a page before. */
export function writeCursor(
  page: { items: readonly IntakeListRow[]; next: string | null },
  { added }: AddedCursor,
): string | null {
  if (page.next === null) return null;
  const rowsOf = (types: readonly string[]) =>
    page.items.filter(({ fields }) => types.includes(fields.EntryType)).map(({ fields }) => fields.SubmissionId);
  const open = new Set([...added, ...rowsOf(['amendment', 'withdrawal', 'answer'])]);
  for (const submissionId of rowsOf(['report'])) open.delete(submissionId);
  return [page.next, ...open].join(separator);
}

import type { BoardFilter, BoardRow } from '../../../application/ports/board.ts';

/** What a list keeps while an incident is open, so that one comes back to where one was. */
export interface ListMemory {
  filter: BoardFilter;
  /** Null until the list was read. */
  pages: { rows: BoardRow[]; next: string | null } | null;
  /** Row that was opened last and takes the focus again. */
  opened: string | null;
}

export function createListMemory(): ListMemory {
  return { filter: { state: null, kind: null }, pages: null, opened: null };
}

/** A row as it stands after it was opened: the list need not be read again for it. */
export function rememberRow(memory: ListMemory, row: BoardRow): void {
  if (!memory.pages) return;
  const rows = memory.pages.rows.map((each) => (each.itemId === row.itemId ? row : each));
  memory.pages = { ...memory.pages, rows };
}

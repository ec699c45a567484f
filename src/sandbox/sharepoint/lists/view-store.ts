import { randomUUID } from 'node:crypto';
import type { SharePointServices } from '../services.ts';

/** A view of a list: which columns, which rows in which order (CAML), how many on a page. */
export interface ViewRecord {
  id: string;
  title: string;
  isDefault: boolean;
  query: string;
  rowLimit: number;
  /** Internal names. */
  fields: string[];
}

interface ViewRow extends Omit<ViewRecord, 'isDefault' | 'fields'> {
  isDefault: number;
  fields: string;
}

const columns = 'id, title, is_default AS isDefault, query, row_limit AS rowLimit, fields';

export function viewsOf(services: SharePointServices, list: number): ViewRecord[] {
  const rows = services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_views WHERE list = ? ORDER BY rowid`)
    .all(list) as ViewRow[];
  return rows.map((row) => ({ ...row, isDefault: row.isDefault === 1, fields: JSON.parse(row.fields) as string[] }));
}

/** Stores a view, new or changed. A list has one default view. */
export function saveView(services: SharePointServices, list: number, view: ViewRecord): ViewRecord {
  const { db } = services.tenant;
  if (view.isDefault) db.prepare('UPDATE sp_views SET is_default = 0 WHERE list = ?').run(list);
  db.prepare(
    `INSERT INTO sp_views (id, list, title, is_default, query, row_limit, fields) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, is_default = excluded.is_default, query = excluded.query,
       row_limit = excluded.row_limit, fields = excluded.fields`,
  ).run(view.id, list, view.title, view.isDefault ? 1 : 0, view.query, view.rowLimit, JSON.stringify(view.fields));
  return view;
}

export function removeView(services: SharePointServices, list: number, id: string): void {
  services.tenant.db.prepare('DELETE FROM sp_views WHERE list = ? AND id = ?').run(list, id);
}

export function newView(title: string): ViewRecord {
  return { id: randomUUID(), title, isDefault: false, query: '', rowLimit: 30, fields: ['LinkTitle'] };
}

/** The view that SharePoint makes with every list. */
export function addFirstView(services: SharePointServices, list: number, isLibrary: boolean): void {
  const fields = isLibrary ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'];
  saveView(services, list, { ...newView(isLibrary ? 'All Documents' : 'All Items'), isDefault: true, fields });
}

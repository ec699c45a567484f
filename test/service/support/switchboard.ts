import type { SwitchboardAnswer } from '../../../src/domain/incident/switchboard-question.ts';
import { itemsOf } from './look.ts';
import type { TenantView } from './product.ts';
import { addRow } from './reporter.ts';
import { editRow } from './security.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id that nothing else has. */
export function newQueryId(): string {
  return Array.from({ length: 26 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('');
}

export function queryOf(queryId: string, over: Record<string, unknown> = {}) {
  return { schema: 1, queryId, callAt: '2026-11-20T07:45:00.000Z', extension: '20417', ...over };
}

/** Puts a question with the person's own rights, as the tab does. Gives the row's id. */
export function ask(product: TenantView, persona: string, query: { queryId: string }): Promise<string> {
  const fields = {
    SubmissionId: query.queryId,
    EntryType: 'switchboardQuery' as const,
    Payload: JSON.stringify(query),
  };
  return addRow(product, persona, fields);
}

export async function questionRow(product: TenantView, queryId: string) {
  const rows = await itemsOf(product, product.settings.site.lists.switchboard);
  return rows.filter(({ fields }) => fields.QueryId === queryId);
}

/** Fills in columns of the question as somebody does in SharePoint itself, with their own rights. Gives the HTTP status. */
export async function fillIn(
  product: TenantView,
  queryId: string,
  fields: Record<string, string>,
  persona = 'switchboard',
): Promise<number> {
  const [row] = await questionRow(product, queryId);
  return editRow(product, product.settings.site.lists.switchboard, row?.id ?? '', fields, persona);
}

/** What stands in a row of Intake for its author. */
export async function replyIn(product: TenantView, rowId: string): Promise<SwitchboardAnswer | null> {
  const row = (await itemsOf(product, product.settings.site.lists.intake)).find((item) => item.id === rowId);
  return row?.fields.Reply ? (JSON.parse(row.fields.Reply) as SwitchboardAnswer) : null;
}

import type { AuditEntry } from '../../../src/application/ports/audit.ts';
import type { Receipt } from '../../../src/application/ports/intake.ts';
import type { IncidentWork } from '../../../src/application/ports/register.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { joinText, payloadParts, recordParts } from '../../../src/m365/lists/split-text.ts';
import { keyProperty } from '../../../src/m365/mailbox/keyed-message.ts';
import { cardsOf } from '../../service/support/look.ts';
import type { Product } from '../../service/support/product.ts';

interface Item {
  id: string;
  eTag: string;
  fields: Record<string, string>;
}

export interface RegisterItem {
  list: string;
  itemId: string;
  fields: Record<string, string>;
  incident: Incident;
  work: IncidentWork;
}

export interface IntakeItem {
  rowId: string;
  type: string;
  state: string;
  receipts: Receipt[];
  payload: string;
}

export interface Mail {
  key: string;
  to: string[];
  subject: string;
  isDraft: boolean;
}

/** What stands in the tenant at the end, read as somebody who sees everything. */
export async function itemsWith(product: Product, list: string, column: string, value: string): Promise<Item[]> {
  const filter = encodeURIComponent(`fields/${column} eq '${value}'`);
  const { value: items } = await product.look<{ value: Item[] }>(
    `/sites/${product.settings.site.id}/lists/${list}/items?$expand=fields&$filter=${filter}&$top=200`,
  );
  return items;
}

export async function registered(product: Product, submissionId: string): Promise<RegisterItem[]> {
  const { incidents, incidentsHr } = product.settings.site.lists;
  const found: RegisterItem[] = [];
  for (const list of [incidents, incidentsHr]) {
    for (const item of await itemsWith(product, list, 'SubmissionId', submissionId)) {
      const { work, ...incident } = JSON.parse(joinText('Details', recordParts, item.fields));
      found.push({ list, itemId: item.id, fields: item.fields, incident, work });
    }
  }
  return found;
}

export async function auditOf(product: Product, submissionId: string): Promise<AuditEntry[]> {
  const { audit, auditHr } = product.settings.site.lists;
  const items = [
    ...(await itemsWith(product, audit, 'SubmissionId', submissionId)),
    ...(await itemsWith(product, auditHr, 'SubmissionId', submissionId)),
  ];
  return items
    .map(({ fields }): AuditEntry => {
      const { entryId, entryAt, ...detail } = JSON.parse(fields.Detail ?? '{}');
      return {
        id: entryId,
        at: entryAt,
        detail,
        submissionId,
        sequence: Number(fields.Sequence),
        action: fields.Action ?? '',
        actor: fields.Actor ?? '',
        previousHash: fields.PreviousHash ?? '',
        hash: fields.Hash ?? '',
      };
    })
    .sort((one, other) => one.sequence - other.sequence);
}

export async function intakeOf(product: Product, submissionId: string): Promise<IntakeItem[]> {
  const items = await itemsWith(product, product.settings.site.lists.intake, 'SubmissionId', submissionId);
  return items.map(({ id, fields }) => ({
    rowId: id,
    type: fields.EntryType ?? '',
    state: fields.State ?? '',
    receipts: JSON.parse(fields.Receipts || '[]') as Receipt[],
    payload: joinText('Payload', payloadParts, fields),
  }));
}

/** Ids of rows of Intake that the service could not deal with yet. */
export async function waitingRows(product: Product): Promise<string[]> {
  const [cell] = await itemsWith(product, product.settings.site.lists.state, 'Key', 'waiting:intake');
  return (JSON.parse(cell?.fields.Value || '[]') as { rowId: string }[]).map(({ rowId }) => rowId);
}

/** Everything in the service mailbox since then, with our keys. */
export async function mailsSince(product: Product, since: Date): Promise<Mail[]> {
  const token = await product.token({ app: product.settings.clientId, scopes: ['.default'] });
  const root = product.settings.graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const query = new URLSearchParams({
    $filter: `createdDateTime ge ${since.toISOString()}`,
    $select: 'subject,isDraft,toRecipients',
    $expand: `singleValueExtendedProperties($filter=id eq '${keyProperty}')`,
    $top: '500',
  });
  const found: Mail[] = [];
  let next: string | undefined = `${root}/v1.0/users/${product.settings.serviceMailbox}/messages?${query}`;
  while (next !== undefined) {
    const response: Response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`mails: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as {
      value: {
        subject: string;
        isDraft: boolean;
        toRecipients: { emailAddress: { address: string } }[];
        singleValueExtendedProperties?: { value: string }[];
      }[];
      '@odata.nextLink'?: string;
    };
    found.push(
      ...page.value.map(({ subject, isDraft, toRecipients, singleValueExtendedProperties: properties }) => ({
        subject,
        isDraft,
        to: toRecipients.map(({ emailAddress }) => emailAddress.address),
        key: properties?.[0]?.value ?? '',
      })),
    );
    next = page['@odata.nextLink'];
  }
  return found;
}

export interface Card {
  /** Directory id of whose chat it lies in. */
  staffId: string;
  chatId: string;
  messageId: string;
  json: string;
}

/** Cards that lie in these people's chats. */
export async function cardsFor(product: Product, staffIds: readonly string[]): Promise<Card[]> {
  const all = await Promise.all(
    staffIds.map(async (staffId) => (await cardsOf(product, staffId)).map((card) => ({ ...card, staffId }))),
  );
  return all.flat();
}

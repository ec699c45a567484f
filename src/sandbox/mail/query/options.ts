import type { SandboxContext } from '../../http.ts';
import { inefficientFilter, invalidFilter, unknownProperty } from '../refusals.ts';
import { type Condition, columns, parseFilter } from './filter.ts';

export interface MessageQuery {
  select: string[] | null;
  filter: Condition | null;
  /** SQL. */
  orderBy: string;
  top: number;
  skip: number;
  count: boolean;
  /** Ids of the extended properties to show. */
  extended: string[];
  withAttachments: boolean;
}

/** Properties a message has; `internetMessageHeaders` only when selected. */
export const messageProperties = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'categories',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'internetMessageId',
  'subject',
  'bodyPreview',
  'importance',
  'parentFolderId',
  'conversationId',
  'conversationIndex',
  'isDeliveryReceiptRequested',
  'isReadReceiptRequested',
  'isRead',
  'isDraft',
  'webLink',
  'inferenceClassification',
  'body',
  'sender',
  'from',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'flag',
  'internetMessageHeaders',
  'uniqueBody',
];

const largestPage = 1000;

/** Query options of a message or list of messages. */
export function readMessageQuery(c: SandboxContext): MessageQuery {
  const option = (name: string) => c.req.query(`$${name}`) ?? c.req.query(name);
  const select =
    option('select')
      ?.split(',')
      .map((name) => name.trim()) ?? null;
  for (const name of select ?? []) {
    if (!messageProperties.includes(name)) throw unknownProperty(name);
  }
  const filterText = option('filter');
  const filter = filterText ? parseFilter(filterText) : null;
  if (option('search') !== undefined) throw invalidFilter('$search is not supported by the stand-in.');
  return {
    select,
    filter,
    orderBy: readOrder(option('orderby'), filter),
    top: readNumber(option('top'), 10, 1, largestPage, '$top'),
    skip: readNumber(option('skip'), 0, 0, Number.MAX_SAFE_INTEGER, '$skip'),
    count: option('count') === 'true',
    ...readExpand(option('expand') ?? ''),
  };
}

/** https://learn.microsoft.com/graph/api/user-list-messages: sorted properties must lead the filter. */
function readOrder(text: string | undefined, filter: Condition | null): string {
  if (!text) return 'm.receivedAt DESC, m.seq DESC';
  const parts = text.split(',').map((part) => part.trim().split(/\s+/));
  const named = parts.map(([name = '', direction = 'asc']) => {
    const column = columns[name];
    if (!column) throw unknownProperty(name);
    if (!/^(asc|desc)$/i.test(direction)) throw invalidFilter(`'${direction}' is not a direction.`);
    return { name, sql: `${column.sql} ${direction.toUpperCase()}`, direction };
  });
  if (filter && named.some((entry, index) => filter.properties[index] !== entry.name)) throw inefficientFilter();
  const last = named.at(-1);
  return `${named.map((entry) => entry.sql).join(', ')}, m.seq ${last?.direction.toUpperCase() ?? 'DESC'}`;
}

function readNumber(text: string | undefined, usual: number, least: number, most: number, name: string): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw invalidFilter(`${name} must be a whole number from ${least}.`);
  return Math.min(value, most);
}

function readExpand(text: string): { extended: string[]; withAttachments: boolean } {
  const extended: string[] = [];
  const property = /singleValueExtendedProperties\s*\(\s*\$filter\s*=\s*((?:[^()']|'(?:[^']|'')*')*)\)/gi;
  for (const match of text.matchAll(property)) {
    for (const id of (match[1] ?? '').matchAll(/id\s+eq\s+'((?:[^']|'')*)'/gi)) {
      extended.push((id[1] ?? '').replaceAll("''", "'"));
    }
  }
  const rest = text
    .replace(property, '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of rest) {
    if (!/^attachments(\(.*\))?$/.test(name)) throw unknownProperty(name);
  }
  return { extended, withAttachments: rest.length > 0 };
}

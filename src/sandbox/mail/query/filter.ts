import { invalidFilter, unknownProperty } from '../refusals.ts';
import type { SqlValue } from '../store/sql.ts';
import { type Token, tokenize } from './tokens.ts';

/** A filter as SQL over `mail_messages m`. */
export interface Condition {
  sql: string;
  values: SqlValue[];
  /** Properties in the order in which they appear: Exchange wants the sorted ones first. */
  properties: string[];
}

interface Column {
  sql: string;
  /** An `id` is compared letter by letter, a text without regard to case. */
  kind: 'id' | 'text' | 'flag' | 'time';
}

/** What messages can be filtered and sorted by. */
export const columns: Record<string, Column> = {
  internetMessageId: { sql: 'm.internetMessageId', kind: 'id' },
  conversationId: { sql: 'm.conversationId', kind: 'id' },
  parentFolderId: { sql: 'm.folderId', kind: 'id' },
  subject: { sql: 'm.subject', kind: 'text' },
  importance: { sql: 'm.importance', kind: 'text' },
  'from/emailAddress/address': { sql: 'm.fromAddress', kind: 'text' },
  'sender/emailAddress/address': { sql: "json_extract(m.sender, '$.emailAddress.address')", kind: 'text' },
  isRead: { sql: 'm.isRead', kind: 'flag' },
  isDraft: { sql: 'm.isDraft', kind: 'flag' },
  hasAttachments: { sql: 'm.hasAttachments', kind: 'flag' },
  receivedDateTime: { sql: 'm.receivedAt', kind: 'time' },
  sentDateTime: { sql: 'm.sentAt', kind: 'time' },
  createdDateTime: { sql: 'm.createdAt', kind: 'time' },
  lastModifiedDateTime: { sql: 'm.modifiedAt', kind: 'time' },
};

const operators: Record<string, string> = { eq: '=', ne: '<>', ge: '>=', gt: '>', le: '<=', lt: '<' };
const textFunctions = ['startswith', 'endswith', 'contains'];

/** Turns `$filter` into SQL; what Exchange cannot do is refused as it refuses. */
export function parseFilter(expression: string): Condition {
  const reader = new FilterReader(tokenize(expression));
  const sql = reader.readOr();
  reader.expectEnd();
  return { sql, values: reader.values, properties: reader.properties };
}

class FilterReader {
  readonly values: SqlValue[] = [];
  readonly properties: string[] = [];
  readonly #tokens: Token[];
  #at = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  readOr(): string {
    const parts = [this.#readAnd()];
    while (this.#takeWord('or')) parts.push(this.#readAnd());
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
  }

  expectEnd(): void {
    const left = this.#tokens[this.#at];
    if (left) throw invalidFilter(`'${left.text}' was not expected.`);
  }

  #readAnd(): string {
    const parts = [this.#readTerm()];
    while (this.#takeWord('and')) parts.push(this.#readTerm());
    return parts.join(' AND ');
  }

  #readTerm(): string {
    if (this.#takeWord('not')) return `NOT (${this.#readTerm()})`;
    if (this.#take('(')) {
      const inner = this.readOr();
      this.#expect(')');
      return `(${inner})`;
    }
    const path = this.#readPath();
    const last = path.at(-1)?.toLowerCase() ?? '';
    if (path.length === 1 && textFunctions.includes(last)) return this.#readTextFunction(last);
    if (last === 'any') return this.#readAny(path.slice(0, -1).join('/'));
    const column = this.#columnOf(path.join('/'));
    const operator = operators[this.#expect('word').text.toLowerCase()];
    if (!operator) throw invalidFilter('An operator (eq, ne, ge, gt, le, lt) was expected.');
    const value = this.#readValue(column);
    if (value === null) return `${column.sql} ${operator === '=' ? 'IS NULL' : 'IS NOT NULL'}`;
    this.values.push(value);
    return column.kind === 'text' ? `${column.sql} ${operator} ? COLLATE NOCASE` : `${column.sql} ${operator} ?`;
  }

  #readTextFunction(name: string): string {
    this.#expect('(');
    const column = this.#columnOf(this.#readPath().join('/'));
    if (column.kind !== 'text' && column.kind !== 'id') throw invalidFilter(`${name} needs a text property.`);
    this.#expect(',');
    const text = this.#expect('string').text.replace(/[\\%_]/g, '\\$&');
    this.#expect(')');
    this.values.push(`${name === 'startswith' ? '' : '%'}${text}${name === 'endswith' ? '' : '%'}`);
    return `${column.sql} LIKE ? ESCAPE '\\'`;
  }

  #readAny(collection: string): string {
    this.#expect('(');
    const variable = this.#expect('word').text;
    this.#expect(':');
    const wanted = new Map<string, string>();
    do {
      const path = this.#readPath();
      if (path.shift() !== variable) throw invalidFilter(`'${variable}' was expected inside Any.`);
      if (!this.#takeWord('eq')) throw invalidFilter('Inside Any only eq is supported.');
      wanted.set(path.join('/'), this.#expect('string').text);
    } while (this.#takeWord('and'));
    this.#expect(')');
    if (collection === 'categories') {
      this.properties.push('categories');
      this.values.push(wanted.get('') ?? '');
      return 'EXISTS (SELECT 1 FROM json_each(m.categories) WHERE value = ?)';
    }
    if (collection === 'singleValueExtendedProperties' && wanted.has('id') && wanted.has('value')) {
      this.properties.push(collection);
      this.values.push(wanted.get('id') ?? '', wanted.get('value') ?? '');
      return 'm.seq IN (SELECT messageSeq FROM mail_properties WHERE propertyId = ? AND value = ?)';
    }
    throw invalidFilter(`'${collection}/any' needs id and value, or is not supported.`);
  }

  #columnOf(property: string): Column {
    const column = columns[property];
    if (!column) throw unknownProperty(property);
    this.properties.push(property);
    return column;
  }

  #readValue(column: Column): SqlValue {
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'word' && token.text === 'null') return null;
    if (column.kind === 'flag' && token?.kind === 'word' && /^(true|false)$/.test(token.text)) {
      return token.text === 'true' ? 1 : 0;
    }
    // Exchange also takes the time in quotes.
    if (column.kind === 'time' && (token?.kind === 'date' || token?.kind === 'string')) {
      const time = Date.parse(token.text);
      if (!Number.isNaN(time)) return `${new Date(time).toISOString().slice(0, 19)}Z`;
    }
    if ((column.kind === 'text' || column.kind === 'id') && token?.kind === 'string') return token.text;
    throw invalidFilter(`'${token?.text ?? ''}' is not a value of the right type.`);
  }

  #readPath(): string[] {
    const path = [this.#expect('word').text];
    while (this.#take('/')) path.push(this.#expect('word').text);
    return path;
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#at++;
    return true;
  }

  #expect(kind: Token['kind']): Token {
    const token = this.#tokens[this.#at++];
    if (token?.kind !== kind) throw invalidFilter(`'${token?.text ?? 'end'}' was not expected.`);
    return token;
  }
}

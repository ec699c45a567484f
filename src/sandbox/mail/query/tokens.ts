import { invalidFilter } from '../refusals.ts';

export interface Token {
  kind: 'word' | 'string' | 'date' | 'number' | '(' | ')' | ',' | ':' | '/';
  text: string;
}

const pattern =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_@][\w@.]*)|([(),:/]))/y;

/** Cuts an OData expression into pieces; a piece that cannot be read is refused with its position. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.trimEnd().length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(expression);
    if (!match) throw invalidFilter(`Syntax error at position ${at} in '${expression}'.`);
    const [, string, date, number, word, sign] = match;
    if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") });
    else if (date !== undefined) tokens.push({ kind: 'date', text: date });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: sign as Token['kind'], text: sign ?? '' });
  }
  return tokens;
}

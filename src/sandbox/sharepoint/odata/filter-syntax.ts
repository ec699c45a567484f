import { invalidRequest } from '../failures.ts';

export type Comparator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'startswith';
export type Literal = string | number | boolean | null;

export type FilterNode =
  | { kind: 'and' | 'or'; left: FilterNode; right: FilterNode }
  | { kind: 'not'; inner: FilterNode }
  | { kind: 'compare'; field: string; comparator: Comparator; value: Literal };

type Token = { kind: 'word' | 'string' | 'mark'; text: string };

const tokenPattern = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s(),']+))/y;

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const match = tokenPattern.exec(text);
    if (!match) throw invalidRequest(`Invalid filter clause: syntax error in '${text}'.`);
    if (match[1] !== undefined) tokens.push({ kind: 'string', text: match[1].replaceAll("''", "'") });
    else if (match[2] !== undefined) tokens.push({ kind: 'mark', text: match[2] });
    else tokens.push({ kind: 'word', text: match[3] ?? '' });
  }
  return tokens;
}

/** Reads comparisons joined by `and`, `or`, `not` and brackets, and `startswith(field,'…')`. */
class FilterReader {
  readonly #tokens: Token[];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenise(text);
  }

  read(): FilterNode {
    const node = this.#or();
    if (this.#at < this.#tokens.length) throw this.#wrong();
    return node;
  }

  #or(): FilterNode {
    let left = this.#and();
    while (this.#skipWord('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): FilterNode {
    let left = this.#unary();
    while (this.#skipWord('and')) left = { kind: 'and', left, right: this.#unary() };
    return left;
  }

  #unary(): FilterNode {
    if (this.#skipWord('not')) return { kind: 'not', inner: this.#unary() };
    if (this.#skipMark('(')) {
      const inner = this.#or();
      this.#needMark(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): FilterNode {
    const word = this.#next('word').text;
    if (word.toLowerCase() === 'startswith') {
      this.#needMark('(');
      const field = this.#next('word').text;
      this.#needMark(',');
      const value = this.#next('string').text;
      this.#needMark(')');
      // OData lets the function be compared with true.
      if (this.#skipWord('eq') && this.#next('word').text !== 'true') throw this.#wrong();
      return { kind: 'compare', field, comparator: 'startswith', value };
    }
    const comparator = this.#next('word').text.toLowerCase();
    if (!['eq', 'ne', 'lt', 'le', 'gt', 'ge'].includes(comparator)) throw this.#wrong();
    return { kind: 'compare', field: word, comparator: comparator as Comparator, value: this.#literal() };
  }

  #literal(): Literal {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === 'string') return token.text;
    if (token?.kind !== 'word') throw this.#wrong();
    if (token.text === 'null') return null;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    if (/^\d{4}-\d{2}-\d{2}/.test(token.text)) return token.text;
    throw this.#wrong();
  }

  #next(kind: Token['kind']): Token {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) throw this.#wrong();
    this.#at += 1;
    return token;
  }

  #needMark(mark: string): void {
    if (this.#next('mark').text !== mark) throw this.#wrong();
  }

  #skipMark(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.#at += 1;
    return true;
  }

  #skipWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #wrong() {
    return invalidRequest(`Invalid filter clause: syntax error in '${this.#text}'.`);
  }
}

export function parseFilter(text: string): FilterNode {
  return new FilterReader(text).read();
}

/** Every field that a filter names, once. */
export function fieldsOf(node: FilterNode): string[] {
  if (node.kind === 'compare') return [node.field];
  if (node.kind === 'not') return fieldsOf(node.inner);
  return [...new Set([...fieldsOf(node.left), ...fieldsOf(node.right)])];
}

import { decodeSegment } from '../routing.ts';

/** One step of a SharePoint REST path, e.g. `lists(guid'…')` or `addroleassignment(principalid=3,roledefid=5)`. */
export interface RestStep {
  name: string;
  /** Unnamed argument, quotes and `guid` taken off; null when there is none. */
  argument: string | null;
  named: Record<string, string>;
}

function unquote(text: string): string {
  const quoted = /^(?:guid)?'((?:[^']|'')*)'$/i.exec(text.trim());
  return quoted ? (quoted[1] ?? '').replaceAll("''", "'") : text.trim();
}

/** Splits arguments at commas outside quotes. */
function splitArguments(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g)?.map((part) => part.trim()) ?? [];
}

/** Splits at slashes outside brackets and quotes: a login name may hold both. */
function splitSteps(path: string): string[] {
  const steps: string[] = [];
  let depth = 0;
  let quoted = false;
  let current = '';
  for (const character of path) {
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')') depth -= 1;
    if (character === '/' && depth === 0 && !quoted) {
      steps.push(current);
      current = '';
    } else current += character;
  }
  return [...steps, current].filter((step) => step !== '');
}

/** Reads the path after `_api/`. Aliases such as `@v` are taken from the query. */
export function readRestPath(path: string, query: URLSearchParams): RestStep[] {
  const alias = (text: string) => (text.startsWith('@') ? (query.get(text) ?? text) : text);
  return splitSteps(decodeSegment(path)).map((step) => {
    const open = step.indexOf('(');
    if (open === -1 || !step.endsWith(')')) return { name: step.toLowerCase(), argument: null, named: {} };
    const result: RestStep = { name: step.slice(0, open).toLowerCase(), argument: null, named: {} };
    for (const part of splitArguments(step.slice(open + 1, -1))) {
      const named = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(part);
      if (named?.[1] !== undefined) result.named[named[1].toLowerCase()] = unquote(alias(named[2] ?? ''));
      else result.argument ??= unquote(alias(part));
    }
    return result;
  });
}

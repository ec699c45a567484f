import { RemoteError } from '../../application/remote-error.ts';

/**
 * A multi-line column holds 63,999 characters (support.microsoft.com, "List and library column types"). Longer texts go on in
 * columns of their own, with room to spare in each.
 */
export const partLength = 60_000;

/** Columns for what a reporter's client writes into one row: `Payload` to `Payload4`. */
export const payloadParts = 4;

/** Columns for the service's own record of an incident: `Details` to `Details8`, so that the old values of amendments fit. */
export const recordParts = 8;

/** Names of the columns of a text in that many parts: `Details`, `Details2`, `Details3` … */
export function partNames(name: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, index) => (index === 0 ? name : `${name}${index + 1}`));
}

/**
 * The text over its columns; those it does not need are emptied. No pair of surrogates is cut in two, which the wire would
 * spoil, and no cut lies beside a space, which a list may trim. Throws `RemoteError('tooLarge')` when the columns do not hold it.
 */
export function splitText(name: string, parts: number, text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let rest = text;
  for (const column of partNames(name, parts)) {
    const end = cutBefore(rest, partLength);
    fields[column] = rest.slice(0, end);
    rest = rest.slice(end);
  }
  if (rest !== '') throw new RemoteError('tooLarge', `${name}: ${text.length} characters`);
  return fields;
}

/** The whole text again; columns that are missing or empty add nothing. */
export function joinText(name: string, parts: number, fields: Record<string, unknown>): string {
  return partNames(name, parts)
    .map((column) => (typeof fields[column] === 'string' ? fields[column] : ''))
    .join('');
}

function cutBefore(text: string, length: number): number {
  if (text.length <= length) return text.length;
  let end = length;
  while (end > 1 && /[\s\uDC00-\uDFFF]/.test(text.charAt(end))) end -= 1;
  while (end > 1 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}

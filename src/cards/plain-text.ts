import { unseenCharacters } from '../domain/incident/unseen-characters.ts';

/**
 * Text from outside as one line of at most so many characters (code points). It belongs only into a text run, which,
 * unlike a text block, knows no Markdown: a link in it stays text. X-SAFE-3.
 */
export function oneLine(text: string, limit: number): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').replace(unseenCharacters, '').trim();
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Text of several lines, cut to so many code points; `isCut` says that something is missing. */
export function severalLines(text: string, limit: number): { text: string; isCut: boolean } {
  const kept = text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.replace(unseenCharacters, ''))
    .join('\n')
    .trim();
  const characters = Array.from(kept);
  if (characters.length <= limit) return { text: kept, isCut: false };
  return { text: `${characters.slice(0, limit - 1).join('')}…`, isCut: true };
}

// Control characters, and marks that turn the direction of reading: a sender could hide an address with them.
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text from outside as one line of at most so many characters (code points). It belongs only into a text run, which,
 * unlike a text block, knows no Markdown: a link in it stays text. X-SAFE-3.
 */
export function oneLine(text: string, limit: number): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Text of several lines, cut to so many code points; `isCut` says that something is missing. */
export function severalLines(text: string, limit: number): { text: string; isCut: boolean } {
  const kept = text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.replace(unseen, ''))
    .join('\n')
    .trim();
  const characters = Array.from(kept);
  if (characters.length <= limit) return { text: kept, isCut: false };
  return { text: `${characters.slice(0, limit - 1).join('')}…`, isCut: true };
}

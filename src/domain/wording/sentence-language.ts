import type { Language } from '../incident/vocabulary.ts';

/** Small words that one of the two languages has and the other has not. */
const english = new Set(
  'the and was were is are he she they his her their of to that this with from had has have been for on at my me it who when then'.split(
    ' ',
  ),
);
const welsh = new Set(
  'y yr mae oedd roedd yn ei eu fy ac neu ond wedi gan wrth ar am gyda bod fod nid ddim hwn hon hynny yna wedyn pan sydd ein eich rwy dywedodd'.split(
    ' ',
  ),
);

/** Which language a sentence is in; null when it is too short to tell, or is both. The text is folded. */
export function languageOfSentence(folded: string): Language | null {
  let balance = 0;
  for (const word of folded.match(/\p{L}+/gu) ?? []) {
    if (english.has(word)) balance += 1;
    if (welsh.has(word)) balance -= 1;
  }
  if (balance >= 1) return 'en';
  return balance <= -1 ? 'cy' : null;
}

/** Where sentences begin and end in the text, with whatever stands between them. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const stop of text.matchAll(/[.!?…]+(?=\s|$)|\n+/gu)) {
    const end = stop.index + stop[0].length;
    found.push({ start, end });
    start = end;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** Puts values in the places a sentence of the catalogue marks with `{name}`. */
export function fillIn(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Chooses the sentence for a number. Both languages put one form after every number above one. */
export function countWords(words: { none?: string; one: string; other: string }, count: number): string {
  if (count === 0 && words.none !== undefined) return words.none;
  return fillIn(count === 1 ? words.one : words.other, { count });
}

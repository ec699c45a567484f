/** British postcodes, the way people write them: any case, with or without a gap. The last letters leave out C, I, K, M, O and V. */
const postcode = /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)[\s-]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu;

/** "On the A4 2nd floor" names no house. */
const ordinal = /\d(?:st|nd|rd|th)$/u;

export interface Span {
  /** In UTF-16 units; the end is not in it. */
  start: number;
  end: number;
}

/** Where postcodes stand in the text. Nobody is asked for a home address, here or anywhere. BEH-7.1-2 */
export function findPostcodes(text: string): Span[] {
  return [...text.matchAll(postcode)]
    .filter(([found]) => !ordinal.test(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Text as it is compared: small letters, no accents, straight apostrophes. */
export interface FoldedText {
  folded: string;
  /** Where the n-th unit of `folded` stands in the text it came from; one more at the end. */
  origin: number[];
}

/**
 * Makes "Tŷ", "TY" and "ty" the same, whichever way the accent was typed, and keeps where everything stood. Welsh is
 * written with and without its circumflex by the same people. B-CY-4
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[’‘ʼ`´]/gu, "'")
      .replace(/\s/gu, ' ');
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

/** What a piece of wording looks like. The advice for each is in the catalogue. BEH-14.2-1 */
export const findingKinds = [
  /** A name for somebody. */
  'insult',
  /** A judgement in place of what happened. */
  'opinion',
  /** A guess at what was not seen or heard. */
  'speculation',
  /** Words that show how bad it was, and not what it was. */
  'emotive',
  /** A state that only a doctor, a test or a court could establish. PREV-dont-2 */
  'conclusion',
  /** Words about suicide that hurt. B-SUI-3 */
  'stigma',
  /** BEH-7.1-2 */
  'postcode',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  /** In UTF-16 units of the text; the end is not in it. */
  start: number;
  end: number;
  kind: FindingKind;
}

/** A regular expression's source for folded text; it stands between word borders. */
export type Phrase = string;
export type PhraseList = Record<Exclude<FindingKind, 'postcode'>, readonly Phrase[]>;

/** What never rests on one person alone. */
export type PairedAct =
  /** Confirming what somebody proposed for deletion. */
  | 'weeding'
  /** Looking again at one's own decision, where a second reviewer is configured. */
  | 'reconsideration'
  /** Checking what is withheld from somebody who asked for their data. */
  | 'withheldItem';

export type PairRefusal = 'samePerson' | 'firstPersonUnknown';

/**
 * Whether this person may be the second of two; null when they may. Ids are directory ids and are compared without regard to
 * capitals. Without a known first person nobody may: a missing proposer is no proposer. Model 6, S8.
 */
export function secondPersonRefusal(
  act: PairedAct,
  first: string | null,
  second: string,
  settings: { reconsiderationNeedsSecond: boolean },
): PairRefusal | null {
  if (act === 'reconsideration' && !settings.reconsiderationNeedsSecond) return null;
  const known = first?.trim().toLowerCase() ?? '';
  if (known === '') return 'firstPersonUnknown';
  return known === second.trim().toLowerCase() ? 'samePerson' : null;
}

/** Documents with words of their own. */
export const writtenDocumentIds = [
  'staySafe',
  'beforeYouMeet',
  'behaviour',
  'communications',
  'afterTheCall',
  'dignityAtWork',
  'evidence',
  'privacy',
  'support',
  'lineManagers',
  'publicPolicy',
] as const;
export type WrittenDocumentId = (typeof writtenDocumentIds)[number];

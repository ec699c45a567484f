/** The statements asked of a person, under “My reports”. BEH-8.5-1 */
export const ownStatementsEn = {
  heading: 'Statements asked of you',
  about: (when: string) => `About what happened on ${when}`,
  asked: (name: string, when: string) => `${name} asked you for it on ${when}.`,
  open: 'Not signed yet',
  waived: 'No longer needed',
  signed: 'Signed',
  signedAt: (when: string) => `You signed it on ${when}.`,
  write: 'Write it',
  writeFor: (reference: string) => `Write the statement about ${reference}`,
  read: 'Open it',
  readFor: (reference: string) => `Open the statement about ${reference}`,
  more: 'Show earlier ones',
  unknown: 'It could not be found out whether a statement is asked of you. The link in the mail opens it all the same.',
};

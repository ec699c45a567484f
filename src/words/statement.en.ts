import type { StatementRole } from '../domain/incident/manager-work.ts';

/** The page on which somebody who was there writes a statement, signs it and adds to it. BEH-8.5-1 */
export const statementEn = {
  back: 'Back to “My reports”',
  backToReport: 'Back to the report',
  heading: 'Your statement',
  headingFor: (name: string) => `Statement of ${name}`,
  about: (when: string, reference: string) => `About what happened on ${when}. Number: ${reference}`,
  asked: (name: string) => `${name} asks you for it.`,
  because: {
    victim: 'You are asked because it happened to you.',
    witness: 'You are asked because you were there.',
    firstAider: 'You are asked because you gave first aid.',
  } satisfies Record<StatementRole, string>,
  becauseOutsider: (name: string) => `${name} cannot write it here, so you write it down for them.`,
  why: 'It helps to understand what happened, and to protect people. Whoever deals with the report reads it. If it comes to that, it can also go to the police or to a court.',
  choice:
    'If you were not there, or would rather not, please tell the person who asks you. You need not write anything here.',
  waived: 'Whoever asked has said in the meantime that they can do without it. You can still write it.',

  how: 'How to write it',
  hints: {
    victim: [
      'Write what happened, in the order in which it happened. Take your time.',
      'Times, places, and the words that were used, as well as you remember them.',
      'If you are not sure of something, say so.',
    ],
    witness: [
      'Write what you saw and heard yourself, in the order in which it happened.',
      'Times, places, and the words that were used, as well as you remember them.',
      'If you are not sure of something, say so. Please do not ask others what they saw.',
    ],
    firstAider: [
      'Write when you came, and what you found.',
      'Write what help you gave and what happened then, for example whether an ambulance came.',
      'Of the person’s health, write only what you saw yourself and what explains what you did.',
    ],
  } satisfies Record<StatementRole, string[]>,
  hintsOutsider: [
    'Write down what they told you, in their own words.',
    'Read it out to them before you sign, and change what they say is wrong.',
    'Your name stands under it, as the person who wrote it down.',
  ],
  labels: {
    victim: 'What happened',
    witness: 'What you saw and heard',
    firstAider: 'What you found, and what you did',
  } satisfies Record<StatementRole, string>,
  labelOutsider: 'What they told you',
  kept: 'What you write is kept on this device. You can stop, and come back to it by the same link.',
  unsaved: 'This device cannot keep what you write. Do not close this page before you have signed.',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  missing: 'Write something first.',
  toSign: 'Read it through and sign',

  confirmHeading: 'Is this what you want to sign?',
  confirm: (name: string) =>
    `Signed, it stands under your name, ${name}, with the time. After that nothing in it can be changed. You can only add to it.`,
  confirmOutsider: (name: string) =>
    `Signed, it stands as what ${name} told you, under your name, with the time. After that nothing in it can be changed. You can only add to it.`,
  sign: 'Sign it',
  goOn: 'Go on writing',
  notSigned: 'It has not been signed. What you wrote is still here.',
  unsure:
    'As far as is known here, it has not been signed yet. What you wrote is still here, and trying again does no harm.',

  signed: (name: string, when: string) => `Signed by ${name} on ${when}`,
  thanks: 'Thank you. Whoever asked you can read it now. You need do nothing more.',
  proof: 'Number to check it by',
  proofWhat:
    'It shows that not a letter of the statement has been changed since it was signed. It does not show who is right.',
  addedLater: 'Added later',
  addHeading: 'Is there something to add?',
  addLead: 'What was signed stays as it is. What you add stands below it, with the time.',
  addLabel: 'What you want to add',
  add: 'Add it',
  notAdded: 'It has not been added. What you wrote is still here.',
  addUnsure:
    'As far as is known here, it has not been added yet. What you wrote is still here, and trying again does no harm.',
  added: 'It has been added.',

  notThere: 'There is nothing to write here',
  notThereWhy:
    'The link leads to no statement of yours. Perhaps you are signed in with another account, or part of the link is missing. If somebody has asked you for a statement, please tell them.',
  refusals: {
    alreadySigned:
      'It had been signed already, from another window or device. What you wrote here was not taken. It stands below, and you can add it.',
    movedOn: 'The report has ended, so nothing more can be taken. Please tell the person who asked you.',
    textTooLong: 'It is too long. Please shorten it.',
  },
  refusedOther: 'It could not be taken. Please tell the person who asked you.',
};

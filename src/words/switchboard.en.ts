import type { PutThrough } from '../domain/incident/switchboard-question.ts';

/** The switchboard's own page. Nothing in it says what a call was about. COM-4.1-2, F13 */
export const switchboardEn = {
  heading: 'Questions to the switchboard',
  lead: 'A colleague had a call on their extension and asks whether it came through you. Your answer goes back to them and into their record of the call.',
  privacy: 'You see the time and the extension, and nothing else. Please do not ask what the call was about.',
  open: (count: number) => (count === 1 ? '1 question is open' : `${count} questions are open`),
  none: 'No question is open.',
  noneHint: 'New ones appear here by themselves.',
  extension: 'Extension',
  ask: 'Did you put this call through?',
  answers: { yes: 'Yes', no: 'No', notRemembered: 'I cannot remember' } satisfies Record<PutThrough, string>,
  said: {
    yes: 'Put through',
    no: 'Not put through',
    notRemembered: 'Not remembered',
  } satisfies Record<PutThrough, string>,
  /** In the record of the call. */
  record: {
    heading: 'What the switchboard says',
    name: 'Name the caller gave',
    number: 'Number the caller gave',
    by: 'Answered by',
    at: 'Answered at',
    call: 'The call',
  },
  quotedLead: 'Only if the caller said so. Leave it empty if not.',
  nameQuoted: 'Name the caller gave',
  numberQuoted: 'Number the caller gave',
  send: 'Send the answer',
  sending: 'Sending …',
  notSent: 'The answer was not sent.',
  overtaken: (extension: string) =>
    `Somebody else has just answered for extension ${extension}. Your answer was not sent.`,
  sent: (extension: string) => `Answer sent for extension ${extension}.`,
  answeredHeading: 'Answered today',
  answeredNone: 'Nothing has been answered today.',
  answeredBy: (name: string) => `Answered by ${name}`,
  answered: 'Answered',
  quotedName: (name: string) => `Name given: ${name}`,
  quotedNumber: (number: string) => `Number given: ${number}`,
  correct: 'Correct the answer',
  correctLabel: (extension: string) => `Correct the answer for extension ${extension}`,
  cancel: 'Leave it as it is',
};

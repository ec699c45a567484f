import type { switchboardEn } from './switchboard.en.ts';

/** Cwestiwn i’r switsfwrdd: yr amser a’r estyniad, a dim byd arall. */
export const switchboardCy: typeof switchboardEn = {
  heading: 'Cwestiynau i’r switsfwrdd',
  lead: 'Cafodd cydweithiwr alwad ar ei estyniad, ac mae’n gofyn a ddaeth drwoch chi. Bydd eich ateb yn mynd yn ôl ato ac i’w gofnod o’r alwad.',
  privacy: 'Yr amser a’r estyniad a welwch, a dim byd arall. Peidiwch â holi am gynnwys yr alwad.',
  open: (count) => (count === 1 ? 'Mae 1 cwestiwn heb ei ateb' : `Nifer y cwestiynau heb eu hateb: ${count}`),
  none: 'Does dim cwestiwn heb ei ateb.',
  noneHint: 'Bydd rhai newydd yn ymddangos yma ohonynt eu hunain.',
  extension: 'Estyniad',
  ask: 'A roesoch chi’r alwad hon drwodd?',
  answers: { yes: 'Do', no: 'Naddo', notRemembered: 'Dydw i ddim yn cofio' },
  said: { yes: 'Rhoddwyd drwodd', no: 'Ni roddwyd drwodd', notRemembered: 'Ddim yn cofio' },
  quotedLead: 'Dim ond os dywedodd y galwr. Gadewch yn wag os na wnaeth.',
  nameQuoted: 'Yr enw a roddodd y galwr',
  numberQuoted: 'Y rhif a roddodd y galwr',
  send: 'Anfon yr ateb',
  sending: 'Wrthi’n anfon …',
  notSent: 'Ni chafodd yr ateb ei anfon.',
  overtaken: (extension) =>
    `Mae rhywun arall newydd ateb ar gyfer estyniad ${extension}. Ni chafodd eich ateb chi ei anfon.`,
  sent: (extension) => `Anfonwyd yr ateb ar gyfer estyniad ${extension}.`,
  answeredHeading: 'Atebwyd heddiw',
  answeredNone: 'Does dim wedi’i ateb heddiw.',
  answeredBy: (name) => `Atebwyd gan ${name}`,
  answered: 'Atebwyd',
  quotedName: (name) => `Enw a roddwyd: ${name}`,
  quotedNumber: (number) => `Rhif a roddwyd: ${number}`,
  correct: 'Cywiro’r ateb',
  correctLabel: (extension) => `Cywiro’r ateb ar gyfer estyniad ${extension}`,
  cancel: 'Gadael fel y mae',
};

import type { ownStatementsEn } from './own-statements.en.ts';

/** Y datganiadau y gofynnwyd i rywun amdanynt, o dan “Fy adroddiadau”. */
export const ownStatementsCy: typeof ownStatementsEn = {
  heading: 'Datganiadau y gofynnwyd i chi amdanynt',
  about: (when) => `Am yr hyn a ddigwyddodd ar ${when}`,
  asked: (name, when) => `Gofynnodd ${name} i chi amdano ar ${when}.`,
  open: 'Heb ei lofnodi eto',
  waived: 'Nid oes ei angen mwyach',
  signed: 'Wedi’i lofnodi',
  signedAt: (when) => `Fe’i llofnodwyd gennych ar ${when}.`,
  write: 'Ei ysgrifennu',
  writeFor: (reference) => `Ysgrifennu’r datganiad am ${reference}`,
  read: 'Ei agor',
  readFor: (reference) => `Agor y datganiad am ${reference}`,
  more: 'Dangos rhai cynharach',
  unknown: 'Ni ellid cael gwybod a ofynnir i chi am ddatganiad. Bydd y ddolen yn y neges e-bost yn ei agor yr un fath.',
};

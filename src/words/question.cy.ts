import type { questionEn } from './question.en.ts';

/** Cwestiwn gan reolwr i’r sawl a roddodd wybod, a’r ateb, o dan “Fy adroddiadau”. */
export const questionCy: typeof questionEn = {
  state: 'Yn aros am eich ateb',
  heading: (name) => `Mae ${name} yn gofyn i chi`,
  asked: (when) => `Gofynnwyd ar ${when}`,
  lead: 'Ysgrifennwch yr hyn a wyddoch, yn eich geiriau eich hun. Os na allwch ateb, neu os byddai’n well gennych beidio, bydd eich adroddiad yn mynd yn ei flaen yr un fath.',
  late: 'Mae’ch adroddiad wedi mynd yn ei flaen yn y cyfamser. Gallwch ateb o hyd: caiff ei gadw gyda’r adroddiad.',
  label: 'Eich ateb',
  left: (count) => (count === 1 ? '1 nod ar ôl' : `${count} o nodau ar ôl`),
  kept: 'Cedwir yr hyn a ysgrifennwch ar y ddyfais hon nes i chi ei anfon.',
  unsaved: 'Ni all y ddyfais hon gadw’r hyn a ysgrifennwch. Peidiwch â chau’r dudalen hon cyn i chi ei anfon.',
  send: 'Anfon yr ateb',
  missing: 'Ysgrifennwch rywbeth yn gyntaf.',
  failed: 'Ni allai’r ddyfais hon gadw’r ateb. Rhowch gynnig arall arni.',
  onItsWay: 'Mae’ch ateb ar ei ffordd.',
  waits:
    'Mae’ch ateb wedi’i gadw ar y ddyfais hon, ac yn mynd ohono’i hun cyn gynted ag y gall. Nid oes angen i chi wneud dim.',
  openWindow: 'Nid yw’ch ateb wedi mynd eto, ac ni all y ddyfais hon ei gadw. Peidiwch â chau’r dudalen hon.',
  signIn: 'Mewngofnodwch, er mwyn iddo allu mynd',
  arrived: 'Mae’ch ateb wedi cyrraedd.',
  answered: (when) => `Atebwyd ar ${when}.`,
  youWrote: 'Ysgrifennoch chi:',
  noted: 'Fe’i nodwyd gan y sawl a ofynnodd, neu fe’i hanfonwyd o ddyfais arall o’ch eiddo.',
  ended: 'Mae’r adroddiad hwn wedi dod i ben, felly nid oes angen ateb mwyach.',
};

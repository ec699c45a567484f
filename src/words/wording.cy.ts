import type { WordingWords } from './wording.en.ts';

/** Yr hyn a ddywed y gwiriad geirio. Cyngor yw, a dim mwy. */
export const wordingCy: WordingWords = {
  heading: 'A allech ei ddweud fel ffaith?',
  lead: 'Awgrym yn unig. Cewch ei anfon fel y mae.',
  found: (count) => (count === 1 ? '1 man i edrych arno eto' : `${count} man i edrych arnynt eto`),
  none: 'Dim mwy i edrych arno',
  advice: {
    insult:
      'Enw ar rywun. Dywedwch beth a wnaeth neu a ddywedodd y person. Os dywedwyd hyn wrthych chi, rhowch ef mewn dyfynodau.',
    opinion: 'Mae’n swnio fel barn. Beth a welsoch neu a glywsoch a wnaeth ichi feddwl hynny?',
    speculation:
      'Mae’n swnio fel dyfaliad. Dywedwch beth a welsoch neu a glywsoch, neu ysgrifennwch nad ydych yn gwybod.',
    emotive: 'Gair cryf nad yw’n dweud beth a ddigwyddodd. Disgrifiwch ef: y geiriau, y llais, yr hyn a wnaed.',
    conclusion:
      'Dim ond meddyg neu lys a allai ddweud hynny. Ysgrifennwch yr hyn y sylwoch arno, er enghraifft lleferydd aneglur neu arogl alcohol.',
    stigma:
      'Gall y geiriau hyn frifo. Mae “diweddodd ei fywyd”, “meddyliau am hunanladdiad” neu “ceisiodd ddiweddu ei fywyd” yn dweud yr un peth.',
    postcode: 'Cod post. Os yw’n perthyn i gartref unrhyw un, gadewch ef allan, os gwelwch yn dda.',
  },
  askSomeone: (adviser) => `Ddim yn siŵr? Gofynnwch i uwch reolwr neu i ${adviser}.`,
  adviser: 'dîm Mynediad at Wybodaeth',
  keep: 'Ei adael fel y mae',
};

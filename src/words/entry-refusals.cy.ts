import type { entryRefusalsEn } from './entry-refusals.en.ts';

/** Pam na dderbyniwyd rhywbeth a ychwanegwyd at adroddiad, a beth i’w wneud yn lle hynny. */
export const entryRefusalsCy: typeof entryRefusalsEn = {
  amendment: {
    title: (when) => `Ni dderbyniwyd yr hyn a ychwanegoch ar ${when}.`,
    reasons: {
      closed:
        'Mae’r adroddiad eisoes wedi’i gau. Rhowch wybod am yr hyn a wyddoch nawr mewn adroddiad newydd, gan nodi’r rhif hwn ynddo.',
      withdrawn: 'Roedd yr adroddiad wedi’i dynnu’n ôl. Rhowch wybod o’r newydd, os gwelwch yn dda.',
      otherRegister:
        'Mae adroddiad am gydweithiwr yn mynd at bobl wahanol. Rhowch wybod o’r newydd fel “Gan gydweithiwr”, a thynnwch hwn yn ôl.',
      welfarePath:
        'Cedwir cofnod am rywun yr oedd angen cymorth arno ar wahân i bob un arall. Rhowch wybod o’r newydd o dan y math arall, a thynnwch hwn yn ôl.',
      tooLarge:
        'Nid oes lle i ragor yn y cofnod. Rhowch wybod am y gweddill mewn adroddiad newydd, gan nodi’r rhif hwn ynddo.',
      notYours: 'Dim ond y sawl a wnaeth adroddiad a all ychwanegu ato.',
    },
    managerOut: 'Derbyniwyd serch hynny fod eich rheolwr yn gysylltiedig: ni all weld yr adroddiad mwyach.',
  },
  withdrawal: {
    title: (when) => `Ni thynnwyd eich adroddiad yn ôl ar ${when}.`,
    reasons: {
      acknowledged: 'Mae Diogelwch eisoes wedi’i gydnabod. Gofynnwch i Diogelwch os dylid ei dynnu’n ôl.',
      notYours: 'Dim ond y sawl a wnaeth adroddiad a all ei dynnu’n ôl.',
    },
  },
  answer: {
    title: (when) => `Ni dderbyniwyd eich ateb ar ${when}.`,
    reasons: {
      alreadyAnswered:
        'Roedd y cwestiwn eisoes wedi’i ateb: gennych chi ar ddyfais arall, neu gan eich rheolwr, a nododd yr hyn a ddywedoch wrtho. Os oes rhywbeth ar goll, dywedwch wrtho.',
      withdrawn: 'Roedd yr adroddiad wedi’i dynnu’n ôl.',
      merged: 'Roedd yr adroddiad wedi’i gysylltu ag un arall. Dywedwch wrth eich rheolwr.',
      movedOn: 'Nid yw’r cwestiwn yno mwyach. Dywedwch wrth eich rheolwr.',
      notYours: 'Dim ond y sawl a wnaeth adroddiad a all ateb yn ei gylch.',
    },
    youWrote: (text) => `Ysgrifennoch chi: “${text}”`,
  },
  report: {
    otherAuthor:
      'Ni ellid cofnodi’r adroddiad hwn o dan ei rif. Rhowch wybod o’r newydd. Mae’r hyn a ysgrifennoch yma o hyd.',
    unreadable: 'Ni ellid darllen yr adroddiad hwn. Rhowch wybod o’r newydd. Mae’r hyn a ysgrifennoch yma o hyd.',
  },
  other: 'Rhowch gynnig arall arni, neu dywedwch wrth Diogelwch.',
};

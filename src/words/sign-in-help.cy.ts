import type { signInHelpEn } from './sign-in-help.en.ts';

/** Welsh; see `signInHelpEn`. */
export const signInHelpCy: typeof signInHelpEn = {
  administrator:
    'Rhaid i rywun sy’n gweinyddu Microsoft 365 ganiatáu Urddas yn gyntaf. Anfonwch y cyfeiriad hwn at eich desg gymorth TG, a phwyswch “{button}” eto wedi iddynt ei ganiatáu:',
  blocked:
    'Cafodd y ffenestr fewngofnodi ei rhwystro. Caniatewch ffenestri ar gyfer y dudalen hon, yna pwyswch “{button}” eto.',
  closed: 'Nid ydych wedi mewngofnodi eto. Pwyswch “{button}” pan fyddwch yn barod.',
  otherOrganisation:
    'Mae’r cyfrif hwnnw’n perthyn i sefydliad arall. Pwyswch “{button}” eto a dewiswch eich cyfrif gwaith.',
  account: 'Ni all y cyfrif hwn fewngofnodi yma. Holwch eich desg gymorth TG am eich cyfrif.',
  offline: 'Ni ellir cyrraedd y mewngofnodi. Pwyswch “{button}” pan fydd rhwydwaith.',
  failed:
    'Ni weithiodd y mewngofnodi. Arhoswch ennyd a phwyswch “{button}” eto. Os bydd yn parhau, dywedwch wrth eich desg gymorth TG.',
  kept: 'Nid oes dim wedi’i golli: mae’ch adroddiad wedi’i gadw yma.',
};

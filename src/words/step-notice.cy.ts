import type { stepNoticeEn } from './step-notice.en.ts';
import { termsCy } from './terms.cy.ts';

/** E-byst am gam diweddarach mewn adroddiad. */
export const stepNoticeCy: typeof stepNoticeEn = {
  managerCommented: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r rheolwr wedi rhoi sylwadau`,
    lines: [
      `Mae’r rheolwr llinell wedi rhoi sylwadau ar adroddiad ${facts.reference} ac wedi ei anfon ymlaen atoch.`,
      'Darllenwch y sylwadau yn Urddas a chydnabod yr adroddiad yno, os gwelwch yn dda.',
    ],
  }),
  managerUnreached: (facts) => ({
    subject: `Urddas ${facts.reference}: nid oedd modd rhoi gwybod i’r rheolwr`,
    lines: [
      `Ni ellid danfon y neges yn Teams na’r e-bost am adroddiad ${facts.reference} at y rheolwr.`,
      'Ymgymerwch â’r mater eich hunain, a gwnewch yn siŵr bod gan y sawl a roddodd wybod rywun i droi ato.',
    ],
  }),
  recipientUnreached: (facts) => ({
    subject: `Urddas ${facts.reference}: ni ellid rhoi gwybod i bawb`,
    lines: [
      `Ni ellid danfon hysbysiad am adroddiad ${facts.reference}, ac ni roddir cynnig arall arni.`,
      'Mae Urddas yn dweud at bwy yr oedd i fynd. Rhowch wybod iddynt mewn ffordd arall, os oes rhaid iddynt wybod.',
    ],
  }),
  managerMoved: (facts) => ({
    subject: `Urddas ${facts.reference}: ${termsCy.states[facts.state]}`,
    lines: [
      `Mae adroddiad ${facts.reference} o’ch tîm wedi symud ymlaen.`,
      `Sefyllfa bresennol: ${termsCy.states[facts.state]}`,
    ],
  }),
  withdrawn: (facts) => ({
    subject: `Urddas ${facts.reference}: wedi’i dynnu’n ôl`,
    lines: [
      `Mae adroddiad ${facts.reference}, y cawsoch wybod amdano’n gynharach, wedi’i dynnu’n ôl.`,
      'Ni ofynnir dim mwy gennych yn ei gylch. Cedwir yr hyn sydd wedi’i gofnodi.',
    ],
  }),
  releasedOriginal: (facts) => ({
    subject: `Urddas ${facts.reference}: y gwreiddiol wedi’i ryddhau gan Diogelwch`,
    lines: [
      `Mae Diogelwch wedi rhyddhau neges wreiddiol adroddiad ${facts.reference}. Mae wedi’i hatodi fel ffeil .eml, yn union fel y cafodd ei chadw.`,
      `SHA-256 y gwreiddiol: ${facts.sha256}`,
      'Dylech ei thrin fel neges anniogel: peidiwch ag agor dolenni nac atodiadau ynddi, a pheidiwch â’i hateb.',
    ],
  }),
};

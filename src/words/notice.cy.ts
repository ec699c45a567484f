import type { AskedDecision, NoticeFactsByRole } from '../domain/incident/notice-facts.ts';
import type { noticeEn } from './notice.en.ts';
import { dateAndTime } from './reader.ts';
import { termsCy } from './terms.cy.ts';

const when = (instant: string) => dateAndTime(instant, 'cy');
const kindOf = (facts: { kind: keyof typeof termsCy.noticeKinds }) => termsCy.noticeKinds[facts.kind];
const severityOf = (facts: { severity: keyof typeof termsCy.severities }) => termsCy.severities[facts.severity];

const decisions: Record<AskedDecision, string> = {
  seriousIncident:
    'Mae’n cyfrif fel digwyddiad difrifol, felly uwch-reolwr sy’n penderfynu beth i’w wneud. Siaradwch â Diogelwch, os gwelwch yn dda.',
  persistentContact:
    'Adroddwyd bod y cyswllt yn barhaus neu’n afresymol. Ystyriwch a oes angen ei reoli, os gwelwch yn dda.',
};

/** To a senior person, who decides. */
const askForDecision = (facts: NoticeFactsByRole['seniorManager']) => ({
  subject: `Urddas ${facts.reference}: gofynnir am eich penderfyniad`,
  lines: [`Cyfeirnod: ${facts.reference}`, decisions[facts.decision]],
});

/** E-byst i’r rhai y mae’n rhaid iddynt wybod. */
export const noticeCy: typeof noticeEn = {
  link: (address) => `Agorwch ef yn Urddas: ${address}`,
  footer:
    'Nid yw’r hysbysiad hwn yn cynnwys geiriau’r hyn a adroddwyd. Peidiwch â gofyn amdanynt drwy e-bost, os gwelwch yn dda.',

  lineManager: (facts) => ({
    subject: `Urddas ${facts.reference}: mae angen eich sylw ar adroddiad`,
    lines: [
      `Mae ${facts.reporterName} wedi rhoi gwybod am rywbeth i chi fel rheolwr llinell, neu fel dirprwy i’r rheolwr.`,
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Difrifoldeb: ${severityOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      'Darllenwch ef yn eich sgwrs ag Urddas yn Teams, a rhowch sylw yno, os gwelwch yn dda.',
    ],
  }),
  security: (facts) => ({
    subject: `Urddas ${facts.reference}: ${severityOf(facts)} – ${kindOf(facts)}`,
    lines: [
      'Mae angen sylw Diogelwch ar adroddiad.',
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Difrifoldeb: ${severityOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      ...facts.flags.map((flag) => `Sylwer: ${termsCy.flags[flag]}.`),
      'Cydnabyddwch ef yn Urddas, os gwelwch yn dda, fel bod y rheolwr a’r adroddwr yn gwybod ei fod gennych.',
    ],
  }),
  facilities: (facts) => ({
    subject: `Urddas ${facts.reference}: i ddiogelwch cyfleusterau`,
    lines: [
      'Chi sy’n cael gwybod yn gyntaf, am fod angen ymateb gan yr adeilad.',
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      `Adroddwyd gan: ${facts.reporterName} (${facts.reporterAddress})`,
      'Cysylltwch â’r adroddwr a gwnewch yn siŵr ei fod yn ddiogel, os gwelwch yn dda.',
    ],
  }),
  itSecurity: (facts) => ({
    subject: `Urddas ${facts.reference}: ${facts.isOriginalWithheld ? 'hysbysiad' : 'neges wreiddiol'} – ${kindOf(facts)}`,
    lines: [
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      ...(facts.isOriginalWithheld
        ? [
            'NID yw’r gwreiddiol wedi’i atodi: nid yw bygythiad bom yn cael ei anfon ymlaen, ei ateb, ei symud na’i ddileu.',
            'Gall Diogelwch ei ryddhau’n ddiweddarach. Peidiwch â chwilio amdano yn y blwch post, os gwelwch yn dda.',
          ]
        : [
            'Mae’r gwreiddiol yn mynd i’ch blwch post fel ffeil .eml wedi’i hatodi, yn union fel y’i cipiwyd.',
            'Dylech ei thrin fel ffeil anniogel: peidiwch ag agor dolenni nac atodiadau sydd ynddi.',
          ]),
      ...(facts.sha256 === null ? [] : [`SHA-256 y gwreiddiol: ${facts.sha256}`]),
    ],
  }),
  helpDesk: (facts) => ({
    subject: `Urddas ${facts.reference}: cadwch lygad am negeseuon tebyg`,
    lines: [
      'Adroddwyd am neges annerbyniol. Os daw un debyg i law, anfonwch hi at Ddiogelwch, os gwelwch yn dda.',
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      ...(facts.recogniseBy === null ? [] : [`Cyfeiriad yr anfonwr yn ôl y neges: ${facts.recogniseBy}`]),
      'Peidiwch ag ateb yr anfonwr, os gwelwch yn dda.',
    ],
  }),
  hrPartner: (facts) => ({
    subject: `Urddas ${facts.reference}: gofynnir i Adnoddau Dynol`,
    lines: [
      'Mae angen sylw Adnoddau Dynol ar adroddiad.',
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Difrifoldeb: ${severityOf(facts)}`,
      `Adroddwyd gan: ${facts.reporterName}`,
      'Gallwch ei agor i’r graddau y mae wedi’i agor i chi.',
    ],
  }),
  informationSecurity: (facts) => ({
    subject: `Urddas ${facts.reference}: cadwch y logiau, os gwelwch yn dda`,
    lines: [
      'Daeth bygythiad bom drwy e-bost. Cadwch logiau e-bost a gwe’r cyfnod hwn, heb eu newid, os gwelwch yn dda:',
      `O: ${when(facts.keepFrom)}`,
      `Hyd: ${when(facts.keepTo)}`,
      ...(facts.mailbox === null ? [] : [`Blwch post: ${facts.mailbox}`]),
      `Cyfeirnod: ${facts.reference}`,
      `Pryd y daeth: ${when(facts.occurredAt)}`,
      'Peidiwch ag agor, symud na dileu’r neges ei hun, os gwelwch yn dda.',
    ],
  }),
  seniorManager: askForDecision,
  deputyDirector: askForDecision,
  informationRights: (facts) => ({
    subject: `Urddas ${facts.reference}: cais posibl am wybodaeth`,
    lines: [
      `Cyfeirnod: ${facts.reference}`,
      `Derbyniwyd: ${when(facts.occurredAt)}`,
      facts.answer === 'yes'
        ? 'Mae’r adroddwr yn dweud bod y neges yn cynnwys cais am wybodaeth neu am ddata personol.'
        : 'Nid yw’r adroddwr yn siŵr a yw’r neges yn cynnwys cais am wybodaeth neu am ddata personol.',
      'Mae’r amser i ateb cais o’r fath yn rhedeg o’r diwrnod y’i derbyniwyd, sut bynnag y mae gweddill y neges wedi’i eirio.',
      'Gofynnwch i Ddiogelwch am y neges, os gwelwch yn dda.',
    ],
  }),
  reporter: (facts) => ({
    subject: `Urddas ${facts.reference}: ${termsCy.states[facts.state]}`,
    lines: [
      `Mae eich adroddiad ${facts.reference} wedi symud ymlaen.`,
      `Y sefyllfa: ${termsCy.states[facts.state]}`,
      'Cadwch y neges wreiddiol, os gwelwch yn dda. Mae cymorth ar gael i chi pryd bynnag y byddwch am ei gael.',
    ],
  }),
  acknowledged: (facts) => ({
    subject: `Urddas ${facts.reference}: mae Diogelwch wedi’i gydnabod`,
    lines: [
      `Cydnabu Diogelwch adroddiad ${facts.reference} ar ${when(facts.at)} ac mae nawr yn ei adolygu.`,
      'Byddwch yn clywed am y cam nesaf.',
    ],
  }),
};

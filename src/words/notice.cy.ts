import type { Helper, YesNoUnsure } from '../domain/incident/account-vocabulary.ts';
import type { AskedDecision, NoticeFactsByRole, OriginalMessage } from '../domain/incident/notice-allow-list.ts';
import type { noticeEn } from './notice.en.ts';
import { dateAndTime, wholeDay } from './reader.ts';
import { termsCy } from './terms.cy.ts';

const when = (instant: string) => dateAndTime(instant, 'cy');
const onDay = (day: string) => wholeDay(day, 'cy');
const kindOf = (facts: { kind: keyof typeof termsCy.noticeKinds }) => termsCy.noticeKinds[facts.kind];
const severityOf = (facts: { severity: keyof typeof termsCy.severities }) => termsCy.severities[facts.severity];

const decisions: Record<AskedDecision, string> = {
  seriousIncident:
    'Mae’n cyfrif fel digwyddiad difrifol, felly uwch-reolwr sy’n penderfynu beth i’w wneud. Siaradwch â Diogelwch, os gwelwch yn dda.',
  persistentContact:
    'Adroddwyd bod y cyswllt yn barhaus neu’n afresymol. Ystyriwch a oes angen ei reoli, os gwelwch yn dda.',
};

const originals: Record<OriginalMessage, string[]> = {
  follows: [
    'Mae’r gwreiddiol yn mynd i’ch blwch post fel ffeil .eml wedi’i hatodi, yn union fel y’i cipiwyd.',
    'Dylech ei thrin fel ffeil anniogel: peidiwch ag agor dolenni nac atodiadau sydd ynddi.',
  ],
  withheld: [
    'NID yw’r gwreiddiol wedi’i atodi: nid yw bygythiad bom yn cael ei anfon ymlaen, ei ateb, ei symud na’i ddileu.',
    'Gall Diogelwch ei ryddhau’n ddiweddarach. Peidiwch â chwilio amdano yn y blwch post, os gwelwch yn dda.',
  ],
  none: [
    'Nid oes gwreiddiol gyda’r hysbysiad hwn: ni ddaeth i Urddas fel neges y gellid ei hanfon ymlaen.',
    'Gofalwch fod yr hyn sydd gan eich systemau o’r adeg honno (recordiadau, negeseuon, logiau) yn cael ei gadw, a gofynnwch i Ddiogelwch am ragor, os gwelwch yn dda.',
  ],
};

const recognise: Record<
  'message' | 'call',
  { lead: string; by: (text: string) => string; unknown: string; never: string }
> = {
  message: {
    lead: 'Adroddwyd am neges annerbyniol. Os daw un debyg i law, anfonwch hi at Ddiogelwch, os gwelwch yn dda.',
    by: (address) => `Cyfeiriad yr anfonwr yn ôl y neges: ${address}`,
    unknown: 'Nid yw cyfeiriad yr anfonwr yn hysbys.',
    never: 'Peidiwch ag ateb yr anfonwr, os gwelwch yn dda.',
  },
  call: {
    lead: 'Adroddwyd am alwad annerbyniol. Os cewch un debyg, rhowch wybod i Ddiogelwch ar unwaith, os gwelwch yn dda.',
    by: (number) => `Y rhif fel y’i dangoswyd: ${number}`,
    unknown: 'Ni ddangoswyd rhif.',
    never: 'Peidiwch â ffonio’r rhif yn ôl, os gwelwch yn dda.',
  },
};

const answers: Record<YesNoUnsure, string> = { yes: 'Oes', no: 'Nac oes', unsure: 'Ddim yn siŵr' };
const answered = (answer: YesNoUnsure | null) => (answer === null ? 'Ddim yn hysbys' : answers[answer]);
const orUnknown = (text: string) => text || 'Ddim yn hysbys';

const helpers: Record<Helper, string> = {
  police: 'Yr heddlu',
  ambulance: 'Ambiwlans',
  security: 'Diogelwch',
  socialServices: 'Gwasanaethau cymdeithasol',
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

  footerInConfidence:
    'Anfonwyd yn gyfrinachol, er mwyn helpu. Peidiwch â’i rannu ond â’r rhai a fydd yn helpu, a pheidiwch â’i gadw’n hirach nag y bydd ei angen arnoch.',

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
      ...(facts.site === null ? [] : [`Safle: ${facts.site.cy}`]),
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
      ...(facts.reporterPhone === null ? [] : [`Ffôn yr adroddwr: ${facts.reporterPhone}`]),
      ...(facts.extension === null ? [] : [`Estyniad yr alwad: ${facts.extension}`]),
      'Cysylltwch â’r adroddwr a gwnewch yn siŵr ei fod yn ddiogel, os gwelwch yn dda.',
    ],
  }),
  itSecurity: (facts) => ({
    subject: `Urddas ${facts.reference}: ${facts.original === 'follows' ? 'neges wreiddiol' : 'hysbysiad'} – ${kindOf(facts)}`,
    lines: [
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      ...originals[facts.original],
      ...(facts.sha256 === null ? [] : [`SHA-256 y gwreiddiol: ${facts.sha256}`]),
    ],
  }),
  helpDesk: (facts) => ({
    subject: `Urddas ${facts.reference}: cadwch lygad am negeseuon tebyg`,
    lines: [
      recognise[facts.form].lead,
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      facts.recogniseBy === null ? recognise[facts.form].unknown : recognise[facts.form].by(facts.recogniseBy),
      recognise[facts.form].never,
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
  switchboard: (facts) => ({
    subject: 'Urddas: a wnaethoch chi drosglwyddo galwad?',
    lines: [
      'Mae cydweithiwr yn gofyn a wnaethoch chi drosglwyddo galwad iddo, ac a roddodd y galwr enw neu rif.',
      `Amser yr alwad: ${when(facts.callAt)}`,
      `Estyniad: ${orUnknown(facts.extension)}`,
      'Atebwch yn Urddas yn Teams, yn y rhestr o gwestiynau i’r switsfwrdd, os gwelwch yn dda.',
    ],
  }),
  healthEnquiries: (facts) => ({
    subject: `Urddas ${facts.reference}: efallai fod angen help ar rywun`,
    lines: [
      'Mae’n bosibl bod rhywun a siaradodd â ni mewn perygl, ac mae a wnelo’r mater ag iechyd neu wasanaethau cymdeithasol.',
      'Rydych yn cael yr hyn a nodwyd er mwyn gallu rhoi help. Triniwch ef yn gyfrinachol, os gwelwch yn dda.',
      `Cyfeirnod: ${facts.reference}`,
      `Pryd: ${when(facts.occurredAt)}`,
      `A oes rhywun mewn perygl nawr? ${answered(facts.immediateDanger)}`,
      `A oes rhywun wedi cael niwed eisoes? ${answered(facts.harmDone)}`,
      `Ble mae’r person: ${orUnknown(facts.location)}`,
      `Rhif i ffonio’n ôl: ${orUnknown(facts.callbackNumber)}`,
      `Yr enw fel y’i rhoddwyd: ${orUnknown(facts.personName)}`,
      ...facts.contacted.map(({ who, at }) => `Gofynnwyd am help eisoes: ${helpers[who]}, ${when(at)}`),
      ...(facts.account.trim() === '' ? [] : ['', 'Yr hyn a ddigwyddodd:', facts.account.trim()]),
      ...(facts.notes.length === 0 ? [] : ['', 'Nodiadau a wnaed ar y pryd:']),
      ...facts.notes.map(({ at, text }) => `${when(at)}: ${text.trim()}`),
      '',
      `I bwy y dylid gofyn: ${[facts.reporterName, facts.reporterPhone, facts.reporterAddress].filter(Boolean).join(', ')}`,
    ],
  }),
  reception: (facts) => ({
    subject: `Urddas ${facts.reference}: ynghylch ymwelydd a ddisgwylir`,
    lines: [
      'Mae cydweithiwr yn pryderu am ymweliad a ddisgwylir. Byddwch yn barod amdano, a rhowch wybod i Ddiogelwch pan ddaw’r ymwelydd, os gwelwch yn dda.',
      `Cyfeirnod: ${facts.reference}`,
      `Safle: ${facts.site?.cy ?? 'Ddim yn hysbys'}`,
      `Disgwylir: ${facts.expectedOn === null ? 'Ddim yn hysbys' : onDay(facts.expectedOn)}`,
      `Ymwelydd: ${orUnknown(facts.visitorName)}`,
      ...(facts.concern === '' ? [] : [`Y pryder: ${facts.concern}`]),
      'Peidiwch â sôn wrth yr ymwelydd am y neges hon, a pheidiwch â mentro: mewn argyfwng ffoniwch 999.',
    ],
  }),
  areaContact: (facts) => ({
    subject: `Urddas ${facts.reference}: adroddiad o’ch maes`,
    lines: [
      'Mae eich maes busnes yn gofyn am gael gwybod am adroddiadau gan ei staff. Mae’r rheolwr llinell a Diogelwch wedi cael gwybod i’r graddau y mae’r rheolau’n dweud hynny.',
      `Cyfeirnod: ${facts.reference}`,
      `Math: ${kindOf(facts)}`,
      `Difrifoldeb: ${severityOf(facts)}`,
      `Pryd: ${when(facts.occurredAt)}`,
      'Nid oes dim y mae’n rhaid i chi ei wneud. Peidiwch â gofyn i’r adroddwr am fanylion, os gwelwch yn dda.',
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

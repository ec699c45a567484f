import type { stepNoticeEn } from './step-notice.en.ts';
import { termsCy } from './terms.cy.ts';

const isOther = (column: string) => putBackAdvice.every((each) => each.column !== column);

const putBackAdvice: readonly { column: string | null; line: string }[] = [
  {
    column: 'State',
    line: 'State: ni all y cofnod fynd yno o’r man lle mae’n sefyll, neu mae rheswm ar goll. Mae ei dudalen yn Urddas yn dangos y camau sydd ar gael. Yn SharePoint, ysgrifennwch y rheswm yn NewComment a chadw’r ddau gyda’i gilydd.',
  },
  {
    column: 'MergedInto',
    line: 'MergedInto: i uno dau gofnod, cadwch rif y prif gofnod a’r cyflwr merged gyda’i gilydd, neu defnyddiwch y botwm uno ar y dudalen yn Urddas.',
  },
  {
    column: 'ForwardState',
    line: 'ForwardState: dim ond neges wreiddiol a ddelir yn ôl y gellir ei gosod yn released.',
  },
  { column: 'NewComment', line: 'NewComment: ni chewch roi sylw ar y cofnod hwn.' },
  {
    column: null,
    line: 'Mae pob colofn arall yn dilyn o’r adroddiad. Gall yr adroddwr ei gywiro yn Urddas, gall y rheolwr farnu ei fod yn fwy difrifol, a gallwch chithau ysgrifennu’r hyn a wyddoch yn NewComment.',
  },
];

const siteFaults = {
  missing: 'Mae rhestr, colofn, mynegai neu reol yn erbyn dyblygu ar goll.',
  rights:
    'Nid yw pwy sy’n cael darllen neu newid beth fel y cafodd ei osod. Efallai y gall rhywun ddarllen yr hyn nad yw ar ei gyfer.',
  settings: 'Newidiwyd gosodiad: chwilio, fersiynau cynharach, ffeiliau wrth ymyl rhesi neu gopïau ar gyfrifiaduron.',
  unseen: 'Ni all Urddas weld mwyach a yw’r safle fel y cafodd ei osod.',
} as const;

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
  putBack: (facts) => ({
    subject: `Urddas ${facts.reference}: rhoddwyd yr hyn a newidioch yn ôl`,
    lines: [
      `Newidioch res ${facts.reference} yn y gofrestr. Rhoddwyd hyn yn ôl, oherwydd ni chaniateir ei newid yno ar hyn o bryd: ${facts.columns.join(', ')}.`,
      ...putBackAdvice.flatMap(({ column, line }) =>
        (column === null ? facts.columns.some(isOther) : facts.columns.includes(column)) ? [line] : [],
      ),
      'Cadwyd popeth arall a gadwoch. Mae hanes y cofnod yn dangos bod hyn wedi’i roi yn ôl.',
    ],
  }),
  putBackOther: (facts) => ({
    subject: `Urddas ${facts.reference}: rhoddwyd yr hyn a newidiwyd â’ch cyfrif yn ôl`,
    lines: [
      `Newidiwyd rhes o gofrestr Urddas â’ch cyfrif chi. Rhoddwyd y cyfan yn ôl: ${facts.columns.join(', ')}.`,
      'Dim ond y rhai sy’n cadw’r gofrestr gaiff ei newid, hyd yn oed lle mae SharePoint yn gadael i eraill wneud hynny. Maent wedi cael gwybod.',
      'Os oes rhywbeth ynddi’n anghywir, dywedwch wrthynt. Os nad chi a wnaeth, dywedwch wrth y tîm Diogelwch TG ar unwaith.',
    ],
  }),
  rowChangedByOther: (facts) => ({
    subject: `Urddas ${facts.reference}: newidiwyd gan rywun nad yw’n cadw’r gofrestr`,
    lines: [
      `Mae rhywun nad yw’n cadw’r gofrestr wedi newid rhes ${facts.reference} yn SharePoint. Rhoddwyd y cyfan yn ôl: ${facts.columns.join(', ')}.`,
      'Mae hanes y cofnod yn dangos pwy ydoedd. Holwch sut y daeth yr hawl i’w rhan, a sicrhewch ei bod yn cael ei thynnu oddi arnynt.',
    ],
  }),
  rowAdded: (facts) => ({
    subject: 'Urddas: nid yw’r rhes a ychwanegoch yn gofnod',
    lines: [
      `Ychwanegoch res ${facts.row} at gofrestr yn SharePoint, neu gopïo un. Nid yw Urddas yn cymryd sylw ohoni: ni ddywedir wrth neb amdani, ac nid oes hanes iddi.`,
      'Os oes rhywbeth wedi digwydd, rhowch wybod amdano yn Urddas. Wedyn dilëwch y rhes.',
    ],
  }),
  rowDeleted: (facts) => ({
    subject: 'Urddas: dilëwyd rhes o’r gofrestr',
    lines: [
      `Dilëwyd rhes ${facts.row} o’ch cofrestr yn SharePoint. Mae’r dystiolaeth, yr hanes a’r hyn a anfonodd yr adroddwr yno o hyd, ond nid oes neb yn gweithio ar y cofnod mwyach.`,
      'Os cofnod ydoedd, gofynnwch am ei adfer o fin ailgylchu’r safle, sy’n dangos ei rif a phwy a’i dileodd. Ar ôl 93 diwrnod ni fydd hynny’n bosibl.',
    ],
  }),
  siteChanged: (facts) => ({
    subject: 'Urddas: newidiwyd ei safle SharePoint',
    lines: [
      'Nid yw safle SharePoint Urddas fel y cafodd ei osod mwyach.',
      ...facts.faults.map((fault) => siteFaults[fault]),
      ...(facts.lists.length > 0 ? [`Rhestrau: ${facts.lists.join(', ')}`] : []),
      'Hyd nes y caiff ei gywiro, nid yw Urddas yn dangos adroddiad, datganiad na hanes i neb yn ei dudalennau ei hun. Derbynnir adroddiadau, a hysbysir pobl amdanynt, fel arfer.',
      'Gofynnwch i weinyddwr redeg "npm run provision -- plan", sy’n enwi pob newid ac yn dweud beth i’w wneud. Bydd Urddas yn sylwi ohono’i hun pan fydd yn iawn eto.',
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
  asked: (facts) => ({
    subject: `Urddas ${facts.reference}: mae gan eich rheolwr gwestiwn`,
    lines: [
      `Mae eich rheolwr wedi gofyn rhywbeth am adroddiad ${facts.reference}.`,
      'Darllenwch y cwestiwn yn Urddas a’i ateb yno, os gwelwch yn dda. Os na allwch, bydd eich adroddiad yn mynd yn ei flaen beth bynnag.',
    ],
  }),
  answered: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r cwestiwn wedi’i ateb`,
    lines: [
      `Mae eich cwestiwn am adroddiad ${facts.reference} wedi’i ateb.`,
      'Darllenwch yr ateb yn Urddas, os gwelwch yn dda; mae’r adroddiad yn aros amdanoch eto.',
    ],
  }),
  commentAwaited: (facts) => ({
    subject: `Urddas ${facts.reference}: disgwyl sylwadau’r rheolwr`,
    lines: [
      `Mae adroddiad ${facts.reference} wedi’i drosglwyddo i chi am nad oedd y rheolwr wedi ateb mewn pryd.`,
      'Disgwylir sylwadau’r rheolwr o hyd, a chânt eu hychwanegu. Cydnabyddwch yr adroddiad yn Urddas, os gwelwch yn dda.',
    ],
  }),
  guardsAsked: (facts) => ({
    subject: `Urddas ${facts.reference}: gofynnir am warchodwyr`,
    lines: [
      `Mae’r rheolwr yn gofyn am warchodwyr oherwydd adroddiad ${facts.reference}.`,
      'Agorwch ef yn Urddas a dywedwch yno pan fydd wedi’i drefnu, os gwelwch yn dda.',
    ],
  }),
  policeAsked: (facts) => ({
    subject: `Urddas ${facts.reference}: gofynnir am bresenoldeb yr heddlu`,
    lines: [
      `Mae’r rheolwr yn gofyn am bresenoldeb yr heddlu oherwydd adroddiad ${facts.reference}.`,
      'Agorwch ef yn Urddas a dywedwch yno pan fydd wedi’i drefnu, os gwelwch yn dda.',
    ],
  }),
  customerSpoken: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r mater wedi’i godi`,
    lines: [
      `Siaradwyd â’r person y mae eich adroddiad ${facts.reference} yn ymwneud ag ef.`,
      'Gall eich rheolwr ddweud mwy wrthych. Mae cymorth ar gael i chi os dymunwch.',
    ],
  }),
  customerWritten: (facts) => ({
    subject: `Urddas ${facts.reference}: mae’r mater wedi’i godi`,
    lines: [
      `Ysgrifennwyd at y person y mae eich adroddiad ${facts.reference} yn ymwneud ag ef.`,
      'Gall eich rheolwr ddweud mwy wrthych. Mae cymorth ar gael i chi os dymunwch.',
    ],
  }),
  severityRaised: (facts) => ({
    subject: `Urddas ${facts.reference}: barnwyd yn fwy difrifol`,
    lines: [
      `Mae’r rheolwr wedi barnu bod adroddiad ${facts.reference} yn fwy difrifol nag yr oedd.`,
      'Edrychwch arno eto yn Urddas, os gwelwch yn dda.',
    ],
  }),
};

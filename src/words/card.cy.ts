import type { cardEn } from './card.en.ts';

/** Yr hyn y mae cerdyn y rheolwr llinell yn Teams yn ei ddweud. */
export const cardCy: typeof cardEn = {
  heading: (reference) => `Mae angen eich sylw ar adroddiad ${reference}`,
  headingWelfare: (reference) => `${reference}: efallai fod angen cymorth ar rywun`,
  headingHr: (reference) => `${reference}: mater mewnol`,
  lead: 'Mae cydweithiwr wedi rhoi gwybod am rywbeth. Dim ond i chi y dangosir yr hyn a adroddwyd, ac nid yw’n cael ei gadw yn y sgwrs hon.',
  leadWelfare:
    'Mae cydweithiwr yn pryderu am rywun. Dim ond i chi y dangosir y cofnod, ac nid yw’n cael ei gadw yn y sgwrs hon.',
  leadHr:
    'Mae Adnoddau Dynol wedi cael gwybod ac yn arwain. Dim ond i chi y dangosir yr hyn a adroddwyd, ac nid yw’n cael ei gadw yn y sgwrs hon.',
  reference: 'Cyfeirnod',
  kind: 'Math',
  severity: 'Difrifoldeb',
  urgent: {
    concern: 'Darllenwch ef heddiw, os gwelwch yn dda.',
    standard: 'Darllenwch ef a rhowch sylw heddiw, os gwelwch yn dda.',
    serious: 'Difrifol: darllenwch ef a rhowch sylw cyn gynted ag y gallwch.',
    critical: 'Brys mawr: darllenwch ef a rhowch sylw nawr.',
  },
  when: 'Pryd',
  reporter: 'Adroddwyd gan',
  answerBy: 'Atebwch erbyn',
  behaviours: 'Ymddygiad',
  marks: 'Nodwyd gan yr adroddwr',
  sender: 'Oddi wrth',
  otherSenders: 'Anfonwyr eraill a enwir',
  subject: 'Pwnc',
  noSubject: '(dim pwnc)',
  received: 'Derbyniwyd',
  account: 'Yng ngeiriau’r adroddwr',
  noAccount: 'Ni ychwanegodd yr adroddwr ei eiriau ei hun.',
  cut: 'Mae rhagor nag y gall cerdyn ei ddal. Mae’r cyfan yn y cofnod.',
  next: 'Beth sy’n digwydd nawr',
  nextSecurityTold:
    'Mae Diogelwch eisoes wedi cael gwybod. Bydd eich sylw’n mynd atynt gyda’r adroddiad cyn gynted ag y pwyswch y botwm.',
  nextSecurityWaits: 'Bydd Diogelwch yn cael gwybod pan fyddwch yn ei anfon ymlaen.',
  nextDuties:
    'Rhowch wybod i’r lleill yn gyntaf, un tap yr un. Yna bydd eich sylw’n mynd at Ddiogelwch gyda’r adroddiad, pan fyddwch yn ei anfon ymlaen.',
  nextWelfare: 'Os oes angen cymorth o hyd nawr, ffoniwch 999. Anfonwch y cofnod ymlaen at Ddiogelwch os dylent helpu.',
  nextHr: 'Mae’r adroddiad gan Adnoddau Dynol a byddant yn cysylltu â chi. Nid oes angen i chi wneud dim yma.',
  nextBomb:
    'Rhaid peidio ag anfon y neges ei hun ymlaen, ei hateb, ei symud na’i dileu. Dim ond Diogelwch a gaiff ei rhyddhau.',
  supportHint: 'Gofynnwch i’ch cydweithiwr sut mae’n teimlo. Mae cymorth ar gael i’ch cydweithiwr, ac i chi.',
  commentLabel: 'Eich sylw',
  commentPlaceholder: 'Yr hyn a wyddoch amdano, a’r hyn rydych wedi’i wneud',
  commentHint:
    'Ffeithiau’n unig: yr hyn a welwyd, a glywyd neu a wnaed. Gallai’r person dan sylw ei ddarllen ryw ddydd.',
  commentError: 'Ysgrifennwch sylw o ddim mwy na 2,000 o nodau.',
  forward: 'Cymeradwyo ac anfon at Ddiogelwch',
  showDetails: 'Dangos yr hyn a adroddwyd',
  open: 'Agor yn Urddas',
  doneHeading: (reference) => `${reference}: anfonwyd ymlaen at Ddiogelwch`,
  done: (name, when) => `Rhoddodd ${name} sylw a’i anfon ymlaen ar ${when}.`,
  doneWithoutManager: 'Aeth yn uniongyrchol at Ddiogelwch.',
  acknowledgedHeading: (reference) => `${reference}: cydnabuwyd gan Ddiogelwch`,
  acknowledged: (when) => `Cydnabu Diogelwch ef ar ${when}.`,
  movedHeading: (reference) => `${reference}: does dim ar ôl i’w wneud yma`,
  moved: 'Mae’r adroddiad wedi symud ymlaen ers i’r cerdyn hwn gael ei wneud.',
  state: 'Y sefyllfa',
  fallback: (reference) =>
    `Mae angen eich sylw ar adroddiad ${reference}. Agorwch y sgwrs hon mewn fersiwn gyfredol o Teams, os gwelwch yn dda.`,
  refusals: {
    notYours: 'Nid eich adroddiad chi i’w ateb yw hwn. Ni newidiwyd dim.',
    alreadyDone: 'Mae hynny wedi’i wneud yn barod. Nid anfonwyd dim ddwywaith.',
    movedOn: 'Mae’r adroddiad hwn wedi symud ymlaen yn y cyfamser, felly ni newidiwyd dim.',
    commentMissing: 'Ysgrifennwch rywbeth yn gyntaf, os gwelwch yn dda; yna pwyswch y botwm. Ni newidiwyd dim.',
    commentTooLong: 'Mae’r testun yn rhy hir: dim mwy na 2,000 o nodau. Ni newidiwyd dim.',
    reasonMissing: 'Rhowch reswm yn gyntaf, os gwelwch yn dda. Ni newidiwyd dim.',
    securityMustKnow:
      'Rhaid i Diogelwch glywed am yr adroddiad hwn, felly ni all aros gyda chi yn unig. Ni newidiwyd dim.',
    tasksOpen: 'Rhaid gwneud rhywbeth eto cyn ei gau, neu roi rheswm. Ni newidiwyd dim.',
    notOffered: 'Nid yw hynny’n bosibl ar gyfer yr adroddiad hwn. Ni newidiwyd dim.',
    notHigher: 'Dim ond codi’r difrifoldeb y gellir ei wneud yma. Ni newidiwyd dim.',
    safetyNotConfirmed:
      'Rhaid i chi fod yn fodlon bod cyfarfod yn ddiogel. Os nad ydych, ysgrifennwch at y person yn lle hynny. Ni newidiwyd dim.',
    measuresMissing: 'Dywedwch beth sy’n gwneud y cyfarfod yn ddiogel, os gwelwch yn dda. Ni newidiwyd dim.',
    dateNotUsable: 'Dewiswch ddiwrnod gwaith o heddiw ymlaen, os gwelwch yn dda. Ni newidiwyd dim.',
    dateTooLate:
      'Dylid cynnal cyfarfod o fewn pum diwrnod gwaith i’r digwyddiad. Wedi hynny, ysgrifennwch at y person yn lle hynny. Ni newidiwyd dim.',
    working:
      'Mae Urddas yn dal i weithio arno. Nid oes dim wedi’i golli: bydd y cerdyn yn dangos pan fydd wedi’i wneud.',
    gone: 'Ni ellir dod o hyd i’r adroddiad hwn bellach. Ni newidiwyd dim.',
    notUnderstood:
      'Ni ellid darllen y cerdyn hwn. Ail-lwythwch y sgwrs a rhowch gynnig arall arni, os gwelwch yn dda. Ni newidiwyd dim.',
    tryAgain: 'Ni weithiodd hynny y tro hwn. Nid oes dim wedi’i golli: rhowch gynnig arall arni ymhen ychydig.',
  },
};

import type { statementEn } from './statement.en.ts';

/** Y dudalen lle mae rhywun a oedd yno yn ysgrifennu datganiad, yn ei lofnodi ac yn ychwanegu ato. */
export const statementCy: typeof statementEn = {
  back: 'Yn ôl i “Fy adroddiadau”',
  backToReport: 'Yn ôl i’r adroddiad',
  heading: 'Eich datganiad',
  headingFor: (name) => `Datganiad ${name}`,
  about: (when, reference) => `Am yr hyn a ddigwyddodd ar ${when}. Rhif: ${reference}`,
  asked: (name) => `Mae ${name} yn gofyn i chi amdano.`,
  because: {
    victim: 'Gofynnir i chi am mai i chi y digwyddodd.',
    witness: 'Gofynnir i chi am eich bod yno.',
    firstAider: 'Gofynnir i chi am i chi roi cymorth cyntaf.',
  },
  becauseOutsider: (name) => `Ni all ${name} ei ysgrifennu yma, felly chi sy’n ei gofnodi ar ei ran.`,
  why: 'Mae’n helpu i ddeall beth ddigwyddodd, ac i ddiogelu pobl. Bydd y rhai sy’n delio â’r adroddiad yn ei ddarllen. Os daw i hynny, gall hefyd fynd at yr heddlu neu i lys.',
  choice:
    'Os nad oeddech yno, neu os byddai’n well gennych beidio, dywedwch wrth y sawl sy’n gofyn. Nid oes rhaid i chi ysgrifennu dim yma.',
  waived: 'Mae’r sawl a ofynnodd wedi dweud yn y cyfamser y gall wneud hebddo. Gallwch ei ysgrifennu o hyd.',

  how: 'Sut i’w ysgrifennu',
  hints: {
    victim: [
      'Ysgrifennwch beth ddigwyddodd, yn y drefn y digwyddodd. Cymerwch eich amser.',
      'Amserau, lleoedd, a’r geiriau a ddefnyddiwyd, cystal ag y cofiwch.',
      'Os nad ydych yn siŵr o rywbeth, dywedwch hynny.',
    ],
    witness: [
      'Ysgrifennwch yr hyn a welsoch ac a glywsoch eich hun, yn y drefn y digwyddodd.',
      'Amserau, lleoedd, a’r geiriau a ddefnyddiwyd, cystal ag y cofiwch.',
      'Os nad ydych yn siŵr o rywbeth, dywedwch hynny. Peidiwch â gofyn i eraill beth a welsant hwy.',
    ],
    firstAider: [
      'Ysgrifennwch pryd y daethoch, a beth a welsoch bryd hynny.',
      'Ysgrifennwch pa gymorth a roesoch a beth ddigwyddodd wedyn, er enghraifft a ddaeth ambiwlans.',
      'Am iechyd y person, ysgrifennwch yr hyn a welsoch eich hun yn unig, a’r hyn sy’n egluro’r hyn a wnaethoch.',
    ],
  },
  hintsOutsider: [
    'Cofnodwch yr hyn a ddywedwyd wrthych, yng ngeiriau’r person ei hun.',
    'Darllenwch ef i’r person cyn i chi lofnodi, a newidiwch yr hyn y mae’n dweud ei fod yn anghywir.',
    'Bydd eich enw chi oddi tano, fel y sawl a’i cofnododd.',
  ],
  labels: {
    victim: 'Beth ddigwyddodd',
    witness: 'Yr hyn a welsoch ac a glywsoch',
    firstAider: 'Yr hyn a welsoch pan ddaethoch, a’r hyn a wnaethoch',
  },
  labelOutsider: 'Yr hyn a ddywedwyd wrthych',
  kept: 'Cedwir yr hyn a ysgrifennwch ar y ddyfais hon. Gallwch stopio, a dod yn ôl ato drwy’r un ddolen.',
  unsaved: 'Ni all y ddyfais hon gadw’r hyn a ysgrifennwch. Peidiwch â chau’r dudalen hon cyn i chi lofnodi.',
  left: (count) => (count === 1 ? '1 nod ar ôl' : `${count} o nodau ar ôl`),
  missing: 'Ysgrifennwch rywbeth yn gyntaf.',
  toSign: 'Ei ddarllen drwyddo a’i lofnodi',

  confirmHeading: 'Ai hyn yr ydych am ei lofnodi?',
  confirm: (name) =>
    `Wedi’i lofnodi, bydd yn sefyll o dan eich enw, ${name}, gyda’r amser. Wedi hynny ni ellir newid dim ynddo. Dim ond ychwanegu ato y gallwch.`,
  confirmOutsider: (name) =>
    `Wedi’i lofnodi, bydd yn sefyll fel yr hyn a ddywedodd ${name} wrthych, o dan eich enw chi, gyda’r amser. Wedi hynny ni ellir newid dim ynddo. Dim ond ychwanegu ato y gallwch.`,
  sign: 'Ei lofnodi',
  goOn: 'Dal ati i ysgrifennu',
  notSigned: 'Nid yw wedi’i lofnodi. Mae’r hyn a ysgrifennoch yma o hyd.',
  unsure:
    'Hyd y gwyddys yma, nid yw wedi’i lofnodi eto. Mae’r hyn a ysgrifennoch yma o hyd, ac nid oes drwg mewn rhoi cynnig arall arni.',

  signed: (name, when) => `Llofnodwyd gan ${name} ar ${when}`,
  thanks: 'Diolch. Gall y sawl a ofynnodd i chi ei ddarllen nawr. Nid oes angen i chi wneud dim mwy.',
  proof: 'Rhif i’w wirio',
  proofWhat:
    'Mae’n dangos nad oes yr un llythyren o’r datganiad wedi’i newid ers ei lofnodi. Nid yw’n dangos pwy sy’n iawn.',
  addedLater: 'Ychwanegwyd wedyn',
  addHeading: 'A oes rhywbeth i’w ychwanegu?',
  addLead: 'Mae’r hyn a lofnodwyd yn aros fel y mae. Bydd yr hyn a ychwanegwch yn sefyll oddi tano, gyda’r amser.',
  addLabel: 'Yr hyn yr ydych am ei ychwanegu',
  add: 'Ei ychwanegu',
  notAdded: 'Nid yw wedi’i ychwanegu. Mae’r hyn a ysgrifennoch yma o hyd.',
  addUnsure:
    'Hyd y gwyddys yma, nid yw wedi’i ychwanegu eto. Mae’r hyn a ysgrifennoch yma o hyd, ac nid oes drwg mewn rhoi cynnig arall arni.',
  added: 'Mae wedi’i ychwanegu.',

  notThere: 'Nid oes dim i’w ysgrifennu yma',
  notThereWhy:
    'Nid yw’r ddolen yn arwain at ddatganiad o’ch eiddo. Efallai eich bod wedi mewngofnodi â chyfrif arall, neu fod rhan o’r ddolen ar goll. Os oes rhywun wedi gofyn i chi am ddatganiad, dywedwch wrtho.',
  refusals: {
    alreadySigned:
      'Roedd eisoes wedi’i lofnodi, o ffenestr neu ddyfais arall. Ni dderbyniwyd yr hyn a ysgrifennoch yma. Mae oddi tanodd, a gallwch ei ychwanegu.',
    movedOn: 'Mae’r adroddiad wedi dod i ben, felly ni ellir derbyn dim mwy. Dywedwch wrth y sawl a ofynnodd i chi.',
    textTooLong: 'Mae’n rhy hir. Byddwch gystal â’i fyrhau.',
  },
  refusedOther: 'Ni ellid ei dderbyn. Dywedwch wrth y sawl a ofynnodd i chi.',
};

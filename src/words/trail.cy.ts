import type { trailEn } from './trail.en.ts';

/** A yw hanes cofnod yn gyfan, yr hyn y mae’n ei ddweud am feysydd, a’i gymryd allan. */
export const trailCy: typeof trailEn = {
  heading: 'A yw’r hanes yn gyfan?',
  whole: (entries) =>
    entries === 1
      ? 'Mae’r hanes yn gyfan: mae ei 1 eitem fel y’i hysgrifennwyd.'
      : `Mae’r hanes yn gyfan: mae ei ${entries} eitem fel yr ysgrifennwyd hwy, ac nid oes yr un ar goll.`,
  broken: (findings) =>
    findings === 1
      ? 'NID yw’r hanes yn gyfan. Peidiwch â dibynnu arno, a rhowch wybod i Ddiogelwch TG.'
      : `NID yw’r hanes yn gyfan: ${findings} lle. Peidiwch â dibynnu arno, a rhowch wybod i Ddiogelwch TG.`,
  checkedHere: 'Gwirir hyn ar y ddyfais hon, fesul eitem, bob tro yr agorir y cofnod.',
  all: {
    heading: 'A yw pob hanes yn gyfan?',
    notYet: 'Heb eu gwirio eto. Mae Urddas yn gwneud hynny tra bo’r swyddfa ar gau.',
    whole: (records, when) =>
      records === 1
        ? `Roedd yr 1 hanes sydd yn y gofrestr hon yn gyfan pan wiriwyd ef ddiwethaf, ${when}.`
        : `Roedd pob un o’r ${records} hanes yn y gofrestr hon yn gyfan pan wiriwyd hwy ddiwethaf, ${when}.`,
    broken: (broken, records, when) =>
      broken === 1
        ? `NID oedd 1 hanes o ${records} yn gyfan pan wiriwyd hwy ddiwethaf, ${when}. Peidiwch â dibynnu arno, a rhowch wybod i Ddiogelwch TG.`
        : `NID oedd ${broken} hanes o ${records} yn gyfan pan wiriwyd hwy ddiwethaf, ${when}. Peidiwch â dibynnu arnynt, a rhowch wybod i Ddiogelwch TG.`,
  },
  problems: {
    gap: (entry) => `Mae eitem ${entry} ar goll.`,
    repeated: (entry) => `Mae eitem ${entry} yno fwy nag unwaith.`,
    edited: (entry) => `Nid eitem ${entry} yw’r hyn a ysgrifennwyd.`,
    relinked: (entry) => `Nid yw eitem ${entry} yn dilyn o’r un o’i blaen.`,
    cutOff: (entry) => `O eitem ${entry} ymlaen torrwyd yr hanes: mae’r cofnod yn gwybod am eitemau diweddarach.`,
    replaced: (entry) => `Hyd at eitem ${entry}, hanes arall yw hwn na’r un y mae’r cofnod yn ei adnabod.`,
    added: (entry) =>
      `O eitem ${entry} ymlaen gall fod rhywun wedi ychwanegu eitemau, neu stopiodd Urddas cyn gorffen: edrychwch eto ymhen rhai munudau.`,
    unreadable: (entry) => `Ni ellir darllen eitem ${entry} mwyach.`,
    noRecord: () => 'Mae hanes yma, ac mae’r cofnod y mae’n perthyn iddo wedi mynd.',
    noChain: () => 'Nid oes gan y cofnod hanes mwyach.',
  },
  save: 'Cadw fel tabl (CSV)',
  saveLines: 'Cadw fel JSON Lines',
  saving: 'Yn ei ysgrifennu…',
  saved: 'Wedi’i gadw. Mae cofnod yn yr hanes eich bod wedi gwneud hynny.',
  saveMeaning: 'Codau, amserau a rhifau adnabod pobl sydd yn yr hyn a gedwir, a dim o eiriau’r adroddiad.',
  changes: (count) => (count === 1 ? 'Newidiwyd 1 maes' : `Newidiwyd ${count} maes`),
  more: (count) => (count === 1 ? 'ac 1 arall' : `a ${count} arall`),
  nothing: 'dim',
  withheld: 'geiriau nas cedwir yma',
  withheldOf: (length) => `nas cedwir yma (hyd ${length})`,
  yes: 'ie',
  no: 'na',
  fields: {
    amendments: 'Ychwanegiadau a chywiriadau',
    withdrawal: 'Tynnu’n ôl',
    mergedInto: 'Prif adroddiad',
    joined: 'Adroddiadau a unwyd ag ef',
    switchboardQueryId: 'Cwestiwn i’r switsfwrdd',
    switchboardAnswer: 'Ateb y switsfwrdd',
    excluded: 'Pobl na chânt ddod o hyd i ddim ohono',
    deputies: 'Dirprwyon',
    standsInFor: 'Yn lle pwy',
    questions: 'Cwestiynau i’r sawl a adroddodd',
    tasks: 'Yr hyn y gofynnwyd i Ddiogelwch amdano',
    customerContacts: 'Cysylltu â’r cwsmer',
    meeting: 'Cyfarfod â’r cwsmer',
    statements: 'Datganiadau',
    reasons: 'Rhesymau a roddwyd',
    teamAlert: 'Gair i’r tîm',
    marks: 'Barn y rheolwr',
    passedOnAt: 'Trosglwyddwyd i Ddiogelwch',
    clockNotes: 'Nodiadau atgoffa',
    reference: 'Rhif',
    state: 'Cyflwr',
    boundary: 'Cofrestr',
    reporter: 'Y sawl a adroddodd',
    reporterPhone: 'Rhif y sawl a adroddodd',
    reporterLanguage: 'Iaith y sawl a adroddodd',
    manager: 'Rheolwr',
    excludedManagerId: 'Rheolwr na chaiff ddod o hyd i ddim ohono',
    managerUnresolved: 'Rheolwr yn anhysbys',
    severity: 'Difrifoldeb',
    severityReasons: 'Pam y difrifoldeb hwn',
    policeTask: 'Yr heddlu',
    officeHours: 'Oriau swyddfa',
    reportedAt: 'Adroddwyd',
    routing: 'Pwy sy’n cael gwybod',
    duties: 'Pwy yr oedd y rheolwr i roi gwybod iddynt',
    retention: 'Am ba hyd y’i cedwir',
    forward: 'Y gwreiddiol i Ddiogelwch TG',
    evidence: 'Tystiolaeth',
    comments: 'Sylwadau',
    acknowledgement: 'Cydnabyddiaeth',
    deliveries: 'Hysbysiadau',
  },
};

import type { PaneWords } from './pane.en.ts';

/** The pane in Welsh: formal "chi", written to be said, not translated word for word. */
export const paneCy: PaneWords = {
  title: 'Rhoi gwybod am yr e-bost hwn',
  lead: 'Dywedwch wrth y bobl iawn ar unwaith. Nid oes rhaid ichi ei ddarllen eto.',
  languageSwitch: 'English',
  languageSwitchLang: 'en',

  safety: {
    title: 'Os ydych mewn perygl',
    first: 'Ewch i rywle diogel. Peidiwch â mentro.',
    emergency: 'Ffonio 999',
    emergencyHint: 'mewn argyfwng',
    manager: 'Siaradwch â’ch rheolwr pan allwch.',
    numbers: 'Rhagor o rifau',
    call: 'Ffonio {name}: {phone}',
    listeners: 'Ffonio’r Samariaid: 116 123',
  },

  message: {
    title: 'Yr e-bost hwn',
    from: 'Oddi wrth',
    subject: 'Pwnc',
    received: 'Derbyniwyd',
    attachments: 'Atodiadau',
    recipients: 'Anfonwyd at',
    recipientsCount: { one: '1 person', other: '{count} o bobl' },
    attachmentsCount: { none: 'dim', one: '1 ffeil', other: '{count} ffeil' },
    noSubject: '(dim pwnc)',
    noSender: '(dim enw anfonwr)',
    unknownTime: 'heb ei nodi',
    reading: 'Yn darllen yr e-bost o Outlook. Cewch ddechrau isod.',
    waiting:
      'Nid yw Outlook wedi ateb eto. Cewch lenwi’r ffurflen a rhoi gwybod: caiff ei chadw a’i hanfon yn nes ymlaen.',
    read: 'Yr hyn a ddarllenwyd ohono',
    readHint: 'Nid oes rhaid ichi deipio dim o hyn.',
    mailbox: 'Blwch post',
    messageId: 'Rhif adnabod y neges',
    replyTo: 'Anfonir atebion at',
    otherSenders: 'Llinellau anfonwr eraill',
    headers: 'Penawdau technegol',
    headersRead: 'wedi’u darllen, a’u cadw gyda’r adroddiad',
    headersNone: 'ni roddodd Outlook rai yma',
    to: 'At',
    cc: 'Copi at',
    more: 'a {count} arall',
    cover: 'Cuddio’r geiriau',
    uncover: 'Dangos geiriau’r e-bost',
    coverHint: 'Wedi’u cuddio, rhag ichi orfod eu gweld eto. Dangosir testun plaen, heb lwytho dim o’r tu allan.',
    bodyLabel: 'Geiriau’r e-bost',
    bodyFailed: 'Ni roddodd Outlook y geiriau. Nid oes eu hangen ar gyfer yr adroddiad.',
    shared: 'Mae’r e-bost hwn mewn blwch post a rennir ({mailbox}). Cewch roi gwybod amdano; chi sy’n rhoi gwybod.',
  },

  stuck: {
    title: 'Mae Outlook yn cymryd amser hir',
    text: 'Ni all Urddas weld eto pa e-bost sydd ar agor. Outlook neu’r rhwydwaith sydd wrth wraidd hyn, nid dim a wnaethoch chi.',
    steps: [
      'Llenwch y ffurflen a phwyswch “Rhoi gwybod”. Cedwir eich adroddiad ar y ddyfais hon.',
      'Gadewch yr e-bost hwn ar agor. Anfonir yr adroddiad cyn gynted ag y bydd Outlook yn ateb.',
      'Neu llwythwch y cwarel eto. Bydd yr hyn a ysgrifennoch yn aros.',
    ],
    reload: 'Llwytho’r cwarel eto',
    urgent: 'Os na all aros, ffoniwch Diogelwch. Cadwch yr e-bost.',
  },

  empty: {
    title: 'Agorwch un e-bost',
    text: 'Dewiswch yr e-bost yr hoffech roi gwybod amdano. Os oes sawl un wedi’i ddewis, dewiswch un yn unig.',
    kept: 'Mae’r hyn a ddechreuwyd gennych ar gyfer e-bost arall wedi’i gadw.',
  },

  kind: {
    legend: 'Pa fath o e-bost ydyw?',
    missing: 'Dewiswch y math sy’n gweddu orau.',
    options: {
      abusive: 'Sarhaus neu fygythiol',
      sexualMalicious: 'Rhywiol neu faleisus',
      persistent: 'Yn ysgrifennu o hyd ac o hyd',
      hoax: 'Twyll neu gast',
      suicideThreat: 'Gallai rhywun ddod â’i fywyd ei hun i ben',
      bombThreat: 'Bygythiad bom',
      internal: 'Oddi wrth rywun sy’n gweithio yma',
      none: 'Rhywbeth arall sy’n fy mhoeni',
    },
  },

  help: {
    bombThreat: {
      title: 'Gwnewch hyn nawr',
      steps: [
        'Ffoniwch 999, ac wedyn Diogelwch. Peidiwch ag aros am y ffurflen hon.',
        'Peidiwch ag ateb, anfon ymlaen, symud na dileu’r e-bost.',
        'Gadewch ef ar agor ar eich sgrin os gallwch.',
      ],
      after: 'Ni fyddwn byth yn ei anfon ymlaen. Dim ond Diogelwch a gaiff ei ryddhau.',
    },
    suicideThreat: {
      title: 'Efallai fod angen help ar y person hwn nawr',
      steps: [
        'Os oes rhywun mewn perygl nawr, ffoniwch 999 a dweud yr hyn a wyddoch am ble mae’r person.',
        'Cewch ateb, yn bwyllog ac yn garedig, os teimlwch y gallwch. Nid oes rhaid ichi wneud hyn ar eich pen eich hun: gofynnwch i gydweithiwr eistedd gyda chi.',
        'Mae’r Samariaid yn ateb am ddim, ddydd a nos: i’r person, ac i chithau.',
      ],
      after: 'Nid cwyn am y person yw hon. Rhoddir gwybod i’ch rheolwr llinell, er mwyn i chithau gael cefnogaeth.',
    },
    internal: {
      title: 'Mater i Adnoddau Dynol yw cydweithiwr',
      steps: [
        'Mae’n mynd at Adnoddau Dynol, nid at Diogelwch na’r ddesg gymorth.',
        'Os yw eich rheolwr yn rhan o hyn, dywedwch hynny isod.',
      ],
      after: '',
    },
    home: {
      title: 'Os gallent ddod i’ch cartref',
      steps: [
        'Ffoniwch 999 os ydych yn meddwl y gallai ddigwydd yn fuan, a Diogelwch ar unwaith.',
        'Peidiwch ag ysgrifennu eich cyfeiriad yma. Ni fydd neb yn gofyn amdano.',
      ],
      after: '',
    },
  },

  marks: {
    legend: 'A oes unrhyw beth o hyn yn wir?',
    hint: 'Gadewch ef os nad ydych yn siŵr.',
    homeThreat: 'Maent yn dweud, neu’n awgrymu, eu bod yn gwybod ble rwy’n byw',
    violenceThreatened: 'Maent yn bygwth trais',
    weaponMentioned: 'Maent yn sôn am arf',
    towardsFamily: 'Mae wedi’i anelu at fy nheulu',
    particularlyAbusive: 'Mae’n arbennig o sarhaus neu frawychus',
    immediateDanger: 'Mae rhywun mewn perygl nawr, neu wedi’i niweidio',
  },

  behaviours: {
    summary: 'Disgrifio’r ymddygiad (dewisol)',
    legend: 'Beth maent yn ei wneud ynddo?',
    options: {
      severeVerbalAbuse: 'Cam-drin geiriol difrifol',
      likelyViolence: 'Geiriau sy’n debygol o arwain at drais',
      harassmentSerious: 'Aflonyddu difrifol neu fynych',
      harassmentRacial: 'Aflonyddu hiliol',
      harassmentSexual: 'Aflonyddu rhywiol',
      propertyDamageOrThreat: 'Bygwth difrodi eiddo',
      physicalAssault: 'Ymosodiad corfforol',
      attemptedAssault: 'Ymgais i ymosod',
    },
  },

  facts: {
    label: 'Unrhyw beth arall y dylem ei wybod? (dewisol)',
    hint: 'Dywedwch beth a welsoch a beth a ddigwyddodd. Anfonir yr e-bost ei hun gydag ef.',
    tooLong: 'Mae hwn {count} nod yn rhy hir. Ni chollwyd dim: byrhewch ef a rhoi gwybod eto.',
    left: '{count} nod ar ôl',
  },

  manager: {
    legend: 'Eich rheolwr llinell',
    reading: 'Yn edrych yn y cyfeiriadur…',
    none: 'Nid yw’r cyfeiriadur yn enwi neb. Dewiswch rywun, neu bydd Diogelwch yn delio â hyn.',
    unknown: 'Ddim yn hysbys eto. Bydd y gwasanaeth yn chwilio.',
    fromDirectory: 'o’r cyfeiriadur',
    chosen: 'eich dewis chi',
    change: 'Dewis rhywun arall',
    keep: 'Cadw’r un o’r cyfeiriadur',
    search: 'Enw neu gyfeiriad',
    searchHint: 'O leiaf ddwy lythyren',
    results: {
      none: 'Heb ddod o hyd i neb',
      one: 'Daethpwyd o hyd i 1 person',
      other: 'Daethpwyd o hyd i {count} o bobl',
    },
    searchFailed: 'Nid yw’r cyfeiriadur yn ateb. Rhowch gynnig arall arni mewn eiliad.',
    close: 'Cau’r chwiliad',
    implicated: 'Mae fy rheolwr yn rhan o hyn',
    implicatedNote:
      'Ni ddywedir dim wrth y rheolwr: dim hysbysiad, dim cofnod, dim i ddod o hyd iddo. Bydd rhywun arall yn delio â hyn.',
  },

  informationRequest: {
    legend: 'A yw hefyd yn gofyn am wybodaeth, neu am ddata personol?',
    hint: 'Er enghraifft “anfonwch bopeth sydd gennych am…”. Caiff hwnnw ateb o hyd.',
    options: { yes: 'Ydy', no: 'Nac ydy', unsure: 'Ddim yn siŵr' },
  },

  told: {
    title: 'Pan rowch wybod',
    pick: 'Dewiswch fath uchod, a chewch weld yma pwy gaiff wybod, a beth.',
    legend: 'Yn cael gwybod ar unwaith',
    first: 'yn gyntaf oll',
    because: 'Oherwydd {reason}:',
    not: 'Yr hyn na fydd yn digwydd',
    notForwarded:
      'Ni chaiff yr e-bost ei anfon ymlaen, ei symud, ei newid na’i ddileu. Dim ond Diogelwch a gaiff ei ryddhau.',
    untouched: 'Mae eich e-bost yn aros lle y mae, heb ei newid. Peidiwch â’i ddileu, os gwelwch yn dda.',
    notAnswered: 'Nid oes neb yn ateb yr anfonwr.',
    notManager: 'Ni ddywedir dim wrth eich rheolwr.',
    notTold: 'Ni roddir gwybod i: {roles}.',
    roles: {
      reporter: 'Chi',
      lineManager: 'Eich rheolwr llinell',
      managerAlternate: 'Rhywun heblaw eich rheolwr',
      seniorManager: 'Yr uwch-reolwr',
      deputyDirector: 'Y dirprwy gyfarwyddwr',
      security: 'Diogelwch',
      facilities: 'Diogelwch yr adeilad',
      itSecurity: 'Diogelwch TG',
      informationSecurity: 'Diogelwch gwybodaeth',
      helpDesk: 'Y ddesg gymorth',
      switchboard: 'Y switsfwrdd',
      hrPartner: 'Adnoddau Dynol',
      informationRights: 'Hawliau gwybodaeth',
      healthEnquiries: 'Ymholiadau iechyd',
      occupationalHealth: 'Iechyd galwedigaethol',
      reception: 'Y dderbynfa',
      areaContact: 'Pobl y mae eich maes wedi’u henwi',
    },
    sees: {
      reporter: 'yn gweld sut mae pethau’n sefyll',
      lineManager:
        'yn cael cerdyn yn Teams: rhif, math, pa mor ddifrifol, pryd, a’ch enw. Iddyn nhw’n unig y mae’r manylion yn agor',
      managerAlternate: 'yn cael y cerdyn yn Teams yn lle hynny',
      seniorManager: 'yn cael y rhif, ac yn cael gwybod y gofynnir am benderfyniad',
      deputyDirector: 'yn cael y rhif, ac yn cael gwybod y gofynnir am benderfyniad',
      security: 'yn gweld yr adroddiad cyfan a’r dystiolaeth',
      facilities: 'yn cael y math, yr amser a sut i gysylltu â chi',
      itSecurity: 'yn cael yr e-bost gwreiddiol, wedi’i atodi at un newydd',
      itSecurityNotice: 'yn cael hysbysiad, heb yr e-bost',
      informationSecurity: 'yn cael cais i gadw’r logiau',
      helpDesk: 'yn cael y math, yr amser a’r cyfeiriad i’w adnabod',
      switchboard: 'yn cael gwybod beth i’w wneud os bydd yr anfonwr yn ffonio',
      hrPartner: 'yn cael rhif, math, pa mor ddifrifol a’ch enw',
      informationRights: 'yn cael rhif a dyddiad',
      healthEnquiries: 'yn cael y cofnod',
      occupationalHealth: 'yn clywed dim ond yr hyn y cytunwch iddo',
      reception: 'yn cael yr enw i’w adnabod',
      areaContact: 'yn cael rhif, math, pa mor ddifrifol a phryd',
    },
    reasons: {
      email: 'bod pob e-bost annerbyniol yn mynd atynt',
      suicideThreat: 'y gallai fod angen help arnoch chi ac ar y person',
      bombThreatByEmail: 'mai bygythiad bom ydyw',
      internal: 'ei fod oddi wrth rywun sy’n gweithio yma',
      persistent: 'ei fod yn dal i ddod',
      threat: 'bod bygythiad ynddo',
      homeThreat: 'bod sôn am eich cartref',
      family: 'ei fod yn ymwneud â’ch teulu',
      anyBehaviour: 'ei fod yn ddifrifol',
      concern: 'eich bod yn poeni',
      physicalAssault: 'bod ymosodiad wedi digwydd',
      managerInvolved: 'bod eich rheolwr yn rhan o hyn',
      noManager: 'nad yw’r cyfeiriadur yn enwi rheolwr',
      hrRoute: 'mai Adnoddau Dynol sy’n penderfynu',
      welfarePath: 'mai galwad am help ydyw',
      other: 'mai dyna’r rheolau',
    },
  },

  submit: {
    button: 'Rhoi gwybod',
    working: 'Yn cadw eich adroddiad…',
    problems: { one: 'Mae un peth ar goll', other: 'Mae angen golwg ar {count} peth' },
    notKept:
      'Ni allai’r ddyfais hon gadw’r adroddiad. Nid anfonwyd dim, ac mae’r hyn a ysgrifennwyd gennych yma o hyd. Rhowch gynnig arall arni.',
    notReady:
      'Nid yw’r cwarel yn gyflawn eto, efallai oherwydd y rhwydwaith. Mae’r hyn a ysgrifennwyd gennych wedi’i gadw. Rhowch gynnig arall arni mewn eiliad.',
    draftKept: 'Cedwir yr hyn a ysgrifennwch nes ichi roi gwybod.',
  },

  notRecorded: {
    title: 'Nid yw eich adroddiad wedi cyrraedd',
    text: 'Peidiwch ag aros amdano: ffoniwch Diogelwch, neu ewch â’r testun gyda chi. Nid oes dim a ysgrifennoch wedi’i golli.',
    label: 'Eich adroddiad fel testun',
    copy: 'Copïo’r testun',
    copied: 'Wedi’i gopïo.',
    selected: 'Mae’r testun wedi’i farcio: copïwch ef â Ctrl ac C.',
  },
  unreadable: {
    title: 'Nid oes modd agor adroddiad ar y ddyfais hon mwyach',
    text: 'Efallai na chafodd ei anfon. Os nad oes gennych gyfeirnod ar ei gyfer, adroddwch am yr e-bost hwnnw eto neu ffoniwch Diogelwch.',
    dismiss: 'Rwyf wedi darllen hyn',
  },
  unattached: {
    title: 'Mae adroddiad yn aros am ei e-bost',
    text: 'Rhoesoch wybod am {time}, cyn i Outlook ddweud pa e-bost oedd ar agor.',
    use: 'Mae’n ymwneud â’r e-bost hwn',
    waiting:
      'Mae eich adroddiad wedi’i gadw. Gadewch yr e-bost hwn ar agor: anfonir yr adroddiad cyn gynted ag y bydd Outlook yn ateb.',
    waitingHere:
      'Mae eich adroddiad yn aros yn y cwarel hwn. Gadewch y cwarel a’r e-bost hwn ar agor: anfonir yr adroddiad cyn gynted ag y bydd Outlook yn ateb.',
  },

  progress: {
    title: 'Diolch. Mae eich adroddiad ar ei ffordd.',
    titleDone: 'Diolch. Mae pawb y mae angen iddynt wybod wedi cael gwybod.',
    titleAttention: 'Mae eich adroddiad wedi’i gadw. Mae un cam yn aros amdanoch chi.',
    reference: 'Eich cyfeirnod',
    closeDone: 'Gallwch gau hwn. Nid oes dim ar ôl i’w wneud yma.',
    close: 'Cewch gau hwn. Bydd yn mynd yn ei flaen ohono’i hun pan agorwch Outlook eto.',
    steps: {
      recorded: 'Cofnodwyd',
      forwarded: 'Y gwreiddiol wedi’i anfon at Ddiogelwch TG',
      evidenceFiled: 'Y dystiolaeth wedi’i ffeilio',
      managerTold: 'Y rheolwr wedi cael gwybod',
      securityTold: 'Diogelwch wedi cael gwybod',
    },
    states: {
      waiting: 'yn aros',
      working: 'ar waith',
      done: 'wedi’i wneud, {time}',
      failed: 'ddim eto',
      notNeeded: 'dim angen',
      withheld: 'wedi’i ddal yn ôl nes i Diogelwch ei ryddhau',
    },
    retryIn: { one: 'Rhoi cynnig arall arni mewn 1 eiliad', other: 'Rhoi cynnig arall arni mewn {count} eiliad' },
    retrying: 'Yn rhoi cynnig arall arni',
    tryNow: 'Rhoi cynnig arni nawr',
    tryNowOf: 'Rhoi cynnig arni nawr: {step}',
    signIn: 'Mewngofnodi a pharhau',
    elsewhere: 'Mae ffenestr Outlook arall yn anfon yr adroddiad hwn. Cewch ei ddilyn yma.',
    inMemory: 'Nid yw’r porwr hwn yn cadw dim. Gadewch y cwarel ar agor nes bod popeth wedi’i wneud.',
    foreign:
      'Pwysodd rhywun a oedd wedi mewngofnodi â chyfrif arall “Adrodd” yma. Mae wedi’i gadw, a dim ond y cyfrif hwnnw all ei anfon.',
    keepMail: 'Cadwch yr e-bost, os gwelwch yn dda. Peidiwch â’i ddileu.',
    keepBomb: 'Peidiwch ag ateb, anfon ymlaen, symud na dileu’r e-bost. Bydd Diogelwch yn dod atoch.',
    support: 'Cefnogaeth i chi',
    supportText: 'Gall e-bost fel hwn aros yn y meddwl. Cewch siarad â rhywun yn gyfrinachol.',
  },

  signInHelp: {
    administrator:
      'Rhaid i rywun sy’n gweinyddu Microsoft 365 ganiatáu Urddas yn gyntaf. Nid oes dim wedi’i golli: mae’ch adroddiad wedi’i gadw yma. Anfonwch y cyfeiriad hwn at eich desg gymorth TG, a phwyswch “Mewngofnodi a pharhau” eto wedi iddynt ei ganiatáu:',
    blocked:
      'Cafodd y ffenestr fewngofnodi ei rhwystro. Caniatewch ffenestri ar gyfer y dudalen hon, yna pwyswch “Mewngofnodi a pharhau” eto. Mae’ch adroddiad wedi’i gadw.',
    closed:
      'Nid ydych wedi mewngofnodi eto. Mae’ch adroddiad wedi’i gadw: pwyswch “Mewngofnodi a pharhau” pan fyddwch yn barod.',
    otherOrganisation:
      'Mae’r cyfrif hwnnw’n perthyn i sefydliad arall. Pwyswch “Mewngofnodi a pharhau” eto a dewiswch eich cyfrif gwaith. Mae’ch adroddiad wedi’i gadw.',
    account:
      'Ni all y cyfrif hwn fewngofnodi yma. Holwch eich desg gymorth TG am eich cyfrif. Mae’ch adroddiad wedi’i gadw.',
    offline:
      'Ni ellir cyrraedd y mewngofnodi. Mae’ch adroddiad wedi’i gadw: pwyswch “Mewngofnodi a pharhau” pan fydd rhwydwaith.',
    failed:
      'Ni weithiodd y mewngofnodi. Mae’ch adroddiad wedi’i gadw: arhoswch ennyd a phwyswch “Mewngofnodi a pharhau” eto. Os bydd yn parhau, dywedwch wrth eich desg gymorth TG.',
  },

  reasons: {
    offline: 'Nid oes rhwydwaith. Bydd yn mynd cyn gynted ag y bydd un.',
    timeout: 'Dim ateb mewn pryd.',
    throttled: 'Mae Microsoft 365 yn brysur ac yn gofyn inni aros.',
    signInRequired: 'Mae angen ichi fewngofnodi eto.',
    consentRequired: 'Mae angen eich cydsyniad unwaith.',
    forbidden: 'Nid oes gennych hawl i wneud hyn yma. Os na all aros, ffoniwch Diogelwch.',
    notFound: 'Ni chafwyd hyd i’r e-bost. Efallai ei fod wedi’i symud neu ei ddileu.',
    conflict: 'Newidiodd yr e-bost yn y cyfamser, felly’r copi cyntaf sy’n cyfrif.',
    changedMeanwhile: 'Fe’i newidiwyd yn y cyfamser.',
    tooLarge: 'Mae’r e-bost yn rhy fawr i’w anfon. Cadwch ef: bydd Diogelwch yn ei nôl.',
    invalid: 'Ni chafodd ei dderbyn. Rhowch y cyfeirnod i Diogelwch.',
    gone: 'Nid yw yno mwyach.',
    unsupported: 'Ni all yr Outlook hwn wneud hynny. Cadwch yr e-bost: bydd Diogelwch yn ei nôl.',
    server: 'Nid yw Microsoft 365 yn ateb yn iawn.',
    unexpected: 'Digwyddodd rhywbeth annisgwyl.',
    shared:
      'Nid yw’r blwch post hwn a rennir yn gadael ichi ddarllen y gwreiddiol. Gofynnwch i’w berchennog agor yr e-bost a rhoi gwybod amdano, neu rhowch eich cyfeirnod i Diogelwch.',
  },

  flagged: {
    title: 'Rydych wedi rhoi gwybod am yr e-bost hwn',
    when: 'Rhoddwyd gwybod ar {time}',
    state: 'Sut mae pethau’n sefyll',
    acknowledged: 'Mae Diogelwch wedi’i weld, {time}',
    refresh: 'Edrych eto',
    unknown:
      'Methwyd edrych a roesoch wybod amdano o’r blaen. Nid oes drwg mewn rhoi gwybod eto: un adroddiad fydd o hyd.',
    states: {
      submitted: 'Wedi’i dderbyn',
      managerReview: 'Gyda’ch rheolwr',
      infoRequested: 'Mae’ch rheolwr yn gofyn rhywbeth: atebwch yn Urddas yn Teams',
      localOnly: 'Wedi’i drin yn lleol',
      hrRoute: 'Gydag Adnoddau Dynol',
      withSecurity: 'Gyda Diogelwch',
      acknowledged: 'Wedi’i gydnabod gan Diogelwch',
      underReview: 'Yn cael ei adolygu',
      actionAgreed: 'Cytunwyd ar gamau',
      monitoring: 'Yn cael ei fonitro',
      closed: 'Wedi’i gau',
      merged: 'Wedi’i uno ag adroddiad arall',
      withdrawn: 'Wedi’i dynnu’n ôl',
    },
  },

  demo: 'Arddangosiad',
};

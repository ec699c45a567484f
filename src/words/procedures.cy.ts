import { lineIfKnown, type ProcedureWords } from './procedure-words.ts';

const afterwards = {
  tellFacilities: {
    title: 'Dywedwch wrth ddiogelwch yr adeiladau yn gyntaf',
    why: 'Digwyddodd y tu allan i oriau swyddfa, felly nhw sy’n clywed cyn pawb arall. Caiff eich rheolwr wybod yn syth wedyn.',
  },
  tellPolice: {
    title: 'Rhowch wybod i’r heddlu',
    why: 'Ffoniwch 999 os gallech chi neu rywun arall fod mewn perygl nawr. Fel arall, gall Diogelwch wneud hynny gyda chi.',
  },
  askSwitchboard: {
    title: 'Holwch y switsfwrdd am yr alwad',
    why: 'Efallai eu bod yn dal i gofio a wnaethant ei throsglwyddo, ac unrhyw enw neu rif. Yr amser a’ch estyniad yn unig a gânt.',
  },
  letItRing: {
    title: 'Os bydd yn canu eto, gadewch iddo ganu',
    why: 'Aiff i’r neges llais. Bydd rhywun â chwestiwn go iawn yn gadael neges, a gallwch ffonio’n ôl.',
  },
  checkVoicemail: {
    title: 'A yw eich neges llais wedi’i gosod?',
    why: 'Hebddi ni all neb adael neges pan fyddwch yn gadael i’r ffôn ganu.',
  },
  wasMessageLeft: {
    title: 'A adawyd neges?',
    why: 'Os felly, dywedwch hynny yma: rhaid cadw neges.',
  },
  keepMessage: {
    title: 'Cadwch y neges. Peidiwch â’i dileu',
    why: 'Mae’n dystiolaeth. Nodwch ble a phryd y’i gadawyd; gallwch atodi recordiad.',
  },
  writeRecord: {
    title: 'Ysgrifennwch yr hyn a gofiwch',
    why: 'Mae ychydig eiriau’n ddigon, a gall y gweddill ddod wedyn. Cewch weld pwy fydd yn cael gwybod cyn ichi ei anfon.',
  },
  support: {
    title: 'Cymerwch funud i chi’ch hun',
    why: 'Gall pethau fel hyn aros yn y meddwl. Mae iechyd galwedigaethol a’r llinell gymorth i weithwyr yno i chi, yn gyfrinachol.',
  },
};

const stop = 'Mae’r iaith hon yn sarhaus. Nid oes angen iaith o’r fath, ac nid yw’n helpu.';

/** Yr hyn a ddywed y cynorthwyydd byw. Yn fyr, am ei fod yn cael ei ddarllen â galwr ar y lein. */
export const proceduresCy: ProcedureWords = {
  procedures: {
    abusiveCall: {
      title: 'Galwad sarhaus',
      lead: 'Nid oes rhaid ichi ddal i wrando ar hyn.',
      steps: {
        endAtOnce: {
          title: 'Rhowch y ffôn i lawr nawr',
          why: 'Bygythiwyd trais. Nid oes angen rhybudd, ac ni fydd neb yn gweld bai arnoch.',
        },
        warn: {
          title: 'Dywedwch hyn unwaith',
          why: 'Ticiwch pan fyddwch wedi’i ddweud: cedwir yr amser gyda’ch cofnod.',
          phrase: `${stop} Peidiwch, os gwelwch yn dda, neu byddaf yn dod â’r alwad hon i ben.`,
        },
        warnAboutMatter: {
          title: 'Dywedwch hyn unwaith',
          why: 'Nid oes rhaid ichi fynd dros yr un peth eto. Ticiwch pan fyddwch wedi’i ddweud: cedwir yr amser.',
          phrase:
            'Rwyf wedi dweud wrthych yr hyn y gallaf am hyn, ac ni allaf fynd â’r mater ymhellach dros y ffôn. Os awn ni ymlaen ag ef, byddaf yn dod â’r alwad hon i ben.',
        },
        endIfItGoesOn: {
          title: 'Os yw’n parhau, rhowch y ffôn i lawr',
          why: 'Chi sy’n penderfynu. Nid oes angen caniatâd neb arnoch.',
          phrase: 'Gofynnais ichi beidio. Rwy’n dod â’r alwad hon i ben nawr. Hwyl fawr.',
        },
        rightToEnd: {
          title: 'Y tu allan i oriau swyddfa mae’r un hawl gennych',
          why: 'Cewch ofyn i’r galwr beidio a dod â’r alwad i ben, yn union fel yn ystod y dydd.',
        },
        ...afterwards,
        readGuidance: {
          title: 'Darllenwch beth sy’n digwydd ar ôl galwad o’r fath',
          why: 'Mae’r canllawiau ar ymddygiad yn dweud beth y bydd eich rheolwr a Diogelwch yn ei wneud nesaf.',
        },
      },
    },
    sexualCall: {
      title: 'Galwad rywiol neu faleisus',
      lead: 'Nid oes arnoch ddim i’r galwr hwn.',
      steps: {
        endAtOnce: {
          title: 'Rhowch y ffôn i lawr nawr',
          why: 'Peidiwch â dweud dim mwy. Nid oes angen rhybudd na ffarwelio.',
        },
        ...afterwards,
        nameUsed: {
          title: 'A ddefnyddiodd y galwr eich enw?',
          why: 'Os felly: a oeddech wedi’i ddweud wrth ateb, neu a yw ar eich neges llais? Mae’n dangos faint y mae’r galwr yn ei wybod.',
        },
      },
    },
    hoaxCall: {
      title: 'Galwad ffug (hoax)',
      lead: 'Nid oes disgwyl ichi fod yn sicr yn y fan a’r lle.',
      steps: {
        endAtOnce: {
          title: 'Rhowch y ffôn i lawr nawr',
          why: 'Bygythiwyd trais. Nid oes rhaid ichi ganfod a yw o ddifrif.',
        },
        giveNothingAway: {
          title: 'Peidiwch â datgelu dim, na dadlau',
          why: 'Dim enwau, rhifau na chynlluniau. Nid oes rhaid ichi brofi dim.',
        },
        noteTheStory: {
          title: 'Nodwch yr hyn a ddywedir wrthych',
          why: 'Y stori, y rhif a ddangosir, y llais: mae’n helpu cydweithwyr i adnabod yr alwad nesaf.',
        },
        endWhenReady: {
          title: 'Dewch â’r alwad i ben pan fyddwch wedi clywed digon',
          why: 'Cewch wneud hynny’n gwrtais unrhyw bryd.',
          phrase: 'Diolch, rwyf wedi gwneud nodyn o hynny. Hwyl fawr.',
        },
        tellFacilities: afterwards.tellFacilities,
        tellPolice: afterwards.tellPolice,
        askSwitchboard: afterwards.askSwitchboard,
        wasMessageLeft: afterwards.wasMessageLeft,
        keepMessage: afterwards.keepMessage,
        support: afterwards.support,
        writeRecord: {
          title: 'Ysgrifennwch yr hyn a gofiwch',
          why: 'Bydd eich rheolwr wedyn yn dweud wrth Adnoddau Dynol, y ddesg gymorth a Diogelwch. Diogelwch sy’n penderfynu ynghylch yr heddlu.',
        },
      },
    },
    suicideCall: {
      title: 'Efallai fod rhywun mewn perygl o hunanladdiad',
      lead: 'Arhoswch gyda’r person cyhyd ag y gallwch. Nid oes rhaid gwneud dim o hyn: gwnewch yr hyn sy’n gweddu.',
      steps: {
        ambulance: {
          title: 'Gofynnwch i gydweithiwr ffonio 999 am ambiwlans',
          why: 'Mae rhywun wedi’i anafu ac rydych yn gwybod ble. Aiff y lle a nodwyd gennych gyda’r neges.',
        },
        stayCalm: {
          title: 'Cadwch yn bwyllog, a dangoswch eich bod yn gwrando',
          why: 'Nid yw caredigrwydd yn gwneud drwg. Nid oes rhaid ichi ganfod a yw o ddifrif.',
          phrase: 'Rwy’n falch eich bod yn dweud wrthyf. Rwy’n gwrando, ac rwy’n aros ar y lein gyda chi.',
        },
        knownContact: {
          title: 'Cyswllt hysbys: gweler y nodyn',
          why: 'Edrychwch arno dim ond os nad yw’n eich arafu.',
        },
        askColleague: {
          title: 'Gofynnwch i gydweithiwr helpu',
          why: 'Mae un tap yn anfon neges wrth ichi ddal i siarad. Gall ffonio 999, Diogelwch neu’r gwasanaethau cymdeithasol. Mae nodyn ar bapur yn gweithio hefyd.',
        },
        askGently: {
          title: 'Gofynnwch bedwar peth pan fydd yn gweddu',
          why: 'A oes perygl nawr? A oes rhywun wedi’i anafu? Ble mae’r person? Ar ba rif y gallwn ffonio’n ôl?',
        },
        keepTalking: {
          title: 'Daliwch i siarad nes i help gyrraedd',
          why: 'Mae tawelwch yn iawn hefyd.',
          phrase: 'Rwy’n dal yma gyda chi. Hoffech chi ddweud wrthyf sut ddiwrnod rydych wedi’i gael?',
        },
        takeNotes: {
          title: 'Nodwch yr hyn a ddywedir',
          why: 'Mae geiriau unigol yn ddigon. Mae pob llinell yn cadw ei hamser.',
        },
        callIsOver: {
          title: 'Mae’r alwad ar ben',
          why: 'Sut bynnag y daeth i ben, roeddech chi yno.',
        },
        ringForHelp: {
          title: 'Ffoniwch 999 eich hun nawr',
          why: 'Nid oes neb wedi cael cais eto, a gallai rhywun fod mewn perygl. Dywedwch yr hyn a wyddoch am y lle a’r rhif.',
        },
        support: {
          title: 'Yn gyntaf, rhywun i chi siarad ag ef',
          why: 'Mae galwad fel hon yn anodd i unrhyw un. Mae iechyd galwedigaethol a’r llinell gymorth i weithwyr yno i chi, a’r Samariaid hefyd ar 116 123.',
        },
        whoWasContacted: {
          title: 'Nodwch pwy y gofynnwyd iddynt am help',
          why: 'Yr heddlu, ambiwlans, Diogelwch neu’r gwasanaethau cymdeithasol: un tap yr un, gyda’r amser.',
        },
        healthMatter: {
          title: 'Ai mater iechyd neu wasanaethau cymdeithasol ydoedd?',
          why: 'Os felly, aiff eich cofnod hefyd at y tîm sy’n ateb ymholiadau o’r fath.',
        },
        askSwitchboard: afterwards.askSwitchboard,
        keepMessage: {
          title: 'Cadwch y neges',
          why: 'Gallai helpu’r rhai sy’n gofalu am y person. Peidiwch â’i dileu, os gwelwch yn dda.',
        },
        writeRecord: {
          title: 'Anfonwch eich nodiadau at eich rheolwr',
          why: 'Yn union fel y maent. Nid oes rhaid i ddim fod yn gyflawn.',
        },
      },
    },
    bombCall: {
      title: 'Bygythiad bom',
      lead: 'Chi sy’n cadw’r galwr i siarad. Cydweithiwr sy’n ffonio.',
      steps: {
        askAtCathaysPark: {
          title: 'Ym Mharc Cathays: cydweithiwr i ffonio diogelwch nawr',
          why: 'Mae’n dweud bod galwad bom ar y lein, ac ar ba estyniad. Dangosir y ddau yma mewn llythrennau mawr.',
        },
        siteInstructions: {
          title: 'Mae gan y safle hwn ei gyfarwyddiadau ei hun',
          why: 'Dangoswch nhw i gydweithiwr, a fydd yn gweithredu nawr. Arhoswch chi ar y lein. Os nad oes neb yn ateb, bydd y cydweithiwr yn ffonio 999.',
        },
        askAtOtherSite: {
          title: 'Ar safle arall: cydweithiwr i ffonio 999 nawr',
          why: 'Mae’n rhoi eich enw, y cyfeiriad a’r rhifau ffôn. Dangosir y cyfan yma, yn barod i’w ddarllen yn uchel.',
        },
        keepTalking: {
          title: 'Cadwch yn bwyllog a chadwch y galwr i siarad',
          why: 'Peidiwch â thorri ar draws. Gallai pob brawddeg helpu.',
          phrase: 'Rwy’n gwrando. Dywedwch fwy wrthyf, os gwelwch yn dda, fel na chaiff neb niwed.',
        },
        askQuestions: {
          title: 'Gofynnwch: ble mae, pryd, sut olwg sydd arno, pwy ydych chi?',
          why: 'Ysgrifennwch yr hyn a gewch. Nid oes ots am feysydd gwag.',
        },
        listen: {
          title: 'Ysgrifennwch yr union eiriau',
          why: 'Gwrandewch hefyd: dyn neu fenyw, yr acen, rhegi, yn feddw neu’n gynhyrfus, synau y tu ôl i’r llais.',
        },
        callIsOver: {
          title: 'Mae’r alwad wedi dod i ben',
          why: 'Nesaf, aiff popeth at Ddiogelwch ag un tap.',
        },
        ringSecurity: {
          title: 'Ym Mharc Cathays: ffoniwch ddiogelwch eich hun nawr',
          why: 'Nid oes cydweithiwr wedi cael cais eto.',
        },
        ringEmergency: {
          title: 'Ar safle arall: ffoniwch 999 eich hun nawr',
          why: 'Nid oes cydweithiwr wedi cael cais eto. Dangosir y cyfeiriad a’r rhifau yma.',
        },
        sendNow: {
          title: 'Anfonwch bopeth at Ddiogelwch nawr',
          why: 'Un tap. Caiff Diogelwch, eich rheolwr a’r lleill y mae’n rhaid iddynt wybod glywed ar unwaith. Gallwch ychwanegu ato wedyn.',
        },
        dial1471: {
          title: 'Deialwch 1471 a nodwch y rhif',
          why: 'Cyn i’r alwad nesaf ddod, os gallwch.',
        },
        changeNothing: {
          title: 'Peidiwch â dileu dim, nac anfon dim ymlaen',
          why: 'A oes neges llais, e-bost neu neges ar y cyfryngau cymdeithasol hefyd? Gadewch hi fel y mae, a pheidiwch ag ateb.',
        },
        completeChecklist: {
          title: 'Cwblhewch y rhestr pan allwch',
          why: 'Efallai y cofiwch fwy yn nes ymlaen. Bydd Diogelwch yn cael yr hyn a ychwanegwch hefyd.',
        },
        support: afterwards.support,
      },
    },
    internalCall: {
      title: 'Galwad gan gydweithiwr',
      lead: 'Nid oes rhaid i neb oddef hyn o’r tu mewn ychwaith.',
      steps: {
        endAtOnce: {
          title: 'Rhowch y ffôn i lawr nawr',
          why: 'Bygythiwyd trais. Nid oes gwahaniaeth pwy sy’n ffonio.',
        },
        endWhenReady: {
          title: 'Cewch ddod â’r alwad i ben',
          why: 'Unrhyw bryd, beth bynnag yw gradd y galwr.',
          phrase: 'Nid wyf am i neb siarad â mi fel hyn. Rwy’n dod â’r alwad i ben.',
        },
        managerInvolved: {
          title: 'A yw eich rheolwr yn rhan ohono?',
          why: 'Os felly, dywedwch hynny yma. Ni fydd eich rheolwr wedyn yn gweld dim o hyn, mewn unrhyw restr na neges.',
        },
        managerLeftOut: {
          title: 'Ni fydd eich rheolwr yn gweld dim o hyn',
          why: 'Aiff at y dirprwy reolwr neu at Adnoddau Dynol yn lle hynny. Gallwch newid yr ateb nes ichi ei anfon.',
        },
        tellPolice: afterwards.tellPolice,
        dignityAtWork: {
          title: 'Darllenwch sut mae urddas yn y gwaith yn berthnasol',
          why: 'Gall galwad faleisus gan gydweithiwr fod yn aflonyddu. Adnoddau Dynol sy’n edrych ar y mater; nid yw’n mynd ar restr Diogelwch.',
        },
        callRecords: {
          title: 'Ddim yn siŵr pwy oedd yno? Gofynnwch am gofnodion y galwadau',
          why: 'Cyfarwyddwr sy’n penderfynu a gaiff y switsfwrdd edrych ar y galwadau i’ch estyniad. Ni chaiff y switsfwrdd wybod beth a ddywedwyd.',
        },
        wasMessageLeft: afterwards.wasMessageLeft,
        keepMessage: afterwards.keepMessage,
        writeRecord: afterwards.writeRecord,
        support: afterwards.support,
      },
    },
    inPerson: {
      title: 'Wyneb yn wyneb',
      lead: 'Eich diogelwch chi sy’n dod gyntaf. Cewch ddod ag unrhyw gyfarfod i ben.',
      steps: {
        leave: {
          title: 'Ewch oddi yno nawr',
          why: 'Peidiwch ag egluro, dadlau na cheisio dal neb yn ôl.',
        },
        ringEmergency: {
          title: 'Ffoniwch 999 cyn gynted ag y byddwch yn ddiogel',
          why: 'Dywedwch ble rydych, ac a oes rhywun wedi’i anafu.',
        },
        explain: {
          title: 'Dywedwch yn bwyllog beth sydd angen newid',
          why: 'Eglurwch pam. Mae hynny’n aml yn tawelu pethau.',
          phrase: 'Hoffwn eich helpu. Gallaf wneud hynny tra byddwn yn siarad yn bwyllog â’n gilydd.',
        },
        warn: {
          title: 'Os yw’n parhau, dywedwch hyn unwaith',
          why: 'Ticiwch pan fyddwch wedi’i ddweud: cedwir yr amser gyda’ch cofnod.',
          phrase: `${stop} Peidiwch, os gwelwch yn dda, neu byddaf yn dod â’r cyfarfod hwn i ben.`,
        },
        endMeeting: {
          title: 'Os nad yw’n peidio, dewch â’r cyfarfod i ben',
          why: 'Chi sy’n penderfynu. Nid oes angen caniatâd neb arnoch.',
          phrase: 'Gofynnais ichi beidio. Rwy’n dod â’n cyfarfod i ben nawr.',
        },
        callForHelp: {
          title: 'Galwch am help cyn gynted ag y bydd rhywun yn troi’n ymosodol',
          why: 'Cydweithiwr neu’r staff diogelwch. Cadwch eich ffordd allan yn glir.',
        },
        ringIfInDanger: {
          title: 'Mewn perygl ar unrhyw adeg: ewch oddi yno, yna ffoniwch 999',
          why: 'Nid oes rhaid aros nes i rywbeth ddigwydd.',
        },
        tellPolice: afterwards.tellPolice,
        tellFacilities: afterwards.tellFacilities,
        doNotFollow: {
          title: 'Peidiwch â dilyn neb na dal neb yn ôl',
          why: 'Gwaith y staff diogelwch a’r heddlu yw hynny.',
        },
        whoSawIt: {
          title: 'Nodwch pwy a’i gwelodd',
          why: 'Tystion, ac unrhyw un a roddodd gymorth cyntaf.',
        },
        writeRecord: afterwards.writeRecord,
        support: afterwards.support,
      },
    },
  },
  readOut: {
    welfare: (known) => [
      `Mae gan ${known.name} rywun ar y lein y gallai ei fywyd fod mewn perygl. Helpwch yn dawel, os gwelwch yn dda.`,
      ...lineIfKnown(known.location, (place) => `Ble mae’r person: ${place}`),
      ...lineIfKnown(known.callbackNumber, (number) => `Rhif i ffonio’n ôl: ${number}`),
      ...lineIfKnown(known.extension, (extension) => `Mae’r alwad ar estyniad ${extension}.`),
      'Ffoniwch 999 am yr heddlu neu ambiwlans, yna Diogelwch. Gall y gwasanaethau cymdeithasol helpu hefyd.',
    ],
    ambulance: (known) => [
      'Ffoniwch 999 nawr a gofynnwch am ambiwlans. Mae rhywun wedi’i anafu.',
      ...lineIfKnown(known.location, (place) => `Ble mae’r person: ${place}`),
      ...lineIfKnown(known.callbackNumber, (number) => `Rhif i ffonio’n ôl: ${number}`),
      `Mae’r person ar y lein gyda ${known.name}.`,
      ...lineIfKnown(known.extension, (extension) => `Mae’r alwad ar estyniad ${extension}.`),
    ],
    bombCathaysPark: (known) => [
      'Mae galwad bom ar y lein nawr.',
      ...lineIfKnown(known.extension, (extension) => `Mae ar estyniad ${extension}.`),
      `Mae’r galwr yn siarad â ${known.name}.`,
    ],
    bombOtherSite: (known) => [
      'Mae galwad bom ar y lein nawr.',
      `Mae’r galwr yn siarad â ${known.name}.`,
      ...lineIfKnown(known.siteName, (site) => `Adeilad: ${site}`),
      ...lineIfKnown(known.siteAddress, (address) => `Cyfeiriad: ${address}`),
      ...lineIfKnown(known.sitePhone, (phone) => `Rhif yr adeilad: ${phone}`),
      ...lineIfKnown(known.extension, (extension) => `Mae’r alwad ar estyniad ${extension}.`),
    ],
    bombSiteInstructions: (known) => [
      'Mae galwad bom ar y lein nawr. Dilynwch gyfarwyddiadau’r safle hwn ar unwaith.',
      ...lineIfKnown(known.siteName, (site) => `Adeilad: ${site}`),
      ...lineIfKnown(known.siteAddress, (address) => `Cyfeiriad: ${address}`),
      `Mae’r galwr yn siarad â ${known.name}.`,
      ...lineIfKnown(known.extension, (extension) => `Mae’r alwad ar estyniad ${extension}.`),
    ],
    inPerson: (known) => [
      `Mae ar ${known.name} angen rhywun wrth law nawr: mae ymwelydd yn troi’n ymosodol.`,
      ...lineIfKnown(known.siteName, (site) => `Adeilad: ${site}`),
      ...lineIfKnown(known.location, (place) => `Ble: ${place}`),
      'Peidiwch â dod ar eich pen eich hun. Mewn perygl, ffoniwch 999.',
    ],
  },
};

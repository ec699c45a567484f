import type { WrittenDocumentId } from '../domain/guidance/written-documents.ts';
import type { DocumentWords } from './guidance-words.ts';

/** Dogfennau’r llyfrgell ei hun; mae’r gweithdrefnau gyda’r cynorthwyydd byw. */
export const libraryCy: Record<WrittenDocumentId, DocumentWords> = {
  staySafe: {
    title: 'Eich diogelwch chi sy’n dod gyntaf',
    summary: 'Yr hyn nad oes rhaid i neb ei oddef, a beth i’w wneud pan na fyddwch yn teimlo’n ddiogel.',
    sections: [
      {
        heading: 'Beth sy’n cyfrif',
        blocks: [
          'Rydych yn cael eich cam-drin, eich bygwth neu’n destun ymosodiad gan rywun o’r tu allan oherwydd eich gwaith. Mae’n cyfrif hyd yn oed os na chafodd neb niwed, a hyd yn oed os yw’n ymddangos yn fach: mae pethau bach yn tyfu.',
          [
            'Cam-drin geiriol difrifol.',
            'Geiriau neu weithredoedd sy’n debygol o arwain at drais.',
            'Aflonyddu difrifol neu barhaus, ac unrhyw aflonyddu hiliol neu rywiol.',
            'Difrod i’ch eiddo chi neu eiddo’r swyddfa, neu fygythiad o ddifrod.',
            'Yr un pethau wedi’u hanelu at eich teulu oherwydd eich gwaith.',
          ],
        ],
      },
      {
        heading: 'Tair rheol',
        blocks: [
          [
            'Yn poeni am eich diogelwch? Siaradwch â’ch rheolwr llinell bob tro.',
            'Peidiwch byth â mentro â’ch diogelwch eich hun na diogelwch eraill.',
            'Trais ar y gorwel? Ewch oddi yno bob tro.',
          ],
          'Mewn argyfwng ffoniwch 999, ble bynnag y byddwch. Nid oes angen caniatâd neb arnoch.',
        ],
      },
      {
        heading: 'Ymwelydd yn eich poeni',
        blocks: [
          'Dywedwch wrth eich rheolwr, ac wrth y dderbynfa neu staff diogelwch yr adeilad, cyn yr ymweliad. Dywedwch yn union beth sy’n eich poeni: dim ond wedyn y gellir ystyried rhagor o warchodwyr neu’r heddlu. Yn y tab, dewiswch “Ymwelydd rwy’n poeni amdano”.',
        ],
      },
      {
        heading: 'Gweithio mewn man arall neu ar eich pen eich hun',
        blocks: [
          'Dywedwch wrth eich rheolwr ble rydych yn mynd a phryd rydych yn disgwyl bod yn ôl. Gofynnwch am larwm personol neu ffôn symudol os nad oes un gennych. Os teimlwch dan fygythiad tra byddwch allan, ffoniwch 999 ar unwaith.',
        ],
      },
      {
        heading: 'Rhywun yn dweud ei fod yn gwybod ble rydych yn byw',
        blocks: [
          'Os bydd unrhyw un yn dweud neu’n awgrymu ei fod yn gwybod ble mae eich cartref ac y daw yno: dywedwch wrth yr heddlu, Diogelwch a’ch rheolwr ar unwaith, y tri. Dywedwch pam rydych yn credu ei fod yn gwybod. Ni fydd neb yma’n gofyn am eich cyfeiriad.',
          'Mae cyngor ar ddiogelwch yn y cartref ar gael os dymunwch, gan yr heddlu neu gan Ddiogelwch. Chi yn unig sy’n penderfynu a ydych am ei ddilyn.',
        ],
      },
    ],
  },
  beforeYouMeet: {
    title: 'Cyn ichi gwrdd â rhywun neu ei ffonio',
    summary: 'Beth i’w wneud, a beth i beidio â’i wneud, i gadw’r rhan fwyaf o sgyrsiau’n dawel.',
    sections: [
      {
        heading: 'Gwnewch hyn',
        blocks: [
          [
            'Byddwch yn gwrtais ac yn deg wrth bawb: yn gyfeillgar, ac yn gadarn.',
            'Gwrandewch. Mae darllen neu ysgrifennu’n anodd i rai; cofiwch hynny.',
            'Eglurwch mewn geiriau plaen.',
            'Paratowch ar gyfer y sgwrs.',
            'Byddwch yn onest. Os nad ydych yn siŵr, gwiriwch cyn ateb.',
            'Cofiwch y gall pobl fod dan straen, yn sâl neu mewn trafferth, ac y gall hynny ddangos.',
            'Trosglwyddwch y sgwrs i’ch goruchwyliwr neu’ch rheolwr pan na fydd rhywun yn derbyn eich eglurhad.',
            'Cadwch yn bwyllog. Peidiwch â gadael i neb eich pryfocio.',
            'Galwch am help cyn gynted ag y bydd rhywun yn troi’n ymosodol, a chofiwch beth yw eich ffordd allan.',
            'Dywedwch wrth eich rheolwr os oes gennych reswm i gredu y gallai rhywun droi’n dreisgar.',
          ],
        ],
      },
      {
        heading: 'Peidiwch â gwneud hyn',
        blocks: [
          [
            'Addo’r hyn na fydd efallai’n digwydd.',
            'Dweud dim a allai gamarwain.',
            'Gweld rhywun sydd i bob golwg dan ddylanwad diod neu gyffuriau heb gydweithwyr gerllaw.',
            'Dechrau na pharhau pan na fyddwch yn teimlo’n ddiogel. Stopiwch, a dywedwch wrth reolwr ar unwaith.',
            'Cadw pobl i aros yn hwy nag sydd raid.',
            'Pryfocio neb, ar air nac ar weithred.',
            'Talu’r pwyth yn ôl.',
            'Ceisio atal na dal neb sy’n ymosod.',
          ],
        ],
      },
    ],
  },
  behaviour: {
    title: 'Rhoi gwybod amdano, a beth sy’n digwydd wedyn',
    summary: 'Pam mae pob digwyddiad yn haeddu adroddiad, a phwy sy’n gwneud beth ag ef.',
    sections: [
      {
        heading: 'Rhowch wybod am bopeth',
        blocks: [
          'Rhaid i’ch rheolwr glywed amdano bob tro; Diogelwch a’r heddlu hefyd pan fo’n ddigon difrifol. Rhowch wybod hyd yn oed os yw’n annhebygol o ddigwydd eto, hyd yn oed os digwyddodd i rywun arall o’ch blaen, a hyd yn oed os yw’n hwyr. Gall digwyddiad cyntaf na roddwyd gwybod amdano fod yn rhwystr yn nes ymlaen.',
          'Rhoddir gwybod yn ysgrifenedig am bob ymosodiad, ymgais neu fygythiad. Bydd eich rheolwr yn ychwanegu sylw ac aiff at Ddiogelwch, sy’n cadarnhau ei fod wedi cyrraedd. Aiff pob ymosodiad corfforol at yr heddlu, gennych chi, eich rheolwr neu Ddiogelwch.',
        ],
      },
      {
        heading: 'Pwy a’i gwelodd',
        blocks: [
          'Enwch dystion ac unrhyw un a roddodd gymorth cyntaf. Bydd eich rheolwr yn gofyn iddynt am ddatganiad. Mae pawb a oedd yno’n rhoi gwybod, p’un a effeithiodd arnynt ai peidio.',
        ],
      },
      {
        heading: 'Beth mae eraill yn ei wneud',
        blocks: [
          [
            'Gall eich rheolwr siarad â’r person pan fo’n ddiogel, neu ysgrifennu a chynnig cyfarfod o fewn pum diwrnod gwaith.',
            'Caiff eich tîm wybod digon i gadw llygad ar ei gilydd.',
            'Ar gyfer digwyddiad difrifol, uwch reolwr sy’n penderfynu beth sy’n dilyn. Mae trin rhywun fel person a allai fod yn dreisgar yn gam difrifol, a gymerir fesul achos ac a adolygir.',
            'Gall Diogelwch rybuddio eraill a siarad â’r heddlu.',
          ],
        ],
      },
      {
        heading: 'I ffwrdd o’r gwaith',
        blocks: [
          'Rhoddir gwybod yn yr un modd am fygythiadau neu aflonyddu arnoch chi neu’ch teulu oherwydd eich gwaith, ble bynnag y byddant yn digwydd. Os ydych yn ofni am eich diogelwch, ffoniwch yr heddlu. Gall y sefydliad eich helpu i ofyn i lys roi terfyn arno.',
        ],
      },
      {
        heading: 'Mynd i gyfraith',
        blocks: [
          'Os na fydd yr heddlu’n erlyn, cewch ddechrau achos eich hun. Gofynnwch i’ch rheolwr am gyngor yn gyntaf. I ofyn i’r sefydliad am gymorth cyfreithiol, ysgrifennwch at eich rheolwr; Diogelwch fydd wedyn yn casglu’r papurau. Heb ei gefnogaeth, chi sy’n talu’r costau.',
          'Os bydd yr heddlu’n erlyn, mae’n debyg y byddwch yn dyst. Dim ond mewn amgylchiadau arbennig y bydd angen cyfreithiwr arnoch.',
        ],
      },
      {
        heading: 'Os ydych yn absennol oherwydd hyn',
        blocks: [
          'Caiff absenoldeb ar ôl trais yn y gwaith ei drin ar wahân. Gall Adnoddau Dynol ddweud wrthych beth mae’n ei olygu i’ch cyflog.',
        ],
      },
    ],
  },
  communications: {
    title: 'Galwadau, e-byst, llythyrau a negeseuon nad oes rhaid i neb eu derbyn',
    summary: 'Beth sy’n gwneud cyfathrebiad yn annerbyniol, a beth i’w wneud â phob math.',
    sections: [
      {
        heading: 'Beth a olygir',
        blocks: [
          'Nid oes diffiniad cyfreithiol o “maleisus” na “blinderus”. Mae tri arwydd yn helpu:',
          [
            'mae’r naws neu’r geiriau’n sarhaus;',
            'mae’n parhau nes ei fod yn niwsans;',
            'mae’n ymwneud â rhywbeth heblaw’r mater a enwir, fel dig neu awydd am arian.',
          ],
          'Gall gofynion fod yn afresymol hefyd: terfyn amser na all neb ei gadw, cysylltu’n ddi-baid, cwyn sy’n newid dro ar ôl tro, neu faterion nad ydynt yn eiddo i ni. Mae hynny’n dibynnu ar yr amgylchiadau ac ar yr effaith ar eich gwaith.',
        ],
      },
      {
        heading: 'Caiff pawb ei glywed',
        blocks: [
          'Nid yw person sydd wedi cynhyrfu yn berson sarhaus. Gall fod yn anodd i rywun ei fynegi ei hun, er enghraifft oherwydd salwch neu anabledd; edrychir ar hynny cyn penderfynu dim. Cwyn yw cwyn o hyd, hyd yn oed heb brawf.',
        ],
      },
      {
        heading: 'Gall fod cais ynddo',
        blocks: [
          'Gall hyd yn oed neges anghwrtais ofyn am wybodaeth neu am ddata personol, a rhaid ateb cais o’r fath mewn pryd. Os gwelwch un, neu os nad ydych yn siŵr, dywedwch hynny yn eich adroddiad. Ar gyfer ceisiadau mae gan y gyfraith brawf ei hun; mae’r tîm hawliau gwybodaeth yn ei adnabod.',
          { contacts: ['informationRights'] },
        ],
      },
      {
        heading: 'E-byst',
        blocks: [
          'Pwyswch “Adrodd am gam-drin” wrth ymyl y neges yn Outlook. Aiff y gwreiddiol at Ddiogelwch TG ohono’i hun. Gadewch ef lle y mae a pheidiwch â’i ddileu. Gellir blocio anfonwyr, a gallwch gael cyfeiriad a rennir yn lle eich un chi.',
          'Mae bygythiad bom drwy e-bost yn wahanol: peidiwch â’i ateb, ei anfon ymlaen, ei symud na’i ddileu. Ffoniwch 999, ac wedyn Diogelwch.',
        ],
      },
      {
        heading: 'Llythyrau',
        blocks: [
          'Cyffyrddwch â’r llythyr cyn lleied ag y gallwch. Cadwch yr amlen. Tynnwch lun ohono neu ei sganio a’i ychwanegu at yr adroddiad. Aiff llythyrau bygythiol neu sarhaus at Ddiogelwch.',
        ],
      },
      {
        heading: 'Y cyfryngau cymdeithasol',
        blocks: [
          'Peidiwch ag ateb. Nodwch y cyfrif a’r ddolen, tynnwch lun o’r sgrin, a rhowch wybod. Mae bygythiad yno mor real ag unrhyw un arall.',
        ],
      },
      {
        heading: 'Dro ar ôl tro, heb falais',
        blocks: [
          'Gall rhywun sydd wedi cael ateb ac nad yw’n peidio eich blino. Cadwch nodyn o bob cyswllt. Gall eich dirprwy gyfarwyddwr ganiatáu ichi roi’r gorau i ateb y person hwnnw ar y mater hwnnw. Mae materion eraill, a chydweithwyr eraill, yn dal ar agor iddo; ac ni chaiff dim ei ffeilio heb ateb tra gallai fod cais am wybodaeth ynddo.',
          'Gellir gofyn i rywun sy’n dal i ddod i’r swyddfa wneud apwyntiad â pherson penodol, neu ysgrifennu.',
        ],
      },
    ],
  },
  afterTheCall: {
    title: 'Ar ôl galwad: beth i’w nodi, a beth y gellir ei drefnu',
    summary: 'Y manylion sy’n helpu, a ffyrdd o gadw galwadau o’r fath rhag eich cyrraedd.',
    sections: [
      {
        heading: 'Gwerth ei nodi',
        blocks: [
          [
            'Dyddiad ac amser.',
            'Synau y tu ôl i’r llais: y tu mewn neu’r tu allan, swyddfa, teledu, siarad.',
            'Llinell dir neu ffôn symudol, hyd y gallwch ddweud.',
            'Y llais: acen, dyn neu fenyw. A oeddech yn ei adnabod?',
            'A ddefnyddiodd y galwr eich enw? A oeddech newydd ei ddweud, neu a yw ar eich neges llais?',
            'A ganodd y ffôn fel ar gyfer galwad allanol ynteu fewnol? Os galwad allanol, holwch y switsfwrdd ar unwaith.',
          ],
          'Dim ond mewn achosion eithafol, a thrwy’r heddlu, y caiff galwadau eu holrhain. Mae manylion bach yn helpu’n llawer amlach: maent yn dangos bod galwadau’n perthyn i’w gilydd.',
        ],
      },
      {
        heading: 'Beth y gellir ei drefnu',
        blocks: [
          [
            'Daw pob galwad ichi drwy’r switsfwrdd. Bydd y staff yn gofyn pwy sy’n ffonio ac yn dweud wrthych; cewch wrthod, gofyn iddynt gymryd neges, neu gael yr alwad wedi’i throsglwyddo i rif canolog.',
            'Cewch weld ar eich ffôn pwy sy’n galw, mewn achosion difrifol.',
            'Cofnodion o’r galwadau i’ch estyniad, os bydd cyfarwyddwr yn caniatáu hynny.',
            'Galwadau gan un person ar adegau penodol neu ar ddiwrnodau penodol yn unig, neu at uwch gydweithiwr yn unig.',
            'Galwadau gan un person heb gael eu trosglwyddo ichi o gwbl, unwaith y bydd eich dirprwy gyfarwyddwr yn cytuno.',
            'Aiff eich galwadau i’r neges llais am gyfnod, nes byddwch yn teimlo’n barod.',
          ],
          'Gofynnwch i’ch rheolwr. Caiff Diogelwch a diogelwch gwybodaeth wybod pan drefnir rhywbeth.',
        ],
      },
      {
        heading: 'Pan fyddwch yn trosglwyddo galwad',
        blocks: [
          'Ni ellir blocio galwadau o’r tu mewn. Felly, bob tro:',
          [
            'cymerwch enw’r galwr;',
            'arhoswch nes bydd eich cydweithiwr yn ateb;',
            'dywedwch pwy sy’n galw;',
            'gwnewch yn siŵr bod yr alwad yn dderbyniol cyn rhoi’r ffôn i lawr.',
          ],
        ],
      },
      {
        heading: 'Cyn cyhoeddiad a allai gynhyrfu pobl',
        blocks: [
          'Anfonwch ef heb enwau unigolion. Rhowch atebion parod a’r dudalen ymholiadau gyhoeddus i’r switsfwrdd ymlaen llaw, fel nad oes rhaid i alwadau gyrraedd y tîm, a rhowch gopi i Ddiogelwch ac i Ddiogelwch TG.',
        ],
      },
    ],
  },
  dignityAtWork: {
    title: 'Pan ddaw gan gydweithiwr',
    summary: 'Galwadau o’r tu mewn, urddas yn y gwaith, a’r hyn nad yw eich rheolwr yn ei weld.',
    sections: [
      {
        heading: 'Gall fod yn aflonyddu',
        blocks: [
          'Ymdrinnir â galwad faleisus gan rywun sy’n gweithio yma o dan y polisi urddas yn y gwaith, gan Adnoddau Dynol. Nid yw’n mynd ar restr Diogelwch, ac ni chaiff y ddesg gymorth wybod.',
          { contacts: ['hrPartner'] },
        ],
      },
      {
        heading: 'Os yw eich rheolwr yn rhan ohono',
        blocks: [
          'Dywedwch hynny yn yr adroddiad. Caiff eich rheolwr wedyn ei adael allan o bopeth: hysbysiadau, rhestrau a’r cofnod ei hun. Y dirprwy reolwr neu Adnoddau Dynol sy’n cymryd drosodd.',
        ],
      },
      {
        heading: 'Os nad ydych yn gwybod pwy oedd yno',
        blocks: [
          'Cewch ofyn am gofnodion y galwadau i’ch estyniad. Cyfarwyddwr sy’n penderfynu. Mae’r switsfwrdd yn chwilio amdanynt heb gael gwybod dim o’r hyn a ddywedwyd.',
        ],
      },
      {
        heading: 'Beth a ddaw ohono',
        blocks: [
          'Gall Adnoddau Dynol ganfod ei fod yn gamymddwyn. Nid yw’r hyn sy’n dilyn o hynny’n cael ei gadw yma.',
        ],
      },
    ],
  },
  evidence: {
    title: 'Cadw’r hyn sy’n ei ddangos',
    summary: 'Gwreiddiolion, recordiadau a ffotograffau, a’r hyn y mae ôl bys ffeil yn ei brofi.',
    sections: [
      {
        heading: 'Cadwch y gwreiddiol',
        blocks: [
          [
            'Peidiwch â dileu’r e-bost na’r neges llais, hyd yn oed ar ôl ichi anfon copi.',
            'Cadwch lythyr gyda’i amlen. Nodwch ble mae a phwy sydd wedi cyffwrdd ag ef.',
            'Tynnwch luniau o ddifrod ac anafiadau’n fuan; ychwanegwch yr amser.',
            'Ysgrifennwch yr union eiriau a’u rhoi mewn dyfynodau, waeth pa mor hyll. Popeth arall: yr hyn a welsoch ac a glywsoch.',
          ],
        ],
      },
      {
        heading: 'Beth a wneir â ffeil',
        blocks: [
          'Cyn gynted ag yr ychwanegwch ffeil, mae eich dyfais yn cymryd ôl bys ohoni (SHA-256). Wedyn mae’r ffeil mewn man lle na all neb ond y gwasanaeth ysgrifennu. Nodir pwy bynnag sy’n ei hagor.',
          'Mae ôl bys sy’n dal i gyfateb yn profi nad yw’r ffeil wedi newid ers ei hychwanegu. Nid yw’n profi pwy a wnaeth y ffeil, pryd, na bod yr hyn a ddywed yn wir.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Beth a gedwir, am ba hyd, a phwy sy’n cael ei weld',
    summary: 'Diogelu data mewn geiriau plaen.',
    sections: [
      {
        heading: 'Beth sy’n perthyn mewn adroddiad',
        blocks: [
          'Mae cyfraith diogelu data’r DU (GDPR y DU a Deddf Diogelu Data 2018) yn gofyn i’r hyn a gedwir am bobl fod yn gywir, yn ddigon a dim mwy, heb ei gadw’n rhy hir, a heb ei ddangos ond i’r rhai sydd â rheswm da. Felly ysgrifennwch bopeth sy’n bwysig, fel ffaith, heb eiriau cryf. Ddim yn siŵr? Gofynnwch i uwch reolwr neu i’r tîm hawliau gwybodaeth.',
          { contacts: ['informationRights'] },
          'Gall y person rydych yn rhoi gwybod amdano ofyn am weld yr hyn a gedwir amdano. Gellir dal yn ôl yr hyn a fyddai’n peryglu rhywun, neu sy’n perthyn i rywun arall.',
        ],
      },
      {
        heading: 'Pwy sy’n ei weld',
        blocks: [
          'Y rhai y mae angen iddynt wybod, a neb arall: eich rheolwr, Diogelwch lle mae’r rheolau’n dweud hynny, a’r rhai yn eich tîm a allai gwrdd â’r person. Gall y switsfwrdd neu ddiogelwch gwybodaeth gael enw neu gyfeiriad er mwyn atal cyswllt pellach; nid ydynt yn cael yr hanes. Cewch weld pwy fydd yn cael gwybod cyn ichi anfon adroddiad.',
          'Ni chaiff camgymeriad byth ei guddio: ychwanegir cywiriad gyda’i ddyddiad.',
        ],
      },
      {
        heading: 'Am ba hyd',
        blocks: [
          'Edrychir drwy’r cofnodion bob chwe mis, ac aiff y rhai nad oes eu hangen mwyach. Os oes sawl cyfnod yn gymwys, yr hwyaf sy’n cyfrif. Cedwir yr hyn y mae ar lys, yr heddlu neu gais am wybodaeth ei angen nes iddynt orffen.',
          { retention: true },
        ],
      },
    ],
  },
  support: {
    title: 'Cymorth i chi',
    summary: 'Rhywun i siarad ag ef, yn gyfrinachol, nawr neu’n nes ymlaen.',
    sections: [
      {
        heading: 'Nid oes rhaid ichi ddelio â hyn ar eich pen eich hun',
        blocks: [
          'Mae teimlo’n sigledig, yn ddig neu’n flinedig wedyn yn normal. Nid yw’n rhan o’r swydd.',
          { contacts: ['employeeAssistance', 'occupationalHealth'] },
          'Mae’r Samariaid yn gwrando unrhyw awr: 116 123. Ni fydd neb yn y gwaith yn clywed ichi ffonio.',
          'Ni chaiff eich rheolwr wybod eich bod wedi gofyn am gymorth, oni bai eich bod yn dymuno hynny.',
        ],
      },
      {
        heading: 'Ychydig o bellter',
        blocks: [
          'Ar ôl cam-drin ar y ffôn cewch adael i’ch galwadau fynd i’r neges llais nes byddwch yn teimlo’n barod. Chi sy’n dewis am ba hyd.',
        ],
      },
    ],
  },
  lineManagers: {
    title: 'I reolwyr llinell',
    summary: 'Cyn, yn ystod ac ar ôl: yr hyn y gall eich tîm ei ddisgwyl gennych.',
    sections: [
      {
        heading: 'Cyn i ddim ddigwydd',
        blocks: [
          [
            'Dangoswch i’ch tîm beth i’w wneud a beth i beidio â’i wneud, gan ddechrau gyda chydweithwyr newydd.',
            'Gwnewch yn siŵr nad oes neb yn delio â’r cyhoedd, wyneb yn wyneb nac ar y ffôn, heb hyfforddiant.',
            'Edrychwch eto ar y risgiau gyda’ch tîm, yn rheolaidd: pa mor debygol, pa mor ddrwg, pa mor aml, faint o bobl, ar unwaith neu’n nes ymlaen, a beth mae’r gyfraith yn ei ofyn.',
            'Cytunwch ar ffordd ddiogel gydag unrhyw un sy’n anodd: dau gydweithiwr yn lle un, ystafell y gall eraill weld i mewn iddi, neu chi eich hun.',
            'Byddwch yn gwybod ble mae’r rhai sy’n gweithio y tu allan neu ar eu pen eu hunain, a phryd y dylent fod yn ôl.',
          ],
        ],
      },
      {
        heading: 'Pan fydd adroddiad yn eich cyrraedd',
        blocks: [
          [
            'Y person yn gyntaf: a yw’n ddiogel, a oes angen rhywun gydag ef, a yw am fynd adref?',
            'Darllenwch ef, ychwanegwch eich sylw a’i anfon ymlaen ar unwaith. Aiff pob ymosodiad, ymgais neu fygythiad at Ddiogelwch.',
            'Ar gyfer galwad ffug, chi sy’n dweud wrth Adnoddau Dynol, y ddesg gymorth a Diogelwch.',
            'Gofynnwch am warchodwyr neu’r heddlu os credwch fod eu hangen.',
            'Gwnewch yn siŵr bod tystion a swyddogion cymorth cyntaf yn ysgrifennu’r hyn a welsant.',
            'Dywedwch wrth eich tîm yr hyn sydd ei angen arnynt i fod yn ofalus, a dim mwy.',
          ],
        ],
      },
      {
        heading: 'Siarad â’r person a’i gwnaeth',
        blocks: [
          'Dim ond os ydych yn gwbl sicr ei bod yn ddiogel. Ceisiwch ganfod beth oedd y tu ôl iddo, a dywedwch na chaiff ei dderbyn. Os yw’r person wedi gadael, neu os nad yw’n ddiogel, ysgrifennwch a chynigiwch gyfarfod o fewn pum diwrnod gwaith. Nodwch yn ysgrifenedig yr hyn y cytunwyd arno, fod cofnod, beth yw ei ddiben, am ba hyd y’i cedwir a phwy a gaiff ei weld.',
          'Gofynnwch wedyn a allai rhywbeth ar ein hochr ni fod yn well, er enghraifft aros hir.',
        ],
      },
      {
        heading: 'Beth a benderfynir yn uwch i fyny',
        blocks: [
          [
            'Cyfyngiadau ar gyswllt, a chaniatâd i roi’r gorau i ateb: y dirprwy gyfarwyddwr, yn ysgrifenedig, gyda dyddiad adolygu.',
            'A gaiff rhywun ei drin fel person a allai fod yn dreisgar, a chyfweliadau ar ôl digwyddiad difrifol: uwch reolwr.',
            'Rhybuddion i gyrff cyhoeddus eraill: drwy Ddiogelwch.',
          ],
        ],
      },
      {
        heading: 'Cyngor i chi',
        blocks: [
          'Maent yn helpu gyda’r achos, a chyda gofalu am eich tîm. Ar gyfer cwestiynau iechyd a diogelwch gall iechyd galwedigaethol gysylltu â’r Awdurdod Gweithredol Iechyd a Diogelwch; mae’r undebau llafur yno hefyd.',
          {
            contacts: [
              'security',
              'informationSecurity',
              'hrPartner',
              'occupationalHealth',
              'informationRights',
              'deputyDirector',
            ],
          },
        ],
      },
    ],
  },
  publicPolicy: {
    title: 'Yr hyn a ddywedir wrth y cyhoedd',
    summary: 'Y polisi cyhoeddedig: hawliau ar y ddwy ochr, a’r hyn y gellir ei wneud.',
    sections: [
      {
        heading: 'Hawliau ar y ddwy ochr',
        blocks: [
          'Gall aelodau’r cyhoedd ddisgwyl cael eu clywed, eu deall a’u parchu, ac felly chithau. Gofynnir iddynt fod yn gwrtais, a dywedir wrthynt na dderbynnir ymddygiad ymosodol, cam-drin, bygythiadau, gofynion afresymol na chyswllt di-baid, sut bynnag y dônt.',
        ],
      },
      {
        heading: 'Mewn cyfarfod neu ar y ffôn',
        blocks: [
          'Yn gyntaf eglurir beth sydd o’i le, a gofynnir i’r person ei newid. Os nad yw hynny’n helpu, daw’r cyfarfod neu’r alwad i ben. Mae trais, neu fygythiad o drais, yn dod ag ef i ben ar unwaith ac yn mynd at yr heddlu.',
        ],
      },
      {
        heading: 'Beth a all ddilyn',
        blocks: [
          'Mewn nifer fach o achosion, a bob amser fesul achos:',
          [
            'blocir galwadau neu e-byst;',
            'cyfyngir ar ffurf neu nifer y cysylltiadau;',
            'cynhelir cyfarfodydd ar ein safleoedd ni yn unig;',
            'darllenir llythyrau am unrhyw beth newydd ac wedyn eu ffeilio heb ateb;',
            'daw pob cyswllt i ben;',
            'dosberthir y person fel risg bosibl;',
            'rhybuddir cydweithwyr mewn swyddfeydd eraill, neu gyrff eraill;',
            'dywedir wrth reoleiddiwr proffesiynol;',
            'dywedir wrth yr heddlu neu’r gwasanaethau cymdeithasol;',
            'gofynnir i lys am orchymyn.',
          ],
          'Dywedir wrth y person yn ysgrifenedig beth a benderfynwyd a phryd yr edrychir arno eto, a chaiff ofyn am hynny’n gynharach.',
        ],
      },
    ],
  },
};

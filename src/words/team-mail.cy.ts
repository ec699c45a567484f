import type { teamMailEn } from './team-mail.en.ts';

export const teamMailCy: typeof teamMailEn = {
  standInChosen: (facts) => ({
    subject: `Urddas: rydych yn dirprwyo dros ${facts.manager}`,
    lines: [
      `Mae ${facts.manager} wedi eich dewis i ateb adroddiadau am gamdriniaeth yn y gwaith gan eu tîm, o ${facts.from} hyd ${facts.until}.`,
      facts.isAlone
        ? 'Atoch chi yn unig y daw adroddiadau newydd yn yr amser hwnnw. Mae adroddiadau sydd eisoes yn aros yn mynd at y ddau ohonoch.'
        : 'Mae adroddiadau yn yr amser hwnnw yn mynd at y ddau ohonoch. Mae’r cyntaf i ateb yn ateb dros y ddau.',
      'Gwelwch yr hyn a ofynnir gennych yn eich sgwrs ag Urddas, ac o dan “Fy nhîm” yn Urddas.',
      'Os na allwch ei wneud, rhowch wybod iddyn nhw.',
    ],
  }),
  standInEnded: (facts) => ({
    subject: `Urddas: nid ydych yn dirprwyo dros ${facts.manager} mwyach`,
    lines: [
      `Nid ydych yn dirprwyo dros ${facts.manager} mwyach. Eich diwrnod olaf oedd ${facts.until}.`,
      'Mae’r hyn a atebwyd gennych yn aros fel y mae. Mae adroddiadau sy’n dal ar agor yn mynd yn ôl atyn nhw.',
    ],
  }),
  statementAsked: (facts) => ({
    subject: `Urddas ${facts.reference}: ysgrifennwch yr hyn a welsoch`,
    lines: [
      `Mae ${facts.askedBy} yn gofyn i chi am ddatganiad, gan eich bod yno ar ${facts.when}.`,
      `Gofynnir i chi fel ${teamMailCy.statementRoles[facts.role]}. Y rhif yw ${facts.reference}.`,
      'Ysgrifennwch yn Urddas yr hyn a welsoch ac a glywsoch eich hun, a’i lofnodi yno. Peidiwch â’i anfon drwy e-bost.',
      'Os nad oeddech yno, neu os byddai’n well gennych beidio, rhowch wybod i’r sawl sy’n gofyn.',
    ],
  }),
  teamAlert: (facts) => ({
    subject: 'Urddas: er diogelwch ein tîm',
    lines: [
      `Mae ${facts.sender} yn dweud wrth y tîm fod digwyddiad wedi bod. Nes i chi glywed rhagor, gwnewch hyn:`,
      ...facts.measures.map((measure) => `- ${teamMailCy.measures[measure]}`),
      'Peidiwch â gofyn i gydweithwyr beth ddigwyddodd. Os ydych yn poeni neu angen cefnogaeth, siaradwch â’ch rheolwr.',
    ],
  }),
  statementRoles: {
    victim: 'rhywun y digwyddodd iddo',
    witness: 'tyst',
    firstAider: 'swyddog cymorth cyntaf',
  },
  measures: {
    notAlone: 'Peidiwch â chwrdd ag aelodau o’r cyhoedd ar eich pen eich hun.',
    bookMeetings: 'Dywedwch wrth eich rheolwr cyn cwrdd â rhywun y tu allan i’r swyddfa.',
    passCallsOn: 'Os bydd galwr yn mynd yn ymosodol, dewch â’r alwad i ben a dywedwch wrth eich rheolwr.',
    keepMessages: 'Cadwch negeseuon bygythiol, peidiwch â’u hateb, a rhowch wybod am bob un yn Urddas.',
    callSecurity: 'Ffoniwch Ddiogelwch ar unwaith os oes rhywbeth yn eich poeni yn yr adeilad neu gerllaw.',
    callPolice: 'Mewn perygl, ffoniwch 999 yn gyntaf.',
    doorsShut: 'Cadwch ddrysau staff ar gau, a pheidiwch â gadael i neb ddod i mewn ar eich ôl.',
    leaveTogether: 'Gadewch yr adeilad gyda’ch gilydd, a pharciwch lle mae golau.',
    noDetails: 'Peidiwch â rhoi manylion i neb am leoliad cydweithwyr na phryd y maent yn gweithio.',
    useReception: 'Cwrddwch ag ymwelwyr yn y dderbynfa yn unig.',
  },
};

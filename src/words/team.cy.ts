import type { teamEn } from './team.en.ts';

/** Y dudalen “Fy nhîm”. */
export const teamCy: typeof teamEn = {
  heading: 'Fy nhîm',
  lead: 'Adroddiadau sydd eich angen, fel rheolwr neu yn lle rheolwr. Dim ond pan fyddwch yn agor un y dangosir yr hyn a adroddwyd.',
  standsInFor: (name, until) => `Rydych yn dirprwyo dros ${name} hyd ${until}.`,
  waiting: (count) => (count === 1 ? 'Mae 1 adroddiad yn aros amdanoch' : `Adroddiadau’n aros amdanoch: ${count}`),
  nothing: 'Nid oes dim yn aros amdanoch',
  nothingHint:
    'Pan fydd rhywun yn eich tîm yn rhoi gwybod am rywbeth, cewch gerdyn yn eich sgwrs ag Urddas, a bydd yn ymddangos yma.',
  resting: 'Ar agor, ac nid oes angen dim gennych nawr',
  answered: 'Wedi’u hateb',
  answeredNone: 'Nid ydych wedi ateb yr un eto.',
  more: 'Dangos rhai hŷn',
  asks: {
    answer: 'Darllenwch ef a’i ateb, os gwelwch yn dda',
    duty: 'Rhowch wybod i’r lleill, os gwelwch yn dda',
    comment: 'Aeth yn ei flaen heb eich sylw: ychwanegwch ef, os gwelwch yn dda',
    reporter: 'Gofynnwyd i’r adroddwr, a chewch nodi’r hyn a ddywedant wrthych',
    close: 'Chi sy’n ei gadw: caewch ef pan fydd wedi’i wneud',
  },
  due: {
    by: (when) => `Erbyn ${when}`,
    overdue: (when) => `Yn hwyr ers ${when}`,
    minutesLeft: (count) => (count === 1 ? '1 funud ar ôl' : `${count} munud ar ôl`),
    yesterday: (time) => `${time} ddoe`,
    today: (time) => `${time} heddiw`,
    tomorrow: (time) => `${time} yfory`,
  },
  reportedBy: (name, when) => `Adroddwyd gan ${name}, ${when}`,
  inPlaceOf: (name) => `Yn lle ${name}`,
  open: (reference) => `Agor ${reference}`,
  find: {
    label: 'Dod o hyd i adroddiad yn ôl ei rif, er enghraifft UB-2026-000123',
    button: 'Chwilio',
    busy: 'Wrthi’n chwilio…',
    none: 'Nid oes gennych adroddiad â’r rhif hwn.',
  },
};

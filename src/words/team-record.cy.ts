import type { teamRecordEn } from './team-record.en.ts';

/** Un adroddiad fel y mae rheolwr, neu ddirprwy, yn ei ddarllen a’i ateb. */
export const teamRecordCy: typeof teamRecordEn = {
  back: 'Yn ôl i “Fy nhîm”',
  notThere:
    'Nid oes adroddiad o’r fath i chi. Gall fod y ddolen yn anghywir, bod rhywun arall yn ateb drosto nawr, neu fod eich amser fel dirprwy ar ben.',
  readNoted: 'Cedwir yn ei hanes eich bod wedi’i ddarllen.',
  reported: 'Yr hyn a adroddwyd',
  phone: 'Ffôn',
  attached: 'Yr hyn a gadwyd gydag ef',
  attachedLead: 'Gan Ddiogelwch y mae’r ffeiliau. Gofynnwch iddynt os oes angen i chi weld un.',
  inPlaceOf: (name) => `Rydych yn ateb yn lle ${name}.`,
  alsoAsked: (name, until) => `Caiff ${name} ateb hefyd, hyd ${until}.`,
  nothingAsked: 'Nid oes angen dim gennych nawr.',
  done: {
    heading: 'Yr hyn a wnaed',
    none: 'Dim eto.',
    question: (name, when) => `Gofynnodd ${name} i’r adroddwr, ${when}`,
    answer: (name, when) => `Ateb gan ${name}, ${when}`,
    comment: (role, name, when) => `Sylw, ${role}: ${name}, ${when}`,
    guards: (name, when) => `Gofynnodd ${name} am warchodwyr, ${when}`,
    policePresence: (name, when) => `Gofynnodd ${name} am bresenoldeb yr heddlu, ${when}`,
    taskOpen: 'Nid yw Diogelwch wedi dweud eto ei fod wedi’i drefnu.',
    taskDone: (name, when) => `Wedi’i drefnu: ${name}, ${when}.`,
    meeting: (name, when, day) => `Trefnodd ${name} gyfarfod ar gyfer ${day}, ${when}`,
    keepLocal: (name, when) => `Mae ${name} yn ei gadw, ${when}`,
    close: (name, when) => `Caeodd ${name} ef, ${when}`,
    raiseSeverity: (name, when) => `Barnodd ${name} ei fod yn fwy difrifol, ${when}`,
    markAbusive: (name, when) => `Nododd ${name} ei fod yn arbennig o sarhaus, ${when}`,
    told: (role, when) => `${role}: wedi cael gwybod, ${when}`,
    toldByClock: (role, when) => `${role}: wedi cael gwybod gan Urddas am fod yr amser ar ben, ${when}`,
    acknowledged: (name, when) => `Cydnabuwyd: ${name}, ${when}`,
  },
};

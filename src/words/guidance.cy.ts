import { libraryCy } from './guidance-library.cy.ts';
import type { GuidanceWords } from './guidance-words.ts';

const outOfHours = 'Y tu allan i oriau swyddfa';
const violent = 'Os bygythir trais';
const notViolent = 'Os na fygythir trais';
const message = 'Os gadawyd neges';
const noMessage = 'Os na adawyd neges';
const fromOutside = 'Os daeth yr alwad o’r tu allan';
const grave = 'Os bygythiwyd trais, neu os oedd yn arbennig o sarhaus';

const afterwards = {
  tellFacilities: outOfHours,
  tellPolice: grave,
  askSwitchboard: fromOutside,
  letItRing: noMessage,
  checkVoicemail: 'Os nad ydych wedi’i gosod',
  wasMessageLeft: noMessage,
  keepMessage: message,
};

export const guidanceCy: GuidanceWords = {
  heading: 'Canllawiau',
  lead: 'Yn fyr ac mewn geiriau plaen. Gellir darllen popeth yma heb rwydwaith unwaith y bydd ar agor.',
  search: 'Chwilio’r canllawiau',
  searchHint: 'er enghraifft: neges llais',
  clear: 'Clirio’r chwiliad',
  found: (count) => (count === 1 ? 'Canfuwyd 1 ddogfen' : `Canfuwyd ${count} dogfen`),
  nothingFound: 'Ni chanfuwyd dim. Rhowch gynnig ar air arall, neu un byrrach.',
  groups: {
    safety: 'Cyn iddo ddigwydd',
    procedures: 'Wrth iddo ddigwydd, gam wrth gam',
    afterwards: 'Wedyn',
    managers: 'I reolwyr, ac i’r cyhoedd',
  },
  back: 'Yr holl ganllawiau',
  notThere: 'Nid yw’r ddogfen honno yma. Dyma’r cyfan sydd.',
  markRead: 'Rwyf wedi darllen hwn',
  markReadHint: 'Nodir hynny gyda’r dyddiad, fel nad oes rhaid i neb ofyn ichi.',
  read: 'Wedi’i ddarllen',
  readNow: 'Diolch. Nodwyd eich bod wedi darllen y fersiwn hwn.',
  markFailed: 'Ni ellid nodi hynny ar y ddyfais hon. Rhowch gynnig arall arni.',
  progress: (read, all) => `Rydych wedi darllen ${read} o ${all}.`,
  version: (version) => `Fersiwn ${version}`,
  sayInEnglish: 'Yn Saesneg',
  sayInWelsh: 'Yn Gymraeg',
  now: 'Wrth iddo ddigwydd',
  afterwards: 'Wedyn',
  keptWhat: 'Beth',
  keptFor: 'Cedwir am',
  conditions: {
    abusiveCall: {
      ...afterwards,
      endAtOnce: violent,
      warn: notViolent,
      warnAboutMatter: 'Os yr un mater sydd eto, heb iaith anweddus',
      endIfItGoesOn: notViolent,
      rightToEnd: outOfHours,
    },
    sexualCall: afterwards,
    hoaxCall: {
      tellFacilities: outOfHours,
      tellPolice: grave,
      askSwitchboard: fromOutside,
      wasMessageLeft: noMessage,
      keepMessage: message,
      endAtOnce: violent,
      giveNothingAway: notViolent,
      noteTheStory: notViolent,
      endWhenReady: notViolent,
    },
    suicideCall: {
      ambulance: 'Os oes rhywun wedi’i anafu a’ch bod yn gwybod ble',
      knownContact: 'Os yw’r galwr yn hysbys yma',
      askColleague: 'Ym mhob achos arall',
      ringForHelp: 'Os oes rhywun mewn perygl ac na ofynnwyd i neb eto',
      askSwitchboard: fromOutside,
      keepMessage: message,
    },
    bombCall: {
      askAtCathaysPark: 'Ym Mharc Cathays, neu os nad ydych yn gwybod pa adeilad a olygir',
      siteInstructions: 'Os oes gan yr adeilad ei gyfarwyddiadau ei hun',
      askAtOtherSite: 'Ar safle arall heb gyfarwyddiadau ei hun, neu os nad ydych yn gwybod pa adeilad a olygir',
      ringSecurity: 'Ym Mharc Cathays, os na ofynnwyd i gydweithiwr eto',
      ringEmergency: 'Ar safle arall, os na ofynnwyd i gydweithiwr eto',
    },
    internalCall: {
      endAtOnce: violent,
      endWhenReady: notViolent,
      managerInvolved: 'Yn gyntaf oll',
      managerLeftOut: 'Os ydych wedi dweud bod eich rheolwr yn rhan ohono',
      tellPolice: grave,
      callRecords: 'Os nad ydych yn gwybod pwy oedd yno',
      wasMessageLeft: noMessage,
      keepMessage: message,
    },
    inPerson: {
      leave: violent,
      ringEmergency: violent,
      explain: notViolent,
      warn: notViolent,
      endMeeting: notViolent,
      callForHelp: notViolent,
      ringIfInDanger: notViolent,
      tellPolice: 'Os bygythiwyd trais',
      tellFacilities: outOfHours,
    },
  },
  documents: libraryCy,
};

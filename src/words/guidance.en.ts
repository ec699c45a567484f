import { libraryEn } from './guidance-library.en.ts';
import type { GuidanceWords } from './guidance-words.ts';

const outOfHours = 'Outside office hours';
const violent = 'If violence is threatened';
const notViolent = 'If no violence is threatened';
const message = 'If a message was left';
const noMessage = 'If no message was left';
const fromOutside = 'If the call came from outside';
const grave = 'If violence was threatened, or it was particularly abusive';

const afterwards = {
  tellFacilities: outOfHours,
  tellPolice: grave,
  askSwitchboard: fromOutside,
  letItRing: noMessage,
  checkVoicemail: 'If you have not set it up',
  wasMessageLeft: noMessage,
  keepMessage: message,
};

export const guidanceEn: GuidanceWords = {
  heading: 'Guidance',
  lead: 'Short and in plain words. Everything here can be read without a network once it is open.',
  search: 'Search the guidance',
  searchHint: 'for example: voicemail',
  clear: 'Clear the search',
  found: (count) => (count === 1 ? '1 document found' : `${count} documents found`),
  nothingFound: 'Nothing found. Try another word, or a shorter one.',
  groups: {
    safety: 'Before it happens',
    procedures: 'While it happens, step by step',
    afterwards: 'Afterwards',
    managers: 'For managers, and for the public',
  },
  back: 'All guidance',
  notThere: 'That document is not here. These are all there are.',
  markRead: 'I have read this',
  markReadHint: 'It is noted with the date, so that nobody has to ask you.',
  read: 'Read',
  readNow: 'Thank you. It is noted that you have read this version.',
  markFailed: 'That could not be noted on this device. Please try again.',
  progress: (read, all) => `You have read ${read} of ${all}.`,
  version: (version) => `Version ${version}`,
  sayInEnglish: 'In English',
  sayInWelsh: 'In Welsh',
  now: 'While it is happening',
  afterwards: 'Afterwards',
  keptWhat: 'What',
  keptFor: 'Kept for',
  conditions: {
    abusiveCall: {
      ...afterwards,
      endAtOnce: violent,
      warn: notViolent,
      warnAboutMatter: 'If it is the same matter again, without bad language',
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
      ambulance: 'If someone is hurt and you know where',
      knownContact: 'If the caller is known here',
      askColleague: 'In every other case',
      ringForHelp: 'If someone is in danger and nobody was asked yet',
      askSwitchboard: fromOutside,
      keepMessage: message,
    },
    bombCall: {
      askAtCathaysPark: 'In Cathays Park, or if you do not know which building is meant',
      siteInstructions: 'If the building has its own instructions',
      askAtOtherSite: 'At another site without its own instructions, or if you do not know which building is meant',
      ringSecurity: 'In Cathays Park, if no colleague was asked yet',
      ringEmergency: 'At another site, if no colleague was asked yet',
    },
    internalCall: {
      endAtOnce: violent,
      endWhenReady: notViolent,
      managerInvolved: 'First of all',
      managerLeftOut: 'If you have said that your manager is part of it',
      tellPolice: grave,
      callRecords: 'If you do not know who it was',
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
      tellPolice: 'If violence was threatened',
      tellFacilities: outOfHours,
    },
  },
  documents: libraryEn,
};

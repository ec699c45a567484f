import { lineIfKnown, type ProcedureWords } from './procedure-words.ts';

const afterwards = {
  tellFacilities: {
    title: 'Tell facilities security first',
    why: 'It happened outside office hours, so they hear of it before everybody else. Your manager follows at once.',
  },
  tellPolice: {
    title: 'Report it to the police',
    why: 'Ring 999 if you or anyone else may be in danger now. Otherwise Security can do it with you.',
  },
  askSwitchboard: {
    title: 'Ask the switchboard about the call',
    why: 'They may still remember whether they put it through, and any name or number. They are told the time and your extension, nothing else.',
  },
  letItRing: {
    title: 'If it rings again, let it ring',
    why: 'Voicemail takes it. Somebody with a real question will leave a message, and you can ring back.',
  },
  checkVoicemail: {
    title: 'Is your voicemail set up?',
    why: 'Without it nobody can leave a message while you let it ring.',
  },
  wasMessageLeft: {
    title: 'Was a message left?',
    why: 'If so, say it here: a message has to be kept.',
  },
  keepMessage: {
    title: 'Keep the message. Do not delete it',
    why: 'It is evidence. Note where and when it was left; you can attach a recording.',
  },
  writeRecord: {
    title: 'Write down what you remember',
    why: 'A few words are enough, and the rest can follow later. You see who will be told before you send it.',
  },
  support: {
    title: 'Take a moment for yourself',
    why: 'Things like this can stay with you. Occupational health and the employee assistance line are there for you, in confidence.',
  },
};

const stop = 'This language is offensive. There is no need for it and it does not help.';

/** What the live helper says. Short, because it is read with a caller on the line. */
export const proceduresEn: ProcedureWords = {
  procedures: {
    abusiveCall: {
      title: 'Abusive call',
      lead: 'You do not have to go on listening to this.',
      steps: {
        endAtOnce: {
          title: 'End the call now',
          why: 'Violence was threatened. No warning is needed, and nobody will blame you for hanging up.',
        },
        warn: {
          title: 'Say this once',
          why: 'Tick it when you have said it: the time is kept with your record.',
          phrase: `${stop} Please stop, or I will end this call.`,
        },
        warnAboutMatter: {
          title: 'Say this once',
          why: 'You need not go over the same ground again. Tick it when you have said it: the time is kept.',
          phrase:
            'I have told you what I can about this, and I cannot take it further on the phone. If we go on with it, I will end this call.',
        },
        endIfItGoesOn: {
          title: 'If it does not stop, end the call',
          why: 'You decide. You need nobody’s permission.',
          phrase: 'I asked you to stop. I am ending this call now. Goodbye.',
        },
        rightToEnd: {
          title: 'Outside office hours you have the same right',
          why: 'You may ask the caller to stop and end the call, just as during the day.',
        },
        ...afterwards,
        readGuidance: {
          title: 'Read what happens after such a call',
          why: 'The guidance on behaviour says what your manager and Security do next.',
        },
      },
    },
    sexualCall: {
      title: 'Sexual or malicious call',
      lead: 'You owe this caller nothing.',
      steps: {
        endAtOnce: {
          title: 'End the call now',
          why: 'Say nothing more. No warning and no goodbye are needed.',
        },
        ...afterwards,
        nameUsed: {
          title: 'Did the caller use your name?',
          why: 'If so: had you said it when you answered, or is it on your voicemail? That shows how much the caller knows.',
        },
      },
    },
    hoaxCall: {
      title: 'Hoax call',
      lead: 'Nobody expects you to be sure on the spot.',
      steps: {
        endAtOnce: {
          title: 'End the call now',
          why: 'Violence was threatened. You need not find out whether it is meant.',
        },
        giveNothingAway: {
          title: 'Give nothing away, and do not argue',
          why: 'No names, numbers or plans. You do not have to prove anything.',
        },
        noteTheStory: {
          title: 'Note what you are told',
          why: 'The story, the number shown, the voice: it helps colleagues to recognise the next call.',
        },
        endWhenReady: {
          title: 'End the call when you have heard enough',
          why: 'You may do so politely at any time.',
          phrase: 'Thank you, I have made a note of that. Goodbye.',
        },
        tellFacilities: afterwards.tellFacilities,
        tellPolice: afterwards.tellPolice,
        askSwitchboard: afterwards.askSwitchboard,
        wasMessageLeft: afterwards.wasMessageLeft,
        keepMessage: afterwards.keepMessage,
        support: afterwards.support,
        writeRecord: {
          title: 'Write down what you remember',
          why: 'Your manager then tells Human Resources, the help desk and Security. Security decides about the police.',
        },
      },
    },
    suicideCall: {
      title: 'Someone may be at risk of suicide',
      lead: 'Stay with them for as long as you can. Nothing here has to be done: do what fits.',
      steps: {
        ambulance: {
          title: 'Ask a colleague to ring 999 for an ambulance',
          why: 'Someone is hurt and you know where. The place you noted goes with the message.',
        },
        stayCalm: {
          title: 'Stay calm, and show that you are listening',
          why: 'Kindness does no harm. You do not have to find out whether it is meant.',
          phrase: 'I am glad that you are telling me. I am listening, and I am staying on the line with you.',
        },
        knownContact: {
          title: 'Known contact: see the note',
          why: 'Look at it only if it does not hold you up.',
        },
        askColleague: {
          title: 'Ask a colleague to help',
          why: 'One tap sends a message while you go on talking. They can ring 999, Security or social services. A note on paper works too.',
        },
        askGently: {
          title: 'Ask four things when it fits',
          why: 'Is there danger now? Is anyone hurt? Where is the person? Which number can we ring back?',
        },
        keepTalking: {
          title: 'Keep talking until help arrives',
          why: 'Silence is all right too.',
          phrase: 'I am still here with you. Would you like to tell me what today has been like?',
        },
        takeNotes: {
          title: 'Jot down what is said',
          why: 'Single words are enough. Each line keeps its time.',
        },
        callIsOver: {
          title: 'The call is over',
          why: 'However it ended, you were there.',
        },
        ringForHelp: {
          title: 'Ring 999 yourself now',
          why: 'Nobody has been asked yet, and someone may be in danger. Say what you know about the place and the number.',
        },
        support: {
          title: 'First, somebody for you to talk to',
          why: 'A call like this is hard for anyone. Occupational health and the employee assistance line are there for you, and so are the Samaritans on 116 123.',
        },
        whoWasContacted: {
          title: 'Note who was asked for help',
          why: 'Police, ambulance, Security or social services: one tap each, with the time.',
        },
        healthMatter: {
          title: 'Was it about health or social services?',
          why: 'If so, your record also goes to the team that answers such enquiries.',
        },
        askSwitchboard: afterwards.askSwitchboard,
        keepMessage: {
          title: 'Keep the message',
          why: 'It may help those who look after the person. Please do not delete it.',
        },
        writeRecord: {
          title: 'Send your notes to your manager',
          why: 'Just as they are. Nothing has to be complete.',
        },
      },
    },
    bombCall: {
      title: 'Bomb threat',
      lead: 'You keep the caller talking. A colleague rings.',
      steps: {
        askAtCathaysPark: {
          title: 'In Cathays Park: a colleague rings security now',
          why: 'They say that a bomb call is going on and on which extension. Both are shown here in large type.',
        },
        siteInstructions: {
          title: 'This site has its own instructions',
          why: 'Show them to a colleague, who acts on them now. You stay on the line. If nobody answers, the colleague rings 999.',
        },
        askAtOtherSite: {
          title: 'At another site: a colleague rings 999 now',
          why: 'They give your name, the address and the phone numbers. All are shown here, ready to be read out.',
        },
        keepTalking: {
          title: 'Stay calm and keep the caller talking',
          why: 'Do not interrupt. Every sentence may help.',
          phrase: 'I am listening. Please tell me more, so that nobody gets hurt.',
        },
        askQuestions: {
          title: 'Ask: where is it, when, what does it look like, who are you?',
          why: 'Write down whatever you get. Empty fields do not matter.',
        },
        listen: {
          title: 'Write down the exact words',
          why: 'Listen as well: a man or a woman, the accent, swearing, drunk or agitated, sounds behind the voice.',
        },
        callIsOver: {
          title: 'The call has ended',
          why: 'Next, everything goes to Security with one tap.',
        },
        ringSecurity: {
          title: 'In Cathays Park: ring security yourself now',
          why: 'No colleague has been asked yet.',
        },
        ringEmergency: {
          title: 'At another site: ring 999 yourself now',
          why: 'No colleague has been asked yet. The address and the numbers are shown here.',
        },
        sendNow: {
          title: 'Send everything to Security now',
          why: 'One tap. Security, your manager and the others who must know are told at once. You can add to it afterwards.',
        },
        dial1471: {
          title: 'Dial 1471 and note the number',
          why: 'Before the next call comes in, if you can.',
        },
        changeNothing: {
          title: 'Delete nothing, forward nothing',
          why: 'Is there a voicemail, an e-mail or a post as well? Leave it as it is, and do not reply.',
        },
        completeChecklist: {
          title: 'Complete the checklist when you can',
          why: 'More may come back to you later. Whatever you add reaches Security too.',
        },
        support: afterwards.support,
      },
    },
    internalCall: {
      title: 'Call from a colleague',
      lead: 'Nobody has to put up with this from inside either.',
      steps: {
        endAtOnce: {
          title: 'End the call now',
          why: 'Violence was threatened. Who the caller is makes no difference.',
        },
        endWhenReady: {
          title: 'You may end the call',
          why: 'At any time, whatever the caller’s grade.',
          phrase: 'I do not want to be spoken to like this. I am ending the call.',
        },
        managerInvolved: {
          title: 'Is your manager part of it?',
          why: 'If so, say it here. Your manager then sees nothing of this, in no list and in no message.',
        },
        managerLeftOut: {
          title: 'Your manager sees nothing of this',
          why: 'It goes to the substitute or to Human Resources instead. You can change the answer until you send it.',
        },
        tellPolice: afterwards.tellPolice,
        dignityAtWork: {
          title: 'Read how dignity at work applies',
          why: 'A malicious call from a colleague may be harassment. Human Resources looks into it; it is not put on Security’s list.',
        },
        callRecords: {
          title: 'Not sure who it was? Ask for the call records',
          why: 'A director decides whether the switchboard may look up the calls to your extension. The switchboard does not learn what was said.',
        },
        wasMessageLeft: afterwards.wasMessageLeft,
        keepMessage: afterwards.keepMessage,
        writeRecord: afterwards.writeRecord,
        support: afterwards.support,
      },
    },
    inPerson: {
      title: 'Face to face',
      lead: 'Your safety comes first. You may end any meeting.',
      steps: {
        leave: {
          title: 'Get away now',
          why: 'Do not explain, do not argue, do not hold anyone back.',
        },
        ringEmergency: {
          title: 'Ring 999 as soon as you are safe',
          why: 'Say where you are and whether anyone is hurt.',
        },
        explain: {
          title: 'Say calmly what has to change',
          why: 'Explain why. It often takes the heat out.',
          phrase: 'I would like to help you. I can do that while we speak calmly with each other.',
        },
        warn: {
          title: 'If it goes on, say this once',
          why: 'Tick it when you have said it: the time is kept with your record.',
          phrase: `${stop} Please stop, or I will end this meeting.`,
        },
        endMeeting: {
          title: 'If it does not stop, end the meeting',
          why: 'You decide. You need nobody’s permission.',
          phrase: 'I asked you to stop. I am ending our meeting now.',
        },
        callForHelp: {
          title: 'Get help as soon as anyone becomes aggressive',
          why: 'A colleague or the security staff. Keep your way out clear.',
        },
        ringIfInDanger: {
          title: 'In danger at any moment: leave, then ring 999',
          why: 'You need not wait until something happens.',
        },
        tellPolice: afterwards.tellPolice,
        tellFacilities: afterwards.tellFacilities,
        doNotFollow: {
          title: 'Do not follow or hold anyone back',
          why: 'That is for security staff and the police.',
        },
        whoSawIt: {
          title: 'Note who saw it',
          why: 'Witnesses, and anyone who gave first aid.',
        },
        writeRecord: afterwards.writeRecord,
        support: afterwards.support,
      },
    },
  },
  readOut: {
    welfare: (known) => [
      `${known.name} has someone on the line whose life may be at risk. Please help quietly.`,
      ...lineIfKnown(known.location, (place) => `Where the person is: ${place}`),
      ...lineIfKnown(known.callbackNumber, (number) => `Number to ring back: ${number}`),
      ...lineIfKnown(known.extension, (extension) => `The call is on extension ${extension}.`),
      'Ring 999 for the police or an ambulance, then Security. Social services may help too.',
    ],
    ambulance: (known) => [
      'Please ring 999 now and ask for an ambulance. Someone is hurt.',
      ...lineIfKnown(known.location, (place) => `Where the person is: ${place}`),
      ...lineIfKnown(known.callbackNumber, (number) => `Number to ring back: ${number}`),
      `${known.name} has the person on the line.`,
      ...lineIfKnown(known.extension, (extension) => `The call is on extension ${extension}.`),
    ],
    bombCathaysPark: (known) => [
      'A bomb call is going on.',
      ...lineIfKnown(known.extension, (extension) => `It is on extension ${extension}.`),
      `${known.name} has the caller on the line.`,
    ],
    bombOtherSite: (known) => [
      'A bomb call is going on.',
      `${known.name} has the caller on the line.`,
      ...lineIfKnown(known.siteName, (site) => `Building: ${site}`),
      ...lineIfKnown(known.siteAddress, (address) => `Address: ${address}`),
      ...lineIfKnown(known.sitePhone, (phone) => `Number of the building: ${phone}`),
      ...lineIfKnown(known.extension, (extension) => `The call is on extension ${extension}.`),
    ],
    bombSiteInstructions: (known) => [
      'A bomb call is going on. Please follow this site’s instructions now.',
      ...lineIfKnown(known.siteName, (site) => `Building: ${site}`),
      ...lineIfKnown(known.siteAddress, (address) => `Address: ${address}`),
      `${known.name} has the caller on the line.`,
      ...lineIfKnown(known.extension, (extension) => `The call is on extension ${extension}.`),
    ],
    inPerson: (known) => [
      `${known.name} needs someone at hand now: a visitor is becoming aggressive.`,
      ...lineIfKnown(known.siteName, (site) => `Building: ${site}`),
      ...lineIfKnown(known.location, (place) => `Where: ${place}`),
      'Do not come alone. In danger, ring 999.',
    ],
  },
};

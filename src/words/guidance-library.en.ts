import type { WrittenDocumentId } from '../domain/guidance/written-documents.ts';
import type { DocumentWords } from './guidance-words.ts';

/** The library's own documents; the procedures stand with the live helper. PREV-do-1, PREV-dont-1, BEH-2.1-1 */
export const libraryEn: Record<WrittenDocumentId, DocumentWords> = {
  staySafe: {
    title: 'Your safety comes first',
    summary: 'What nobody has to put up with, and what to do when you feel unsafe.',
    sections: [
      {
        heading: 'What counts',
        blocks: [
          'You are abused, threatened or assaulted by someone from outside because of your work. It counts even when nobody was hurt, and even when it seems small: small things grow.',
          [
            'Severe verbal abuse.',
            'Words or actions that are likely to end in violence.',
            'Harassment that is serious or does not stop, and any racial or sexual harassment.',
            'Damage to your property or the office’s, or a threat of it.',
            'The same things aimed at your family because of your work.',
          ],
        ],
      },
      {
        heading: 'Three rules',
        blocks: [
          [
            'Worried about your safety? Always talk to your line manager.',
            'Never take a risk with your own safety or that of others.',
            'Violence in the air? Always leave.',
          ],
          'In an emergency ring 999, wherever you are. You need nobody’s leave.',
        ],
      },
      {
        heading: 'A visitor worries you',
        blocks: [
          'Tell your manager, and reception or the security staff of the building, before the visit. Say exactly what worries you: only then can extra guards or the police be considered. In the tab, choose “A visitor I am worried about”.',
        ],
      },
      {
        heading: 'Working elsewhere or alone',
        blocks: [
          'Tell your manager where you are going and when you expect to be back. Ask for a personal alarm or a mobile phone if you have none. If you feel threatened while you are out, ring 999 at once.',
        ],
      },
      {
        heading: 'Someone says they know where you live',
        blocks: [
          'If anyone says or hints that they know your home and will come to it: tell the police, Security and your manager at once, all three. Say why you believe that they know. Nobody here will ask for your address.',
          'Advice on safety at home is there if you want it, from the police or from Security. Whether you follow it is up to you alone.',
        ],
      },
    ],
  },
  beforeYouMeet: {
    title: 'Before you meet or call someone',
    summary: 'Do’s and don’ts that keep most conversations calm.',
    sections: [
      {
        heading: 'Do',
        blocks: [
          [
            'Be polite and fair to everyone: friendly, and firm.',
            'Listen. Some people find reading or writing hard; allow for it.',
            'Explain in plain words.',
            'Prepare for the conversation.',
            'Be honest. If you are not sure, check before you answer.',
            'Remember that people may be under stress, ill or in trouble, and that it may show.',
            'Hand over to your supervisor or manager when someone does not accept your explanation.',
            'Stay calm. Do not let yourself be provoked.',
            'Call for help as soon as anyone becomes aggressive, and know your way out.',
            'Tell your manager if you have reason to believe that someone may become violent.',
          ],
        ],
      },
      {
        heading: 'Don’t',
        blocks: [
          [
            'Promise what may not come true.',
            'Say anything that could mislead.',
            'See someone who seems to be under drink or drugs without colleagues close by.',
            'Begin or go on when you do not feel safe. Stop, and tell a manager at once.',
            'Keep people waiting longer than you must.',
            'Provoke anyone, by words or by deeds.',
            'Pay back in kind.',
            'Try to stop or hold anyone who attacks.',
          ],
        ],
      },
    ],
  },
  behaviour: {
    title: 'Reporting it, and what happens then',
    summary: 'Why every incident is worth a report, and who does what with it.',
    sections: [
      {
        heading: 'Report everything',
        blocks: [
          'Your manager must always hear of it; Security and the police when it is serious enough. Report it even if it will hardly happen again, even if it happened to somebody else in front of you, and even if it is late. A first incident that was not reported can stand in the way later.',
          'Every assault, attempt or threat is reported in writing. Your manager adds a comment and it goes to Security, who confirm that they have it. Every physical assault goes to the police, by you, your manager or Security.',
        ],
      },
      {
        heading: 'Who saw it',
        blocks: [
          'Name witnesses and anyone who gave first aid. Your manager asks them for a statement. Everyone who was there reports, whether or not it touched them.',
        ],
      },
      {
        heading: 'What others do',
        blocks: [
          [
            'Your manager may talk to the person when it is safe, or write and offer a meeting within five working days.',
            'Your team is told enough to look out for each other.',
            'For a serious incident a senior manager decides what follows. To treat somebody as potentially violent is a grave step, taken case by case and reviewed.',
            'Security may warn others and talk to the police.',
          ],
        ],
      },
      {
        heading: 'Away from work',
        blocks: [
          'Threats or harassment of you or your family because of your work are reported in the same way, wherever they happen. If you fear for your safety, call the police. The organisation may help you to ask a court to stop it.',
        ],
      },
      {
        heading: 'Going to law',
        blocks: [
          'If the police do not prosecute, you may start proceedings yourself. Ask your manager for advice first. To ask the organisation for legal help, write to your manager; Security then puts the papers together. Without its support the costs are yours.',
          'If the police do prosecute, you will probably be a witness. You need a lawyer only in special circumstances.',
        ],
      },
      {
        heading: 'If you are off sick because of it',
        blocks: [
          'Absence after violence at work is treated separately. Human Resources can tell you what it means for your pay.',
        ],
      },
    ],
  },
  communications: {
    title: 'Calls, e-mails, letters and posts nobody has to accept',
    summary: 'What makes a communication unacceptable, and what to do with each kind.',
    sections: [
      {
        heading: 'What is meant',
        blocks: [
          '“Malicious” and “vexatious” have no definition in law. Three signs help:',
          [
            'the tone or the words are offensive;',
            'it goes on until it is a nuisance;',
            'it is about something other than the matter it names, such as a grudge or a wish for money.',
          ],
          'Demands can be unreasonable too: a deadline nobody can meet, contact without end, a complaint that changes again and again, or matters that are not ours. Whether they are depends on the circumstances and on what they do to your work.',
        ],
      },
      {
        heading: 'Everyone may be heard',
        blocks: [
          'An upset person is not an abusive one. Someone may find it hard to express themselves, for example because of illness or disability; that is looked at before anything is decided. A complaint you cannot back up is still a complaint.',
        ],
      },
      {
        heading: 'A request may hide in it',
        blocks: [
          'Even a rude message can ask for information or for personal data, and such a request has to be answered in time. If you see one, or are not sure, say so in your report. For requests the law has a test of its own; the information rights team knows it.',
          { contacts: ['informationRights'] },
        ],
      },
      {
        heading: 'E-mails',
        blocks: [
          'Press “Report abuse” beside the message in Outlook. The original goes to IT Security by itself. Leave it where it is and do not delete it. Senders can be blocked, and you can be given a shared address instead of your own.',
          'A bomb threat by e-mail is different: do not answer, forward, move or delete it. Ring 999, then Security.',
        ],
      },
      {
        heading: 'Letters',
        blocks: [
          'Touch it as little as you can. Keep the envelope. Photograph or scan it and add it to the report. Threatening or abusive letters go to Security.',
        ],
      },
      {
        heading: 'Social media',
        blocks: [
          'Do not reply. Note the account and the link, take a picture of the screen, and report it. A threat there is as real as any other.',
        ],
      },
      {
        heading: 'Again and again, without malice',
        blocks: [
          'Someone who has had an answer and does not stop can wear you down. Keep a note of each contact. Your deputy director can allow you to stop answering that person on that matter. Other matters, and other colleagues, stay open to them; and nothing is filed unanswered while it may hold a request for information.',
          'Someone who keeps coming to the office can be asked to make an appointment with a named person, or to write.',
        ],
      },
    ],
  },
  afterTheCall: {
    title: 'After a call: what to note, and what can be arranged',
    summary: 'The details that help, and ways to keep such calls from reaching you.',
    sections: [
      {
        heading: 'Worth noting',
        blocks: [
          [
            'Date and time.',
            'Sounds behind the voice: inside or outside, an office, television, talking.',
            'Landline or mobile, as far as you can tell.',
            'The voice: accent, man or woman. Did you know it?',
            'Did the caller use your name? Had you just said it, or is it on your voicemail?',
            'Did the phone ring as for an outside call or for an inside one? For an outside call ask the switchboard at once.',
          ],
          'Calls are traced only in extreme cases and through the police. Small details help far more often: they show that calls belong together.',
        ],
      },
      {
        heading: 'What can be arranged',
        blocks: [
          [
            'All your calls come by the switchboard. The operators ask who is calling and tell you; you may decline, have a message taken, or have the call put to a central number.',
            'You see who is calling on your phone, in serious cases.',
            'Records of the calls to your extension, if a director allows it.',
            'Calls from one person only at set times or on set days, or only to a senior colleague.',
            'Calls from one person not put through to you at all, once your deputy director agrees.',
            'Your calls go to voicemail for a while, until you feel ready.',
          ],
          'Ask your manager. Security and information security are told when something is arranged.',
        ],
      },
      {
        heading: 'When you put a call through',
        blocks: [
          'Calls from inside cannot be blocked. So, each time:',
          [
            'take the caller’s name;',
            'wait until your colleague answers;',
            'say who is calling;',
            'make sure that the call is wanted before you put the phone down.',
          ],
        ],
      },
      {
        heading: 'Before an announcement that may upset people',
        blocks: [
          'Send it without individual names. Give the switchboard set answers and the public enquiry page beforehand, so that calls need not reach the team, and let Security and IT Security have a copy.',
        ],
      },
    ],
  },
  dignityAtWork: {
    title: 'When it comes from a colleague',
    summary: 'Calls from inside, dignity at work, and what your manager does not see.',
    sections: [
      {
        heading: 'It may be harassment',
        blocks: [
          'A malicious call from somebody who works here is dealt with under the dignity at work policy, by Human Resources. It is not put on Security’s list, and the help desk is not told.',
          { contacts: ['hrPartner'] },
        ],
      },
      {
        heading: 'If your manager is part of it',
        blocks: [
          'Say so in the report. Your manager is then left out of everything: notices, lists and the record itself. The substitute or Human Resources takes over.',
        ],
      },
      {
        heading: 'If you do not know who it was',
        blocks: [
          'You can ask for the records of the calls to your extension. A director decides. The switchboard looks them up and learns nothing of what was said.',
        ],
      },
      {
        heading: 'What becomes of it',
        blocks: ['Human Resources may find that it was misconduct. What follows from that is not stored here.'],
      },
    ],
  },
  evidence: {
    title: 'Keeping what shows it',
    summary: 'Originals, recordings and photographs, and what a fingerprint of a file proves.',
    sections: [
      {
        heading: 'Keep the original',
        blocks: [
          [
            'Do not delete the e-mail or the voicemail, even after you have sent a copy.',
            'Keep a letter with its envelope. Note where it lies and who has touched it.',
            'Photograph damage and injuries soon; add the time.',
            'Write down the exact words and put them in quotation marks, however ugly. Everything else: what you saw and heard.',
          ],
        ],
      },
      {
        heading: 'What is done with a file',
        blocks: [
          'As soon as you add a file, your device takes a fingerprint of it (SHA-256). The file then lies where only the service can write. Whoever opens it is noted.',
          'A fingerprint that still matches proves that the file has not changed since it was added. It does not prove who made the file, when, or that what it says is true.',
        ],
      },
    ],
  },
  privacy: {
    title: 'What is kept, for how long, and who may see it',
    summary: 'Data protection in plain words.',
    sections: [
      {
        heading: 'What belongs in a report',
        blocks: [
          'UK data protection law (UK GDPR and the Data Protection Act 2018) asks that what is held about people is accurate, is enough and no more, is not kept too long, and is shown only to those with good reason. So write everything that matters, as fact, without strong words. Not sure? Ask a senior manager or the information rights team.',
          { contacts: ['informationRights'] },
          'The person you report may ask to see what is held about them. What would endanger somebody, or belongs to somebody else, can be held back.',
        ],
      },
      {
        heading: 'Who sees it',
        blocks: [
          'Those who need to know, and nobody else: your manager, Security where the rules say so, and those of your team who may meet the person. Switchboard or information security may be given a name or an address so that they can stop further contact; they do not get the story. You see who will be told before you send a report.',
          'A mistake is never painted over: a correction is added with its date.',
        ],
      },
      {
        heading: 'How long',
        blocks: [
          'Records are looked through every six months, and those that are no longer needed go. If several periods fit, the longest counts. What a court, the police or a request for information needs is kept until they are done.',
          { retention: true },
        ],
      },
    ],
  },
  support: {
    title: 'Support for you',
    summary: 'Somebody to talk to, in confidence, now or later.',
    sections: [
      {
        heading: 'You do not have to deal with it alone',
        blocks: [
          'To be shaken, angry or tired afterwards is normal. It is not part of the job.',
          { contacts: ['employeeAssistance', 'occupationalHealth'] },
          'The Samaritans listen at any hour: 116 123. Nobody at work hears that you rang.',
          'Your manager is not told that you asked for support, unless you wish it.',
        ],
      },
      {
        heading: 'A little distance',
        blocks: [
          'After abuse on the phone you can let your calls go to voicemail until you feel ready. Choose yourself for how long.',
        ],
      },
    ],
  },
  lineManagers: {
    title: 'For line managers',
    summary: 'Before, during and after: what your team may expect of you.',
    sections: [
      {
        heading: 'Before anything happens',
        blocks: [
          [
            'Show your team the do’s and don’ts, new colleagues first of all.',
            'See that nobody deals with the public, face to face or by phone, without training.',
            'Look again at the risks with your team, regularly: how likely, how bad, how often, how many people, at once or later, and what the law asks.',
            'Agree a safe way with anyone who is difficult: two colleagues instead of one, a room that others can see into, or you yourself.',
            'Know where people who work outside or alone are, and when they should be back.',
          ],
        ],
      },
      {
        heading: 'When a report reaches you',
        blocks: [
          [
            'The person first: are they safe, do they need someone with them, do they want to go home?',
            'Read it, add your comment and pass it on at once. Every assault, attempt or threat goes to Security.',
            'For a hoax call it is you who tells Human Resources, the help desk and Security.',
            'Ask for guards or the police if you think they are needed.',
            'See that witnesses and first-aiders write down what they saw.',
            'Tell your team what they need to be careful, and no more.',
          ],
        ],
      },
      {
        heading: 'Talking to the person who did it',
        blocks: [
          'Only if you are quite sure that it is safe. Find out what lay behind it, and say that it will not be accepted. If they have left, or it is not safe, write and offer a meeting within five working days. Put down in writing what was agreed, that there is a record, what it is for, how long it is kept and who may see it.',
          'Ask afterwards whether something on our side could be better, for example long waiting.',
        ],
      },
      {
        heading: 'What is decided higher up',
        blocks: [
          [
            'Limits on contact, and leave to stop answering: the deputy director, in writing, with a date for review.',
            'Whether somebody is treated as potentially violent, and interviews after a serious incident: a senior manager.',
            'Warnings to other public bodies: through Security.',
          ],
        ],
      },
      {
        heading: 'Advice for you',
        blocks: [
          'They help with the case, and with looking after your team. For health and safety questions occupational health can bring in the Health and Safety Executive; the trade unions are there as well.',
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
    title: 'What the public is told',
    summary: 'The published policy: rights on both sides, and what may be done.',
    sections: [
      {
        heading: 'Rights on both sides',
        blocks: [
          'Members of the public may expect to be heard, understood and respected, and so may you. They are asked to be polite, and told that aggression, abuse, threats, unreasonable demands and contact without end are not accepted, by whatever way they come.',
        ],
      },
      {
        heading: 'In a meeting or on the phone',
        blocks: [
          'First it is explained what is wrong, and the person is asked to change it. If that does not help, the meeting or the call ends. Violence, or a threat of it, ends it at once and goes to the police.',
        ],
      },
      {
        heading: 'What may follow',
        blocks: [
          'In a small number of cases, and always case by case:',
          [
            'calls or e-mails are blocked;',
            'contact is limited in form or number;',
            'meetings take place only on our premises;',
            'letters are read for anything new and then filed without an answer;',
            'all contact ends;',
            'the person is classified as a possible risk;',
            'colleagues in other offices, or other bodies, are warned;',
            'a professional regulator is told;',
            'the police or social services are told;',
            'a court is asked for an order.',
          ],
          'The person is told in writing what was decided and when it will be looked at again, and may ask for that earlier.',
        ],
      },
    ],
  },
};

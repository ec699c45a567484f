import type { Situation } from '../domain/incident/account-vocabulary.ts';
import type { Kind } from '../domain/incident/vocabulary.ts';

/** Kinds of call with a procedure of their own. COM-3.3-1 */
export type CallKind = Exclude<Kind, 'persistent' | 'none'>;

/** The tab's first screen. */
export const startEn = {
  heading: 'What is happening?',
  safety: {
    heading: 'If you are in danger',
    first: 'Get somewhere safe first. Take no risks. Talk to your manager when you can.',
    emergency: 'Ring 999',
    ring: (name: string, phone: string) => `Ring ${name}: ${phone}`,
  },
  questions: {
    heading: 'Your answer is wanted',
    asks: (name: string, reference: string) => `${name} asks you something about report ${reference}.`,
    answer: 'Answer',
    answerTo: (name: string, reference: string) => `Answer ${name} about report ${reference}`,
  },
  unfinished: {
    heading: 'You have not finished',
    lead: 'Kept on this device only. Nobody has been told of it yet.',
    addition: (what: string) => `Addition to a report (${what})`,
    began: (what: string, when: string) => `${what}, begun ${when}`,
    goOn: 'Continue',
    goOnWith: (what: string) => `Continue: ${what}`,
    discard: 'Discard',
    discardWhat: (what: string) => `Discard: ${what}`,
    confirm: 'Discard this record? What you have written will be gone for good.',
    confirmYes: 'Yes, discard it',
    confirmNo: 'Keep it',
    failed: 'It could not be discarded. Try again.',
  },
  calls: {
    heading: 'A telephone call',
    lead: 'One tap shows you what to do. Your notes are kept as you write them.',
    now: 'Happening now',
    over: 'It is over',
    overOf: (kind: string) => `It is over: ${kind}`,
    kinds: {
      abusive: { name: 'Abusive call', hint: 'Insults, threats, or going on and on' },
      sexualMalicious: { name: 'Sexual or malicious call', hint: 'Obscene, or meant to frighten' },
      hoax: { name: 'Hoax call', hint: 'A false story or pretence' },
      suicideThreat: { name: 'Someone may take their own life', hint: 'Or is thinking about it' },
      bombThreat: { name: 'Bomb threat', hint: 'Any building, believed or not' },
      internal: { name: 'Call from a colleague', hint: 'Someone who works here' },
    } satisfies Record<CallKind, { name: string; hint: string }>,
  },
  others: {
    heading: 'Something else happened',
    lead: 'For an e-mail in Outlook, open it there and choose “Report abuse”.',
    inPersonNow: 'Someone is abusive in front of me now',
    situations: {
      voicemail: 'A voicemail message',
      emailElsewhere: 'An e-mail outside Outlook',
      letter: 'A letter or parcel',
      inPerson: 'Somebody in person',
      socialMedia: 'On social media',
      otherElectronic: 'A text or other message',
      visitorConcern: 'A visitor I am worried about',
      safetyConcern: 'I have a concern about my safety',
      homeThreat: 'A threat about my home or family',
    } satisfies Record<Exclude<Situation, 'call'>, string>,
  },
};

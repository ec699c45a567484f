import type { NoticeFact } from '../domain/incident/notice-allow-list.ts';

/** How somebody comes to hear of a report. The same names as `ToldWhen` of the preview. */
type ToldWhen = 'first' | 'atOnce' | 'byManager' | 'onDecision';

/** Who is told of a report, when, and what each will see; for the preview before sending. POL-1.1-1, X-SAFE-1. */
export const toldEn = {
  when: {
    first: 'Told first, before everybody else',
    atOnce: 'Told as soon as you send it',
    byManager: 'Your manager is asked to tell them; if nobody does, Urddas will',
    onDecision: 'Not told by itself: a person decides',
  } satisfies Record<ToldWhen, string>,
  /** Before the list of facts. */
  sees: 'Sees:',
  opensReport: 'and can open the whole report',
  nothingElse: 'and nothing else',
  facts: {
    reference: 'the number of the report',
    kind: 'what kind it is',
    severity: 'how serious it is',
    occurredAt: 'when it happened',
    reporterName: 'your name',
    reporterAddress: 'your e-mail address',
    reporterPhone: 'your telephone number',
    site: 'the site',
    flags: 'what needs to be done',
    extension: 'the extension that was called',
    original: 'whether the original message follows',
    sha256: 'the fingerprint of the original message',
    form: 'whether it was a call or a message',
    recogniseBy: 'the number or address to recognise it by',
    mailbox: 'the mailbox it came to',
    keepFrom: 'from when logs are to be kept',
    keepTo: 'until when logs are to be kept',
    decision: 'what they are asked to decide',
    answer: 'whether it may hold a request for information',
    callAt: 'the time of the call',
    immediateDanger: 'whether somebody is in danger',
    harmDone: 'whether somebody has been harmed',
    personName: 'the name the person gave',
    location: 'where the person is',
    callbackNumber: 'the number to ring back',
    account: 'what happened, in your words',
    notes: 'your notes with their times',
    contacted: 'whom you have asked for help',
    expectedOn: 'the day of the visit',
    visitorName: 'the name of the visitor',
    concern: 'what worries you about the visit',
    state: 'where it stands',
  } satisfies Record<NoticeFact, string>,
};

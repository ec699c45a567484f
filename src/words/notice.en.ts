import type { Helper, YesNoUnsure } from '../domain/incident/account-vocabulary.ts';
import type {
  AskedDecision,
  NoticeFactsByRole as Facts,
  OriginalMessage,
} from '../domain/incident/notice-allow-list.ts';
import { dateAndTime, wholeDay } from './reader.ts';
import { termsEn } from './terms.en.ts';

const when = (instant: string) => dateAndTime(instant, 'en');
const onDay = (day: string) => wholeDay(day, 'en');
const kindOf = (facts: { kind: keyof typeof termsEn.noticeKinds }) => termsEn.noticeKinds[facts.kind];
const severityOf = (facts: { severity: keyof typeof termsEn.severities }) => termsEn.severities[facts.severity];

const decisions: Record<AskedDecision, string> = {
  seriousIncident:
    'It counts as a serious incident, so a senior manager decides what is to be done. Please speak with Security.',
  persistentContact:
    'The contact is reported as persistent or unreasonable. Please consider whether it needs to be managed.',
};

const originals: Record<OriginalMessage, string[]> = {
  follows: [
    'The original goes to your mailbox as an attached .eml file, exactly as it was captured.',
    'Treat it as unsafe: do not open links or attachments in it.',
  ],
  withheld: [
    'The original is NOT attached: a bomb threat is not forwarded, answered, moved or deleted.',
    'Security may release it later. Please do not look for it in the mailbox.',
  ],
  none: [
    'No original comes with this notice: it did not reach Urddas as a message that could be sent on.',
    'Please see that what your systems hold of that time (recordings, messages, logs) is kept, and ask Security for more.',
  ],
};

/** Two lines for the help desk: what it is about, and what to know a similar one by. COM-3b-4, COM-3c-2 */
const recognise = {
  message: {
    lead: 'An unacceptable message was reported. If a similar one reaches you, please pass it to Security.',
    by: (address: string) => `Sender’s address as the message gives it: ${address}`,
    unknown: 'The sender’s address is not known.',
    never: 'Please do not answer the sender.',
  },
  call: {
    lead: 'An unacceptable call was reported. If you get a similar one, please tell Security at once.',
    by: (number: string) => `Number as it was shown: ${number}`,
    unknown: 'No number was shown.',
    never: 'Please do not ring the number back.',
  },
};

const answers: Record<YesNoUnsure, string> = { yes: 'Yes', no: 'No', unsure: 'Not sure' };
const answered = (answer: YesNoUnsure | null) => (answer === null ? 'Not known' : answers[answer]);
const orUnknown = (text: string) => text || 'Not known';

const helpers: Record<Helper, string> = {
  police: 'Police',
  ambulance: 'Ambulance',
  security: 'Security',
  socialServices: 'Social services',
};

/** To a senior person, who decides. */
const askForDecision = (facts: Facts['seniorManager']) => ({
  subject: `Urddas ${facts.reference}: your decision is asked`,
  lines: [`Reference: ${facts.reference}`, decisions[facts.decision]],
});

/** Mails to those who must know. Each is a function of the facts that its reader may have, and of nothing else. */
export const noticeEn = {
  link: (address: string) => `Open it in Urddas: ${address}`,
  footer: 'This notice holds no words of what was reported. Please do not ask for them by e-mail.',
  /** Under a notice that does carry what was told. */
  footerInConfidence:
    'Sent in confidence, to help. Pass it on only to those who will help, and keep it no longer than you need it.',

  lineManager: (facts: Facts['lineManager']) => ({
    subject: `Urddas ${facts.reference}: a report needs you`,
    lines: [
      `${facts.reporterName} has reported something to you as line manager, or as the manager’s substitute.`,
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `Severity: ${severityOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      'Please read it in your chat with Urddas in Teams, and comment there.',
    ],
  }),
  security: (facts: Facts['security']) => ({
    subject: `Urddas ${facts.reference}: ${severityOf(facts)} – ${kindOf(facts)}`,
    lines: [
      'A report needs Security.',
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `Severity: ${severityOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      ...(facts.site === null ? [] : [`Site: ${facts.site.en}`]),
      ...facts.flags.map((flag) => `Please note: ${termsEn.flags[flag]}.`),
      'Please acknowledge it in Urddas, so that the manager and the reporter know that you have it.',
    ],
  }),
  facilities: (facts: Facts['facilities']) => ({
    subject: `Urddas ${facts.reference}: for facilities security`,
    lines: [
      'You are told first, because it needs an answer from the building.',
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      `Reported by: ${facts.reporterName} (${facts.reporterAddress})`,
      ...(facts.reporterPhone === null ? [] : [`Telephone of the reporter: ${facts.reporterPhone}`]),
      ...(facts.extension === null ? [] : [`Extension of the call: ${facts.extension}`]),
      'Please get in touch with the reporter and see that they are safe.',
    ],
  }),
  itSecurity: (facts: Facts['itSecurity']) => ({
    subject: `Urddas ${facts.reference}: ${facts.original === 'follows' ? 'original message' : 'notice'} – ${kindOf(facts)}`,
    lines: [
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      ...originals[facts.original],
      ...(facts.sha256 === null ? [] : [`SHA-256 of the original: ${facts.sha256}`]),
    ],
  }),
  helpDesk: (facts: Facts['helpDesk']) => ({
    subject: `Urddas ${facts.reference}: please recognise similar messages`,
    lines: [
      recognise[facts.form].lead,
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      facts.recogniseBy === null ? recognise[facts.form].unknown : recognise[facts.form].by(facts.recogniseBy),
      recognise[facts.form].never,
    ],
  }),
  hrPartner: (facts: Facts['hrPartner']) => ({
    subject: `Urddas ${facts.reference}: HR is asked`,
    lines: [
      'A report needs HR.',
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `Severity: ${severityOf(facts)}`,
      `Reported by: ${facts.reporterName}`,
      'You can open it as far as it has been opened to you.',
    ],
  }),
  informationSecurity: (facts: Facts['informationSecurity']) => ({
    subject: `Urddas ${facts.reference}: please keep logs`,
    lines: [
      'A bomb threat came by e-mail. Please keep the mail and web logs of this time, and keep them unchanged:',
      `From: ${when(facts.keepFrom)}`,
      `To: ${when(facts.keepTo)}`,
      ...(facts.mailbox === null ? [] : [`Mailbox: ${facts.mailbox}`]),
      `Reference: ${facts.reference}`,
      `When it came: ${when(facts.occurredAt)}`,
      'Please do not open, move or delete the message itself.',
    ],
  }),
  seniorManager: askForDecision,
  deputyDirector: askForDecision,
  informationRights: (facts: Facts['informationRights']) => ({
    subject: `Urddas ${facts.reference}: possible request for information`,
    lines: [
      `Reference: ${facts.reference}`,
      `Received: ${when(facts.occurredAt)}`,
      facts.answer === 'yes'
        ? 'The reporter says that the message holds a request for information or for personal data.'
        : 'The reporter is not sure whether the message holds a request for information or for personal data.',
      'The time to answer such a request runs from the day it was received, however the rest of the message is worded.',
      'Please ask Security for the message.',
    ],
  }),
  /** Nothing that says why. COM-4.1-2 */
  switchboard: (facts: Facts['switchboard']) => ({
    subject: 'Urddas: did you put a call through?',
    lines: [
      'A colleague asks whether you put a call through to them, and whether the caller gave a name or a number.',
      `Time of the call: ${when(facts.callAt)}`,
      `Extension: ${orUnknown(facts.extension)}`,
      'Please answer in Urddas in Teams, in the list of questions to the switchboard.',
    ],
  }),
  /** The one notice that carries what was told: so that help can be given. COM-3d-7, B-SUI-2 */
  healthEnquiries: (facts: Facts['healthEnquiries']) => ({
    subject: `Urddas ${facts.reference}: somebody may need help`,
    lines: [
      'Somebody who spoke with us may be at risk, and the matter concerns health or social services.',
      'You are sent what was noted so that help can be given. Please handle it in confidence.',
      `Reference: ${facts.reference}`,
      `When: ${when(facts.occurredAt)}`,
      `Is somebody in danger now? ${answered(facts.immediateDanger)}`,
      `Has somebody been harmed already? ${answered(facts.harmDone)}`,
      `Where the person is: ${orUnknown(facts.location)}`,
      `Number to ring back: ${orUnknown(facts.callbackNumber)}`,
      `Name, as it was given: ${orUnknown(facts.personName)}`,
      ...facts.contacted.map(({ who, at }) => `Already asked for help: ${helpers[who]}, ${when(at)}`),
      ...(facts.account.trim() === '' ? [] : ['', 'What happened:', facts.account.trim()]),
      ...(facts.notes.length === 0 ? [] : ['', 'Notes made at the time:']),
      ...facts.notes.map(({ at, text }) => `${when(at)}: ${text.trim()}`),
      '',
      `Whom to ask: ${[facts.reporterName, facts.reporterPhone, facts.reporterAddress].filter(Boolean).join(', ')}`,
    ],
  }),
  /** The least that helps at the desk. BEH-4.2-1 */
  reception: (facts: Facts['reception']) => ({
    subject: `Urddas ${facts.reference}: about an expected visitor`,
    lines: [
      'A colleague is worried about a visit that is expected. Please be ready for it, and tell Security when the visitor comes.',
      `Reference: ${facts.reference}`,
      `Site: ${facts.site?.en ?? 'Not known'}`,
      `Expected: ${facts.expectedOn === null ? 'Not known' : onDay(facts.expectedOn)}`,
      `Visitor: ${orUnknown(facts.visitorName)}`,
      ...(facts.concern === '' ? [] : [`The worry: ${facts.concern}`]),
      'Do not tell the visitor of this message, and take no risk: in an emergency ring 999.',
    ],
  }),
  /** To the people a business area wants told besides. BEH-8.2-3 */
  areaContact: (facts: Facts['areaContact']) => ({
    subject: `Urddas ${facts.reference}: a report from your area`,
    lines: [
      'Your business area asks to be told of reports by its staff. Line manager and Security have been told as far as the rules say so.',
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `Severity: ${severityOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      'There is nothing that you must do. Please do not ask the reporter for details.',
    ],
  }),
  reporter: (facts: Facts['reporter']) => ({
    subject: `Urddas ${facts.reference}: ${termsEn.states[facts.state]}`,
    lines: [
      `Your report ${facts.reference} has moved on.`,
      `Where it stands: ${termsEn.states[facts.state]}`,
      'Please keep the original message. Support is there for you whenever you want it.',
    ],
  }),
  /** To the line manager and the reporter, when Security has acknowledged. BEH-8.3-1 */
  acknowledged: (facts: { reference: string; at: string }) => ({
    subject: `Urddas ${facts.reference}: Security has acknowledged it`,
    lines: [
      `Security acknowledged report ${facts.reference} on ${when(facts.at)} and now reviews it.`,
      'You will hear of the next step.',
    ],
  }),
};

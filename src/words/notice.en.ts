import type { AskedDecision, NoticeFactsByRole as Facts } from '../domain/incident/notice-facts.ts';
import { dateAndTime } from './reader.ts';
import { termsEn } from './terms.en.ts';

const when = (instant: string) => dateAndTime(instant, 'en');
const kindOf = (facts: { kind: keyof typeof termsEn.noticeKinds }) => termsEn.noticeKinds[facts.kind];
const severityOf = (facts: { severity: keyof typeof termsEn.severities }) => termsEn.severities[facts.severity];

const decisions: Record<AskedDecision, string> = {
  seriousIncident:
    'It counts as a serious incident, so a senior manager decides what is to be done. Please speak with Security.',
  persistentContact:
    'The contact is reported as persistent or unreasonable. Please consider whether it needs to be managed.',
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
      'Please get in touch with the reporter and see that they are safe.',
    ],
  }),
  itSecurity: (facts: Facts['itSecurity']) => ({
    subject: `Urddas ${facts.reference}: ${facts.isOriginalWithheld ? 'notice' : 'original message'} – ${kindOf(facts)}`,
    lines: [
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      ...(facts.isOriginalWithheld
        ? [
            'The original is NOT attached: a bomb threat is not forwarded, answered, moved or deleted.',
            'Security may release it later. Please do not look for it in the mailbox.',
          ]
        : [
            'The original goes to your mailbox as an attached .eml file, exactly as it was captured.',
            'Treat it as unsafe: do not open links or attachments in it.',
          ]),
      ...(facts.sha256 === null ? [] : [`SHA-256 of the original: ${facts.sha256}`]),
    ],
  }),
  helpDesk: (facts: Facts['helpDesk']) => ({
    subject: `Urddas ${facts.reference}: please recognise similar messages`,
    lines: [
      'An unacceptable message was reported. If a similar one reaches you, please pass it to Security.',
      `Reference: ${facts.reference}`,
      `Kind: ${kindOf(facts)}`,
      `When: ${when(facts.occurredAt)}`,
      ...(facts.recogniseBy === null ? [] : [`Sender’s address as the message gives it: ${facts.recogniseBy}`]),
      'Please do not answer the sender.',
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

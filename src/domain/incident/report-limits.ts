import type { Correspondent, ReportedEmail } from './report.ts';

/** The most a report keeps of each thing a message claims; the whole of it stays in the evidence. Lengths are in characters. */
export const reportLimits = {
  name: 1_000,
  line: 2_000,
  headers: 32_000,
  correspondents: 50,
  attachments: 500,
} as const;

/** The most an account holds; the tab's fields stop there. Lengths are in characters. */
export const accountLimits = {
  line: 500,
  text: 4_000,
  /** Steps, notes, witnesses and people, each. */
  entries: 200,
  attachments: 20,
  /** Bytes of one attachment: a voicemail, photographs, a scan. */
  attachmentBytes: 100 * 1024 * 1024,
} as const;

/** The front of a text that is too long; a character outside the basic plane is never cut in two. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function cutCorrespondents(correspondents: readonly Correspondent[]): Correspondent[] {
  return correspondents.slice(0, reportLimits.correspondents).map(cutCorrespondent);
}

function cutCorrespondent({ name, address }: Correspondent): Correspondent {
  return { name: cut(name, reportLimits.name), address: cut(address, reportLimits.name) };
}

/**
 * The same message within the limits. Whatever a sender puts into it, the report can be taken; the submission id is made
 * from what is left, so that pane and service agree on it. COM-6.1-1, X-IDEM-1.
 */
export function withinLimits(email: ReportedEmail): ReportedEmail {
  const { name, line, headers, attachments } = reportLimits;
  return {
    ...email,
    from: cutCorrespondent(email.from),
    otherSenders: cutCorrespondents(email.otherSenders),
    replyTo: cutCorrespondents(email.replyTo),
    to: cutCorrespondents(email.to),
    cc: cutCorrespondents(email.cc),
    subject: cut(email.subject, line),
    internetMessageId: cut(email.internetMessageId, line),
    headerText: cut(email.headerText, headers),
    attachmentNames: email.attachmentNames.slice(0, attachments).map((each) => cut(each, name)),
  };
}

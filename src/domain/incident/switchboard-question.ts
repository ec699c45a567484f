import type { Report } from './report.ts';
import type { Staff } from './staff.ts';

export const putThroughAnswers = ['yes', 'no', 'notRemembered'] as const;
export type PutThrough = (typeof putThroughAnswers)[number];

/** What the switchboard is asked: time and extension, and nothing that says who asks or why. COM-4.1-2, BEH-15.2-1 */
export interface SwitchboardQuestion {
  /** 26 characters, Crockford base 32. Leads to no report for whoever may read the question. */
  queryId: string;
  /** UTC, ISO 8601. */
  callAt: string;
  extension: string;
}

export interface SwitchboardAnswer {
  queryId: string;
  putThrough: PutThrough;
  /** As the caller gave them to the switchboard; empty when none was given. */
  nameQuoted: string;
  numberQuoted: string;
  /** UTC: when the row was last changed, as SharePoint says. */
  answeredAt: string;
  answeredBy: Staff;
}

/** The most an answer keeps of each thing, in characters; a column of one line holds no more. */
export const quotedLimit = 255;

const extensionForm = /^(?=.*\d)[0-9 +]{1,20}$/;

/** Digits, spaces and a plus, with a digit among them: what can be looked up, and nothing that could tell more. */
export function isExtension(text: string): boolean {
  return extensionForm.test(text);
}

/** Id of the question that the reporter put before the report came; null when there was none. */
export function namedQuestion({ account }: Pick<Report, 'account'>): string | null {
  return account?.call?.switchboardQueryId ?? null;
}

/** The question that an incident waits for an answer to; null when there is none. */
export function questionIdOf(incident: {
  report: Pick<Report, 'account'>;
  switchboardQueryId: string | null;
}): string | null {
  return namedQuestion(incident.report) ?? incident.switchboardQueryId;
}

/** What the service can ask for itself, of a report whose reporter did not. Null without an extension to ask about. */
export function questionIn({ account, occurredAt }: Report): Omit<SwitchboardQuestion, 'queryId'> | null {
  const extension = account?.call?.extension.trim() ?? '';
  return isExtension(extension) ? { callAt: occurredAt, extension } : null;
}

/** Two answers say the same, whenever and by whomever they were given. */
export function saysTheSame(one: SwitchboardAnswer | null, other: SwitchboardAnswer | null): boolean {
  return (
    one?.putThrough === other?.putThrough &&
    one?.nameQuoted === other?.nameQuoted &&
    one?.numberQuoted === other?.numberQuoted
  );
}

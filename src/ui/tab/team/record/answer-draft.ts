import { commentLimit } from '../../../../domain/incident/comment.ts';
import type { ManagerAnswer } from '../../../../domain/incident/manager-answer.ts';
import { type AskingVerb, needsWords } from '../../../../domain/incident/offered-verbs.ts';
import type { Severity } from '../../../../domain/incident/vocabulary.ts';

/** What stands in the fields of one answer that was begun. */
export interface AnswerDraft {
  text: string;
  /** `YYYY-MM-DD`; empty while none is chosen. */
  on: string;
  isSafe: boolean;
  to: Severity | null;
}

export const emptyDraft: AnswerDraft = { text: '', on: '', isSafe: false, to: null };

/** Answers that were begun and not sent, by report and verb: leaving the page and coming back loses nothing. */
export type AnswerDrafts = Map<string, AnswerDraft>;

/** What the form itself can see is missing, by field. Whether an answer is taken is decided by the service alone. */
export function gapsOf(verb: AskingVerb, { text, on, to }: AnswerDraft): ('text' | 'on' | 'to')[] {
  const { length } = text.trim();
  return [
    ...(verb === 'planMeeting' && on === '' ? (['on'] as const) : []),
    ...(verb === 'raiseSeverity' && to === null ? (['to'] as const) : []),
    ...((length === 0 && needsWords(verb)) || length > commentLimit ? (['text'] as const) : []),
  ];
}

/** The answer that a form without gaps stands for. */
export function answerFrom(verb: AskingVerb, { text, on, isSafe, to }: AnswerDraft): ManagerAnswer {
  switch (verb) {
    case 'keepLocal':
    case 'closeLocal':
      return { verb, reason: text };
    case 'requestGuards':
    case 'requestPolice':
      return { verb, note: text };
    case 'planMeeting':
      return { verb, on, isSafe, measures: text };
    case 'raiseSeverity':
      return { verb, to: to ?? 'critical', reason: text };
    default:
      return { verb, text };
  }
}

import type { PutThrough } from '../../domain/incident/switchboard-question.ts';

/** One question as the switchboard sees it. COM-4.1-2, F13 */
export interface BoardQuestion {
  itemId: string;
  etag: string;
  /** UTC. */
  callAt: string;
  extension: string;
}

/** What the switchboard says; both texts may be empty. */
export interface BoardAnswer {
  putThrough: PutThrough;
  nameQuoted: string;
  numberQuoted: string;
}

export interface AnsweredQuestion extends BoardQuestion {
  answer: BoardAnswer;
  /** UTC. */
  answeredAt: string;
  /** Empty until the service has taken the answer over. */
  answeredBy: string;
}

/** The switchboard's questions with the signed-in person's own rights. */
export interface SwitchboardBoard {
  /** Whether SharePoint lets the person read the list at all. */
  mayAnswer(): Promise<boolean>;
  /** Every open question, the latest call first, and what was answered since that time (UTC), the latest answer first. */
  questions(since: string): Promise<{ open: BoardQuestion[]; answered: AnsweredQuestion[] }>;
  /** Answers, or corrects the answer that was shown. Throws `changedMeanwhile` when somebody else has answered meanwhile. */
  answer(question: BoardQuestion | AnsweredQuestion, answer: BoardAnswer): Promise<void>;
}

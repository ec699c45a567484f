import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import type { ReporterQuestion, Submission } from '../../../application/ports/intake.ts';
import type { IncidentState } from '../../../domain/incident/vocabulary.ts';

/**
 * Where a question to the reporter stands. `open`: to be answered, `isLate` when the report has gone on without it. `going`: on its way
 * from this device. `arrived`: stored, and not looked at by the service yet. `text` of an answer is null where it is not the reporter's.
 */
export type QuestionState =
  | { kind: 'open'; isLate: boolean }
  | { kind: 'going'; text: string; view: ReportingView }
  | { kind: 'arrived'; text: string }
  | { kind: 'answered'; at: string; text: string | null }
  | { kind: 'ended' };

/** Nothing is taken of what has ended elsewhere. */
const ended: ReadonlySet<IncidentState> = new Set(['withdrawn', 'merged']);

/** `additions`: what was added to this report from this device. */
export function questionState(
  submission: Submission,
  question: ReporterQuestion,
  additions: readonly ReportingView[],
): QuestionState {
  const mine = submission.answers.filter(({ entry, refusal }) => entry.questionId === question.id && refusal === null);
  if (question.answeredAt !== null) {
    const taken = mine.find(({ isAnswered }) => isAnswered) ?? mine.at(0);
    return { kind: 'answered', at: question.answeredAt, text: taken?.entry.text ?? null };
  }
  for (const view of additions) {
    const { entry } = view;
    if (entry.type !== 'addition' || entry.content.kind !== 'answer' || entry.refusal !== null) continue;
    const { questionId, text } = entry.content.entry;
    if (questionId !== question.id) continue;
    return entry.steps.recorded.state === 'done' ? { kind: 'arrived', text } : { kind: 'going', text, view };
  }
  const stored = mine.at(0);
  if (stored) return { kind: 'arrived', text: stored.entry.text };
  if (ended.has(submission.state)) return { kind: 'ended' };
  return { kind: 'open', isLate: submission.state !== 'infoRequested' };
}

/** The question that the report waits for; null when it waits for none. */
export function awaitedQuestion(submission: Submission, additions: readonly ReportingView[]): ReporterQuestion | null {
  const isAwaited = (question: ReporterQuestion) => {
    const state = questionState(submission, question, additions);
    return state.kind === 'open' && !state.isLate;
  };
  return submission.questions.find(isAwaited) ?? null;
}

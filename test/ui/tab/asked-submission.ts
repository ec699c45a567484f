import type { Submission } from '../../../src/application/ports/intake.ts';
import { fullCall, submissionOf } from './full-record.ts';

const kinds = ['asked', 'late', 'stored', 'answered', 'noted', 'otherDevice', 'ended'] as const;
export type AskedKind = (typeof kinds)[number];

export function isAskedKind(kind: string): kind is AskedKind {
  return (kinds as readonly string[]).includes(kind);
}

const askedAt = '2026-11-10T11:00:00.000Z';
const answeredAt = '2026-11-10T11:20:00.000Z';

/** A report about which the manager has asked for more, at one of the ends a question can come to. */
export function askedSubmission(kind: AskedKind): Submission {
  const plain = submissionOf(fullCall('short'));
  const { submissionId } = plain.report;
  const isAnswered = ['answered', 'noted', 'otherDevice'].includes(kind);
  const text = 'He said he would come to the office.\nI did not know the voice.';
  const entry = { schema: 1 as const, submissionId, questionId: 'q1', text, answeredAt };
  const states = { late: 'withSecurity', ended: 'withdrawn' } as const;
  const answers: Submission['answers'] = [];
  if (kind === 'stored') answers.push({ entry, isAnswered: false, refusal: null });
  if (kind === 'answered') answers.push({ entry, isAnswered: true, refusal: null });
  if (kind === 'otherDevice') answers.push({ entry, isAnswered: true, refusal: 'alreadyAnswered' });
  return {
    ...plain,
    state: kind === 'late' || kind === 'ended' ? states[kind] : isAnswered ? 'managerReview' : 'infoRequested',
    questions: [
      {
        id: 'q1',
        askedBy: 'Morlais Dee',
        askedAt,
        text: 'What did he say he would do?\nDid you know the voice?',
        answeredAt: isAnswered ? answeredAt : null,
      },
    ],
    answers,
  };
}

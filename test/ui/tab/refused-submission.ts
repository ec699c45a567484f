import type { Submission } from '../../../src/application/ports/intake.ts';
import { fullCall, submissionOf } from './full-record.ts';

/** A report of which the service took neither the addition nor the withdrawal. */
export function refusedSubmission(): Submission {
  const plain = submissionOf(fullCall('short'));
  const { report } = plain;
  const { submissionId } = report;
  const at = '2026-11-21T10:00:00.000Z';
  return {
    ...plain,
    amendments: [
      {
        entry: {
          schema: 1,
          amendmentId: '0123456789ABCDEFGHJKMNPQRW',
          submissionId,
          report: { ...report, kind: 'internal', manager: { ...report.manager, implicated: true } },
          note: '',
          amendedAt: at,
        },
        recordedAt: at,
        isAnswered: true,
        refusal: 'otherRegister',
      },
    ],
    withdrawal: {
      entry: { schema: 1, submissionId, reason: 'A mistake.', withdrawnAt: at },
      isAnswered: true,
      refusal: 'acknowledged',
    },
  };
}

import { describe, expect, it } from 'vitest';
import type { Intake } from '../../../src/application/ports/intake.ts';
import { sampleReport } from '../support/sample-report.ts';

/** What every `Intake` must do, whoever stands behind it. `mine` and `another` are two people's. */
export function intakeContract(intake: { mine: () => Intake; another: () => Intake }): void {
  describe('any Intake', () => {
    it('keeps a report and gives it back word for word', async () => {
      const report = sampleReport({ submissionId: 'A'.repeat(26) });
      const { rowId, recordedAt } = await intake.mine().add(report);
      const found = await intake.mine().find(report.submissionId);
      expect(found).toMatchObject({ rowId, recordedAt, report, reference: null, state: 'submitted', receipts: [] });
      expect(Date.parse(recordedAt)).toBeGreaterThan(0);
    });

    it('has nothing for a submission that was never made', async () => {
      expect(await intake.mine().find('Z'.repeat(26))).toBeNull();
    });

    it('shows a person the own reports only', async () => {
      const report = sampleReport({ submissionId: 'B'.repeat(26) });
      await intake.mine().add(report);
      expect(await intake.another().find(report.submissionId)).toBeNull();
      expect((await intake.another().list()).submissions).toEqual([]);
    });

    it('counts a submission that was added twice once, by its lowest row', async () => {
      const report = sampleReport({ submissionId: 'C'.repeat(26), submittedAt: '2026-11-03T11:00:00Z' });
      const first = await intake.mine().add(report);
      await intake.mine().add(report);
      expect((await intake.mine().find(report.submissionId))?.rowId).toBe(first.rowId);
      const { submissions } = await intake.mine().list();
      expect(submissions.filter((each) => each.report.submissionId === report.submissionId)).toHaveLength(1);
    });

    it('lists newest first, and without the notes that an original was forwarded', async () => {
      const newest = sampleReport({ submissionId: 'D'.repeat(26), submittedAt: '2026-11-09T11:00:00Z' });
      await intake.mine().add(newest);
      await intake.mine().addForwarded({
        schema: 1,
        submissionId: newest.submissionId,
        forwardedAt: '2026-11-09T11:00:05Z',
        sha256: 'ab'.repeat(32),
        size: 10,
        sentMessageId: 'AAMk-sent',
      });
      const { submissions, next } = await intake.mine().list();
      const times = submissions.map((each) => each.report.submittedAt);
      expect(times[0]).toBe(newest.submittedAt);
      expect(times).toEqual(times.toSorted().toReversed());
      expect(submissions.filter((each) => each.report.submissionId === newest.submissionId)).toHaveLength(1);
      expect(next).toBeNull();
    });
  });
}

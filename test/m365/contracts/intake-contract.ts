import { describe, expect, it } from 'vitest';
import type { Addition, Intake } from '../../../src/application/ports/intake.ts';
import { emptyAccount } from '../../../src/domain/incident/empty-account.ts';
import type { AmendmentEntry } from '../../../src/domain/incident/report.ts';
import { ownId } from '../support/own-ids.ts';
import { sampleReport } from '../support/sample-report.ts';

/** What every `Intake` must do, whoever stands behind it. `mine` and `another` are two people's. */
export function intakeContract(intake: { mine: () => Intake; another: () => Intake }): void {
  describe('any Intake', () => {
    it('keeps a report and gives it back word for word', async () => {
      const report = sampleReport({ submissionId: ownId('A') });
      const { rowId, recordedAt } = await intake.mine().add(report);
      const found = await intake.mine().find(report.submissionId);
      expect(found).toMatchObject({ rowId, recordedAt, report, reference: null, state: 'submitted', receipts: [] });
      expect(Date.parse(recordedAt)).toBeGreaterThan(0);
    });

    it('has nothing for a submission that was never made', async () => {
      expect(await intake.mine().find(ownId('Z'))).toBeNull();
    });

    it('shows a person the own reports only', async () => {
      const report = sampleReport({ submissionId: ownId('B') });
      await intake.mine().add(report);
      expect(await intake.another().find(report.submissionId)).toBeNull();
      expect(await idsShown(intake.another())).not.toContain(report.submissionId);
      expect(await idsShown(intake.mine())).toContain(report.submissionId);
    });

    it('counts a submission that was added twice once, by its lowest row', async () => {
      const report = sampleReport({ submissionId: ownId('C'), submittedAt: '2026-11-03T11:00:00Z' });
      const first = await intake.mine().add(report);
      await intake.mine().add(report);
      expect((await intake.mine().find(report.submissionId))?.rowId).toBe(first.rowId);
      const { submissions } = await intake.mine().list();
      expect(submissions.filter((each) => each.report.submissionId === report.submissionId)).toHaveLength(1);
    });

    it('lists newest first, and without the notes that an original was forwarded', async () => {
      const newest = sampleReport({ submissionId: ownId('D'), submittedAt: '2026-11-09T11:00:00Z' });
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

    describe('with something added later', () => {
      const amendmentOf = (submissionId: string, number: number, facts: string): AmendmentEntry => ({
        schema: 1,
        amendmentId: ownId('M', number),
        submissionId,
        report: sampleReport({ submissionId, facts, submittedAt: '2026-11-20T12:00:00Z' }),
        note: `Note ${number}`,
        amendedAt: `2026-11-1${number}T11:00:00Z`,
      });

      it('shows the report as it is now meant, with every amendment, and its own time (BEH-14.1-1)', async () => {
        const report = sampleReport({ submissionId: ownId('P'), submittedAt: '2026-11-04T11:00:00Z' });
        const { rowId } = await intake.mine().add(report);
        for (const number of [1, 2]) {
          await intake.mine().addAmendment(amendmentOf(report.submissionId, number, `facts ${number}`));
        }
        const found = await intake.mine().find(report.submissionId);
        expect(found).toMatchObject({ rowId, report: { facts: 'facts 2', submittedAt: report.submittedAt } });
        // What was flagged in Outlook keeps its message, whatever an amendment says.
        expect(found?.report.email).toEqual(report.email);
        expect(found?.amendments.map(({ entry, isAnswered }) => [entry.note, isAnswered])).toEqual([
          ['Note 1', false],
          ['Note 2', false],
        ]);
        expect(found?.withdrawal).toBeNull();
        const { submissions } = await intake.mine().list();
        expect(submissions.filter((each) => each.report.submissionId === report.submissionId)).toEqual([found]);
      });

      it('counts an amendment that was added twice once', async () => {
        const report = sampleReport({ submissionId: ownId('Q') });
        await intake.mine().add(report);
        const entry = amendmentOf(report.submissionId, 1, 'again');
        await intake.mine().addAmendment(entry);
        await intake.mine().addAmendment(entry);
        expect((await intake.mine().find(report.submissionId))?.amendments).toHaveLength(1);
      });

      it('shows that it was taken back, and why (T16)', async () => {
        const report = sampleReport({ submissionId: ownId('R') });
        await intake.mine().add(report);
        const entry = {
          schema: 1 as const,
          submissionId: report.submissionId,
          reason: 'Camddealltwriaeth',
          withdrawnAt: '2026-11-12T11:00:00Z',
        };
        await intake.mine().addWithdrawal(entry);
        const found = await intake.mine().find(report.submissionId);
        expect(found?.withdrawal).toEqual({ entry, isAnswered: false, refusal: null });
      });

      it('finds each addition by its own id, of the own rows only (X-IDEM-1)', async () => {
        const submissionId = ownId('S');
        await intake.mine().add(sampleReport({ submissionId }));
        const additions: Addition[] = [
          { type: 'amendment', entry: amendmentOf(submissionId, 3, 'x') },
          {
            type: 'withdrawal',
            entry: { schema: 1, submissionId, reason: 'x', withdrawnAt: '2026-11-13T11:00:00Z' },
          },
          {
            type: 'switchboardQuery',
            entry: { schema: 1, queryId: ownId('T'), callAt: '2026-11-13T10:00:00Z', extension: '3333' },
          },
          {
            type: 'answer',
            entry: { schema: 1, submissionId, questionId: 'q1', text: 'At ten.', answeredAt: '2026-11-13T10:00:00Z' },
          },
          {
            type: 'guidanceRead',
            key: ownId('V'),
            entry: { schema: 1, documentId: 'calls', version: '2', readAt: '2026-11-13T10:00:00Z' },
          },
        ];
        for (const addition of additions) expect(await intake.mine().findAddition(addition), addition.type).toBeNull();
        for (const addition of additions) await add(intake.mine(), addition);
        for (const addition of additions) {
          expect(await intake.mine().findAddition(addition)).toEqual({ isAnswered: false, refusal: null });
          expect(await intake.another().findAddition(addition)).toBeNull();
        }
        const later: Addition = { type: 'amendment', entry: amendmentOf(submissionId, 4, 'y') };
        expect(await intake.mine().findAddition(later)).toBeNull();
        const next: Addition = {
          type: 'answer',
          entry: { schema: 1, submissionId, questionId: 'q2', text: 'At noon.', answeredAt: '2026-11-14T10:00:00Z' },
        };
        expect(await intake.mine().findAddition(next)).toBeNull();
      });
    });

    it('keeps a report that is longer than one column holds', async () => {
      const long = 'ŵ'.repeat(3_900);
      const account = {
        ...emptyAccount('call'),
        notes: Array.from({ length: 30 }, (_, n) => ({ at: `2026-11-0${(n % 9) + 1}T10:00:00Z`, text: long })),
      };
      const report = sampleReport({ submissionId: ownId('W'), account, channel: 'phone', email: null });
      await intake.mine().add(report);
      expect((await intake.mine().find(report.submissionId))?.report).toEqual(report);
    });
  });
}

async function idsShown(intake: Intake): Promise<string[]> {
  return (await intake.list()).submissions.map(({ report }) => report.submissionId);
}

function add(intake: Intake, addition: Addition): Promise<void> {
  switch (addition.type) {
    case 'amendment':
      return intake.addAmendment(addition.entry);
    case 'withdrawal':
      return intake.addWithdrawal(addition.entry);
    case 'answer':
      return intake.addAnswer(addition.entry);
    case 'switchboardQuery':
      return intake.addSwitchboardQuery(addition.entry);
    case 'guidanceRead':
      return intake.addGuidanceRead(addition.key, addition.entry);
  }
}

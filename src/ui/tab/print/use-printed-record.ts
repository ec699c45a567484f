import { draftFromReport } from '../../../application/draft-from-report.ts';
import { noticeOf } from '../../../application/notices.ts';
import { hashOfReport } from '../../../application/report-hash.ts';
import { composeIncidentReport, type IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Delivery, RoutedNotice } from '../../../domain/incident/incident.ts';
import type { SwitchboardAnswer } from '../../../domain/incident/switchboard-question.ts';
import type { Role } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';
import type { PrintSource } from '../tab-place.ts';
import { type Remote, useRemote } from '../use-remote.ts';

/** A record as it goes on paper, wherever it came from. */
export interface PrintedRecord {
  draft: IncidentDraft;
  reporter: string;
  reference: string | null;
  /** UTC, by SharePoint's clock; null for what was not sent. ANX-16 */
  receivedAt: string | null;
  sha256: string;
  switchboardAnswer: SwitchboardAnswer | null;
  /** Whom it goes or went to without anybody's doing. ANX-15 */
  forwardedTo: readonly Role[];
}

/** The switchboard is asked a question, and gets no record. COM-4.1-2 */
const isForwarding = ({ role, urgency }: RoutedNotice) =>
  role !== 'switchboard' && (urgency === 'first' || urgency === 'auto');

/** The notices of the report itself, not those of what came later; the reporter's own are no forwarding. */
const isFirst = (delivery: Delivery) =>
  delivery.role !== 'reporter' && delivery.role !== 'switchboard' && noticeOf(delivery) === 'reported';

/** Reads the record from the place that was named; null when it is not there for this person. */
export function usePrintedRecord(of: PrintSource, id: string, ownName: string): Remote<PrintedRecord | null> {
  const { ports, keeper } = useTab();

  const previewOf = (draft: IncidentDraft): Role[] => {
    const { notices } = ports.reporting.preview(draft, { hasManager: true, department: null });
    return notices.filter(isForwarding).map(({ role }) => role);
  };

  const read = async (): Promise<PrintedRecord | null> => {
    if (of === 'draft') {
      const draft = await keeper.open(id);
      if (!draft) return null;
      const report = composeIncidentReport(draft, { directoryManagerId: null, submittedAt: draft.startedAt });
      const sha256 = await hashOfReport(report);
      const common = { draft, sha256, reporter: ownName, forwardedTo: previewOf(draft) };
      return { ...common, reference: null, receivedAt: null, switchboardAnswer: null };
    }
    if (of === 'mine') {
      const found = await ports.intake.find(id);
      if (!found) return null;
      const draft = draftFromReport(found.report);
      return {
        draft,
        reporter: ownName,
        reference: found.reference,
        receivedAt: found.recordedAt,
        sha256: await hashOfReport(found.report),
        switchboardAnswer: found.switchboardAnswer,
        forwardedTo: previewOf(draft),
      };
    }
    const { incident } = await ports.board.open(of, id);
    return {
      draft: draftFromReport(incident.report),
      reporter: incident.reporter.name,
      reference: incident.reference,
      receivedAt: incident.reportedAt,
      sha256: await hashOfReport(incident.report),
      switchboardAnswer: incident.switchboardAnswer,
      forwardedTo: [...new Set(incident.deliveries.filter(isFirst).map(({ role }) => role))],
    };
  };
  return useRemote(read, `${of}/${id}`);
}

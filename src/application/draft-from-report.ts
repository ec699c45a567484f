import { emptyAccount } from '../domain/incident/empty-account.ts';
import type { Report } from '../domain/incident/report.ts';
import type { IncidentDraft } from './report-incident-draft.ts';

/**
 * The draft that the report was, to be read, printed or added to: its id is the report's. What came out of Outlook has no account;
 * it is shown as an e-mail. BEH-14.1-1, COM-4.2-1
 */
export function draftFromReport(report: Report): IncidentDraft {
  const account = report.account ?? emptyAccount('emailElsewhere');
  return {
    id: report.submissionId,
    startedAt: report.submittedAt,
    phase: 'form',
    kind: report.kind,
    behaviours: report.behaviours,
    towardsFamily: report.towardsFamily,
    homeThreat: report.homeThreat,
    violenceThreatened: report.violenceThreatened,
    weaponMentioned: report.weaponMentioned,
    particularlyAbusive: report.particularlyAbusive,
    facts: report.facts,
    occurredAt: report.occurredAt,
    // Only its id is in the report: the service keeps the manager that the report came with.
    chosenManager: null,
    managerImplicated: report.manager.implicated,
    informationRequest: report.informationRequest,
    account,
    language: report.language,
    amending: null,
  };
}

/** A draft of what is to be added to a report that was sent. BEH-14.1-1, BEH-1.1-1 */
export function beginAmendment(report: Report): IncidentDraft {
  const draft = draftFromReport(report);
  return { ...draft, amending: { note: '', filedIds: draft.account.attachments.map(({ id }) => id) } };
}

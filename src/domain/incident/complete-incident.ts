import type { EvidenceItem, Incident } from './incident.ts';
import { noLaterChanges } from './later-changes.ts';
import { noManagerWork } from './manager-work.ts';

/** A stored record, of which an earlier version of the service may have written less. */
type Stored = Omit<Incident, 'reporterPhone' | 'duties' | keyof typeof noLaterChanges | keyof typeof noManagerWork> &
  Partial<Incident>;

/** Before there were attachments, every file was the original of a reported mail. */
function completeItem(item: EvidenceItem): EvidenceItem {
  const { type = 'email', name = item.fileName, mediaType = 'message/rfc822' } = item as Partial<EvidenceItem>;
  return { ...item, type, name, mediaType };
}

/** The record with what is missing in it. Nothing that is there is changed. */
export function completeIncident(stored: Stored): Incident {
  return {
    ...noLaterChanges,
    ...noManagerWork,
    reporterPhone: null,
    ...stored,
    duties: (stored.duties ?? []).map((duty) => ({ ...duty, ended: duty.ended ?? null })),
    report: { ...stored.report, account: stored.report.account ?? null },
    evidence: stored.evidence.map(completeItem),
  };
}

import type { BoardIncident, BoardRow } from '../../../src/application/ports/board.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { sampleIncident } from '../../domain/samples.ts';

/** An incident as Security opens it: withSecurity, nothing on its way. */
export function opened(change: { row?: Partial<BoardRow>; incident?: Partial<Incident> } = {}): BoardIncident {
  const incident: Incident = {
    ...sampleIncident(),
    state: 'withSecurity',
    forward: { state: 'sent', at: '2026-11-10T10:06:00.000Z', sha256: null },
    ...change.incident,
  };
  return {
    row: { ...rowOf(incident, '1'), ...change.row },
    incident,
    history: [],
    trail: { entries: 0, findings: [] },
  };
}

export function rowOf(incident: Incident, itemId: string): BoardRow {
  return {
    itemId,
    etag: '"1"',
    submissionId: incident.report.submissionId,
    reference: incident.reference,
    state: incident.state,
    kind: incident.report.kind,
    severity: incident.severity,
    reporterName: incident.reporter.name,
    managerName: incident.manager?.name ?? null,
    occurredAt: incident.report.occurredAt,
    reportedAt: incident.reportedAt,
    forward: incident.forward.state,
    amendedAt: incident.amendments.at(-1)?.at ?? null,
  };
}

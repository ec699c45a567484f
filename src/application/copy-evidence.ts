import type { EvidenceItem } from '../domain/incident/incident.ts';
import { isAllowed } from './ask-permission.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { ServicePorts } from './ports/service-ports.ts';

export type EvidenceCopy = { item: EvidenceItem; reference: string; bytes: AsyncIterable<Uint8Array> };

/**
 * The bytes of an evidence file for whoever keeps its register, with an entry in the custody log that stands before the first
 * byte leaves. Null for everybody else, and when there is no such file: one answer, which tells nothing. B-EVD-2.
 */
export async function copyEvidence(
  ports: ServicePorts,
  desk: IncidentDesk,
  by: { staffId: string; submissionId: string; evidenceId: string },
): Promise<EvidenceCopy | null> {
  const row = await desk.find(by.submissionId);
  const item = row?.incident.evidence.find((each) => each.id === by.evidenceId);
  const wish = { ...by, right: 'copyOut', entity: 'evidence', event: 'copyEvidence' } as const;
  if (!(await isAllowed(ports, desk, row, wish)) || !row || !item) return null;
  const at = ports.clock.now().toISOString();
  const entry: AuditDraft = {
    id: `evidenceCopied ${by.staffId} ${at}`,
    action: 'evidenceCopied',
    actor: by.staffId,
    at,
    detail: { evidenceId: item.id, sha256: item.sha256 },
  };
  const outcome = await desk.change(by.submissionId, ({ incident, work }): Change<never> => {
    return {
      kind: 'changed',
      mustBeKept: true,
      draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
    };
  });
  if (outcome.kind === 'gone') return null;
  const bytes = await ports.evidence.read(row.boundary, item.driveItemId);
  return { item, reference: row.incident.reference, bytes };
}

import { isAllowed } from './ask-permission.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { ServicePorts } from './ports/service-ports.ts';

export type Verification = { kind: 'recorded'; isUnchanged: boolean } | { kind: 'notFound' };

/**
 * Enters into the custody log that a person recomputed a file's hash, and whether it is the one taken at capture. Only who may read
 * the register may; anybody else is told that there is no such incident. B-EVD-1, B-EVD-2.
 */
export async function recordVerification(
  ports: ServicePorts,
  desk: IncidentDesk,
  by: { staffId: string; submissionId: string; evidenceId: string; computedSha256: string },
): Promise<Verification> {
  const row = await desk.find(by.submissionId);
  const item = row?.incident.evidence.find((each) => each.id === by.evidenceId);
  const wish = { ...by, right: 'verify', entity: 'evidence', event: 'verifyEvidence' } as const;
  if (!(await isAllowed(ports, desk, row, wish)) || !item) return { kind: 'notFound' };
  const isUnchanged = item.sha256 === by.computedSha256;
  const at = ports.clock.now().toISOString();
  const entry: AuditDraft = {
    id: `evidenceVerified ${by.staffId} ${at}`,
    action: isUnchanged ? 'evidenceVerified' : 'evidenceMismatch',
    actor: by.staffId,
    at,
    detail: { evidenceId: item.id, computed: by.computedSha256, atCapture: item.sha256 },
  };
  await desk.change(by.submissionId, ({ incident, work }): Change<never> => {
    return {
      kind: 'changed',
      mustBeKept: false,
      draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
    };
  });
  return { kind: 'recorded', isUnchanged };
}

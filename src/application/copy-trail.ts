import { isAllowed } from './ask-permission.ts';
import { trailAsCsv, trailAsJsonLines } from './export-trail.ts';
import type { IncidentDesk } from './incident-desk.ts';
import type { AuditDraft, AuditEntry } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';

export const trailForms = ['csv', 'jsonl'] as const;
export type TrailForm = (typeof trailForms)[number];

export interface TrailCopy {
  reference: string;
  entries: readonly AuditEntry[];
  text: string;
}

/**
 * One record's history written out. That it was, by whom and in which form stands in the history before it leaves, and is in what leaves.
 * Null when the record is gone. X-AUD-1
 */
export async function writeOutTrail(
  ports: Pick<ServicePorts, 'audit' | 'clock'>,
  desk: IncidentDesk,
  row: RegisterRow,
  { actor, form, detail }: { actor: string; form: TrailForm; detail: Record<string, string> },
): Promise<TrailCopy | null> {
  const at = ports.clock.now().toISOString();
  const entry: AuditDraft = {
    id: `exported ${actor} ${at}`,
    action: 'exported',
    actor,
    at,
    detail: { ...detail, form },
  };
  const { reference, report } = row.incident;
  const outcome = await desk.change(report.submissionId, ({ incident, work }) => ({
    kind: 'changed',
    mustBeKept: true,
    draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
  }));
  if (outcome.kind === 'gone') return null;
  const { entries } = await ports.audit.chain(row.boundary, report.submissionId);
  const inOrder = entries.toSorted((one, other) => one.sequence - other.sequence);
  return { reference, entries: inOrder, text: form === 'csv' ? trailAsCsv(inOrder) : trailAsJsonLines(inOrder) };
}

/** The same for whoever keeps the register. Null for everybody else, and when there is no such record: one answer, which tells nothing. */
export async function copyTrail(
  ports: ServicePorts,
  desk: IncidentDesk,
  by: { staffId: string; submissionId: string; form: TrailForm },
): Promise<TrailCopy | null> {
  const row = await desk.find(by.submissionId);
  const wish = { ...by, right: 'copyOut', entity: 'audit', event: 'copyTrail' } as const;
  if (!(await isAllowed(ports, desk, row, wish)) || !row) return null;
  return writeOutTrail(ports, desk, row, { actor: by.staffId, form: by.form, detail: { via: 'tab' } });
}

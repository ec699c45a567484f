import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';

/** What became of the notices goes into the entry of the report itself when they left with it, else into one of its own. */
export function withOutcomes(
  row: RegisterRow,
  owed: readonly AuditDraft[],
  before: readonly Delivery[],
  incident: Incident,
): AuditDraft[] {
  const known = new Map(before.map((each) => [each.key, each]));
  const changed = incident.deliveries.filter((each) => {
    const old = known.get(each.key);
    return !old || old.state !== each.state;
  });
  const first = owed.find((each) => each.id === 'registered');
  const told = first ? incident.deliveries : changed;
  if (told.length === 0) return [...owed];
  const detail = Object.fromEntries(
    told.map((each) => [
      each.key.slice(row.incident.report.submissionId.length + 1),
      each.failure === null ? each.state : `${each.state}: ${each.failure}`,
    ]),
  );
  if (first) return owed.map((each) => (each === first ? { ...first, detail: { ...first.detail, ...detail } } : each));
  const attempts = told.map((each) => `${each.key}:${each.attempts}`).join(' ');
  const at =
    told
      .map((each) => each.at)
      .sort()
      .at(-1) ?? incident.reportedAt;
  return [...owed, { id: `notices ${attempts}`, action: 'noticesSent', actor: 'system', at, detail }];
}

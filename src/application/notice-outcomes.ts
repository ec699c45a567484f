import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { noticeFactNames } from '../domain/incident/notice-allow-list.ts';
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
  const disclosed = changed.filter(({ role, state }) => role === 'healthEnquiries' && state === 'sent').map(disclosure);
  const detail = Object.fromEntries(
    told.map((each) => [
      each.key.slice(row.incident.report.submissionId.length + 1),
      each.failure === null ? each.state : `${each.state}: ${each.failure}`,
    ]),
  );
  if (first) {
    const named = { ...first, detail: { ...first.detail, ...detail } };
    return [...owed.map((each) => (each === first ? named : each)), ...disclosed];
  }
  const attempts = told.map((each) => `${each.key}:${each.attempts}`).join(' ');
  const at =
    told
      .map((each) => each.at)
      .sort()
      .at(-1) ?? incident.reportedAt;
  const sent: AuditDraft = { id: `notices ${attempts}`, action: 'noticesSent', actor: 'system', at, detail };
  return [...owed, sent, ...disclosed];
}

/** A record given out because somebody's life may depend on it: logged by itself, asked of nobody. B-SUI-2, COM-3d-7. */
function disclosure({ key, role, at }: Delivery): AuditDraft {
  const detail = { role, basis: 'vitalInterests', facts: noticeFactNames.healthEnquiries.join(' ') };
  return { id: `disclosed ${key}`, action: 'disclosed', actor: 'system', at, detail };
}

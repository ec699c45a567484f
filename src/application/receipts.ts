import { claimedEvidence } from '../domain/incident/evidence-names.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { noticeOf } from './notices.ts';
import type { Receipt, ReceiptState, ReporterQuestion } from './ports/intake.ts';

const managerRoles: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate']);

/** What the reporter sees of each step. The order is that of `receiptSteps`. */
export function receiptsOf(incident: Incident): Receipt[] {
  return [
    { step: 'recorded', state: 'done', at: incident.reportedAt, reason: null },
    forwardReceipt(incident),
    evidenceReceipt(incident),
    managerReceipt(incident),
    toldReceipt(
      'securityTold',
      firstNotices(incident, (role) => role === 'security'),
    ),
  ];
}

/** What the reporter is asked, by whom, and whether it has been answered. T5 */
export function questionsFor({ questions }: Incident): ReporterQuestion[] {
  return questions.map(({ id, by, at, text, answer }) => ({
    id,
    askedBy: by.name,
    askedAt: at,
    text,
    answeredAt: answer?.at ?? null,
  }));
}

function forwardReceipt({ forward }: Incident): Receipt {
  const states: Record<typeof forward.state, ReceiptState> = {
    none: 'notNeeded',
    queued: 'waiting',
    sent: 'done',
    failed: 'failed',
    suppressed: 'withheld',
    released: 'working',
  };
  const reason = forward.state === 'suppressed' ? 'bombThreat' : null;
  return { step: 'forwarded', state: states[forward.state], at: forward.at, reason };
}

/** Done when everything that the report claims is there. */
function evidenceReceipt({ report, evidence }: Incident): Receipt {
  const step = 'evidenceFiled';
  const claimed = claimedEvidence(report);
  if (claimed.length === 0) return { step, state: 'notNeeded', at: null, reason: 'nothingAttached' };
  const filed = new Map(evidence.map((item) => [item.id, item.capturedAt]));
  const missing = claimed.filter((id) => !filed.has(id)).length;
  const at = [...filed.values()].sort().at(-1) ?? null;
  if (missing === 0) return { step, state: 'done', at, reason: null };
  return { step, state: filed.size === 0 ? 'waiting' : 'working', at, reason: null };
}

/** Whoever stands in for the manager; the fallback mail counts as well as the card. */
function managerReceipt(incident: Incident): Receipt {
  if (incident.manager === null) return { step: 'managerTold', state: 'notNeeded', at: null, reason: 'noManager' };
  return toldReceipt(
    'managerTold',
    firstNotices(incident, (role) => managerRoles.has(role)),
  );
}

function firstNotices(incident: Incident, isMeant: (role: Role) => boolean): Delivery[] {
  return incident.deliveries.filter((each) => isMeant(each.role) && noticeOf(each) === 'reported');
}

function toldReceipt(step: Receipt['step'], deliveries: readonly Delivery[]): Receipt {
  const sent = deliveries.find((each) => each.state === 'sent');
  if (sent) return { step, state: 'done', at: sent.at, reason: null };
  const open = deliveries.find((each) => each.state === 'queued' || each.state === 'failed');
  if (open) return { step, state: open.attempts === 0 ? 'waiting' : 'working', at: open.at, reason: open.failure };
  const lost = deliveries.find((each) => each.state === 'gaveUp');
  if (lost) return { step, state: 'failed', at: lost.at, reason: lost.failure };
  return { step, state: 'notNeeded', at: null, reason: deliveries.length === 0 ? 'notAsked' : 'excluded' };
}

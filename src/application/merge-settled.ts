import type { Delivery } from '../domain/incident/incident.ts';
import type { RegisterDraft, RegisterRow } from './ports/register.ts';

/** What settling a row has done, whether or not it could be stored. */
export interface Performed {
  row: RegisterRow;
  draft: RegisterDraft;
  /** Ids of the audit entries that stand in the list now. */
  written: string[];
}

/** Another writer's row with what was just done put into it. */
export function mergeSettled(present: RegisterRow, { draft: done, written }: Performed): RegisterRow {
  const outcomes = new Map(done.incident.deliveries.map((each) => [each.key, each]));
  const theirs = new Set(present.incident.deliveries.map((each) => each.key));
  const deliveries = [
    ...present.incident.deliveries.map((each) => further(each, outcomes.get(each.key))),
    ...done.incident.deliveries.filter((each) => !theirs.has(each.key)),
  ];
  const hasSentForward = present.work.owesForward && !done.work.owesForward;
  return {
    ...present,
    incident: {
      ...present.incident,
      deliveries,
      forward: hasSentForward ? done.incident.forward : present.incident.forward,
    },
    work: {
      ...present.work,
      owedEntries: present.work.owedEntries.filter((each) => !written.includes(each.id)),
      intakeRowIds: [...new Set([...present.work.intakeRowIds, ...done.work.intakeRowIds])],
      retryAt: { ...present.work.retryAt, ...done.work.retryAt },
      auditHead:
        present.work.auditHead.sequence > done.work.auditHead.sequence ? present.work.auditHead : done.work.auditHead,
      owesForward: present.work.owesForward && done.work.owesForward,
    },
  };
}

function further(present: Delivery, done: Delivery | undefined): Delivery {
  return done && done.attempts >= present.attempts ? done : present;
}

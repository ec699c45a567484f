import { combineNotices, strongerPolice } from '../domain/incident/amend.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
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
  const lateCards = present.incident.deliveries.flatMap((each) => {
    const outcome = outcomes.get(each.key);
    // One whose answer was lost may be out as well.
    return isTakenBack(each) && outcome && outcome.attempts > each.attempts && each.channel === 'card'
      ? [{ to: each.to, remoteId: outcome.remoteId, since: present.incident.reportedAt }]
      : [];
  });
  const hasRouted = present.work.owesRouting && !done.work.owesRouting;
  const hasSentForward = present.work.owesForward && !done.work.owesForward;
  return {
    ...present,
    incident: {
      ...present.incident,
      deliveries,
      ...(hasRouted ? routedTogether(present.incident, done.incident) : {}),
      // What the other writer knows of it is at least as new.
      switchboardAnswer: present.incident.switchboardAnswer ?? done.incident.switchboardAnswer,
      forward: hasSentForward ? done.incident.forward : present.incident.forward,
    },
    work: {
      ...present.work,
      owedEntries: present.work.owedEntries.filter((each) => !written.includes(each.id)),
      intakeRowIds: [...new Set([...present.work.intakeRowIds, ...done.work.intakeRowIds])],
      retryAt: withoutEnded({ ...present.work.retryAt, ...done.work.retryAt }, deliveries),
      auditHead:
        present.work.auditHead.sequence > done.work.auditHead.sequence ? present.work.auditHead : done.work.auditHead,
      owesForward: present.work.owesForward && done.work.owesForward,
      // Judged graver once more meanwhile: then once more.
      owesRouting: present.work.owesRouting && !(hasRouted && isSameJudgement(present.incident, done.incident)),
      // Taking a card away twice does no harm.
      owesRemovals: [...present.work.owesRemovals, ...lateCards],
    },
  };
}

function withoutEnded(retryAt: Record<string, string>, deliveries: readonly Delivery[]): Record<string, string> {
  const ended = new Set(
    deliveries.filter(({ state }) => state !== 'queued' && state !== 'failed').map(({ key }) => key),
  );
  return Object.fromEntries(Object.entries(retryAt).filter(([key]) => !ended.has(key)));
}

function routedTogether(present: Incident, done: Incident): Partial<Incident> {
  const hasMovedOn = present.state === 'localOnly' && done.state === 'withSecurity';
  return {
    routing: combineNotices(present.routing, done.routing),
    policeTask: strongerPolice(present.policeTask, done.policeTask),
    state: hasMovedOn ? done.state : present.state,
  };
}

function isSameJudgement(present: Incident, done: Incident): boolean {
  const isSameMark = (present.marks.particularlyAbusive === null) === (done.marks.particularlyAbusive === null);
  return isSameMark && present.severity === done.severity;
}

/** The other writer has taken the recipient's access away while the notice was on its way. C-21 */
function isTakenBack({ state, failure }: Delivery): boolean {
  return state === 'suppressed' && failure === 'excluded';
}

/** What has left has left, whoever else has tried in vain. */
function further(present: Delivery, done: Delivery | undefined): Delivery {
  if (isTakenBack(present) || present.state === 'sent' || !done) return present;
  return done.state === 'sent' || done.attempts >= present.attempts ? done : present;
}

import { strongest, urgencyRank } from '../routing/combine.ts';
import type { Delivery, Incident, RoutedNotice } from './incident.ts';
import type { Amendment } from './later-changes.ts';
import type { Report } from './report.ts';
import { severityAfterChange } from './severity.ts';
import type { Staff } from './staff.ts';
import { mustSecurityKnow } from './transitions.ts';
import type { IncidentState, PoliceTask } from './vocabulary.ts';

/**
 * Why an amendment is not taken. `closed` and `withdrawn`: the record is at its end. `otherRegister`: it would belong to other
 * readers; `welfarePath`: a call for help is never turned into anything else, nor anything else into one. These three and
 * `withdrawn` are reported anew. `tooLarge`: the record has no room for more old values.
 */
export type AmendmentRefusal = 'notYours' | 'closed' | 'withdrawn' | 'otherRegister' | 'welfarePath' | 'tooLarge';

/**
 * Whether the record may become what its author wants; null when it may. BEH-14.1-1, COM-3f-1, C-32.
 */
export function checkAmendment(
  { state, report }: Pick<Incident, 'state' | 'report'>,
  wanted: Report,
): AmendmentRefusal | null {
  if (state === 'withdrawn' || state === 'closed') return state;
  const crosses = (kind: Report['kind']) => (report.kind === kind) !== (wanted.kind === kind);
  if (crosses('internal')) return 'otherRegister';
  return crosses('suicideThreat') ? 'welfarePath' : null;
}

const policeOrder: readonly PoliceTask[] = ['none', 'prompt', 'now', 'mandatory', 'nowAndMandatory'];

export function strongerPolice(one: PoliceTask, other: PoliceTask): PoliceTask {
  const both = [one, other];
  if (both.includes('now') && both.includes('mandatory')) return 'nowAndMandatory';
  return policeOrder.indexOf(one) >= policeOrder.indexOf(other) ? one : other;
}

/** The union of both, each role with its strongest code and every reason: what was asked once is never taken back. */
export function combineNotices(present: readonly RoutedNotice[], fresh: readonly RoutedNotice[]): RoutedNotice[] {
  const known = new Map(present.map((each) => [each.role, each]));
  for (const notice of fresh) {
    const old = known.get(notice.role);
    const reasons = [...(old?.reasons ?? []), ...notice.reasons];
    const ids = [...new Set(reasons.map(({ ruleId }) => ruleId))];
    known.set(notice.role, {
      role: notice.role,
      urgency: old ? strongest(old.urgency, notice.urgency) : notice.urgency,
      reasons: ids.map((ruleId) => ({ ruleId })),
    });
  }
  return [...known.values()].sort((one, other) => urgencyRank(one.urgency) - urgencyRank(other.urgency));
}

/** What an implicated manager's place is taken by, found anew without the person, and without whomever that person chose. */
function withoutManager(present: Incident, fresh: Incident): Incident {
  const excluded = excludedTogether(present, fresh);
  const out = [...excluded, ...(present.manager ? [present.manager] : []), ...present.deputies];
  const isOut = (id: string) => out.some((each) => each.id === id);
  // The directory may name the same person by another way.
  const manager = fresh.manager && !isOut(fresh.manager.id) ? fresh.manager : null;
  const routing = present.routing.filter(({ role }) => role !== 'lineManager' && role !== 'managerAlternate');
  const isWaiting = present.state === 'managerReview' || present.state === 'infoRequested';
  const isTheirs = isWaiting || present.state === 'localOnly';
  return {
    ...present,
    manager,
    excludedManagerId: excluded[0]?.id ?? null,
    excluded,
    deputies: manager === null ? [] : fresh.deputies.filter(({ id }) => !isOut(id)),
    standsInFor: null,
    managerUnresolved: manager === null,
    routing,
    state: !isTheirs ? present.state : manager === null ? 'withSecurity' : 'managerReview',
    deliveries: out.reduce((kept, person) => kept.map((each) => withheldFrom(each, person)), present.deliveries),
  };
}

/** Whoever the reporter can have meant, the reviewer until now first; a substitute only stood in for that person. C-21 */
function excludedTogether(present: Incident, fresh: Incident): Staff[] {
  const meant = present.standsInFor ?? present.manager;
  const all = [...present.excluded, ...(meant ? [meant] : []), ...fresh.excluded];
  return [...new Map(all.map(({ id, name, address }) => [id, { id, name, address }])).values()];
}

/** What has not left for that person does not leave; a card that has is taken back by whoever stores this. */
function withheldFrom(delivery: Delivery, person: Staff): Delivery {
  const isTheirs = delivery.to === person.id || (person.address !== '' && sameAddress(delivery.to, person.address));
  const isOver = delivery.state === 'gaveUp' || (delivery.state === 'sent' && delivery.channel === 'mail');
  return isTheirs && !isOver ? { ...delivery, state: 'suppressed', failure: 'excluded' } : delivery;
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The record with the report as it is now meant. `fresh` is what the rules make of the new version by themselves. Severity, police
 * task, recipients and retention may only grow; whoever was told is not told again, and the reviewer stays, unless the manager is
 * now said to be involved: then access ends at once. The reporter's old values go into the amendment. BEH-14.1-1, C-21.
 */
export function amendIncident(present: Incident, fresh: Incident, amendment: Amendment): Incident {
  const isNewlyImplicated = fresh.report.manager.implicated && !present.report.manager.implicated;
  const base = isNewlyImplicated ? withoutManager(present, fresh) : present;
  const judged = severityAfterChange(
    { severity: present.severity, reasons: present.severityReasons },
    { severity: fresh.severity, reasons: fresh.severityReasons },
  );
  const isSuppressedNow = fresh.forward.state === 'suppressed' && ['queued', 'failed'].includes(base.forward.state);
  const routing = combineNotices(
    base.routing,
    // The reviewer is found once; only an involved manager is replaced.
    fresh.routing.filter(({ role }) => isNewlyImplicated || !(base.managerUnresolved && isManagerRole(role))),
  );
  const amended: Incident = {
    ...base,
    report: fresh.report,
    severity: judged.severity,
    severityReasons: judged.reasons,
    policeTask: strongerPolice(base.policeTask, fresh.policeTask),
    officeHours: fresh.officeHours,
    routing,
    duties: [
      ...base.duties,
      ...fresh.duties
        .filter(({ role }) => !base.duties.some((each) => each.role === role))
        .map((duty) => ({ ...duty, dueAt: later(duty.dueAt, fresh.reportedAt, amendment.at) })),
    ],
    retention: fresh.retention.eligibleFrom > base.retention.eligibleFrom ? fresh.retention : base.retention,
    forward: isSuppressedNow ? fresh.forward : base.forward,
    amendments: [...base.amendments, amendment],
  };
  const state = stateAfter(amended);
  const isPassedOn = state === 'withSecurity' && present.state !== 'withSecurity';
  return { ...amended, state, passedOnAt: isPassedOn ? amendment.at : amended.passedOnAt };
}

/** The same time span, counted from the amendment. */
function later(dueAt: string, from: string, now: string): string {
  return new Date(Date.parse(dueAt) - Date.parse(from) + Date.parse(now)).toISOString();
}

function isManagerRole(role: RoutedNotice['role']): boolean {
  return role === 'lineManager' || role === 'managerAlternate';
}

/** What a manager has kept local goes on when Security must know of it now. T4, T8. */
function stateAfter(incident: Incident): IncidentState {
  return incident.state === 'localOnly' && mustSecurityKnow(incident) ? 'withSecurity' : incident.state;
}

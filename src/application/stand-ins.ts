import { addDays } from '../domain/calendar/dates.ts';
import { instantOfLondonTime, londonDateOf } from '../domain/calendar/london-time.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { isEnded } from '../domain/incident/manager-answer.ts';
import type { Holder } from '../domain/incident/manager-work.ts';
import { type AbsenceRefusal, checkAbsence } from '../domain/incident/plan-absence.ts';
import { managerRoleOf } from '../domain/incident/roles-in-record.ts';
import { deputise, endStandIn } from '../domain/incident/stand-in.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { queued, withDeliveries } from './notices.ts';
import type { AbsenceRecord } from './ports/absences.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { StaffRecord } from './ports/directory.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/** Other replicas see a change within a minute; for so long a report may still be taken by what was true before. */
const settledMs = 5 * 60_000;
/** Days after its end for which an absence is kept. */
const keptDays = 30;
/** For so long a replica has a mail for itself; after that another looks whether it has left. */
const tellingMs = 2 * 60_000;

export interface StandInRequest {
  /** Made by the person's own device, so that asking twice enters one. */
  id: string;
  deputyId: string;
  from: string;
  until: string;
  mode: AbsenceRecord['mode'];
}

export type Entered =
  | { kind: 'entered'; absence: AbsenceRecord }
  | { kind: 'refused'; refusal: AbsenceRefusal | 'noTeam' };

/**
 * Managers who are away, and who stands in. Entering one takes effect at once for new reports; the open ones are passed on, and given back
 * at the end, by whichever replica comes to it, and once: each change finds whether it has been made. BEH-5.1-1
 */
export class StandIns {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /** The person's own absences, and those in which they stand in, that are not over; the next to begin first. */
  async of(staffId: string): Promise<{ own: AbsenceRecord[]; standsIn: AbsenceRecord[] }> {
    await this.#ports.absences.refresh();
    const today = this.#today();
    const all = (await this.#ports.absences.all()).filter(({ until }) => until >= today);
    const sorted = [...all].sort((one, other) => (one.from < other.from ? -1 : 1));
    return {
      own: sorted.filter(({ managerId }) => managerId === staffId),
      standsIn: sorted.filter(({ deputy, from }) => deputy.id === staffId && from <= today),
    };
  }

  /** Enters an absence of this manager. Nobody but a manager has reports that somebody could stand in for. */
  async enter(managerId: string, wanted: StandInRequest): Promise<Entered> {
    const { absences, directory, clock } = this.#ports;
    await absences.refresh();
    const present = await absences.all();
    const known = present.find((each) => each.managerId === managerId && each.id === wanted.id);
    if (known) return { kind: 'entered', absence: known };
    const [manager, deputy, team] = await Promise.all([
      directory.find(managerId),
      directory.find(wanted.deputyId),
      directory.reportsOf(managerId),
    ]);
    if (!manager || team.length === 0) return { kind: 'refused', refusal: 'noTeam' };
    const { id, from, until, mode } = wanted;
    const plan = { id, managerId, deputy: deputy && holderFrom(deputy), from, until, mode };
    const refusal = checkAbsence(plan, present, this.#today());
    if (refusal !== null || !plan.deputy) return { kind: 'refused', refusal: refusal ?? 'deputyUnknown' };
    const absence: AbsenceRecord = {
      ...plan,
      deputy: plan.deputy,
      manager: holderFrom(manager),
      enteredAt: clock.now().toISOString(),
      endedAt: null,
      stage: 'entered',
      told: [],
      tellingUntil: null,
    };
    await absences.add(absence);
    return { kind: 'entered', absence };
  }

  /** Ends it now: from here on the substitute reads nothing. False when this manager has no such absence. */
  async end(managerId: string, id: string): Promise<boolean> {
    const { absences, clock } = this.#ports;
    await absences.refresh();
    const found = (await absences.all()).find((each) => each.managerId === managerId && each.id === id);
    if (!found) return false;
    const yesterday = addDays(this.#today(), -1);
    if (found.until <= yesterday) return true;
    await absences.save({ ...found, until: yesterday, endedAt: clock.now().toISOString() });
    return true;
  }

  /** Takes in what has changed and does what is owed; asks for nothing but changes while there is nothing to do. */
  async run(): Promise<void> {
    await this.#ports.absences.refresh();
    for (const absence of await this.#ports.absences.all()) {
      try {
        await this.#follow(absence);
      } catch (error) {
        // Another replica was first; the next run sees how far it came.
        if (!isRemoteError(error) || (error.code !== 'changedMeanwhile' && error.code !== 'notFound')) throw error;
      }
    }
  }

  async #follow(absence: AbsenceRecord): Promise<void> {
    const today = this.#today();
    let now = absence;
    if (now.endedAt === null && now.until >= today) now = await this.#tell(now, 'chosen');
    if (now.endedAt !== null && now.told.includes('chosen')) now = await this.#tell(now, 'ended');
    const { stage, from, until } = now;
    if (stage === 'entered' && from <= today && today <= until) {
      await this.#passOn(now);
      if (this.#isSettled(now.enteredAt, from)) await this.#ports.absences.save({ ...now, stage: 'passed' });
    } else if (stage !== 'over' && until < today) {
      await this.#giveBack(now);
      const endedAt = now.endedAt ?? now.enteredAt;
      if (this.#isSettled(endedAt, addDays(until, 1))) await this.#ports.absences.save({ ...now, stage: 'over' });
    } else if (stage === 'over' && addDays(until, keptDays) < today) {
      await this.#ports.absences.remove(now);
    }
  }

  /** Once: one replica at a time, and after a crash the mail is found by the absence's own key. */
  async #tell(absence: AbsenceRecord, what: 'chosen' | 'ended'): Promise<AbsenceRecord> {
    if (absence.told.includes(what)) return absence;
    const now = this.#ports.clock.now().getTime();
    if (absence.tellingUntil !== null && Date.parse(absence.tellingUntil) > now) return absence;
    const mine = { ...absence, tellingUntil: new Date(now + tellingMs).toISOString() };
    await this.#ports.absences.save(mine);
    const mail = this.#ports.writer.standIn(absence, what);
    const key = `absence/${absence.managerId}/${absence.id}/${what}`;
    try {
      await this.#ports.mailbox.sendOnce(
        { ...mail, key, to: [absence.deputy.address], attachment: null },
        { resume: true },
      );
    } catch (error) {
      if (!isRemoteError(error) || error.isRepeatable) throw error;
      // No mailbox: the absence counts all the same, and stands under "My team".
      this.#ports.log.warn('standInNotTold', { failure: error.code });
    }
    const told: AbsenceRecord = { ...absence, told: [...absence.told, what], tellingUntil: null };
    await this.#ports.absences.save(told);
    return told;
  }

  async #passOn(absence: AbsenceRecord): Promise<void> {
    for (const row of await this.#ports.register.awaitedOf(absence.managerId)) {
      if (!deputise(row.incident, absence)) continue;
      await this.#change(row, absence, (incident) => {
        const after = deputise(incident, absence);
        return after && { incident: after, cardTo: absence.deputy.id };
      });
    }
  }

  async #giveBack(absence: AbsenceRecord): Promise<void> {
    const { managerId, deputy, until } = absence;
    const ending = { managerId, deputyId: deputy.id, lastDay: until };
    let manager: Holder | null | undefined;
    for (const row of await this.#ports.register.stoodInBy(deputy.id)) {
      if (!endStandIn(row.incident, ending, absence.manager)) continue;
      if (manager === undefined) {
        const found = await this.#ports.directory.find(managerId);
        manager = found && holderFrom(found);
      }
      const isAlone = row.incident.standsInFor?.id === managerId;
      await this.#change(row, absence, (incident) => {
        const after = endStandIn(incident, ending, manager ?? null);
        return after && { incident: after, cardTo: isAlone && !isEnded(after) ? managerId : null };
      });
    }
  }

  async #change(
    row: RegisterRow,
    { id, managerId, deputy, mode }: AbsenceRecord,
    make: (incident: Incident) => { incident: Incident; cardTo: string | null } | null,
  ): Promise<void> {
    const at = this.#ports.clock.now().toISOString();
    const { submissionId } = row.incident.report;
    await this.#desk.change(submissionId, ({ incident, work }): Change<'nothingToDo'> => {
      const made = make(incident);
      if (!made) return { kind: 'refused', refusal: 'nothingToDo' };
      const { cardTo } = made;
      const cards =
        cardTo === null
          ? []
          : [
              queued(
                submissionId,
                'reported',
                { role: managerRoleOf(made.incident, cardTo), channel: 'card', to: cardTo },
                at,
              ),
            ];
      const until = made.incident.deputies.find((each) => each.id === deputy.id)?.until ?? '';
      const entry: AuditDraft = {
        id: `deputised ${managerId} ${id} ${until}`,
        action: 'deputised',
        actor: managerId,
        at,
        detail: { deputy: deputy.id, until, mode },
      };
      return {
        kind: 'changed',
        mustBeKept: true,
        draft: {
          incident: { ...made.incident, deliveries: withDeliveries(incident.deliveries, cards) },
          work: { ...work, owedEntries: [...work.owedEntries, entry], owesRedraw: true },
        },
      };
    });
  }

  #today(): string {
    return londonDateOf(this.#ports.clock.now().toISOString());
  }

  /** Since it was written, and since the day (London's) has begun. */
  #isSettled(writtenAt: string, day: string): boolean {
    const since = Math.max(Date.parse(writtenAt), Date.parse(instantOfLondonTime(day, 0)));
    return this.#ports.clock.now().getTime() - since > settledMs;
  }
}

function holderFrom({ id, name, address, language }: StaffRecord): Holder {
  return { id, name, address, language };
}

import { holderOf } from '../../domain/incident/holders.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Holder } from '../../domain/incident/manager-work.ts';
import { type AlertRefusal, alertedOf, alertTeam, teamLeaderOf } from '../../domain/incident/team-alert.ts';
import type { TeamMeasure } from '../../domain/incident/team-measures.ts';
import type { Change, IncidentDesk } from '../incident-desk.ts';
import { queued, withDeliveries } from '../notices.ts';
import type { AuditDraft } from '../ports/audit.ts';
import type { ServicePorts } from '../ports/service-ports.ts';
import type { TeamResult } from '../ports/team.ts';

/** Tells the team that something has happened and what to do, in words that can say nothing else. Once a record. BEH-8.6-1 */
export class AlertDesk {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /** How many would be told, and in whose name; null when the record is not there, or not theirs. */
  async preview(actorId: string, submissionId: string): Promise<{ people: number; sender: string } | null> {
    const row = await this.#desk.find(submissionId);
    const holder = row && this.#holder(row.incident, actorId);
    if (!row || !holder) return null;
    return { people: (await this.#members(row.incident, actorId)).length, sender: holder.name };
  }

  async send(
    actorId: string,
    submissionId: string,
    measures: readonly TeamMeasure[],
  ): Promise<TeamResult<Incident, AlertRefusal> | null> {
    const row = await this.#desk.find(submissionId);
    if (!row || !this.#holder(row.incident, actorId)) return null;
    const team = await this.#members(row.incident, actorId);
    const at = this.#ports.clock.now().toISOString();
    const outcome = await this.#desk.change(
      submissionId,
      ({ incident, work }): Change<AlertRefusal | 'notYours'> => {
        const holder = this.#holder(incident, actorId);
        if (!holder) return { kind: 'refused', refusal: 'notYours' };
        // Who must find no trace is asked of the record as it stands now.
        const members = alertedOf(incident, team, actorId);
        const { id, name, address } = holder;
        const made = alertTeam(incident, { measures, members }, { by: { id, name, address }, at });
        if (!made.ok) return { kind: 'refused', refusal: made.refusal };
        const mails = members.map((member) =>
          queued(submissionId, 'teamAlerted', { role: 'teamMember', channel: 'mail', to: member.address }, at),
        );
        const people = String(members.length);
        const chosen = made.incident.teamAlert?.measures.join(' ') ?? '';
        const entries: AuditDraft[] = [
          { id: 'teamAlerted', action: 'teamAlerted', actor: actorId, at, detail: { people, measures: chosen } },
          {
            id: 'disclosed teamAlert',
            action: 'disclosed',
            actor: actorId,
            at,
            detail: { role: 'teamMember', people, purpose: 'safetyOfTeam', facts: 'measures' },
          },
        ];
        return {
          kind: 'changed',
          mustBeKept: true,
          draft: {
            incident: { ...made.incident, deliveries: withDeliveries(incident.deliveries, mails) },
            work: { ...work, owedEntries: [...work.owedEntries, ...entries] },
          },
        };
      },
      { later: true },
    );
    if (outcome.kind === 'changed') return { kind: 'done', value: outcome.row.incident };
    if (outcome.kind === 'gone' || outcome.refusal === 'notYours') return null;
    return { kind: 'refused', refusal: outcome.refusal };
  }

  #holder(incident: Incident, actorId: string): Holder | null {
    return holderOf(incident, actorId, this.#ports.clock.now().toISOString());
  }

  async #members(incident: Incident, actorId: string): Promise<Holder[]> {
    const leaderId = teamLeaderOf(incident);
    const team = leaderId === null ? [] : await this.#ports.directory.reportsOf(leaderId);
    const holders = team.map(({ id, name, address, language }) => ({ id, name, address, language }));
    return alertedOf(incident, holders, actorId);
  }
}

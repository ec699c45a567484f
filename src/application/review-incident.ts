import type { Incident } from '../domain/incident/incident.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { type TransitionRefusal, transition } from '../domain/incident/transitions.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { withDeliveries } from './notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { tellOfMove } from './tell-of-move.ts';

export type ReviewAnswer =
  | { kind: 'done'; row: RegisterRow }
  | { kind: 'refused'; refusal: TransitionRefusal; incident: Incident }
  | { kind: 'gone' };

/** What the manager does with an incident from the card. Who acts comes from the bot token's identity, never from the card. */
export class ReviewIncident {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /** The incident, and whether this person is the manager who may read its details. Null when there is no such incident. */
  async view(submissionId: string, actorId: string): Promise<{ row: RegisterRow; isManager: boolean } | null> {
    const row = await this.#desk.find(submissionId);
    return row && { row, isManager: isManagerOf(row.incident, actorId) };
  }

  /**
   * Comment and forward to Security in one step (T6). The essential is stored before the answer; notices follow, and survive a
   * crash. Refused, with nothing changed: the wrong person, a repeat, a record that moved on, a missing or over-long comment.
   * BEH-8.2-1; scenario S5.
   */
  async forward(submissionId: string, actorId: string, comment: string): Promise<ReviewAnswer> {
    let seen: Incident | null = null;
    const at = this.#ports.clock.now().toISOString();
    const outcome = await this.#desk.change(
      submissionId,
      (row): Change<TransitionRefusal> => {
        seen = row.incident;
        return this.#forwarded(row, actorId, comment, at);
      },
      { later: true },
    );
    if (outcome.kind === 'gone' || seen === null) return { kind: 'gone' };
    if (outcome.kind === 'changed') return { kind: 'done', row: outcome.row };
    if (outcome.refusal === 'notYours') this.#noteAttempt(submissionId, actorId, at);
    return { kind: 'refused', refusal: outcome.refusal, incident: seen };
  }

  #forwarded(row: RegisterRow, actorId: string, comment: string, at: string): Change<TransitionRefusal> {
    const { incident, work } = row;
    const staff: Staff =
      isManagerOf(incident, actorId) && incident.manager ? staffOf(incident.manager) : stranger(actorId);
    const moved = transition(
      incident,
      { type: 'forwardToSecurity', comment, via: 'card', at },
      { kind: 'person', staff, groups: [] },
    );
    if (!moved.ok) return { kind: 'refused', refusal: moved.refusal };
    const told = tellOfMove(
      moved.incident,
      { event: 'forwardToSecurity', tell: moved.tell, at },
      this.#ports.organisation(),
    );
    const entry: AuditDraft = {
      id: `moved ${at}`,
      action: 'moved',
      actor: actorId,
      at,
      detail: { event: 'forwardToSecurity', from: incident.state, to: moved.incident.state, via: 'card' },
    };
    return {
      kind: 'changed',
      mustBeKept: true,
      draft: {
        incident: { ...moved.incident, deliveries: withDeliveries(incident.deliveries, told) },
        work: { ...work, owedEntries: [...work.owedEntries, entry], owesReceipts: true, owesRedraw: true },
      },
    };
  }

  /** A refused attempt is in the trail too (X-AUD-1); the person need not wait for that. */
  #noteAttempt(submissionId: string, actorId: string, at: string): void {
    const detail = { event: 'forwardToSecurity', refusal: 'notYours', via: 'card' };
    const entry: AuditDraft = { id: `refused ${actorId} ${at}`, action: 'refused', actor: actorId, at, detail };
    this.#desk.changeInBackground(submissionId, ({ incident, work }) => ({
      kind: 'changed',
      mustBeKept: false,
      draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
    }));
  }
}

function isManagerOf(incident: Incident, actorId: string): boolean {
  return incident.manager?.id === actorId && incident.excludedManagerId !== actorId;
}

function staffOf({ id, name, address }: Staff): Staff {
  return { id, name, address };
}

function stranger(id: string): Staff {
  return { id, name: '', address: '' };
}

import { type Answered, type AnswerRefusal, answerAsManager } from '../domain/incident/answer-as-manager.ts';
import { holderOf, isExcluded } from '../domain/incident/holders.ts';
import type { Comment, Incident } from '../domain/incident/incident.ts';
import type { ManagerAnswer, ManagerVerb } from '../domain/incident/manager-answer.ts';
import type { Holder } from '../domain/incident/manager-work.ts';
import { mayDo } from '../domain/incident/permissions.ts';
import { deadlineSettings } from './assessment-settings.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { noteAttempt } from './note-refusal.ts';
import { withDeliveries } from './notices.ts';
import type { AuditAction, AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { tellOfAnswer } from './tell-of-answer.ts';

type Via = Extract<Comment['via'], 'card' | 'tab'>;

export type ReviewAnswer =
  | { kind: 'done'; row: RegisterRow; holder: Holder }
  /** `incident` and `holder` only for somebody who answers for it: nobody else learns anything. */
  | { kind: 'refused'; refusal: AnswerRefusal; incident: Incident | null; holder: Holder | null }
  | { kind: 'gone' };

/** What the trail calls each answer that is no move of the record. */
const actionOf: Partial<Record<ManagerVerb, AuditAction>> = {
  comment: 'commented',
  tellHr: 'dutyDone',
  tellDesks: 'dutyDone',
  requestGuards: 'taskOpened',
  requestPolice: 'taskOpened',
  customerSpoken: 'customerTold',
  customerWritten: 'customerTold',
  planMeeting: 'meetingPlanned',
  raiseSeverity: 'severityRaised',
  markAbusive: 'marked',
};

/** What the manager, or a deputy, does with an incident. Who acts comes from a token's identity, never from card or page. */
export class ReviewIncident {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /**
   * The incident, and this person as one who answers for it; `holder` null for whoever was sent the card and answers for it no longer,
   * who sees what stands in the chat. Null for everybody else, as when there is no such incident: a card's data proves nothing, and
   * who guesses an id learns nothing (C-21).
   */
  async view(submissionId: string, actorId: string): Promise<{ row: RegisterRow; holder: Holder | null } | null> {
    const row = await this.#desk.find(submissionId);
    if (!row) return this.#unknown('refresh');
    const at = this.#ports.clock.now().toISOString();
    const holder = mayAnswer(row.incident, actorId, at) ? holderOf(row.incident, actorId, at) : null;
    if (holder || wasSentCard(row.incident, actorId)) return { row, holder };
    this.#noteAttempt(submissionId, { actorId, at, event: 'refresh', refusal: 'notYours', via: 'card' });
    return null;
  }

  /**
   * Takes an answer. The essential is stored before this returns; notices follow, and survive a crash. Refused, with nothing changed:
   * the wrong person, a repeat, a record that moved on, or what the answer itself lacks. BEH-8.2-1; scenarios S4, S5.
   */
  async answer(submissionId: string, actorId: string, answer: ManagerAnswer, via: Via): Promise<ReviewAnswer> {
    let seen: Incident | null = null;
    const at = this.#ports.clock.now().toISOString();
    const outcome = await this.#desk.change(
      submissionId,
      (row): Change<AnswerRefusal> => {
        seen = row.incident;
        return this.#answered(row, actorId, answer, { at, via });
      },
      { later: true },
    );
    const incident = seen as Incident | null;
    if (outcome.kind === 'gone' || incident === null) return this.#unknown(answer.verb) ?? { kind: 'gone' };
    const holder = holderOf(incident, actorId, at);
    if (outcome.kind === 'changed' && holder) return { kind: 'done', row: outcome.row, holder };
    const refusal = outcome.kind === 'refused' ? outcome.refusal : 'notYours';
    if (refusal === 'notYours' || refusal === 'securityMustKnow') {
      this.#noteAttempt(submissionId, { actorId, at, event: answer.verb, refusal, via });
    }
    if (!holder && !wasSentCard(incident, actorId)) return { kind: 'gone' };
    return { kind: 'refused', refusal, incident: holder ? incident : null, holder };
  }

  #answered(
    { incident, work }: RegisterRow,
    actorId: string,
    answer: ManagerAnswer,
    { at, via }: { at: string; via: Via },
  ): Change<AnswerRefusal> {
    if (!mayAnswer(incident, actorId, at)) return { kind: 'refused', refusal: 'notYours' };
    const organisation = this.#ports.organisation();
    const deadlines = deadlineSettings(organisation);
    const result = answerAsManager(incident, answer, { actorId, at, via, deadlines });
    if (!result.ok) return { kind: 'refused', refusal: result.refusal };
    const told = tellOfAnswer(result, organisation, at);
    return {
      kind: 'changed',
      mustBeKept: true,
      draft: {
        incident: { ...result.incident, deliveries: withDeliveries(incident.deliveries, told) },
        work: {
          ...work,
          owedEntries: [...work.owedEntries, entryFor(incident, result, { answer, actorId, at, via })],
          owesReceipts: true,
          owesRedraw: true,
          owesRouting: work.owesRouting || result.isGraver,
        },
      },
    };
  }

  #unknown(event: string): null {
    this.#ports.log.warn('answerRefused', { event, refusal: 'unknown' });
    return null;
  }

  /** A refused attempt is in the log and in the trail too (X-AUD-1); the person need not wait for that. */
  #noteAttempt(submissionId: string, attempt: Parameters<typeof noteAttempt>[2]): void {
    this.#ports.log.warn('answerRefused', { event: attempt.event, refusal: attempt.refusal });
    noteAttempt(this.#desk, submissionId, attempt);
  }
}

/** By the table: whoever may comment answers with every verb; which of them are open is asked of the record. Model 6 */
function mayAnswer(incident: Incident, actorId: string, at: string): boolean {
  return mayDo(incident, { id: actorId, groups: [] }, 'comment', 'incident', at);
}

/** Has it in the own chat, and was meant to. */
function wasSentCard(incident: Incident, staffId: string): boolean {
  const isRecipient = incident.deliveries.some(({ channel, to }) => channel === 'card' && to === staffId);
  return isRecipient && !isExcluded(incident, staffId);
}

function entryFor(
  before: Incident,
  { incident, event, detail }: Answered,
  { answer, actorId, at, via }: { answer: ManagerAnswer; actorId: string; at: string; via: Via },
): AuditDraft {
  const moved: Record<string, string> = event === null ? {} : { event, from: before.state, to: incident.state };
  return {
    id: `${answer.verb} ${actorId} ${at}`,
    action: event === null ? (actionOf[answer.verb] ?? 'changed') : 'moved',
    actor: actorId,
    at,
    detail: { ...detail, ...moved, via },
  };
}

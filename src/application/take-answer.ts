import { openQuestion } from '../domain/incident/holders.ts';
import type { Incident } from '../domain/incident/incident.ts';
import { mayDo } from '../domain/incident/permissions.ts';
import type { AnswerEntry } from '../domain/incident/report.ts';
import { type TransitionRefusal, transition } from '../domain/incident/transitions.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { noteRefusal, refuseStranger } from './note-refusal.ts';
import { withDeliveries } from './notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { answerEntrySchema, parsePayload } from './report-schema.ts';
import { answerEntry, type EntryTaker } from './take-entry.ts';
import { tellOfMove } from './tell-of-move.ts';

/** `alreadyAnswered`: with other words, from another device or by the manager who was told it. What is said here is shown to the reporter. */
export type ReporterAnswerRefusal = TransitionRefusal | 'alreadyAnswered' | 'withdrawn' | 'merged';

/**
 * Takes the reporter's answer to the manager's question, once, from the author of the report alone. One that comes after the record went
 * on without it, or was closed, is kept beside the question all the same, and moves nothing. A second one with other words is refused, so
 * that nobody believes that it was taken. T5.
 */
export function answerTaker(ports: ServicePorts, desk: IncidentDesk): EntryTaker {
  return async (row) => {
    const entry = parsePayload(answerEntrySchema, row.payload);
    if (row.authorId === null || entry?.submissionId !== row.submissionId) {
      await answerEntry(ports, row, { incident: null, refusal: row.authorId === null ? 'noAuthor' : 'unreadable' });
      return 'refused';
    }
    let seen: Incident | null = null;
    const outcome = await desk.change(entry.submissionId, (present): Change<ReporterAnswerRefusal> => {
      seen = present.incident;
      return answered(ports, present, row, entry);
    });
    if (outcome.kind === 'gone') return 'waiting';
    if (outcome.kind === 'changed') {
      await answerEntry(ports, row, { incident: outcome.row.incident, refusal: null });
      return 'known';
    }
    const incident = seen as Incident | null;
    if (incident?.reporter.id !== row.authorId) return refuseStranger(ports, desk, row, 'answerManager');
    const refusal = outcome.refusal === 'alreadyDone' ? null : outcome.refusal;
    if (refusal !== null) await noteRefusal(desk, entry.submissionId, { row, event: 'answerManager', refusal });
    await answerEntry(ports, row, { incident, refusal });
    return refusal === null ? 'known' : 'refused';
  };
}

function answered(
  ports: ServicePorts,
  { incident, work }: RegisterRow,
  row: IntakeRow,
  entry: AnswerEntry,
): Change<ReporterAnswerRefusal> {
  const author = { id: row.authorId ?? '', groups: [] };
  if (!mayDo(incident, author, 'add', 'incident', row.createdAt)) return { kind: 'refused', refusal: 'notYours' };
  const { reporter: staff } = incident;
  const at = row.createdAt;
  const question = incident.questions.find(({ id }) => id === entry.questionId);
  if (!question) return { kind: 'refused', refusal: 'movedOn' };
  if (question.answer) {
    // Added again after an answer of the network's was lost, it says the same.
    return { kind: 'refused', refusal: question.answer.text === entry.text ? 'alreadyDone' : 'alreadyAnswered' };
  }
  if (incident.state === 'withdrawn' || incident.state === 'merged')
    return { kind: 'refused', refusal: incident.state };
  const isAwaited = incident.state === 'infoRequested' && openQuestion(incident) === question;
  const moved = isAwaited
    ? transition(incident, { type: 'answerManager', text: entry.text, at }, { kind: 'person', staff, groups: [] })
    : null;
  if (moved && !moved.ok) return { kind: 'refused', refusal: moved.refusal };
  const answer = { by: staff, at, text: entry.text };
  const after: Incident = moved
    ? moved.incident
    : {
        ...incident,
        questions: incident.questions.map((each) => (each === question ? { ...each, answer } : each)),
      };
  const told = tellOfMove(after, { event: 'answerManager', tell: ['lineManager'], at }, ports.organisation());
  const audit: AuditDraft = {
    id: `answered ${question.id} ${at}`,
    action: moved ? 'moved' : 'questionAnswered',
    actor: staff.id,
    at,
    detail: {
      question: question.id,
      ...(moved ? { event: 'answerManager', from: incident.state, to: after.state } : {}),
    },
  };
  return {
    kind: 'changed',
    mustBeKept: true,
    draft: {
      incident: { ...after, deliveries: withDeliveries(incident.deliveries, told) },
      work: { ...work, owedEntries: [...work.owedEntries, audit], owesReceipts: true, owesRedraw: true },
    },
  };
}

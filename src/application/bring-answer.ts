import type { Incident } from '../domain/incident/incident.ts';
import { namedQuestion, type SwitchboardAnswer, saysTheSame } from '../domain/incident/switchboard-question.ts';
import { markOf } from './notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';

type Kept = { incident: Incident; work: IncidentWork };

/** The rows in which a question was put, of whoever put it first: nobody else can claim it, nor hear of its answer. */
export function askersRows(rows: readonly IntakeRow[]): IntakeRow[] {
  const asked = rows.filter(({ entryType }) => entryType === 'switchboardQuery');
  const [first] = asked.toSorted((one, other) => Number(one.rowId) - Number(other.rowId));
  return first?.authorId ? asked.filter(({ authorId }) => authorId === first.authorId) : [];
}

/** The record with the answer and its entry in the trail; null when it says that already. X-AUD-1 */
export function withAnswer({ incident, work }: Kept, answer: SwitchboardAnswer): Kept | null {
  const { switchboardAnswer: present } = incident;
  if (present?.queryId === answer.queryId && saysTheSame(present, answer)) return null;
  const entry: AuditDraft = {
    // A correction may come within the same second.
    id: `switchboardAnswered ${answer.queryId} ${answer.answeredAt} ${markOf(JSON.stringify(answer))}`,
    action: 'switchboardAnswered',
    actor: answer.answeredBy.id,
    at: answer.answeredAt,
    detail: { putThrough: answer.putThrough },
  };
  return {
    incident: { ...incident, switchboardAnswer: answer },
    work: { ...work, owedEntries: [...work.owedEntries, entry], owesReceipts: true },
  };
}

/**
 * The answer to the reporter's own question, where it was there before the report was. One that comes later finds the report by the
 * question's id (`SwitchboardDesk`). Both first write and then look, so that one of them sees the other. COM-4.1-2
 */
export async function bringAnswer(
  ports: Pick<ServicePorts, 'intake'>,
  row: Pick<RegisterRow, 'incident' | 'work'>,
): Promise<Kept> {
  const kept = { incident: row.incident, work: row.work };
  const queryId = namedQuestion(row.incident.report);
  if (queryId === null || row.incident.switchboardAnswer?.queryId === queryId) return kept;
  const rows = askersRows(await ports.intake.bySubmission(queryId));
  const answered = rows.find(({ authorId, reply }) => authorId === row.incident.reporter.id && reply !== null);
  return (answered?.reply && withAnswer(kept, answered.reply)) ?? kept;
}

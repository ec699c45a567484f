import {
  type PutThrough,
  putThroughAnswers,
  quotedLimit,
  type SwitchboardAnswer,
  saysTheSame,
} from '../domain/incident/switchboard-question.ts';
import type { SwitchboardRow } from './ports/switchboard-list.ts';

/**
 * `answered`: people said something new. `spoilt`: the columns no longer say what the record does, and are put right. `same`: nothing
 * to do.
 */
export type ReadRow = { kind: 'answered'; answer: SwitchboardAnswer } | { kind: 'spoilt' } | { kind: 'same' };

/**
 * What a person made of a question, in the tab or in SharePoint itself. An answer may be corrected, not taken back to nothing: then
 * "cannot remember" is the answer. Time and extension are not theirs to change. COM-4.1-2
 */
export function readSwitchboardRow(row: SwitchboardRow): ReadRow {
  const { columns, record, modifiedBy } = row;
  if (!modifiedBy) return { kind: 'same' };
  const { answer: present } = record;
  const putThrough = isPutThrough(columns.putThrough) ? columns.putThrough : null;
  if (putThrough !== null) {
    const answer: SwitchboardAnswer = {
      queryId: record.queryId,
      putThrough,
      nameQuoted: tidy(columns.nameQuoted),
      numberQuoted: tidy(columns.numberQuoted),
      answeredAt: row.modifiedAt,
      answeredBy: modifiedBy,
    };
    if (!saysTheSame(answer, present)) return { kind: 'answered', answer };
  }
  const isRight =
    columns.queryId === record.queryId &&
    isSameTime(columns.callAt, record.callAt) &&
    columns.extension === record.extension &&
    columns.state === (present ? 'answered' : 'open') &&
    columns.putThrough === (present?.putThrough ?? '') &&
    columns.nameQuoted === (present?.nameQuoted ?? '') &&
    columns.numberQuoted === (present?.numberQuoted ?? '');
  return { kind: isRight ? 'same' : 'spoilt' };
}

function isPutThrough(text: string): text is PutThrough {
  return (putThroughAnswers as readonly string[]).includes(text);
}

/** One line, without the spaces around it; what SharePoint itself would cut off is cut here. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, quotedLimit);
}

/** A list keeps whole seconds. */
function isSameTime(one: string, other: string): boolean {
  return Math.floor(Date.parse(one) / 1000) === Math.floor(Date.parse(other) / 1000);
}

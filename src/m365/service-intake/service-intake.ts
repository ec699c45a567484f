import type { IntakeAnswer, IntakeRow, ServiceIntake } from '../../application/ports/service-intake.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { readReply } from '../../application/switchboard-reply.ts';
import type { SwitchboardAnswer } from '../../domain/incident/switchboard-question.ts';
import type { Graph } from '../graph/client.ts';
import { type ListAddress, type ListItem, ListItems, textField } from '../lists/list-items.ts';
import { joinText, partNames, payloadParts } from '../lists/split-text.ts';

const columns = ['SubmissionId', 'EntryType', ...partNames('Payload', payloadParts), 'Receipts', 'Reply'];

/**
 * The Intake list for the service. The app's token needs `Sites.Manage.All` or full control of the site: with less, a list
 * of own rows answers an empty 200 (facts 1.7).
 */
export class GraphServiceIntake implements ServiceIntake {
  readonly #items: ListItems;

  constructor(graph: Graph, address: ListAddress) {
    this.#items = new ListItems(graph, address, columns);
  }

  async changes(cursor: string | null): Promise<{ rows: IntakeRow[]; cursor: string; hasMore: boolean }> {
    const page = await this.#items.changes(cursor);
    return { rows: page.items.map(toRow).sort(byRowId), cursor: page.cursor, hasMore: page.hasMore };
  }

  async bySubmission(submissionId: string): Promise<IntakeRow[]> {
    const items = await this.#items.where('SubmissionId', submissionId);
    return items.map(toRow).sort(byRowId);
  }

  async row(rowId: string): Promise<IntakeRow | null> {
    try {
      return toRow(await this.#items.get(rowId));
    } catch (error) {
      if (isRemoteError(error) && error.code === 'notFound') return null;
      throw error;
    }
  }

  async answer(rowId: string, answer: IntakeAnswer): Promise<void> {
    await this.#items.change(rowId, {
      Reference: answer.reference ?? '',
      State: answer.state,
      Receipts: JSON.stringify(answer.receipts),
      ...(answer.acknowledgedAt === null ? {} : { AcknowledgedAt: answer.acknowledgedAt }),
      ...(answer.questions && answer.questions.length > 0 ? { Questions: JSON.stringify(answer.questions) } : {}),
      ...(answer.reply ? { Reply: JSON.stringify(answer.reply) } : {}),
    });
  }

  async reply(rowId: string, reply: SwitchboardAnswer): Promise<void> {
    try {
      await this.#items.change(rowId, { Reply: JSON.stringify(reply) });
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'notFound') throw error;
    }
  }
}

function byRowId(one: IntakeRow, other: IntakeRow): number {
  return Number(one.rowId) - Number(other.rowId);
}

function toRow(item: ListItem): IntakeRow {
  const isByService = !item.lastModifiedBy?.user?.id;
  return {
    rowId: item.id,
    authorId: item.createdBy?.user?.id ?? null,
    createdAt: item.createdDateTime ?? '',
    entryType: textField(item, 'EntryType'),
    submissionId: textField(item, 'SubmissionId'),
    payload: joinText('Payload', payloadParts, item.fields),
    // A person could put receipts there when adding the row, but cannot be the service.
    isAnswered: isByService && textField(item, 'Receipts') !== '',
    reply: isByService ? readReply(textField(item, 'Reply')) : null,
  };
}

import * as v from 'valibot';
import type { SwitchboardList, SwitchboardRecord, SwitchboardRow } from '../../application/ports/switchboard-list.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { switchboardAnswerSchema } from '../../application/switchboard-reply.ts';
import type { Graph } from '../graph/client.ts';
import { type ListAddress, type ListItem, ListItems, textField } from '../lists/list-items.ts';

const columns = ['QueryId', 'CallAt', 'Extension', 'State', 'PutThrough', 'NameQuoted', 'NumberQuoted', 'Details'];

/** What one run removes at most; the next goes on. */
const removedAtOnce = 200;

const recordSchema = v.object({
  queryId: v.string(),
  callAt: v.string(),
  extension: v.string(),
  askedAt: v.string(),
  told: v.object({ owner: v.string(), until: v.string() }),
  answer: v.nullable(switchboardAnswerSchema),
}) satisfies v.GenericSchema<unknown, SwitchboardRecord>;

/** The SwitchboardQueries list for the service. `QueryId` is unique in it. */
export class GraphSwitchboardList implements SwitchboardList {
  readonly #items: ListItems;

  constructor(graph: Graph, address: ListAddress) {
    this.#items = new ListItems(graph, address, columns);
  }

  async add(record: SwitchboardRecord): Promise<void> {
    await this.#items.add(toFields(record));
  }

  async changes(cursor: string | null) {
    const page = await this.#items.changes(cursor);
    const read = page.items.map((item) => ({ id: item.id, row: toRow(item) }));
    return {
      rows: read.flatMap(({ row }) => row ?? []),
      unreadable: read.filter(({ row }) => row === null).map(({ id }) => id),
      cursor: page.cursor,
      hasMore: page.hasMore,
    };
  }

  async find(queryId: string): Promise<SwitchboardRow | null> {
    const [item] = await this.#items.where('QueryId', queryId);
    return item ? toRow(item) : null;
  }

  async save(row: SwitchboardRow, record: SwitchboardRecord): Promise<void> {
    await this.#items.change(row.itemId, toFields(record), row.etag);
  }

  async removeAskedBefore(time: string): Promise<number> {
    const old = await this.#items.before('AskedAt', time, removedAtOnce);
    let removed = 0;
    for (const { id } of old) {
      try {
        await this.#items.remove(id);
        removed += 1;
      } catch (error) {
        // Another replica was first.
        if (!isRemoteError(error) || error.code !== 'notFound') throw error;
      }
    }
    return removed;
  }
}

function toFields(record: SwitchboardRecord): Record<string, unknown> {
  const { answer } = record;
  return {
    Title: record.extension,
    QueryId: record.queryId,
    CallAt: record.callAt,
    Extension: record.extension,
    AskedAt: record.askedAt,
    State: answer ? 'answered' : 'open',
    PutThrough: answer?.putThrough ?? null,
    NameQuoted: answer?.nameQuoted ?? '',
    NumberQuoted: answer?.numberQuoted ?? '',
    AnsweredAt: answer?.answeredAt ?? null,
    AnsweredBy: answer?.answeredBy.name ?? '',
    Details: JSON.stringify(record),
  };
}

/** Null when a person has made the service's own column unreadable. */
function toRow(item: ListItem): SwitchboardRow | null {
  const record = v.safeParse(v.pipe(v.string(), v.parseJson(), recordSchema), textField(item, 'Details'));
  if (!record.success) return null;
  const user = item.lastModifiedBy?.user;
  return {
    itemId: item.id,
    etag: item.eTag,
    record: record.output,
    columns: {
      queryId: textField(item, 'QueryId'),
      callAt: textField(item, 'CallAt'),
      extension: textField(item, 'Extension'),
      state: textField(item, 'State'),
      putThrough: textField(item, 'PutThrough'),
      nameQuoted: textField(item, 'NameQuoted'),
      numberQuoted: textField(item, 'NumberQuoted'),
    },
    modifiedBy: user?.id ? { id: user.id, name: user.displayName ?? '', address: user.email ?? '' } : null,
    modifiedAt: item.lastModifiedDateTime ?? '',
  };
}

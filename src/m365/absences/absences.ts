import * as v from 'valibot';
import type { AbsenceRecord, Absences } from '../../application/ports/absences.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { Graph } from '../graph/client.ts';
import { type ItemChanges, type ListAddress, ListItems, textField } from '../lists/list-items.ts';

const holder = v.object({
  id: v.string(),
  name: v.string(),
  address: v.string(),
  language: v.nullable(v.picklist(['en', 'cy'])),
});
const day = v.pipe(v.string(), v.isoDate());

const recordSchema = v.object({
  id: v.string(),
  managerId: v.string(),
  manager: holder,
  deputy: holder,
  from: day,
  until: day,
  mode: v.picklist(['both', 'alone']),
  enteredAt: v.string(),
  endedAt: v.nullable(v.string()),
  stage: v.picklist(['entered', 'passed', 'over']),
  told: v.array(v.picklist(['chosen', 'ended'])),
  tellingUntil: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, AbsenceRecord>;

interface Kept {
  itemId: string;
  etag: string;
  record: AbsenceRecord;
}

/**
 * The Absences list. What has changed is asked for with a cursor (one resource unit, facts 1.8) and kept in memory; a row that a person
 * has made unreadable counts as none.
 */
export class GraphAbsences implements Absences {
  readonly #items: ListItems;
  #cursor: string | null = null;
  #kept = new Map<string, Kept>();
  #refreshing: Promise<void> | null = null;

  constructor(graph: Graph, address: ListAddress) {
    this.#items = new ListItems(graph, address, ['Details']);
  }

  async all(): Promise<readonly AbsenceRecord[]> {
    if (this.#cursor === null) await this.refresh();
    return [...this.#kept.values()]
      .map(({ record }) => record)
      .sort((one, other) => (one.enteredAt < other.enteredAt ? -1 : 1));
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async add(record: AbsenceRecord): Promise<void> {
    const item = await this.#items.add(toFields(record));
    this.#keep({ itemId: item.id, etag: item.eTag, record });
  }

  async save(record: AbsenceRecord): Promise<void> {
    const kept = this.#kept.get(keyOf(record));
    if (!kept) throw new RemoteError('notFound', 'no such absence');
    const etag = await this.#items.change(kept.itemId, toFields(record), kept.etag);
    this.#keep({ ...kept, record, etag: etag ?? (await this.#items.get(kept.itemId)).eTag });
  }

  async remove(record: AbsenceRecord): Promise<void> {
    const kept = this.#kept.get(keyOf(record));
    if (!kept) return;
    try {
      await this.#items.remove(kept.itemId);
    } catch (error) {
      // Another replica was first.
      if (!isRemoteError(error) || error.code !== 'notFound') throw error;
    }
    this.#kept.delete(keyOf(record));
  }

  async #refresh(): Promise<void> {
    for (let hasMore = true; hasMore; ) {
      const page = await this.#page();
      for (const item of page.items) {
        const record = v.safeParse(v.pipe(v.string(), v.parseJson(), recordSchema), textField(item, 'Details'));
        if (record.success) this.#keep({ itemId: item.id, etag: item.eTag, record: record.output });
      }
      this.#cursor = page.cursor;
      hasMore = page.hasMore;
    }
  }

  async #page(): Promise<ItemChanges> {
    try {
      return await this.#items.changes(this.#cursor);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'gone') throw error;
      // Whatever was removed meanwhile is not in what comes now.
      this.#kept = new Map();
      return this.#items.changes(null);
    }
  }

  #keep(kept: Kept): void {
    this.#kept.set(keyOf(kept.record), kept);
  }
}

/** Unique in the list: a manager's device makes the id. */
function keyOf({ managerId, id }: Pick<AbsenceRecord, 'managerId' | 'id'>): string {
  return `${managerId}/${id}`;
}

function toFields(record: AbsenceRecord): Record<string, unknown> {
  return {
    Title: record.id,
    AbsenceKey: keyOf(record),
    ManagerDirectoryId: record.managerId,
    DeputyDirectoryId: record.deputy.id,
    FromDay: record.from,
    UntilDay: record.until,
    Stage: record.stage,
    Details: JSON.stringify(record),
  };
}

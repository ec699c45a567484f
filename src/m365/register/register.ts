import type {
  DueRow,
  HeldRow,
  Register,
  RegisterDraft,
  RegisterRow,
  WorkLease,
} from '../../application/ports/register.ts';
import { RemoteError } from '../../application/remote-error.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { type CaveatBoundary, caveatBoundaries } from '../../domain/incident/vocabulary.ts';
import type { Graph } from '../graph/client.ts';
import { type ListItem, ListItems, textField } from '../lists/list-items.ts';
import { dueColumns, earliestDue, inOrder } from './due-rows.ts';
import {
  heldColumns,
  leaseColumns,
  readHeld,
  readLease,
  readRow,
  registerColumns,
  wholeSecond,
  writeFields,
} from './register-row.ts';

/** The Incidents lists, one a boundary. `SubmissionId` is unique in each, and a submission has one boundary. */
export class GraphRegister implements Register {
  readonly #lists: Record<CaveatBoundary, ListItems>;
  /** The same lists without their details. */
  readonly #columns: Record<CaveatBoundary, ListItems>;
  readonly #clocks: Record<CaveatBoundary, ListItems>;
  readonly #leases: Record<CaveatBoundary, ListItems>;
  readonly #nextDueAt: (incident: Incident) => string | null;

  /** `nextDueAt` says when (UTC) a clock of a record next has something to do; it is asked at every save. */
  constructor(
    graph: Graph,
    site: { siteId: string; lists: Record<CaveatBoundary, string> },
    nextDueAt: (incident: Incident) => string | null,
  ) {
    const both = (columns: readonly string[]) => {
      const list = (listId: string) => new ListItems(graph, { siteId: site.siteId, listId }, columns);
      return { default: list(site.lists.default), hr: list(site.lists.hr) };
    };
    this.#lists = both(registerColumns);
    this.#columns = both(heldColumns);
    this.#clocks = both(dueColumns);
    this.#leases = both(leaseColumns);
    this.#nextDueAt = nextDueAt;
  }

  async add(draft: RegisterDraft): Promise<RegisterRow> {
    const { boundary } = draft.incident;
    const item = await this.#lists[boundary].add(this.#fields(draft));
    return this.#afterWrite(draft, { boundary, itemId: item.id }, item.eTag);
  }

  async find(submissionId: string): Promise<RegisterRow | null> {
    for (const boundary of caveatBoundaries) {
      const [item] = await this.#lists[boundary].where('SubmissionId', submissionId);
      if (item) return readable(boundary, item);
    }
    return null;
  }

  async findByReference(boundary: CaveatBoundary, reference: string): Promise<RegisterRow | null> {
    const [item] = await this.#lists[boundary].where('Reference', reference);
    return item ? readable(boundary, item) : null;
  }

  waitingFor(queryId: string): Promise<RegisterRow[]> {
    return this.#where('SwitchboardQueryId', queryId);
  }

  async pending(): Promise<{ submissionId: string; lease: WorkLease }[]> {
    const rows: { submissionId: string; lease: WorkLease }[] = [];
    for (const list of Object.values(this.#leases)) {
      for (const item of await list.where('WorkState', 'pending')) {
        const submissionId = textField(item, 'SubmissionId');
        if (submissionId !== '') rows.push({ submissionId, lease: readLease(item) });
      }
    }
    return rows;
  }

  awaitedOf(managerId: string): Promise<RegisterRow[]> {
    return this.#where('AwaitedDirectoryId', managerId);
  }

  stoodInBy(deputyId: string): Promise<RegisterRow[]> {
    return this.#where('DeputyDirectoryId', deputyId);
  }

  async heldBy(managerId: string): Promise<HeldRow[]> {
    const rows: HeldRow[] = [];
    for (const boundary of caveatBoundaries) {
      const items = await this.#columns[boundary].where('ManagerDirectoryId', managerId);
      rows.push(...items.flatMap((item) => readHeld(boundary, item) ?? []));
    }
    return rows.sort((one, other) => (one.reportedAt > other.reportedAt ? -1 : 1));
  }

  async due(at: string, most: number): Promise<DueRow[]> {
    const found: DueRow[] = [];
    for (const list of Object.values(this.#clocks)) found.push(...(await earliestDue(list, at, most)));
    return inOrder(found).slice(0, most);
  }

  async #where(column: string, value: string): Promise<RegisterRow[]> {
    const rows: RegisterRow[] = [];
    for (const boundary of caveatBoundaries) {
      const items = await this.#lists[boundary].where(column, value);
      rows.push(...items.flatMap((item) => readRow(boundary, item) ?? []));
    }
    return rows;
  }

  async changes(
    boundary: CaveatBoundary,
    cursor: string | null,
  ): Promise<{ rows: RegisterRow[]; unreadable: string[]; cursor: string; hasMore: boolean }> {
    const page = await this.#lists[boundary].changes(cursor);
    const read = page.items.map((item) => ({ id: item.id, row: readRow(boundary, item) }));
    return {
      rows: read.flatMap(({ row }) => row ?? []),
      unreadable: read.filter(({ row }) => row === null).map(({ id }) => id),
      cursor: page.cursor,
      hasMore: page.hasMore,
    };
  }

  async save(row: RegisterRow, draft: RegisterDraft): Promise<RegisterRow> {
    const etag = await this.#lists[row.boundary].change(row.itemId, this.#fields(draft), row.etag);
    return this.#afterWrite(draft, row, etag ?? '');
  }

  #fields(draft: RegisterDraft): Record<string, unknown> {
    return writeFields(draft, this.#nextDueAt(draft.incident));
  }

  /** What was just written needs no second reading, except where the answer carried no ETag. */
  async #afterWrite(
    draft: RegisterDraft,
    place: { boundary: CaveatBoundary; itemId: string },
    etag: string,
  ): Promise<RegisterRow> {
    if (etag === '') return readable(place.boundary, await this.#lists[place.boundary].get(place.itemId));
    return {
      ...draft,
      boundary: place.boundary,
      itemId: place.itemId,
      etag,
      columns: {
        state: draft.incident.state,
        forward: draft.incident.forward.state,
        newComment: '',
        mergedInto: draft.incident.mergedInto?.reference ?? '',
      },
      nextDueAt: wholeSecond(this.#nextDueAt(draft.incident)),
      modifiedBy: null,
      modifiedAt: '',
    };
  }
}

function readable(boundary: CaveatBoundary, item: ListItem): RegisterRow {
  const row = readRow(boundary, item);
  if (!row) throw new RemoteError('invalid', `register row ${item.id} cannot be read`);
  return row;
}

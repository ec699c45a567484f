import type { Readers } from '../../application/ports/readers.ts';
import type {
  DueRow,
  HeldRow,
  Register,
  RegisterDraft,
  RegisterPage,
  RegisterRow,
  WorkLease,
} from '../../application/ports/register.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
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
import { isProgram, type RowHistory, readHistory, staffOf } from './row-edits.ts';

/** The Incidents lists, one a boundary. `SubmissionId` is unique in each, and a submission has one boundary. */
export class GraphRegister implements Register {
  readonly #lists: Record<CaveatBoundary, ListItems>;
  /** The same lists without their details. */
  readonly #columns: Record<CaveatBoundary, ListItems>;
  readonly #clocks: Record<CaveatBoundary, ListItems>;
  readonly #leases: Record<CaveatBoundary, ListItems>;
  readonly #nextDueAt: (incident: Incident) => string | null;
  readonly #clientId: string;
  readonly #readers: Readers;

  /** `clientId` is the app's own, as SharePoint names who wrote a row; `readers` says who keeps a register. `nextDueAt` says when (UTC) a clock of a record next has something to do; it is asked at every save. */
  constructor(
    graph: Graph,
    site: { siteId: string; lists: Record<CaveatBoundary, string>; clientId: string },
    readers: Readers,
    nextDueAt: (incident: Incident) => string | null,
  ) {
    this.#clientId = site.clientId;
    this.#readers = readers;
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
      if (item) return this.#readable(boundary, item);
    }
    return null;
  }

  async findByReference(boundary: CaveatBoundary, reference: string): Promise<RegisterRow | null> {
    const [item] = await this.#lists[boundary].where('Reference', reference);
    return item ? this.#readable(boundary, item) : null;
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
      for (const item of items) {
        const row = await this.#row(boundary, item);
        if (row) rows.push(row);
      }
    }
    return rows;
  }

  async changes(boundary: CaveatBoundary, cursor: string | null): Promise<RegisterPage> {
    const page = await this.#lists[boundary].changes(cursor);
    const read: RegisterPage = {
      rows: [],
      unreadable: [],
      strays: [],
      deleted: page.deleted,
      cursor: page.cursor,
      hasMore: page.hasMore,
    };
    for (const item of page.items) {
      const history = await this.#history(boundary, item);
      const row = history && readRow(boundary, item, history.own, history.edits);
      if (row) read.rows.push(row);
      else if (history || isProgram(item.createdBy)) read.unreadable.push(item.id);
      else read.strays.push({ itemId: item.id, by: staffOf(item.createdBy) });
    }
    return read;
  }

  #history(boundary: CaveatBoundary, item: ListItem): Promise<RowHistory | null> {
    return readHistory(this.#lists[boundary], item, {
      clientId: this.#clientId,
      isKeeper: (staffId) => this.#isKeeper(staffId, boundary),
    });
  }

  /** Whoever is no longer in the directory is in none of its groups. */
  async #isKeeper(staffId: string, boundary: CaveatBoundary): Promise<boolean> {
    try {
      return await this.#readers.mayRead(staffId, boundary);
    } catch (error) {
      if (isRemoteError(error) && error.code === 'notFound') return false;
      throw error;
    }
  }

  /** Null for what is no record of the service's making, or no longer readable. */
  async #row(boundary: CaveatBoundary, item: ListItem): Promise<RegisterRow | null> {
    const history = await this.#history(boundary, item);
    return history && readRow(boundary, item, history.own, history.edits);
  }

  async #readable(boundary: CaveatBoundary, item: ListItem): Promise<RegisterRow> {
    const row = await this.#row(boundary, item);
    if (!row) throw new RemoteError('invalid', `register row ${item.id} cannot be read`);
    return row;
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
    if (etag === '') return this.#readable(place.boundary, await this.#lists[place.boundary].get(place.itemId));
    return {
      ...draft,
      boundary: place.boundary,
      itemId: place.itemId,
      etag,
      edits: [],
      nextDueAt: wholeSecond(this.#nextDueAt(draft.incident)),
    };
  }
}

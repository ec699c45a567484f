import * as v from 'valibot';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import { type Graph, type GraphRequest, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';

const identity = v.nullish(
  v.object({
    application: v.nullish(v.object({ id: v.nullish(v.string()), displayName: v.nullish(v.string()) })),
    user: v.nullish(
      v.object({
        id: v.nullish(v.string()),
        displayName: v.nullish(v.string()),
        email: v.nullish(v.string()),
      }),
    ),
  }),
);

const itemSchema = v.object({
  id: v.string(),
  eTag: v.optional(v.string(), ''),
  createdDateTime: v.nullish(v.string()),
  lastModifiedDateTime: v.nullish(v.string()),
  createdBy: identity,
  lastModifiedBy: identity,
  deleted: v.nullish(v.unknown()),
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
});
export type ListItem = v.InferOutput<typeof itemSchema>;
export type Writer = ListItem['lastModifiedBy'];

const versionSchema = v.object({
  id: v.string(),
  lastModifiedDateTime: v.nullish(v.string()),
  lastModifiedBy: identity,
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
});
/** How a row stood once, and who made it so. https://learn.microsoft.com/graph/api/resources/listitemversion */
export type ItemVersion = v.InferOutput<typeof versionSchema>;

export interface ItemChanges {
  /** Without the deleted ones. The last occurrence of an item wins (facts 1.3). */
  items: ListItem[];
  deleted: string[];
  /** To be given back: the next page, or where to ask later. */
  cursor: string;
  hasMore: boolean;
}

export interface ListAddress {
  siteId: string;
  listId: string;
}

const savedFields = v.looseObject({ '@odata.etag': v.optional(v.string()) });

/** Rows of one SharePoint list through Graph, in the ways the service needs. */
export class ListItems {
  readonly #graph: Graph;
  readonly #path: string;
  readonly #columns: readonly string[];

  constructor(graph: Graph, address: ListAddress, columns: readonly string[]) {
    this.#graph = graph;
    this.#path = `/sites/${segment(address.siteId)}/lists/${segment(address.listId)}/items`;
    this.#columns = columns;
  }

  get #expand(): string {
    return `fields($select=${this.#columns.join(',')})`;
  }

  /** Rows whose indexed column has the value; all pages. Only for columns of which a value is rare. */
  where(column: string, value: string): Promise<ListItem[]> {
    return this.#all(`fields/${column} eq '${value.replaceAll("'", "''")}'`, '200');
  }

  /** Rows whose indexed date column lies at the time (UTC) or before it; all pages. Empty dates lie nowhere. */
  upTo(column: string, time: string): Promise<ListItem[]> {
    return this.#all(`fields/${column} le '${time}'`, '900');
  }

  async #all($filter: string, $top: string): Promise<ListItem[]> {
    const query = { $expand: this.#expand, $filter, $top };
    const request: GraphRequest = { method: 'GET', path: this.#path, query };
    const items: ListItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPage(this.#graph, itemSchema, request, cursor);
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  /** At most so many rows whose indexed date column lies before the time (UTC). */
  async before(column: string, time: string, most: number): Promise<ListItem[]> {
    const page = await readPage(this.#graph, itemSchema, {
      method: 'GET',
      path: this.#path,
      query: { $expand: this.#expand, $filter: `fields/${column} lt '${time}'`, $top: String(most) },
    });
    return page.items;
  }

  async remove(itemId: string): Promise<void> {
    await this.#ofItem(() => this.#graph.done({ method: 'DELETE', path: `${this.#path}/${segment(itemId)}` }));
  }

  get(itemId: string): Promise<ListItem> {
    return this.#ofItem(() =>
      this.#graph.json(itemSchema, {
        method: 'GET',
        path: `${this.#path}/${segment(itemId)}`,
        query: { $expand: this.#expand },
      }),
    );
  }

  /**
   * A row that is gone and a list that is gone have the same answer. `notFound` is said of the row alone: nobody may take a list that
   * was moved, or is closed to us, for rows that were deleted.
   */
  async #ofItem<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isRemoteError(error) && error.code === 'notFound') await this.#requireList();
      throw error;
    }
  }

  async #requireList(): Promise<void> {
    try {
      await this.#graph.done({ method: 'GET', path: this.#path.replace(/\/items$/, ''), query: { $select: 'id' } });
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'notFound') throw error;
      throw new RemoteError('server', 'a list of the site is not there', { status: 404, cause: error });
    }
  }

  /** One page of what changed since the cursor; null asks for everything there is. */
  async changes(cursor: string | null): Promise<ItemChanges> {
    const page = await readPage(
      this.#graph,
      itemSchema,
      { method: 'GET', path: `${this.#path}/delta`, query: { $expand: this.#expand, $top: '200' } },
      cursor ?? undefined,
    );
    const latest = new Map(page.items.map((item) => [item.id, item]));
    return {
      items: [...latest.values()].filter((item) => item.deleted == null),
      deleted: [...latest.values()].filter((item) => item.deleted != null).map(({ id }) => id),
      cursor: page.delta ?? page.next ?? cursor ?? '',
      hasMore: page.next !== null,
    };
  }

  /** Every version of a row that SharePoint keeps, oldest first, without its fields. The order of the answer is not documented. */
  async versions(itemId: string): Promise<ItemVersion[]> {
    const request: GraphRequest = { method: 'GET', path: this.#versionsPath(itemId) };
    const all: ItemVersion[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#ofItem(() => readPage(this.#graph, versionSchema, request, cursor));
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return all.sort((one, other) => Number(one.id) - Number(other.id));
  }

  /** One version with its fields; all of them, since nothing narrower is documented. */
  version(itemId: string, versionId: string): Promise<ItemVersion> {
    const path = `${this.#versionsPath(itemId)}/${segment(versionId)}`;
    return this.#ofItem(() => this.#graph.json(versionSchema, { method: 'GET', path, query: { $expand: 'fields' } }));
  }

  #versionsPath(itemId: string): string {
    return `${this.#path}/${segment(itemId)}/versions`;
  }

  add(fields: Record<string, unknown>): Promise<ListItem> {
    return this.#graph.json(itemSchema, { method: 'POST', path: this.#path, body: { fields } });
  }

  /** Gives the new ETag. With an ETag, throws `changedMeanwhile` when the row is another by now (facts 1.3). */
  async change(itemId: string, fields: Record<string, unknown>, etag?: string): Promise<string | null> {
    // A row that came without one: an empty condition would be none, and write over whatever stands there.
    if (etag === '') throw new RemoteError('changedMeanwhile', 'a row was read without its version');
    const saved = await this.#ofItem(() =>
      this.#graph.json(savedFields, {
        method: 'PATCH',
        path: `${this.#path}/${segment(itemId)}/fields`,
        body: fields,
        ...(etag === undefined ? {} : { headers: { 'If-Match': etag } }),
      }),
    );
    return saved['@odata.etag'] ?? null;
  }
}

export function textField(item: Pick<ListItem, 'fields'>, column: string): string {
  const value = item.fields[column];
  return typeof value === 'string' ? value : '';
}

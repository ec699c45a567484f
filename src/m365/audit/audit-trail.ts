import type { AuditEntry, AuditTrail, StatementAsked } from '../../application/ports/audit.ts';
import { RemoteError } from '../../application/remote-error.ts';
import { type CaveatBoundary, caveatBoundaries } from '../../domain/incident/vocabulary.ts';
import type { Graph } from '../graph/client.ts';
import { type ListItem, ListItems, textField } from '../lists/list-items.ts';
import { auditColumns, readEntry } from './read-entry.ts';

const columns = ['EntryKey', ...auditColumns];

/** The Audit lists, one a boundary, so that Security finds no trace of an internal case (COM-3f-1). */
export class GraphAuditTrail implements AuditTrail {
  readonly #lists: Record<CaveatBoundary, ListItems>;

  constructor(graph: Graph, site: { siteId: string; lists: Record<CaveatBoundary, string> }) {
    const list = (listId: string) => new ListItems(graph, { siteId: site.siteId, listId }, columns);
    this.#lists = { default: list(site.lists.default), hr: list(site.lists.hr) };
  }

  async append(boundary: CaveatBoundary, entry: AuditEntry): Promise<void> {
    await this.#lists[boundary].add({
      Title: entry.action,
      EntryKey: entryKey(entry.submissionId, entry.sequence),
      SubmissionId: entry.submissionId,
      Sequence: entry.sequence,
      Action: entry.action,
      Actor: entry.actor,
      At: entry.at,
      // SharePoint cuts the column's time to seconds; the hash covers the whole, so it is kept here too.
      Detail: JSON.stringify({ ...entry.detail, entryId: entry.id, entryAt: entry.at }),
      // The entry says so too, under its hash; the column is there to be asked for.
      WitnessDirectoryId: entry.detail.witness ?? '',
      PreviousHash: entry.previousHash,
      Hash: entry.hash,
    });
  }

  async chain(
    boundary: CaveatBoundary,
    submissionId: string,
  ): Promise<{ entries: AuditEntry[]; unreadable: number[] }> {
    const items = await this.#lists[boundary].where('SubmissionId', submissionId);
    const read = items.map((item) => ({ sequence: Number(item.fields.Sequence), entry: readEntry(item.fields) }));
    return {
      entries: read.flatMap(({ entry }) => entry ?? []),
      unreadable: read.filter(({ entry }) => entry === null).map(({ sequence }) => sequence),
    };
  }

  async page(
    boundary: CaveatBoundary,
    cursor: string | null,
  ): Promise<{ submissionIds: string[]; cursor: string; hasMore: boolean }> {
    const page = await this.#lists[boundary].changes(cursor);
    const submissionIds = page.items.map((item) => textField(item, 'SubmissionId'));
    return { submissionIds, cursor: page.cursor, hasMore: page.hasMore };
  }

  async statementsAskedOf(staffId: string): Promise<StatementAsked[]> {
    const asked: StatementAsked[] = [];
    for (const boundary of caveatBoundaries) {
      for (const item of await this.#lists[boundary].where('WitnessDirectoryId', staffId)) {
        const entry = readEntry(item.fields);
        const statementId = entry?.detail.statement;
        // What a person has put into the column leads nowhere.
        if (!entry || !statementId || entry.action !== 'statementAsked' || entry.detail.witness !== staffId) continue;
        asked.push({ submissionId: entry.submissionId, statementId, at: entry.at });
      }
    }
    return asked.sort((one, other) => other.at.localeCompare(one.at));
  }

  async link(boundary: CaveatBoundary, submissionId: string, sequence: number): Promise<AuditEntry | null> {
    const [item] = await this.#lists[boundary].where('EntryKey', entryKey(submissionId, sequence));
    return item ? toEntry(item) : null;
  }
}

function entryKey(submissionId: string, sequence: number): string {
  return `${submissionId}:${sequence}`;
}

function toEntry(item: ListItem): AuditEntry {
  const entry = readEntry(item.fields);
  if (!entry) throw new RemoteError('invalid', `audit entry ${item.id} cannot be read`);
  return entry;
}

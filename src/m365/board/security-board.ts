import * as v from 'valibot';
import type { TenantOutcomes } from '../../application/client-settings.ts';
import type { Board, BoardFilter, BoardRow } from '../../application/ports/board.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import { addMonths } from '../../domain/calendar/dates.ts';
import { londonMonthOf } from '../../domain/calendar/london-time.ts';
import type { EvidenceItem, Incident } from '../../domain/incident/incident.ts';
import { kindMonthKey, registerKeys, stateKindMonthKey, stateMonthKey } from '../../domain/incident/register-keys.ts';
import { type CaveatBoundary, caveatBoundaries, type IncidentState } from '../../domain/incident/vocabulary.ts';
import { outcomeBody, sendBatch } from '../graph/batch.ts';
import { type Graph, type GraphRequest, literal, segment } from '../graph/client.ts';
import { follow, pageSchema, readPage } from '../graph/paging.ts';
import type { ServiceClient } from '../service-client/service-client.ts';
import { readEvidenceBytes } from './evidence-bytes.ts';
import { toHistory } from './history.ts';
import { type MonthPage, readCursor, walkMonths, writeCursor } from './month-walk.ts';
import {
  boardRowSchema,
  detailFields,
  openItemSchema,
  pendingRowSchema,
  rowFields,
  toBoardRow,
  toIncident,
} from './schema.ts';
import { checkTrail, readTrail, summarySchema, trailEnd } from './trail.ts';

const pageSize = 50;
type Row = v.InferOutput<typeof boardRowSchema>;
/** The service takes a comment within seconds of hearing of it; milliseconds between looks. */
const looks = [0, 1_000, 2_000, 4_000];

export interface BoardSite {
  id: string;
  lists: { incidents: string; incidentsHr: string; audit: string; auditHr: string };
  evidenceDrives: { default: string; hr: string };
}

/** The registers with the signed-in person's own rights: SharePoint decides what is there (X-SEC). */
export function createBoard(
  graph: Graph,
  service: ServiceClient,
  site: BoardSite,
  clock: Clock,
  wait = (milliseconds: number) => new Promise<unknown>((done) => setTimeout(done, milliseconds)),
  { ordersRows = true }: Pick<TenantOutcomes, 'ordersRows'> = {},
): Board {
  const { lists } = site;
  const registers: Record<CaveatBoundary, string> = { default: lists.incidents, hr: lists.incidentsHr };
  const trails: Record<CaveatBoundary, string> = { default: lists.audit, hr: lists.auditHr };
  const listPath = (list: string) => `/sites/${segment(site.id)}/lists/${segment(list)}`;
  const itemsPath = (boundary: CaveatBoundary) => `${listPath(registers[boundary])}/items`;

  const rowsRequest = (boundary: CaveatBoundary, query: Record<string, string>): GraphRequest => ({
    method: 'GET',
    path: itemsPath(boundary),
    query: {
      ...query,
      $expand: `fields($select=${rowFields.join(',')})`,
      // Where the tenant puts rows into no order, a month is read whole and ordered here.
      ...(ordersRows ? { $orderby: 'fields/ReportedAt desc', $top: String(pageSize) } : { $top: '200' }),
    },
  });

  /** Nothing is asked for without a filter that one index answers. */
  async function filteredPage(boundary: CaveatBoundary, filter: BoardFilter, next: string | undefined) {
    const schema = pageSchema(boardRowSchema);
    const thisMonth = londonMonthOf(clock.now().toISOString());
    const walked = await walkMonths(
      async (places) => {
        const requests = places.map(({ month, link }) => {
          const request = rowsRequest(boundary, { $filter: monthFilter(filter, month) });
          return link === null ? request : follow(graph, request, link);
        });
        const [only] = requests;
        const answers =
          requests.length === 1 && only
            ? [await graph.json(schema, only)]
            : (await sendBatch(graph, requests)).map((outcome) => outcomeBody(schema, outcome));
        const pages = answers.map((answer) => ({ items: answer.value, next: answer['@odata.nextLink'] ?? null }));
        return ordersRows ? pages : Promise.all(pages.map((page, index) => wholeMonth(page, requests[index])));
      },
      thisMonth,
      pageSize,
      readCursor(next),
    );
    return { rows: walked.items.map(toBoardRow), next: writeCursor(walked.next) };
  }

  async function wholeMonth(first: MonthPage<Row>, request: GraphRequest | undefined): Promise<MonthPage<Row>> {
    const items = [...first.items];
    for (let link = first.next; link !== null && request; ) {
      const page: MonthPage<Row> = await readPage(graph, boardRowSchema, request, link);
      items.push(...page.items);
      link = page.next;
    }
    const newestFirst = (one: Row, other: Row) => (other.fields.ReportedAt < one.fields.ReportedAt ? -1 : 1);
    return { items: items.sort(newestFirst), next: null };
  }

  const patch = (boundary: CaveatBoundary, itemId: string, etag: string, fields: Record<string, string>) =>
    graph.done({
      method: 'PATCH',
      path: `${itemsPath(boundary)}/${segment(itemId)}/fields`,
      headers: { 'If-Match': etag },
      body: fields,
    });

  /**
   * Changes the row that was shown, or throws `changedMeanwhile` (facts 1.3). The service writes into the row too (a
   * receipt, a custody entry): where state and forward still are what the person saw, the change goes onto the new version.
   * The column holds one comment: one that the service has not taken yet, by whomever, is waited for and never written over.
   */
  async function change(boundary: CaveatBoundary, row: BoardRow, fields: Record<string, string>): Promise<void> {
    for (const pause of looks) {
      if (pause > 0) await wait(pause);
      const item = await graph.json(pendingRowSchema, {
        method: 'GET',
        path: `${itemsPath(boundary)}/${segment(row.itemId)}`,
        query: { $expand: `fields($select=${[...rowFields, 'NewComment'].join(',')})` },
      });
      const now = toBoardRow(item);
      if (now.state !== row.state || now.forward !== row.forward) break;
      if (item.fields.NewComment) continue;
      try {
        return await patch(boundary, row.itemId, now.etag, fields);
      } catch (error) {
        if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
      }
    }
    throw new RemoteError('changedMeanwhile', 'board: somebody else has written into the row');
  }

  return {
    boundaries: async () => {
      const outcomes = await sendBatch(
        graph,
        caveatBoundaries.map((boundary) => ({
          method: 'GET',
          path: listPath(registers[boundary]),
          query: { $select: 'id' },
        })),
      );
      return caveatBoundaries.filter((_boundary, index) => {
        const outcome = outcomes[index];
        if (!outcome || outcome.ok) return outcome?.ok;
        // SharePoint hides a list from whoever may not read it; anything else is a failure and no answer.
        if (outcome.error.code === 'notFound' || outcome.error.code === 'forbidden') return false;
        throw outcome.error;
      });
    },
    page: async (boundary, filter, next) => {
      if (!ordersRows || filter.state !== null || filter.kind !== null) return filteredPage(boundary, filter, next);
      const page = await readPage(graph, boardRowSchema, rowsRequest(boundary, {}), next);
      return { rows: page.items.map(toBoardRow), next: page.next };
    },
    open: async (boundary, itemId) => {
      const path = `${itemsPath(boundary)}/${segment(itemId)}`;
      const $expand = `fields($select=${[...rowFields, ...detailFields].join(',')})`;
      const read = async () => {
        const item = await graph.json(openItemSchema, { method: 'GET', path, query: { $expand } });
        const trail = await readTrail(graph, `${listPath(trails[boundary])}/items`, item.fields.SubmissionId);
        const { Details, WorkState } = item.fields;
        return { item, rows: trail, check: await checkTrail(trail, trailEnd(Details, WorkState)) };
      };
      let opened = await read();
      // The record may have gone on between the two readings: nobody is accused because of that.
      if (opened.check.findings.length > 0) opened = await read();
      const { item, rows, check } = opened;
      const incident = toIncident(item);
      return { row: toBoardRow(item), incident, history: await toHistory(graph, rows, incident), trail: check };
    },
    acknowledge: (boundary, row) => change(boundary, row, stateFields(row, 'acknowledged')),
    join: (boundary, row, intoReference) =>
      change(boundary, row, { ...stateFields(row, 'merged'), MergedInto: intoReference }),
    withdraw: (boundary, row, reason) =>
      change(boundary, row, { ...stateFields(row, 'withdrawn'), NewComment: reason }),
    startReview: (boundary, row) => change(boundary, row, stateFields(row, 'underReview')),
    close: (boundary, row, reason) => change(boundary, row, { ...stateFields(row, 'closed'), NewComment: reason }),
    reopen: (boundary, row, reason) =>
      change(boundary, row, { ...stateFields(row, 'underReview'), NewComment: reason }),
    endTask: async ({ report }, taskId) => {
      const path = `/api/incidents/${encodeURIComponent(report.submissionId)}/tasks/${encodeURIComponent(taskId)}/done`;
      await service.send(v.unknown(), { method: 'POST', path, headers: {}, body: '' });
    },
    comment: (boundary, row, text) => change(boundary, row, { NewComment: text }),
    releaseForward: (boundary, row) => change(boundary, row, { ForwardState: 'released' }),
    evidenceBytes: (item) =>
      readEvidenceBytes(graph, [site.evidenceDrives.default, site.evidenceDrives.hr], item.driveItemId),
    copyEvidence: (incident, item) =>
      service.bytes({
        method: 'POST',
        path: `${evidencePath(incident, item)}/copy`,
        headers: {},
        body: '',
      }),
    copyTrail: ({ report }, form) =>
      service.bytes({
        method: 'POST',
        path: `/api/incidents/${encodeURIComponent(report.submissionId)}/trail/copy`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ form }),
      }),
    trailSummary: (boundary) =>
      service.send(summarySchema, { method: 'GET', path: `/api/trails/${boundary}`, headers: {}, body: '' }),
    recordVerification: async (_boundary, incident, item, computedSha256) => {
      await service.send(v.unknown(), {
        method: 'POST',
        path: `${evidencePath(incident, item)}/verification`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ sha256: computedSha256 }),
      });
    },
  };
}

/** A new state with the keys that lists are filtered by; the service decides whether it may be. */
function stateFields(row: BoardRow, state: IncidentState): Record<string, string> {
  const { stateMonth, stateKindMonth } = registerKeys({ state, kind: row.kind, reportedAt: row.reportedAt });
  return { State: state, StateMonth: stateMonth, StateKindMonth: stateKindMonth };
}

function evidencePath({ report }: Incident, { id }: EvidenceItem): string {
  return `/api/incidents/${encodeURIComponent(report.submissionId)}/evidence/${encodeURIComponent(id)}`;
}

function monthFilter({ state, kind }: BoardFilter, month: string): string {
  if (state !== null && kind !== null)
    return `fields/StateKindMonth eq ${literal(stateKindMonthKey(state, kind, month))}`;
  if (state !== null) return `fields/StateMonth eq ${literal(stateMonthKey(state, month))}`;
  if (kind !== null) return `fields/KindMonth eq ${literal(kindMonthKey(kind, month))}`;
  // Any row of the month, by the calendar of UTC: months follow each other without a gap, so nothing is left out.
  const next = addMonths(month, 1);
  return `fields/ReportedAt ge '${month}-01T00:00:00Z' and fields/ReportedAt lt '${next}-01T00:00:00Z'`;
}

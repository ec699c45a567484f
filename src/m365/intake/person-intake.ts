import * as v from 'valibot';
import type { TenantOutcomes } from '../../application/client-settings.ts';
import type { EntryType } from '../../application/entry-types.ts';
import type { Addition, Intake, Submission } from '../../application/ports/intake.ts';
import { amendmentEntrySchema, answerEntrySchema, withdrawalEntrySchema } from '../../application/report-schema.ts';
import { readReply } from '../../application/switchboard-reply.ts';
import { type Graph, type GraphRequest, literal, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';
import { payloadParts, splitText } from '../lists/split-text.ts';
import { type AddedCursor, readCursor, writeCursor } from './added-cursor.ts';
import { answerOf, type IntakeListRow, intakeFields, intakeRowSchema, payloadOf, toSubmission } from './schema.ts';

const addedSchema = v.object({ id: v.string(), createdDateTime: v.string() });

/** Two rows a submission (the report, and that its original was forwarded), so that a page holds 50 of them. */
const rowsOfAPage = 100;

/**
 * The Intake list with the reporter's own token: SharePoint itself makes the reporter the author, shows each only the
 * own rows (ReadSecurity 2) and lets nobody change one.
 */
export function createIntake(
  graph: Graph,
  site: { id: string; lists: { intake: string } },
  { ordersRows = true }: Pick<TenantOutcomes, 'ordersRows'> = {},
): Intake {
  const items = `/sites/${segment(site.id)}/lists/${segment(site.lists.intake)}/items`;
  const rows = (query: Record<string, string>): GraphRequest => ({
    method: 'GET',
    path: items,
    query: { ...query, $expand: `fields($select=${intakeFields.join(',')})` },
  });

  async function add(key: string, type: EntryType, at: string, entry: unknown) {
    const parts = Object.entries(splitText('Payload', payloadParts, JSON.stringify(entry)));
    const fields = {
      SubmissionId: key,
      EntryType: type,
      SubmittedAt: at,
      // Nothing is in a new row: only what is needed is written.
      ...Object.fromEntries(parts.filter(([, text]) => text !== '')),
    };
    return graph.json(addedSchema, { method: 'POST', path: items, body: { fields } });
  }

  async function allOf(request: GraphRequest): Promise<IntakeListRow[]> {
    const found: IntakeListRow[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const page = await readPage(graph, intakeRowSchema, request, next);
      found.push(...page.items);
      next = page.next;
    }
    return found;
  }

  const rowsOf = (key: string) => allOf(rows({ $filter: `fields/SubmissionId eq ${literal(key)}` }));

  const find = async (submissionId: string) => toSubmission(await rowsOf(submissionId));

  return {
    add: async (report) => {
      const added = await add(report.submissionId, 'report', report.submittedAt, report);
      return { rowId: added.id, recordedAt: added.createdDateTime };
    },
    addForwarded: async (entry) => void (await add(entry.submissionId, 'forwarded', entry.forwardedAt, entry)),
    addAmendment: async (entry) => void (await add(entry.submissionId, 'amendment', entry.amendedAt, entry)),
    addWithdrawal: async (entry) => void (await add(entry.submissionId, 'withdrawal', entry.withdrawnAt, entry)),
    addAnswer: async (entry) => void (await add(entry.submissionId, 'answer', entry.answeredAt, entry)),
    addSwitchboardQuery: async (entry) => void (await add(entry.queryId, 'switchboardQuery', entry.callAt, entry)),
    addGuidanceRead: async (key, entry) => void (await add(key, 'guidanceRead', entry.readAt, entry)),
    findAddition: async (addition) => {
      const found = (await rowsOf(keyOf(addition))).filter((row) => isRowOf(addition, row)).map(answerOf);
      return found.find(({ isAnswered }) => isAnswered) ?? found.at(0) ?? null;
    },
    switchboardAnswer: async (queryId) => {
      const asked = (await rowsOf(queryId)).filter(({ fields }) => fields.EntryType === 'switchboardQuery');
      return asked.map(({ fields }) => readReply(fields.Reply)).find((answer) => answer !== null) ?? null;
    },
    find,
    list: async (next) => {
      if (!ordersRows) {
        const all = await submissionsOf(await allOf(rows({ $top: '200' })), readCursor(undefined), find);
        const newestFirst = (one: Submission, other: Submission) =>
          other.report.submittedAt < one.report.submittedAt ? -1 : 1;
        return { submissions: all.sort(newestFirst), next: null };
      }
      const cursor = readCursor(next);
      const query = rows({ $orderby: 'fields/SubmittedAt desc', $top: String(rowsOfAPage) });
      const page = await readPage(graph, intakeRowSchema, query, cursor.link);
      return { submissions: await submissionsOf(page.items, cursor, find), next: writeCursor(page, cursor) };
    },
  };
}

/** What was added later stands on an earlier page than its report: such a report is asked for with all its rows. */
async function submissionsOf(
  items: readonly IntakeListRow[],
  { added }: AddedCursor,
  find: (submissionId: string) => Promise<Submission | null>,
): Promise<Submission[]> {
  const groups = new Map<string, IntakeListRow[]>();
  for (const row of items) {
    const { SubmissionId } = row.fields;
    groups.set(SubmissionId, [...(groups.get(SubmissionId) ?? []), row]);
  }
  const found = await Promise.all(
    [...groups].map(([id, rows]) => {
      const here = toSubmission(rows);
      return here && added.has(id) ? find(id) : here;
    }),
  );
  return found.filter((submission) => submission !== null);
}

function keyOf(addition: Addition): string {
  switch (addition.type) {
    case 'switchboardQuery':
      return addition.entry.queryId;
    case 'guidanceRead':
      return addition.key;
    default:
      return addition.entry.submissionId;
  }
}

function isRowOf(addition: Addition, row: IntakeListRow): boolean {
  switch (addition.type) {
    case 'amendment':
      return payloadOf(row, 'amendment', amendmentEntrySchema)?.amendmentId === addition.entry.amendmentId;
    case 'withdrawal':
      // After a refusal somebody may try again: each try is a row.
      return payloadOf(row, 'withdrawal', withdrawalEntrySchema)?.withdrawnAt === addition.entry.withdrawnAt;
    case 'answer':
      // A report can have several questions, and each try to answer one is a row.
      return payloadOf(row, 'answer', answerEntrySchema)?.answeredAt === addition.entry.answeredAt;
    default:
      return row.fields.EntryType === addition.type;
  }
}

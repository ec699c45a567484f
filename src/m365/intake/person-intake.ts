import * as v from 'valibot';
import type { Intake, Submission } from '../../application/ports/intake.ts';
import { type Graph, type GraphRequest, literal, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';
import { intakeFields, intakeRowSchema, toSubmission } from './schema.ts';

const addedSchema = v.object({ id: v.string(), createdDateTime: v.string() });

/** Two rows a submission (the report, and that its original was forwarded), so that a page holds 50 of them. */
const rowsOfAPage = 100;

/**
 * The Intake list with the reporter's own token: SharePoint itself makes the reporter the author, shows each only the
 * own rows (ReadSecurity 2) and lets nobody change one.
 */
export function createIntake(graph: Graph, site: { id: string; lists: { intake: string } }): Intake {
  const items = `/sites/${segment(site.id)}/lists/${segment(site.lists.intake)}/items`;
  const add = (fields: Record<string, string>) =>
    graph.json(addedSchema, { method: 'POST', path: items, body: { fields } });
  const rows = (query: Record<string, string>): GraphRequest => ({
    method: 'GET',
    path: items,
    query: { ...query, $expand: `fields($select=${intakeFields.join(',')})` },
  });

  return {
    add: async (report) => {
      const added = await add({
        SubmissionId: report.submissionId,
        EntryType: 'report',
        SubmittedAt: report.submittedAt,
        Payload: JSON.stringify(report),
      });
      return { rowId: added.id, recordedAt: added.createdDateTime };
    },
    addForwarded: async (entry) => {
      await add({
        SubmissionId: entry.submissionId,
        EntryType: 'forwarded',
        SubmittedAt: entry.forwardedAt,
        Payload: JSON.stringify(entry),
      });
    },
    find: async (submissionId) => {
      const { items: found } = await readPage(
        graph,
        intakeRowSchema,
        rows({ $filter: `fields/SubmissionId eq ${literal(submissionId)}` }),
      );
      return oneEach(found.flatMap((row) => toSubmission(row) ?? [])).at(0) ?? null;
    },
    list: async (next) => {
      const query = rows({ $orderby: 'fields/SubmittedAt desc', $top: String(rowsOfAPage) });
      const page = await readPage(graph, intakeRowSchema, query, next);
      return { submissions: oneEach(page.items.flatMap((row) => toSubmission(row) ?? [])), next: page.next };
    },
  };
}

/** A retry may have left a submission twice: its lowest row counts, as in the register. */
function oneEach(submissions: Submission[]): Submission[] {
  const lowest = new Map<string, Submission>();
  for (const submission of submissions) {
    const { submissionId } = submission.report;
    const known = lowest.get(submissionId);
    if (!known || Number(submission.rowId) < Number(known.rowId)) lowest.set(submissionId, submission);
  }
  return [...lowest.values()];
}

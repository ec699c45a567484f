import { createHash } from 'node:crypto';
import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';
import type { ManagerVerb } from '../../../src/domain/incident/manager-answer.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { addAmendment, addWithdrawal, amendmentOf } from '../../service/support/account.ts';
import { cardsOf, press } from '../../service/support/look.ts';
import { addForwarded, addReport, addRow, forwardedOf } from '../../service/support/reporter.ts';
import { editRow, uploadEvidence } from '../../service/support/security.ts';
import type { ChaosRun } from './chaos-run.ts';
import { presses } from './manager-presses.ts';
import type { Reported } from './reported.ts';
import { registered } from './tenant-view.ts';
import type { PersonKey } from './world.ts';

/** Something that somebody does about a report; what it needs and is not said is drawn from the run's chances. */
export type Deed = (run: ChaosRun, reported: Reported) => Promise<void>;

/** Who may have a card about a report, by persona. */
const cardHolders: readonly PersonKey[] = ['manager', 'seniorManager', 'deputyDirector'];

export async function sendReport(run: ChaosRun, report: Report, by: PersonKey): Promise<Reported> {
  const rowId = await addReport(run.world.product, by, report);
  run.tell(`  row ${rowId}: ${report.channel} ${report.kind} by ${by}`);
  const reported: Reported = {
    report,
    by,
    rowIds: [rowId],
    hasMark: false,
    pressed: [],
    securityComments: [],
    amendments: [],
    withdrawals: [],
    answers: [],
    hasEvidence: false,
  };
  run.reported.push(reported);
  return reported;
}

export const reportAgain: Deed = async (run, reported) => {
  reported.rowIds.push(await addReport(run.world.product, reported.by, reported.report));
};

export const markForwarded: Deed = async (run, reported) => {
  if (reported.report.email === null || reported.report.kind === 'bombThreat') return;
  await addForwarded(run.world.product, reported.by, forwardedOf(reported.report));
  reported.hasMark = true;
};

export const fileEvidence: Deed = async (run, reported) => {
  const { product } = run.world;
  if (reported.report.email === null) return;
  const { submissionId } = reported.report;
  const bytes = new TextEncoder().encode(`evidence of ${submissionId}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await run.launchOutside('evidence', async () => {
    const request = { submissionId, bytes, sha256, persona: reported.by };
    const response = await uploadEvidence(product, product.settings.origin, request).catch(() => null);
    const status = response?.status ?? 'no answer';
    run.tell(`  evidence: ${status}`);
    if (status === 200) reported.hasEvidence = true;
    else run.refusals.push(`evidence: ${status}`);
  });
};

/** Presses a button of the card in the chat of whoever has one; the same words each time when `words` are given. */
export function pressCard(verb: ManagerVerb, { times = 1, words }: { times?: number; words?: string } = {}): Deed {
  return async (run, reported) => {
    const { product } = run.world;
    const { submissionId } = reported.report;
    const [row] = await registered(product, submissionId);
    if (!row) return;
    for (const persona of cardHolders) {
      const card = (await cardsOf(product, persona)).find(({ json }) => json.includes(row.incident.reference));
      if (!card) continue;
      for (let each = 0; each < times; each += 1) {
        const said = words ?? `Sylw ${run.random.below(1_000_000)}`;
        const data = { submissionId, cardVersion: 1, ...presses[verb].inputs(said) };
        await run.launchOutside('press', async () => {
          const outcome = await press(product, persona, card, { verb, data });
          run.tell(`  ${verb} "${said}": ${outcome.kind} ${outcome.text ?? ''}`);
          if (outcome.kind === 'card') reported.pressed.push({ verb, words: said });
          else run.refusals.push(`${verb}: ${outcome.kind}`);
        });
      }
      return;
    }
  };
}

/** The reporter answers the last question that stands in the record. */
export const answerQuestion: Deed = async (run, reported) => {
  const { submissionId } = reported.report;
  const [row] = await registered(run.world.product, submissionId);
  const question = row?.incident.questions.at(-1);
  if (!question) return;
  const text = `Ateb ${run.random.below(1_000_000)}`;
  const answeredAt = run.world.time.now().toISOString();
  const rowId = await addRow(run.world.product, reported.by, {
    SubmissionId: submissionId,
    EntryType: 'answer',
    Payload: JSON.stringify({ schema: 1, submissionId, questionId: question.id, text, answeredAt }),
  });
  reported.answers.push({ rowId, text });
};

/** What a member of Security, or of HR, writes into the row in SharePoint itself. */
export function editColumns(fields: Record<string, string>, withComment = false): Deed {
  return async (run, reported) => {
    const { product } = run.world;
    const [row] = await registered(product, reported.report.submissionId);
    if (!row) return;
    const text = `Nodyn ${run.random.below(1_000_000)}`;
    const isHr = row.list === product.settings.site.lists.incidentsHr;
    const all = withComment ? { ...fields, NewComment: text } : fields;
    const status = await editRow(product, row.list, row.itemId, all, isHr ? 'hr' : 'security');
    run.tell(`  ${row.incident.reference} ${JSON.stringify(all)}: ${status}`);
    if (status !== 200) run.refusals.push(`${JSON.stringify(all)}: ${status}`);
    else if (withComment) reported.securityComments.push(text);
  };
}

export function joinTo(other: Reported): Deed {
  return async (run, reported) => {
    const [main] = await registered(run.world.product, other.report.submissionId);
    if (!main || other === reported) return;
    await editColumns({ State: 'merged', MergedInto: main.incident.reference })(run, reported);
  };
}

export function amend(over: Partial<Report>): Deed {
  return async (run, reported) => {
    const entry = amendmentOf(reported.report, over, {
      amendmentId: submissionIdFrom(run.random.bytes(17)),
      // So that none says what another has said.
      note: `Nodyn ${run.random.below(1_000_000)}`,
    });
    const rowId = await addAmendment(run.world.product, reported.by, entry);
    reported.amendments.push({ entry, rowId });
  };
}

export const implicateManager: Deed = amend({ manager: { chosenId: null, implicated: true } });

export const withdraw: Deed = async (run, reported) => {
  const rowId = await addWithdrawal(run.world.product, reported.by, reported.report.submissionId, 'All is well.');
  reported.withdrawals.push({ rowId });
};

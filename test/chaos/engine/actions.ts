import { createHash } from 'node:crypto';
import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { addAmendment, addWithdrawal, amendmentOf } from '../../service/support/account.ts';
import { cardsOf, press } from '../../service/support/look.ts';
import { addForwarded, addReport, forwardedOf } from '../../service/support/reporter.ts';
import { editRow, uploadEvidence } from '../../service/support/security.ts';
import type { ChaosRun } from './chaos-run.ts';
import { makeReport } from './make-report.ts';
import type { Reported } from './reported.ts';
import { registered } from './tenant-view.ts';
import type { PersonKey } from './world.ts';

/** Something that happens in a run. One line an action; what it needs is drawn from the run's chances. */
export interface Action {
  name: string;
  weight: number;
  act: (run: ChaosRun) => Promise<void>;
}

export const actions: readonly Action[] = [
  { name: 'report', weight: 6, act: report },
  { name: 'report once more', weight: 1, act: onReport(reportAgain) },
  { name: 'mark of the forward', weight: 3, act: onReport(markForwarded) },
  { name: 'evidence', weight: 2, act: onReport(fileEvidence) },
  { name: 'manager forwards', weight: 5, act: onReport((run, it) => pressForward(run, it, 1)) },
  { name: 'manager presses twice', weight: 3, act: onReport((run, it) => pressForward(run, it, 2)) },
  { name: 'Security acknowledges', weight: 4, act: onReport((run, it) => edit(run, it, { State: 'acknowledged' })) },
  { name: 'Security reviews', weight: 2, act: onReport((run, it) => edit(run, it, { State: 'underReview' })) },
  { name: 'Security closes', weight: 2, act: onReport((run, it) => edit(run, it, { State: 'closed' }, true)) },
  { name: 'Security reopens', weight: 1, act: onReport((run, it) => edit(run, it, { State: 'underReview' }, true)) },
  {
    name: 'Security takes it back',
    weight: 1,
    act: onReport((run, it) => edit(run, it, { State: 'withdrawn' }, true)),
  },
  {
    name: 'Security does what it may not',
    weight: 1,
    act: onReport((run, it) => edit(run, it, { State: 'localOnly' })),
  },
  { name: 'Security comments', weight: 2, act: onReport((run, it) => edit(run, it, {}, true)) },
  { name: 'Security releases', weight: 2, act: onReport((run, it) => edit(run, it, { ForwardState: 'released' })) },
  { name: 'Security joins', weight: 1, act: onReport(join) },
  {
    name: 'amendment',
    weight: 3,
    act: onReport((run, it) => amend(run, it, { facts: `Again ${run.random.below(99)}` })),
  },
  { name: 'grave amendment', weight: 1, act: onReport((run, it) => amend(run, it, { violenceThreatened: true })) },
  { name: 'manager is involved', weight: 1, act: onReport(implicate) },
  { name: 'withdrawal', weight: 2, act: onReport(withdraw) },
  { name: 'lists are read', weight: 10, act: async (run) => loops(run, 1) },
  { name: 'webhook comes twice', weight: 3, act: async (run) => loops(run, 2) },
  { name: 'webhook comes to all', weight: 3, act: async (run) => loops(run, 3) },
  {
    name: 'work is resumed',
    weight: 4,
    act: async (run) => {
      for (const each of run.fleet.alive) run.loop(each, 'resume');
    },
  },
  { name: 'a moment passes', weight: 4, act: async (run) => run.world.time.advance(1_000 * run.random.below(20)) },
  { name: 'time passes', weight: 4, act: timePasses },
  { name: 'another replica', weight: 2, act: async (run) => run.startReplica() },
  { name: 'a replica is killed', weight: 2, act: kill },
  { name: 'a replica stands still', weight: 1, act: freeze },
  { name: 'weather', weight: 2, act: async (run) => run.changeWeather() },
];

/** Minutes that pass at once. */
const leaps = [1, 1.2, 3, 10, 35, 130, 600];
const reporters: readonly PersonKey[] = ['reporter', 'colleague', 'manager'];
const mostReports = 4;

function onReport(act: (run: ChaosRun, reported: Reported) => Promise<void>): (run: ChaosRun) => Promise<void> {
  return async (run) => {
    if (run.reported.length === 0) return report(run);
    await act(run, run.random.pick(run.reported));
  };
}

async function report(run: ChaosRun): Promise<void> {
  if (run.reported.length >= mostReports) return;
  const { random, world } = run;
  const by = random.pick(reporters);
  const made = await makeReport(world, random, by, Number(world.time.now()) + run.reported.length);
  const rowId = await addReport(world.product, by, made);
  run.tell(`  row ${rowId}: ${made.channel} ${made.kind} by ${by}`);
  run.reported.push({
    report: made,
    by,
    rowIds: [rowId],
    hasMark: false,
    acceptedComments: [],
    securityComments: [],
    amendments: [],
    withdrawals: [],
    hasEvidence: false,
  });
}

async function reportAgain(run: ChaosRun, reported: Reported): Promise<void> {
  reported.rowIds.push(await addReport(run.world.product, reported.by, reported.report));
}

async function markForwarded(run: ChaosRun, reported: Reported): Promise<void> {
  if (reported.report.email === null || reported.report.kind === 'bombThreat') return;
  await addForwarded(run.world.product, reported.by, forwardedOf(reported.report));
  reported.hasMark = true;
}

async function fileEvidence(run: ChaosRun, reported: Reported): Promise<void> {
  const { product } = run.world;
  if (reported.report.email === null) return;
  const { submissionId } = reported.report;
  const bytes = new TextEncoder().encode(`evidence of ${submissionId}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await run.launchOutside('evidence', async () => {
    const request = { submissionId, bytes, sha256, persona: reported.by };
    const response = await uploadEvidence(product, product.settings.origin, request).catch(() => null);
    run.tell(`  evidence: ${response?.status ?? 'no answer'}`);
    if (response?.status === 200) reported.hasEvidence = true;
  });
}

async function pressForward(run: ChaosRun, reported: Reported, times: number): Promise<void> {
  const { product } = run.world;
  const { submissionId } = reported.report;
  const [row] = await registered(product, submissionId);
  const persona: PersonKey = reported.by === 'manager' ? 'seniorManager' : 'manager';
  const cards = row ? await cardsOf(product, persona) : [];
  const card = cards.find(({ json }) => json.includes(row?.incident.reference ?? '-'));
  if (!card) return;
  for (let each = 0; each < times; each += 1) {
    const comment = `Sylw ${run.random.below(1_000_000)}`;
    const action = { verb: 'forwardToSecurity', data: { submissionId, cardVersion: 1, comment } };
    await run.launchOutside('press', async () => {
      const outcome = await press(product, persona, card, action);
      run.tell(`  press "${comment}": ${outcome.kind} ${outcome.text ?? ''}`);
      if (outcome.kind === 'card') reported.acceptedComments.push(comment);
    });
  }
}

async function edit(
  run: ChaosRun,
  reported: Reported,
  fields: Record<string, string>,
  withComment = false,
): Promise<void> {
  const { product } = run.world;
  const [row] = await registered(product, reported.report.submissionId);
  if (!row) return;
  const text = `Nodyn ${run.random.below(1_000_000)}`;
  const isHr = row.list === product.settings.site.lists.incidentsHr;
  const all = withComment ? { ...fields, NewComment: text } : fields;
  const status = await editRow(product, row.list, row.itemId, all, isHr ? 'hr' : 'security');
  run.tell(`  ${row.incident.reference} ${JSON.stringify(all)}: ${status}`);
  if (withComment && status === 200) reported.securityComments.push(text);
}

async function join(run: ChaosRun, reported: Reported): Promise<void> {
  const other = run.random.pick(run.reported);
  const [main] = await registered(run.world.product, other.report.submissionId);
  if (!main || other === reported) return;
  await edit(run, reported, { State: 'merged', MergedInto: main.incident.reference });
}

async function amend(run: ChaosRun, reported: Reported, over: Partial<Report>): Promise<void> {
  const entry = amendmentOf(reported.report, over, {
    amendmentId: submissionIdFrom(run.random.bytes(17)),
    // So that none says what another has said.
    note: `Nodyn ${run.random.below(1_000_000)}`,
  });
  const rowId = await addAmendment(run.world.product, reported.by, entry);
  reported.amendments.push({ entry, rowId });
}

function implicate(run: ChaosRun, reported: Reported): Promise<void> {
  return amend(run, reported, { manager: { chosenId: null, implicated: true } });
}

async function withdraw(run: ChaosRun, reported: Reported): Promise<void> {
  const rowId = await addWithdrawal(run.world.product, reported.by, reported.report.submissionId, 'All is well.');
  reported.withdrawals.push({ rowId });
}

async function loops(run: ChaosRun, count: number): Promise<void> {
  const { alive } = run.fleet;
  if (alive.length === 0) return;
  const first = run.random.below(alive.length);
  for (let each = 0; each < Math.min(count, alive.length); each += 1) {
    const replica = alive[(first + each) % alive.length];
    if (replica) run.loop(replica, 'readLists');
  }
}

/** What goes on ends first: nothing takes minutes but a process that stands still. */
async function timePasses(run: ChaosRun): Promise<void> {
  await run.drain();
  run.world.time.advance(60_000 * run.random.pick(leaps));
  for (const replica of run.fleet.alive) {
    if (run.random.chance(0.5)) run.loop(replica, 'readLists');
    if (run.random.chance(0.5)) run.loop(replica, 'resume');
  }
}

async function kill(run: ChaosRun): Promise<void> {
  const { alive } = run.fleet;
  if (alive.length > 0) run.kill(run.random.pick(alive));
}

/** Longer than a lease: others take over what it holds, and then it goes on as if nothing had been. */
async function freeze(run: ChaosRun): Promise<void> {
  const busy = run.fleet.alive.filter((each) => run.gate.waitingOf(each) > 0);
  if (busy.length === 0) return;
  const frozen = run.random.pick(busy);
  frozen.isFrozen = true;
  run.tell(`${frozen.name} stands still`);
  run.startReplica();
  await run.drain();
  run.world.time.advance(1_000 * (65 + run.random.below(120)));
  for (const replica of run.fleet.alive) if (!replica.isFrozen) run.loop(replica, 'resume');
  await run.step(run.random.below(60));
  run.tell(`${frozen.name} goes on`);
  await run.gate.thaw(frozen, () => run.random.chance(0.5));
}

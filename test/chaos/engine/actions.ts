import { type ManagerVerb, managerVerbs } from '../../../src/domain/incident/manager-answer.ts';
import type { ChaosRun } from './chaos-run.ts';
import {
  amend,
  answerQuestion,
  type Deed,
  editColumns,
  fileEvidence,
  implicateManager,
  joinTo,
  markForwarded,
  pressCard,
  reportAgain,
  sendReport,
  withdraw,
} from './deeds.ts';
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
  { name: 'manager forwards', weight: 4, act: onReport(pressCard('forwardToSecurity')) },
  { name: 'manager presses twice', weight: 2, act: onReport(pressCard('forwardToSecurity', { times: 2 })) },
  { name: 'manager presses something', weight: 5, act: onReport(pressSomething) },
  { name: 'reporter answers', weight: 2, act: onReport(answerQuestion) },
  { name: 'Security acknowledges', weight: 4, act: onReport(editColumns({ State: 'acknowledged' })) },
  { name: 'Security reviews', weight: 2, act: onReport(editColumns({ State: 'underReview' })) },
  { name: 'Security closes', weight: 2, act: onReport(editColumns({ State: 'closed' }, true)) },
  { name: 'Security reopens', weight: 1, act: onReport(editColumns({ State: 'underReview' }, true)) },
  { name: 'Security takes it back', weight: 1, act: onReport(editColumns({ State: 'withdrawn' }, true)) },
  { name: 'Security does what it may not', weight: 1, act: onReport(editColumns({ State: 'localOnly' })) },
  { name: 'Security comments', weight: 2, act: onReport(editColumns({}, true)) },
  { name: 'Security releases', weight: 2, act: onReport(editColumns({ ForwardState: 'released' })) },
  { name: 'Security joins', weight: 1, act: onReport((run, it) => joinTo(run.random.pick(run.reported))(run, it)) },
  {
    name: 'amendment',
    weight: 3,
    act: onReport((run, it) => amend({ facts: `Again ${run.random.below(99)}` })(run, it)),
  },
  { name: 'grave amendment', weight: 1, act: onReport(amend({ violenceThreatened: true })) },
  { name: 'manager is involved', weight: 1, act: onReport(implicateManager) },
  { name: 'withdrawal', weight: 2, act: onReport(withdraw) },
  { name: 'lists are read', weight: 10, act: async (run) => loops(run, 1) },
  { name: 'webhook comes twice', weight: 3, act: async (run) => loops(run, 2) },
  { name: 'webhook comes to all', weight: 3, act: async (run) => loops(run, 3) },
  { name: 'work is resumed', weight: 4, act: async (run) => all(run, 'resume') },
  { name: 'clocks are looked at', weight: 3, act: async (run) => all(run, 'clocks') },
  { name: 'the next clock rings', weight: 3, act: ringNext },
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

function onReport(deed: Deed): (run: ChaosRun) => Promise<void> {
  return async (run) => {
    if (run.reported.length === 0) return report(run);
    await deed(run, run.random.pick(run.reported));
  };
}

async function report(run: ChaosRun): Promise<void> {
  if (run.reported.length >= mostReports) return;
  const { random, world } = run;
  const by = random.pick(reporters);
  await sendReport(run, await makeReport(world, random, by, Number(world.time.now()) + run.reported.length), by);
}

function pressSomething(run: ChaosRun, reported: Reported): Promise<void> {
  return pressCard(run.random.pick<ManagerVerb>(managerVerbs))(run, reported);
}

function all(run: ChaosRun, name: 'resume' | 'clocks'): void {
  for (const each of run.fleet.alive) run.loop(each, name);
}

/** Every replica finds at once what a clock has come round to. */
async function ringNext(run: ChaosRun): Promise<void> {
  if (run.reported.length === 0) return;
  const [row] = await registered(run.world.product, run.random.pick(run.reported).report.submissionId);
  const dueAt = row?.fields.NextDueAt;
  await run.drain();
  if (dueAt && Date.parse(dueAt) > run.world.time.now().getTime()) run.world.time.moveTo(dueAt);
  run.world.time.advance(1_000);
  all(run, 'clocks');
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
    if (run.random.chance(0.3)) run.loop(replica, 'clocks');
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

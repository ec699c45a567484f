import { ChaosRun } from '../engine/chaos-run.ts';
import { sendReport } from '../engine/deeds.ts';
import { type RequestFault, requestFaults, standingFaults } from '../engine/request-faults.ts';
import { registered } from '../engine/tenant-view.ts';
import type { World } from '../engine/world.ts';
import type { Step } from './steps.ts';

/** One fault in one place: after so many of the requests that it fits, so many times. */
export interface Cell {
  fault: RequestFault;
  after: number;
  times: number;
  replicas: number;
}

/** Longer than any step, so that it lasts until all is mended. */
const lasting = 40;
/** Requests let by before a fault that strikes once: the first write, one in the middle, one near the end. */
const places = [0, 2, 5];

/** Every cell of a step. Two and three replicas at once, and one alone, take turns. */
export function cellsOf(world: World): Cell[] {
  const single = requestFaults.flatMap((fault, index) =>
    places.map((after, place) => ({ fault, after, times: 1, replicas: 1 + ((index + place) % 3) })),
  );
  const standing = standingFaults(world.product.settings.site.lists).flatMap((fault, index) => [
    { fault, after: 0, times: 4, replicas: 1 + (index % 3) },
    { fault, after: 0, times: lasting, replicas: 1 + ((index + 1) % 3) },
  ]);
  return [...single, ...standing];
}

/** Plays it; gives what does not hold afterwards, once all is mended. */
export async function playCell(world: World, step: Step, { fault, after, times, replicas }: Cell): Promise<string[]> {
  world.startAnew();
  const name = `${step.name} / ${fault.name} after ${after}, ${times} times, ${replicas} replicas`;
  const run = new ChaosRun(world, name, { isCalm: true });
  const deal = async (loop: 'readLists' | 'clocks' | 'resume') => {
    for (const replica of run.fleet.alive) run.loop(replica, loop);
    await run.drain();
    await Promise.all(run.fleet.alive.map(({ service }) => service.desk.idle()));
  };
  for (let each = 0; each < replicas; each += 1) run.startReplica();
  await run.drain();
  const reported = await sendReport(run, await step.report(run), 'reporter');
  if (!step.isNew) await deal('readLists');
  for (const deed of step.before) {
    await deed(run, reported);
    await run.drain();
    await deal('readLists');
  }
  // What the step begins from must be there: nothing has been broken yet.
  const found = run.refusals.map((what) => `before: ${what}`);
  run.breakNext(fault, { after, times });
  await step.act(run, reported);
  await run.drain();
  await deal(step.by);
  world.time.advance(90_000);
  await deal('resume');
  run.mend();
  if (step.isRepeated) {
    await deal('readLists');
    await step.act(run, reported);
    await run.drain();
  }
  const { lost, doubled, forbidden, stuck } = await run.finish();
  found.push(...lost, ...doubled, ...forbidden, ...stuck);
  const [row] = await registered(world.product, reported.report.submissionId);
  if (!row || !step.has(row.incident)) found.push('the step has no effect');
  return found.map((what) => `${name}: ${what}`);
}

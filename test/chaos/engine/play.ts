import { actions } from './actions.ts';
import { ChaosRun, type RunResult } from './chaos-run.ts';
import { openWorld, type World } from './world.ts';

/** Plays one run from nothing but its seed and number. */
export async function play(world: World, seed: number, number: number): Promise<RunResult> {
  world.startAnew();
  const run = new ChaosRun(world, `${seed}/${number}`);
  const { random } = run;
  const count = 15 + random.below(30);
  try {
    run.startReplica();
    if (random.chance(0.7)) run.startReplica();
    if (random.chance(0.4)) run.startReplica();
    await run.drain();
    for (let each = 0; each < count; each += 1) {
      const action = random.weighted(actions);
      run.tell(action.name);
      await action.act(run);
      await run.step(random.pick([0, 2, 5, 10, 25, 60]));
    }
    return await run.finish();
  } catch (error) {
    const what = `the run broke off: ${error instanceof Error ? error.stack : String(error)}`;
    for (const replica of run.fleet.replicas) replica.die();
    return { lost: [], doubled: [], forbidden: [], stuck: [what], story: run.story };
  }
}

/** Plays runs one after the other, and says after each how it ended. */
export async function playAll(
  runs: { seed: number; first: number; count: number },
  ended: (number: number, result: RunResult) => void,
): Promise<void> {
  const world = await openWorld();
  try {
    for (let number = runs.first; number < runs.first + runs.count; number += 1) {
      ended(number, await play(world, runs.seed, number));
    }
  } finally {
    await world.close();
  }
}

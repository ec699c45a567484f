import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../engine/actions.ts';
import { ChaosRun } from '../engine/chaos-run.ts';
import { type RequestFault, requestFaults, standingFaults } from '../engine/request-faults.ts';
import { openWorld, type World } from '../engine/world.ts';
import { type Step, steps } from './steps.ts';

/** One of these many requests that the fault fits, and the first ones of a lasting fault. */
const places = [0, 2];
const lasting = 12;

/** Every step with every fault: afterwards, once all is mended, everything is there exactly once and nothing is owed. */
describe('Every step, whatever breaks (X-IDEM-1, X-PART-1)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  async function loops(run: ChaosRun, name: 'readLists' | 'resume'): Promise<void> {
    for (const replica of run.fleet.alive) run.loop(replica, name);
    await run.drain();
  }

  async function happen(run: ChaosRun, name: string): Promise<void> {
    await actions.find((action) => action.name === name)?.act(run);
    await loops(run, 'readLists');
  }

  async function cell(step: Step, fault: RequestFault, how: { after: number; times: number }, replicas: number) {
    world.startAnew();
    const run = new ChaosRun(world, `${step.name}/${fault.name}/${how.after}`, { isCalm: true });
    for (let each = 0; each < replicas; each += 1) run.startReplica();
    await run.drain();
    for (const name of step.before) await happen(run, name);
    run.breakNext(fault, how);
    await happen(run, step.act);
    world.time.advance(90_000);
    await loops(run, 'resume');
    const { lost, doubled, forbidden, stuck } = await run.finish();
    return [...lost, ...doubled, ...forbidden, ...stuck].map((what) => `${fault.name} after ${how.after}: ${what}`);
  }

  it.each(steps)(
    '$name is done once',
    async (step) => {
      const found: string[] = [];
      for (const [index, fault] of requestFaults.entries()) {
        for (const after of places) found.push(...(await cell(step, fault, { after, times: 1 }, 1 + (index % 3))));
      }
      for (const [index, fault] of standingFaults(world.product.settings.site.lists).entries()) {
        found.push(...(await cell(step, fault, { after: 0, times: lasting }, 1 + (index % 3))));
      }
      expect(found).toEqual([]);
    },
    600_000,
  );
});

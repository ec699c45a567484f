import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../engine/world.ts';
import { cellsOf, playCell } from './cell.ts';
import { steps } from './steps.ts';

/** Every 53rd cell of a step, from another one on for each step, so that every fault has its turn; `npm run chaos -- --matrix` plays all. */
const stride = 53;
const shift = 7;

/** Every step with faults: afterwards, once all is mended, everything is there exactly once, nothing is owed and the step is done. */
describe('Every step, whatever breaks (X-IDEM-1, X-PART-1)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it.each(steps.map((step, number) => ({ name: step.name, step, number })))(
    '$name is done once',
    async ({ step, number }) => {
      const chosen = cellsOf(world).filter((_, index) => (index + number * shift) % stride === 0);
      expect(chosen.length).toBeGreaterThan(1);
      const found: string[] = [];
      for (const cell of chosen) found.push(...(await playCell(world, step, cell)));
      expect(found).toEqual([]);
    },
    120_000,
  );

  it('has a turn for every fault', () => {
    const cells = cellsOf(world);
    const played = new Set<string>();
    steps.forEach((_, number) => {
      for (const [index, { name }] of cells.entries()) {
        if ((index + number * shift) % stride === 0) played.add(name);
      }
    });
    expect([...played].sort()).toEqual([...new Set(cells.map(({ name }) => name))].sort());
  });
});

import { openWorld } from '../engine/world.ts';
import { cellsOf, playCell } from './cell.ts';
import { steps } from './steps.ts';

/** Plays every cell of every step whose name holds `part`; says what does not hold, and gives how many cells there were and how many did not. */
export async function playMatrix(part: string, say: (line: string) => void): Promise<{ cells: number; bad: number }> {
  const world = await openWorld();
  const count = { cells: 0, bad: 0 };
  try {
    for (const step of steps.filter(({ name }) => name.includes(part))) {
      let bad = 0;
      const cells = cellsOf(world);
      for (const cell of cells) {
        const found = await playCell(world, step, cell);
        for (const line of found) say(line);
        if (found.length > 0) bad += 1;
      }
      say(`${step.name}: ${cells.length} cells, ${bad} of them not right`);
      count.cells += cells.length;
      count.bad += bad;
    }
  } finally {
    await world.close();
  }
  return count;
}

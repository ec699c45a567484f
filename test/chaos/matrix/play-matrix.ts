import { openWorld } from '../engine/world.ts';
import { cellsOf, playCell } from './cell.ts';
import { steps } from './steps.ts';

/** Which cells are played: those of the steps from one number to another, whose names, and whose fault's, hold these words. */
export interface Part {
  first: number;
  last: number;
  step: string;
  fault: string;
}

/** Plays the cells of a part; says what does not hold, and gives how many cells there were and how many did not. */
export async function playMatrix(part: Part, say: (line: string) => void): Promise<{ cells: number; bad: number }> {
  const world = await openWorld();
  const count = { cells: 0, bad: 0 };
  const cells = cellsOf(world).filter(({ name }) => name.includes(part.fault));
  try {
    for (const [index, step] of steps.entries()) {
      const number = index + 1;
      if (number < part.first || number > part.last || !step.name.includes(part.step)) continue;
      let bad = 0;
      for (const cell of cells) {
        const found = await playCell(world, step, cell);
        for (const line of found) say(line);
        if (found.length > 0) bad += 1;
      }
      say(`${number} ${step.name}: ${cells.length} cells, ${bad} of them not right`);
      count.cells += cells.length;
      count.bad += bad;
    }
  } finally {
    await world.close();
  }
  return count;
}

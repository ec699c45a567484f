import { ChaosRun } from '../engine/chaos-run.ts';
import { type Deed, editColumns, sendReport } from '../engine/deeds.ts';
import { type RequestFault, requestFaults, standingFaults } from '../engine/request-faults.ts';
import { registered } from '../engine/tenant-view.ts';
import type { World } from '../engine/world.ts';
import type { Step } from './steps.ts';

/** What comes of the call that says that a list has changed: it says no more than that, so two in the wrong order are one that was early. */
export const wordOfChange = ['comes', 'lost', 'doubled', 'late', 'early'] as const;
type WordOfChange = (typeof wordOfChange)[number];

/** One fault in one place: after so many of the requests that it fits, so many times; or something else that goes wrong beside it. */
export interface Cell {
  name: string;
  /** Null when no request is disturbed. */
  fault: RequestFault | null;
  after: number;
  times: number;
  replicas: number;
  word: WordOfChange;
  /** What somebody does just before a row of a register is written, which has been read by then. */
  meanwhile: Deed | null;
}

/** Longer than any step, so that it lasts until all is mended. */
const lasting = 40;
/** Requests let by before a fault that strikes once: the first write, one in the middle, one near the end. */
const places = [0, 2, 5];

const disturbances: readonly { name: string; meanwhile: Deed }[] = [
  { name: 'Security comments meanwhile', meanwhile: editColumns({}, true) },
  { name: 'the row is touched meanwhile', meanwhile: editColumns({ Title: 'UB' }) },
];

/** Every cell of a step. Two and three replicas at once, and one alone, take turns. */
export function cellsOf(world: World): Cell[] {
  const usual = { after: 0, times: 1, word: 'comes', meanwhile: null } as const;
  const single = requestFaults.flatMap((fault, index) =>
    places.map((after, place) => ({ ...usual, name: fault.name, fault, after, replicas: 1 + ((index + place) % 3) })),
  );
  const standing = standingFaults(world.product.settings.site.lists).flatMap((fault, index) => [
    { ...usual, name: fault.name, fault, times: 4, replicas: 1 + (index % 3) },
    { ...usual, name: fault.name, fault, times: lasting, replicas: 1 + ((index + 1) % 3) },
  ]);
  const killed = requestFaults.find(({ name }) => name === 'killed after') ?? null;
  const words = wordOfChange
    .filter((word) => word !== 'comes')
    .flatMap((word, index) => [
      { ...usual, name: `word ${word}`, fault: null, word, replicas: 1 + (index % 3) },
      { ...usual, name: `word ${word}, and killed`, fault: killed, after: 1, word, replicas: 2 + (index % 2) },
    ]);
  const disturbed = disturbances.flatMap(({ name, meanwhile }, index) =>
    places.map((after, place) => ({
      ...usual,
      name,
      meanwhile,
      after,
      fault: null,
      replicas: 1 + ((index + place) % 3),
    })),
  );
  return [...single, ...standing, ...words, ...disturbed];
}

const isOfRegister = (world: World) => {
  const { incidents, incidentsHr } = world.product.settings.site.lists;
  return ({ method, url }: { method: string; url: URL }) =>
    method === 'PATCH' && [incidents, incidentsHr].some((list) => url.pathname.includes(`/lists/${list}/items/`));
};

/** Plays it; gives what does not hold afterwards, once all is mended. */
export async function playCell(world: World, step: Step, cell: Cell): Promise<string[]> {
  world.startAnew();
  const { word, replicas, after, times, meanwhile } = cell;
  const name = `${step.name} / ${cell.name} after ${after}, ${times} times, ${replicas} replicas`;
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
  const fault: RequestFault | null = meanwhile
    ? {
        name: cell.name,
        weight: 1,
        fits: isOfRegister(world),
        act: (send) => meanwhile(run, reported).then(send),
      }
    : cell.fault;
  if (fault) run.breakNext(fault, { after, times });
  if (word === 'early') await deal('readLists');
  await step.act(run, reported);
  await run.drain();
  await hear(run, word, () => deal(step.by));
  world.time.advance(90_000);
  await deal('resume');
  if (word === 'late') await deal(step.by);
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

/** Every replica has the word of the change, unless it comes late, came early or is lost; or it comes once more in the middle of the work. */
async function hear(run: ChaosRun, word: WordOfChange, deal: () => Promise<void>): Promise<void> {
  if (word === 'lost' || word === 'late' || word === 'early') return;
  if (word === 'doubled') {
    for (const replica of run.fleet.alive) run.launch('the same word', replica, () => replica.service.work.readLists());
  }
  await deal();
}

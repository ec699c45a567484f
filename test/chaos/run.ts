import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RunResult } from './engine/chaos-run.ts';
import { playAll } from './engine/play.ts';
import { playMatrix } from './matrix/play-matrix.ts';

/**
 * `npm run chaos -- --seed N --runs N`: random schedules against the stand-in tenant. The last line is
 * `runs N lost N doubled N forbidden N stuck N`; the exit code is 1 when anything of it happened. `--only N` plays one run of the
 * seed again and tells its story. `--matrix` plays every step with every fault instead, `--steps 1-12` only those of these numbers, `--step`
 * and `--fault` only what has these words in its name; then the last line is `cells N wrong N`.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    only: { type: 'string' },
    matrix: { type: 'boolean', default: false },
    steps: { type: 'string', default: '1-999' },
    step: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const isOne = values.only !== undefined;
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.matrix) {
  const [first = 1, last = first] = values.steps.split('-').map(Number);
  const { cells, bad } = await playMatrix({ first, last, step: values.step, fault: values.fault }, say);
  say(`cells ${cells} wrong ${bad}`);
  process.exit(bad === 0 ? 0 : 1);
}
const stories = 'test/artifacts';
mkdirSync(stories, { recursive: true });
const counts = { lost: 0, doubled: 0, forbidden: 0, stuck: 0 };
type Category = keyof typeof counts;

function tell(number: number, result: RunResult): void {
  const bad = (Object.keys(counts) as Category[]).filter((category) => result[category].length > 0);
  for (const category of bad) {
    counts[category] += 1;
    for (const what of result[category]) say(`run ${number}: ${category}: ${what}`);
  }
  if (bad.length > 0) {
    const file = `${stories}/chaos-${seed}-${number}.txt`;
    writeFileSync(file, result.story.join('\n'));
    say(`run ${number}: again with  npm run chaos -- --seed ${seed} --only ${number}  (its story: ${file})`);
  }
  if (isOne) for (const line of result.story) say(line);
}

const runs = isOne ? { first: Number(values.only), count: 1 } : { first: 0, count: Number(values.runs) };
await playAll({ seed, ...runs }, tell);
const { lost, doubled, forbidden, stuck } = counts;
say(`runs ${runs.count} lost ${lost} doubled ${doubled} forbidden ${forbidden} stuck ${stuck}`);
process.exit(lost + doubled + forbidden + stuck === 0 ? 0 : 1);

import { parseArgs } from 'node:util';
import { measureAutosave } from './autosave/measure-autosave.ts';
import { measureBoard } from './board/measure-board.ts';
import { measureCard } from './card/measure-card.ts';
import { measureEvidence } from './evidence/measure-evidence.ts';
import { measureHosting } from './hosting/measure-hosting.ts';
import { measureKinds } from './kinds/measure-kinds.ts';
import { describeMachine } from './machine.ts';
import type { Measure, Measurement } from './measurement.ts';
import { measurePane } from './pane/measure-pane.ts';
import { measureProvision } from './provision/measure-provision.ts';
import { measureReport } from './report/measure-report.ts';
import { openings, table, writeResults } from './results.ts';
import { openBrowser } from './slow-browser.ts';
import { startSystem } from './system.ts';
import { measureTab } from './tab/measure-tab.ts';
import { TenantControl } from './tenant-control.ts';

/**
 * `npm run bench`: starts the product on ports and in a state of its own, measures it against a floor or a peer in the
 * same run, and writes `results.json` and `results.md`. `--only pane,board` measures a part and writes nothing;
 * `--runs 5` changes how often.
 */
const parts: Record<string, Measure> = {
  pane: measurePane,
  tab: measureTab,
  autosave: measureAutosave,
  card: measureCard,
  report: measureReport,
  kinds: measureKinds,
  provision: measureProvision,
  hosting: measureHosting,
  evidence: measureEvidence,
  board: measureBoard,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '9' } } });
const runs = Number(values.runs);
const wanted = values.only?.split(',') ?? Object.keys(parts);
const say = (line: string) => console.log(line);

const machine = await describeMachine();
say('Starting the product …');
const system = await startSystem();
const browser = await openBrowser();
const measurements: Measurement[] = [];
try {
  const control = new TenantControl(system.origin);
  for (const [name, measure] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue;
    say(`Measuring: ${name}`);
    try {
      measurements.push(...(await measure({ browser, system, control, runs, say })));
    } catch (error) {
      // What the other parts measure is not lost; what is missing is said, and the command fails.
      console.error(`  ${name} could not be measured:`, error);
      process.exitCode = 1;
      await control.noFaults();
    }
  }
  const description = { ...machine, browser: `Chromium ${browser.version()}` };
  say(`\n${table(measurements)}\n${openings(measurements)}`);
  if (!values.only) await writeResults(measurements, description);
} finally {
  await browser.close();
  await system.stop();
}

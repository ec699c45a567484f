import { parseArgs } from 'node:util';
import { runLoad } from './load-run.ts';
import { runMemory } from './memory-run.ts';

/**
 * `npm run load -- --reports N --replicas N [--kill] [--minutes N]`: N reports in an hour of simulated time, or in so many minutes. The last line is
 * `reports N lost N doubled N units-per-report N p99-ms N`; the exit code is 1 when anything was lost or doubled.
 *
 * `npm run load -- --memory [--reports N] [--every N] [--seeded N]`: the heap of one service after every so many reports. The last line is
 * `incidents N heap-first-mb N heap-last-mb N growth N`; the exit code is 1 when it has grown by more than a quarter since the first step.
 */
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    replicas: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '60' },
    kill: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    every: { type: 'string', default: '10000' },
    seeded: { type: 'string', default: '0' },
  },
});
const mostGrowth = 1.25;
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.memory) process.exit((await isFlat()) ? 0 : 1);
const began = performance.now();
const result = await runLoad({
  reports: Number(values.reports),
  replicas: Number(values.replicas),
  kill: values.kill,
  lastsMs: Number(values.minutes) * 60_000,
  say,
});
for (const what of [
  ...result.lost.map((each) => `lost: ${each}`),
  ...result.doubled.map((each) => `doubled: ${each}`),
]) {
  say(what);
}
for (const [event, count] of [...result.events].sort()) say(`log ${event}: ${count}`);
for (const [kind, count] of [...result.asked].sort((one, other) => other[1] - one[1]).slice(0, 40))
  say(`${count} ${kind}`);
const { reports, units, unitsOfPeople, refusals, kills, greatestBacklog, firstNoticeMs } = result;
const part = (share: number) =>
  Math.round(firstNoticeMs[Math.min(firstNoticeMs.length - 1, Math.floor(firstNoticeMs.length * share))] ?? 0);
say(
  `${kills} killed, ${refusals} requests refused with 429, at most ${greatestBacklog} open, nothing owed ` +
    `${Math.round(result.drainedMs / 1000)} s after the last row`,
);
say(`first notice after ${part(0.5)} ms for half of them, ${part(0.95)} ms for 95 %, ${part(1)} ms at most`);
say(
  `${(unitsOfPeople / reports).toFixed(1)} units a report are people's own; it took ${Math.round((performance.now() - began) / 1000)} s`,
);
say(
  `reports ${reports} lost ${result.lost.length} doubled ${result.doubled.length} ` +
    `units-per-report ${(units / reports).toFixed(1)} p99-ms ${part(0.99)}`,
);
process.exit(result.lost.length + result.doubled.length === 0 ? 0 : 1);

/** What a service remembers of the last few hundred records is there after the first step; from then on nothing may be added. */
async function isFlat(): Promise<boolean> {
  const steps = await runMemory({
    incidents: Number(values.reports),
    every: Number(values.every),
    seeded: Number(values.seeded),
    say,
  });
  const [, , first] = steps;
  const last = steps.at(-1);
  if (!first || !last) throw new Error('nothing was measured');
  const growth = last.heap / first.heap;
  const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  say(
    `incidents ${last.incidents} heap-first-mb ${mb(first.heap)} heap-last-mb ${mb(last.heap)} growth ${growth.toFixed(2)}`,
  );
  return growth <= mostGrowth;
}

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../e2e/support/running-system.ts';
import { writePages } from '../service/support/product.ts';
import type { MemoryAnswer } from './memory-service.ts';
import { People } from './people.ts';

/** Reports that are on their way at most: as many as the worst minute of a busy hour has. */
const onTheWay = 100;
const lookMs = 250;
/** After the last report of a step: notices leave, leases end, and what came of it is followed. */
const restMs = 8_000;
/** A step in which nothing is taken for so long is not waited for. */
const stuckMs = 5 * 60_000;

export interface MemoryOptions {
  /** Incidents that come by the whole path: a row in Intake, the register, notices, cards, receipts. */
  incidents: number;
  /** After so many the heap is measured. */
  every: number;
  /** Incidents that stand in the register before the service starts; it reads all of them. */
  seeded: number;
  say: (line: string) => void;
}

export interface MemoryStep {
  incidents: number;
  heap: number;
  external: number;
}

/**
 * One replica in a process of its own, the tenant in another, real time and no limit of SharePoint's: so nothing but the service is in what
 * is measured. The first step has the register as it was found, and the second what the service remembers of the last few hundred records.
 */
export async function runMemory({ incidents, every, seeded, say }: MemoryOptions): Promise<MemoryStep[]> {
  const folder = await mkdtemp(join(tmpdir(), 'urddas-memory-'));
  const distDir = join(folder, 'client');
  await writePages(distDir);
  const system = await startSystem({ pollSeconds: 15, leaseSeconds: 60, distDir });
  let service: ChildProcess | null = null;
  try {
    await system.stopService();
    if (seeded > 0) await system.control('POST', '/sandbox/seed', { incidents: seeded });
    const settingsFile = join(folder, 'settings.json');
    // The key stands in a file of its own.
    const { certificateKey: _, ...settings } = system.settings;
    await writeFile(settingsFile, JSON.stringify(settings));
    service = fork(join(import.meta.dirname, 'memory-service.ts'), {
      execArgv: ['--expose-gc', '--import', 'tsx'],
      env: {
        ...process.env,
        URDDAS_SETTINGS: settingsFile,
        PORT: new URL(system.appOrigin).port,
      },
    });
    const begun = await heard(service);
    say(row(['incidents', 'heap MB', 'beside it MB', 'minutes']));
    const since = performance.now();
    const steps: MemoryStep[] = [];
    const note = ({ heap, external }: MemoryAnswer, count: number) => {
      steps.push({ incidents: count, heap, external });
      const minutes = ((performance.now() - since) / 60_000).toFixed(1);
      say(row([String(count), megabytes(heap), megabytes(external), minutes]));
    };
    note(begun, 0);
    const people = new People(system, realTime, globalThis.fetch);
    const troubles: unknown[] = [];
    // What is seeded is read first: the whole register goes through the process once.
    await pause(restMs + seeded / 2);
    note(await ask(service, 'measure'), seeded);
    for (let sent = 0; sent < incidents; ) {
      const upTo = Math.min(incidents, sent + every);
      let lastTaken = { count: 0, at: performance.now() };
      for (;;) {
        if (troubles.length > 0) throw troubles[0];
        const { taken } = await ask(service, 'count');
        if (taken > lastTaken.count) lastTaken = { count: taken, at: performance.now() };
        if (performance.now() - lastTaken.at > stuckMs) throw new Error(`stuck at ${taken} of ${sent}`);
        if (taken === upTo) break;
        for (; sent < upTo && sent - taken < onTheWay; sent += 1) {
          people.report(sent).catch((error: unknown) => troubles.push(error));
        }
        await pause(lookMs);
      }
      await pause(restMs);
      note(await ask(service, 'measure'), seeded + sent);
    }
    return steps;
  } finally {
    if (service?.connected) service.disconnect();
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const realTime = {
  get now() {
    return Date.now();
  },
  sleep: pause,
  hold: <T>(work: () => Promise<T>) => work(),
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Collecting takes a moment of the service's time, so only what goes into the table is measured. */
async function ask(service: ChildProcess, what: 'count' | 'measure'): Promise<MemoryAnswer> {
  service.send(what);
  return heard(service);
}

function heard(service: ChildProcess): Promise<MemoryAnswer> {
  return new Promise((done, failed) => {
    const ended = (code: number | null) => failed(new Error(`the service ended with ${code}`));
    service.once('exit', ended);
    service.once('message', (answer) => {
      service.off('exit', ended);
      done(answer as MemoryAnswer);
    });
  });
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.padStart(12)).join(' | ')} |`;
}

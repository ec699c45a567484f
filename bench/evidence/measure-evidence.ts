import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { readInbox } from '../report/inbox.ts';
import { openPaneOn, report } from '../report/reporting-person.ts';
import { newContext } from '../slow-browser.ts';
import { startMemoryWatch } from './memory-watch.ts';

const atMostTaskMs = 100;

/** The largest message of the inbox, reported as any other; at full speed of this machine. */
interface Task {
  duration: number;
  /** Whose it was: the pane's own (`self`), or of the page around it, which shares its thread. */
  name: string;
  startTime: number;
}

const isOurs = ({ name }: Task) => name === 'self' || name === 'multiple-contexts';

export async function measureEvidence({ browser, system, control, say }: Bench): Promise<Measurement[]> {
  const message = (await readInbox(system, control)).at(-1);
  if (!message || message.size < 20_000_000) throw new Error('The inbox has no message of 20 MB or more.');
  const megabytes = message.size / 1_000_000;
  const context = await newContext(browser);
  try {
    // In the page before it runs: what the host's own page does is in the same process, but not in the pane's list.
    await context.addInitScript(`(() => {
      if (!location.pathname.endsWith('/pane.html')) return;
      window.benchTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration, name, startTime } of list.getEntriesByType('longtask')) window.benchTasks.push({ duration, name, startTime });
      }).observe({ type: 'longtask' });
    })()`);
    const open = await openPaneOn(context, system, message.id);
    const watch = await startMemoryWatch(open.page);
    await open.pane.locator('body').evaluate('window.benchTasks.length = 0');
    const { pressedAt, doneAt } = await report(open);
    const memory = await watch.stop();
    const tasks = (await open.pane.locator('body').evaluate('window.benchTasks')) as Task[];
    say(`  ${megabytes.toFixed(0)} MB in ${((doneAt - pressedAt) / 1_000).toFixed(1)} s`);
    return [
      measured({
        name: 'evidence.26mb.longest-task',
        unit: 'ms',
        value: Math.max(0, ...tasks.filter(isOurs).map(({ duration }) => duration)),
        runs: 1,
        budget: { of: 'value', atMost: atMostTaskMs },
        note: `${megabytes.toFixed(1)} MB; tasks under 50 ms are not reported by the browser and count as 0`,
      }),
      measured({
        name: 'evidence.26mb.peak-memory',
        unit: 'MB',
        value: memory.peak - memory.before,
        against: { name: 'the message', value: megabytes },
        runs: memory.samples,
        budget: { of: 'ratio', atMost: 3 },
        note: 'script memory and buffers of the page’s process above what they were before "Report", sampled',
      }),
      measured({ name: 'evidence.26mb.report', unit: 'ms', value: median([doneAt - pressedAt]), runs: 1 }),
    ];
  } finally {
    await context.close();
  }
}

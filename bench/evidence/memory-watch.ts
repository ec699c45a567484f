import type { Page } from 'playwright-core';

const everyMs = 50;

/** Megabytes of script memory and of what lies outside it (buffers), while something goes on. */
export async function startMemoryWatch(
  page: Page,
): Promise<{ stop(): Promise<{ before: number; peak: number; samples: number }> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const used = async () => {
    const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
    return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1_000_000;
  };
  const before = await used();
  let [peak, samples, isOver] = [before, 0, false];
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await used());
      samples += 1;
      await new Promise((done) => setTimeout(done, everyMs));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      await session.detach();
      return { before, peak, samples };
    },
  };
}

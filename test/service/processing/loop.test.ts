import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceLog } from '../../../src/application/ports/service-log.ts';
import { Loop } from '../../../src/service/processing/loop.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as ServiceLog;

describe('A loop that gathers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-30T09:30:00.000Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function loopOf(lasts = 0) {
    const begun: { at: number; isAsked: boolean }[] = [];
    const start = Date.now();
    const loop = new Loop({
      name: 'lists',
      everySeconds: () => 15,
      gatherSeconds: () => 2,
      run: async (isAsked) => {
        begun.push({ at: (Date.now() - start) / 1000, isAsked });
        if (lasts > 0) await new Promise((done) => setTimeout(done, lasts * 1000));
      },
      clock: { now: () => new Date() },
      log: silent,
    });
    return { loop, begun };
  }
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('runs at once for the first word, and once for all that come within two seconds of it', async () => {
    const { loop, begun } = loopOf();
    loop.wake();
    for (let word = 0; word < 5; word += 1) {
      await pass(0.3);
      loop.wake();
    }
    await pass(10);
    expect(begun).toEqual([
      { at: 0, isAsked: true },
      { at: 2, isAsked: true },
    ]);
    loop.wake();
    expect(begun).toHaveLength(3);
    await loop.stop();
  });

  it('loses no word that comes while it runs', async () => {
    const { loop, begun } = loopOf(1);
    loop.wake();
    await pass(0.5);
    loop.wake();
    await pass(8);
    expect(begun.map(({ at }) => at)).toEqual([0, 2]);
    await loop.stop();
  });

  it('goes on right after a run that lasted longer, when a word came meanwhile', async () => {
    const { loop, begun } = loopOf(5);
    loop.wake();
    await pass(4);
    loop.wake();
    await pass(8);
    expect(begun.map(({ at }) => at)).toEqual([0, 5]);
    await loop.stop();
  });

  it('runs without a word as often as it is told, and says so', async () => {
    const { loop, begun } = loopOf();
    loop.wake();
    await pass(31);
    expect(begun).toEqual([
      { at: 0, isAsked: true },
      { at: 15, isAsked: false },
      { at: 30, isAsked: false },
    ]);
    await loop.stop();
  });

  it('waits no longer than it should when the clock is put back', async () => {
    const { loop, begun } = loopOf();
    loop.wake();
    await pass(1);
    vi.setSystemTime(Date.now() - 60 * 60_000);
    loop.wake();
    await pass(2);
    expect(begun).toHaveLength(2);
    await loop.stop();
  });

  it('begins nothing after it was stopped', async () => {
    const { loop, begun } = loopOf();
    loop.wake();
    loop.wake();
    await pass(0);
    await loop.stop();
    loop.wake();
    await pass(60);
    expect(begun).toHaveLength(1);
  });
});

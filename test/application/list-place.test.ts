import { describe, expect, it } from 'vitest';
import { ListPlace } from '../../src/application/list-place.ts';
import type { ServiceState } from '../../src/application/ports/service-state.ts';
import { RemoteError } from '../../src/application/remote-error.ts';

function world() {
  const rows = new Map<string, { value: string; version: number }>();
  const count = { reads: 0, writes: 0 };
  const state: ServiceState = {
    read: async (key) => {
      count.reads += 1;
      const row = rows.get(key);
      return row ? { value: row.value, etag: String(row.version) } : null;
    },
    write: async (key, value, etag) => {
      count.writes += 1;
      const row = rows.get(key);
      if (etag === null ? row !== undefined : String(row?.version) !== etag) {
        throw new RemoteError(etag === null ? 'conflict' : 'changedMeanwhile', 'state');
      }
      const version = (row?.version ?? 0) + 1;
      rows.set(key, { value, version });
      return { value, etag: String(version) };
    },
  };
  let now = Date.parse('2026-11-30T09:30:00.000Z');
  const placeOf = () => new ListPlace({ state, clock: { now: () => new Date(now) } }, 'intake', 60);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { placeOf, pass, count };
}

describe('How far a list has been read', () => {
  it('is known to the next process, a minute old at most', async () => {
    const { placeOf, pass } = world();
    const first = placeOf();
    expect(await first.read()).toBeNull();
    await first.moveTo('one', true);
    expect(await placeOf().read()).toBe('one');
    pass(30);
    await first.moveTo('two', true);
    expect(await placeOf().read()).toBe('one');
    pass(30);
    await first.moveTo('three', true);
    expect(await placeOf().read()).toBe('three');
  });

  it('is asked once and written once a minute, however often it moves', async () => {
    const { placeOf, pass, count } = world();
    const place = placeOf();
    for (let second = 0; second < 300; second += 1) {
      await place.read();
      await place.moveTo(`place ${second}`, true);
      pass(1);
    }
    // Where nothing stands yet it is asked once more before it is written.
    expect(count).toEqual({ reads: 2, writes: 5 });
  });

  it('is written once an hour where nothing comes, before SharePoint forgets it', async () => {
    const { placeOf, pass, count } = world();
    const place = placeOf();
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      await place.read();
      await place.moveTo(`place ${minute}`, false);
      pass(60);
    }
    expect(count.writes).toBe(24);
  });

  it('is kept before another reads on, who asks for it, and so does whoever was here when it comes back', async () => {
    const { placeOf } = world();
    const [one, other] = [placeOf(), placeOf()];
    await one.moveTo('one', true);
    await one.moveTo('two', true);
    await one.keep();
    other.forget();
    expect(await other.read()).toBe('two');
    await other.moveTo('three', true);
    expect(await one.read()).toBe('two');
    one.forget();
    expect(await one.read()).toBe('three');
  });

  it('stays where it is when it cannot be written', async () => {
    const place = new ListPlace(
      {
        state: { read: async () => null, write: () => Promise.reject(new RemoteError('server', 'down')) },
        clock: { now: () => new Date() },
      },
      'intake',
      60,
    );
    await expect(place.moveTo('one', true)).rejects.toThrow('down');
    await expect(place.keep()).rejects.toThrow('down');
  });
});

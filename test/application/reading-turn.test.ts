import { describe, expect, it } from 'vitest';
import type { ServiceState } from '../../src/application/ports/service-state.ts';
import { ReadingTurn } from '../../src/application/reading-turn.ts';
import { RemoteError } from '../../src/application/remote-error.ts';

/** The State list, with a moment between each question and its answer. */
function sharedState(): ServiceState {
  let row: { value: string; version: number } | null = null;
  const later = () => new Promise((done) => setImmediate(done));
  return {
    read: async () => {
      await later();
      return row && { value: row.value, etag: String(row.version) };
    },
    write: async (_key, value, etag) => {
      await later();
      if (etag === null ? row !== null : row?.version !== Number(etag)) {
        throw new RemoteError(etag === null ? 'conflict' : 'changedMeanwhile', 'state');
      }
      row = { value, version: (row?.version ?? 0) + 1 };
      return { value, etag: String(row.version) };
    },
  };
}

function world() {
  const state = sharedState();
  let now = Date.parse('2026-11-30T09:30:00.000Z');
  const turnOf = (owner: string) => new ReadingTurn({ state, clock: { now: () => new Date(now) } }, owner, 'lists');
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { turnOf, pass };
}

const nothing = async () => undefined;

describe('The turn to read the lists', () => {
  it('is one replica’s at a time, and what came meanwhile is read right after', async () => {
    const { turnOf } = world();
    let reading = 0;
    let most = 0;
    let readings = 0;
    const read = async () => {
      readings += 1;
      reading += 1;
      most = Math.max(most, reading);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
      reading -= 1;
    };
    const turns = ['one', 'two', 'three'].map(turnOf);
    for (let round = 0; round < 10; round += 1) {
      const before = readings;
      await Promise.all(turns.map((turn) => turn.take(true, read)));
      // Whoever asked is followed by a reading that began after the question.
      expect(readings - before).toBeGreaterThanOrEqual(2);
      expect(readings - before).toBeLessThanOrEqual(3);
    }
    expect(most).toBe(1);
  });

  it('needs nobody whom only the clock woke, when another has read since', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    let readings = 0;
    const read = async () => {
      readings += 1;
    };
    await one.take(true, read);
    expect(await other.take(false, read)).toBe(true);
    expect(readings).toBe(1);
    // Nobody has read since the last look.
    await other.take(false, read);
    expect(readings).toBe(2);
  });

  it('goes over from one who died in the middle of it, after half a minute of silence and no sooner', async () => {
    const { turnOf, pass } = world();
    const [dead, heir] = [turnOf('dead'), turnOf('heir')];
    void dead.take(true, () => new Promise(() => undefined));
    for (let turn = 0; turn < 10; turn += 1) await new Promise((done) => setImmediate(done));
    let readings = 0;
    const read = async () => {
      readings += 1;
    };
    await heir.take(false, read);
    pass(29);
    await heir.take(true, read);
    expect(readings).toBe(0);
    pass(31);
    await heir.take(false, read);
    expect(readings).toBe(1);
  });

  it('stays with one who says that it goes on', async () => {
    const { turnOf, pass } = world();
    const [slow, other] = [turnOf('slow'), turnOf('other')];
    let end = () => {};
    const done = slow.take(
      true,
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    for (let turn = 0; turn < 10; turn += 1) await new Promise((next) => setImmediate(next));
    let readings = 0;
    for (let minute = 0; minute < 5; minute += 1) {
      pass(15);
      await slow.goesOn();
      await other.take(false, async () => {
        readings += 1;
      });
    }
    expect(readings).toBe(0);
    end();
    await done;
  });

  it('is given up by one whose reading failed, and the failure is told', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    await expect(one.take(true, () => Promise.reject(new Error('list gone')))).rejects.toThrow('list gone');
    let readings = 0;
    await other.take(false, async () => {
      readings += 1;
    });
    expect(readings).toBe(1);
    expect(await one.take(true, nothing)).toBe(true);
  });
});

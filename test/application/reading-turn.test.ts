import { describe, expect, it } from 'vitest';
import type { ServiceState } from '../../src/application/ports/service-state.ts';
import { type Reading, ReadingTurn } from '../../src/application/reading-turn.ts';
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
  const turnOf = (owner: string) =>
    new ReadingTurn({ state, clock: { now: () => new Date(now) } }, owner, 'lists', { staysMs });
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { turnOf, pass };
}

const staysMs = 15_000;
const quiet: Reading = { hasNews: false, isWhole: true };

/** A reading that nothing comes of, and how often it was made. */
function counted(found: Partial<Reading> = {}) {
  const count = { readings: 0, read: async () => ({ ...quiet, ...found }) };
  const { read } = count;
  count.read = () => {
    count.readings += 1;
    return read();
  };
  return count;
}

async function moments(count: number): Promise<void> {
  for (let moment = 0; moment < count; moment += 1) await new Promise((done) => setImmediate(done));
}

describe('The turn to read the lists', () => {
  it.each([1, 2, 3, 4, 5])('leaves no word unheard, whoever hears it and whenever, schedule %i', async (seed) => {
    let drawn = seed * 7919;
    const draw = (below: number) => {
      drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((drawn / 2 ** 31) * below);
    };
    const { turnOf, pass } = world();
    const list = { stored: 0, seen: 0 };
    const read = async (): Promise<Reading> => {
      const upTo = list.stored;
      await moments(draw(12));
      const hasNews = upTo > list.seen;
      list.seen = Math.max(list.seen, upTo);
      return { hasNews, isWhole: false };
    };
    const replicas = ['one', 'two', 'three'].map((name) => {
      const turn = turnOf(name);
      let isAsked = false;
      let isRunning = false;
      const run = async () => {
        if (isRunning) return;
        isRunning = true;
        do {
          const wasAsked = isAsked;
          isAsked = false;
          await turn.take(wasAsked, read);
        } while (isAsked);
        isRunning = false;
      };
      const wake = () => {
        isAsked = true;
        void run();
      };
      // Nobody is woken by the clock but the one whose turn it is.
      const look = () => {
        if (turn.isOurs) void run();
      };
      return { turn, wake, look };
    });
    for (let step = 0; step < 400; step += 1) {
      // Now and then nothing comes for long enough that the turn ends.
      if (draw(4) === 0 && step % 100 < 70) {
        list.stored += 1;
        replicas[draw(3)]?.wake();
      }
      if (draw(3) === 0) {
        pass(3);
        for (const { look } of replicas) look();
      }
      await moments(draw(4));
    }
    for (let rest = 0; rest < 12; rest += 1) {
      await moments(100);
      pass(3);
      for (const { look } of replicas) look();
    }
    await moments(100);
    expect(list.stored).toBeGreaterThan(30);
    expect(list.seen).toBe(list.stored);
    expect(replicas.filter(({ turn }) => turn.isOurs)).toEqual([]);
  });

  it('is one replica’s at a time', async () => {
    const { turnOf } = world();
    let [reading, most, readings] = [0, 0, 0];
    const read = async (): Promise<Reading> => {
      readings += 1;
      reading += 1;
      most = Math.max(most, reading);
      await moments(20);
      reading -= 1;
      return { hasNews: true, isWhole: false };
    };
    const turns = ['one', 'two', 'three'].map(turnOf);
    for (let round = 0; round < 10; round += 1) await Promise.all(turns.map((turn) => turn.take(true, read)));
    expect(most).toBe(1);
    expect(readings).toBe(10);
    expect(turns.filter((turn) => turn.isOurs)).toHaveLength(1);
  });

  it('stays for as long as there is news, and ends with one more look', async () => {
    const { turnOf, pass } = world();
    const turn = turnOf('one');
    const [news, none] = [counted({ hasNews: true }), counted()];
    for (let look = 0; look < 20; look += 1) {
      await turn.take(look === 0, news.read);
      expect(turn.isOurs).toBe(true);
      pass(14);
    }
    expect(news.readings).toBe(20);
    await turn.take(false, none.read);
    expect([turn.isOurs, none.readings]).toEqual([true, 1]);
    pass(2);
    await turn.take(false, none.read);
    expect([turn.isOurs, none.readings]).toEqual([false, 3]);
  });

  it('costs no writing while it stays, but for a sign every ten seconds', async () => {
    const state = sharedState();
    let [writes, questions] = [0, 0];
    const counting: ServiceState = {
      read: (key) => {
        questions += 1;
        return state.read(key);
      },
      write: (key, value, etag) => {
        writes += 1;
        return state.write(key, value, etag);
      },
    };
    let now = 0;
    const turn = new ReadingTurn({ state: counting, clock: { now: () => new Date(now) } }, 'one', 'lists', { staysMs });
    const { read } = counted({ hasNews: true });
    for (; now < 60_000; now += 3_000) await turn.take(now === 0, read);
    expect(writes).toBe(1 + 4);
    expect(questions).toBe(2);
  });

  it('hands over what has been reached before it is anybody’s', async () => {
    const state = sharedState();
    const story: string[] = [];
    const clock = { now: () => new Date(0) };
    const handOver = async () => {
      story.push('kept');
    };
    const telling: ServiceState = {
      read: state.read,
      write: (key, value, etag) => {
        story.push((JSON.parse(value) as { owner: string }).owner || 'nobody’s');
        return state.write(key, value, etag);
      },
    };
    const turn = new ReadingTurn({ state: telling, clock }, 'one', 'lists', { staysMs: 0, handOver });
    await turn.take(true, async () => {
      story.push('read');
      return quiet;
    });
    expect(story).toEqual(['one', 'read', 'kept', 'nobody’s', 'read']);
  });

  it('says whether others have read before', async () => {
    const { turnOf, pass } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    const told: boolean[] = [];
    const read = async (isOthersBefore: boolean): Promise<Reading> => {
      told.push(isOthersBefore);
      return { hasNews: told.length === 1, isWhole: false };
    };
    await one.take(true, read);
    await one.take(false, read);
    pass(16);
    // The last reading of the turn, and the look after it.
    await one.take(false, read);
    expect(told).toEqual([true, false, false, false]);
    await other.take(true, read);
    expect(told).toEqual([true, false, false, false, true]);
  });

  it('needs nobody whom only the clock woke, when another has read everything since', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    await one.take(false, async () => quiet);
    const { read, ...count } = counted();
    expect(await other.take(false, read)).toBe(true);
    expect(count.readings).toBe(0);
  });

  it('is taken by whoever the clock woke, when nobody has read everything since', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    await one.take(false, async () => quiet);
    expect(await other.take(false, async () => quiet)).toBe(true);
    const later = counted();
    expect(await other.take(false, later.read)).toBe(true);
    // The reading, and the look at the end.
    expect(later.readings).toBe(2);
  });

  it('goes over from one who died in the middle of it, after half a minute of silence and no sooner', async () => {
    const { turnOf, pass } = world();
    const [dead, heir] = [turnOf('dead'), turnOf('heir')];
    void dead.take(true, () => new Promise(() => undefined));
    await moments(10);
    const count = counted({ hasNews: true });
    await heir.take(false, count.read);
    pass(29);
    await heir.take(true, count.read);
    expect(count.readings).toBe(0);
    pass(31);
    await heir.take(false, count.read);
    expect(count.readings).toBe(1);
    expect(heir.isOurs).toBe(true);
  });

  it('goes over from one who died between two readings', async () => {
    const { turnOf, pass } = world();
    const [dead, heir] = [turnOf('dead'), turnOf('heir')];
    const count = counted({ hasNews: true });
    await dead.take(true, async () => ({ ...quiet, hasNews: true }));
    await heir.take(true, count.read);
    expect(count.readings).toBe(0);
    pass(31);
    await heir.take(true, count.read);
    expect(count.readings).toBe(1);
    // Who was only slow finds out, and lets it be.
    const late = counted({ hasNews: true });
    await dead.take(true, late.read);
    expect([dead.isOurs, late.readings]).toEqual([false, 0]);
  });

  it('stays with one who says that it goes on', async () => {
    const { turnOf, pass } = world();
    const [slow, other] = [turnOf('slow'), turnOf('other')];
    let end = () => {};
    const done = slow.take(
      true,
      () =>
        new Promise<Reading>((resolve) => {
          end = () => resolve({ ...quiet, hasNews: true });
        }),
    );
    await moments(10);
    const count = counted();
    for (let minute = 0; minute < 5; minute += 1) {
      pass(15);
      await slow.goesOn();
      await other.take(false, count.read);
    }
    expect(count.readings).toBe(0);
    end();
    await done;
  });

  it('is given up by one whose reading failed, and the failure is told', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    await expect(one.take(true, () => Promise.reject(new Error('list gone')))).rejects.toThrow('list gone');
    expect(one.isOurs).toBe(false);
    const count = counted({ hasNews: true });
    await other.take(false, count.read);
    expect(count.readings).toBe(1);
  });

  it('is given back by one who ends', async () => {
    const { turnOf } = world();
    const [one, other] = [turnOf('one'), turnOf('other')];
    await one.take(true, async () => ({ ...quiet, hasNews: true }));
    await one.giveBack();
    const count = counted({ hasNews: true });
    await other.take(true, count.read);
    expect(count.readings).toBe(1);
  });
});

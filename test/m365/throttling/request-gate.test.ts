import { describe, expect, it } from 'vitest';
import { resourceOf } from '../../../src/m365/throttling/gate-handler.ts';
import { RequestGate } from '../../../src/m365/throttling/request-gate.ts';

const start = Date.parse('2026-11-30T09:30:00.000Z');

/** A time that moves to the next sleeper only when everybody sleeps. */
function sleepers() {
  let now = start;
  const asleep: { until: number; wake: () => void }[] = [];
  return {
    clock: { now: () => new Date(now) },
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        asleep.push({ until: now + milliseconds, wake });
      }),
    seconds: () => (now - start) / 1000,
    async until(done: Promise<unknown>): Promise<void> {
      let isDone = false;
      void done.then(() => {
        isDone = true;
      });
      for (;;) {
        for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setImmediate(next));
        if (isDone) return;
        asleep.sort((one, other) => one.until - other.until);
        const first = asleep.shift();
        if (!first) throw new Error('nobody sleeps, and it is not done');
        now = Math.max(now, first.until);
        first.wake();
      }
    },
  };
}

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

function world(patienceMs: number | null = null) {
  const time = sleepers();
  const gate = new RequestGate({ ...time, patienceMs: () => patienceMs, backgroundPatienceMs: 30_000 });
  return { time, gate };
}

describe('a resource that asks to be left alone', () => {
  it('is asked by nobody until its time is over, whoever was refused', async () => {
    const { time, gate } = world();
    const sent: number[] = [];
    const refusedOnce = async () => {
      sent.push(time.seconds());
      return sent.length === 1 ? answer(429, { 'Retry-After': '20' }) : answer(200);
    };
    const first = gate.through('sharepoint', refusedOnce);
    await new Promise((next) => setImmediate(next));
    const others = [1, 2, 3].map(() =>
      gate.through('sharepoint', async () => {
        sent.push(time.seconds());
        return answer(200);
      }),
    );
    const elsewhere = await gate.through('mailbox one', async () => answer(204));
    expect(elsewhere.status).toBe(204);
    await time.until(Promise.all([first, ...others]));
    expect((await first).status).toBe(200);
    expect(sent).toEqual([0, 20, 20, 20, 20]);
  });

  it('is believed for the longer of Retry-After and RateLimit-Reset, also with a 503', async () => {
    const { time, gate } = world();
    const sent: number[] = [];
    const done = gate.through('sharepoint', async () => {
      sent.push(time.seconds());
      return sent.length === 1 ? answer(503, { 'Retry-After': '2', 'RateLimit-Reset': '15' }) : answer(200);
    });
    await time.until(done);
    expect(sent).toEqual([0, 15]);
  });

  it('is not waited for beyond the patience of the work, and not asked either', async () => {
    const { time, gate } = world(3_000);
    const refused = await gate.through('sharepoint', async () => answer(429, { 'Retry-After': '50' }));
    expect(refused.headers.get('Retry-After')).toBe('50');
    let asked = 0;
    const next = await gate.through('sharepoint', async () => {
      asked += 1;
      return answer(200);
    });
    expect([asked, next.status, next.headers.get('Retry-After')]).toEqual([0, 429, '50']);
    expect(time.seconds()).toBe(0);
  });

  it('that refuses again and again is given up after a few tries', async () => {
    const { time, gate } = world();
    let asked = 0;
    const done = gate.through('sharepoint', async () => {
      asked += 1;
      return answer(429, { 'Retry-After': '1' });
    });
    await time.until(done);
    expect([(await done).status, asked]).toEqual([429, 4]);
  });
});

describe('a resource that says how little is left', () => {
  const nearlyUsed = { 'RateLimit-Limit': '3750', 'RateLimit-Remaining': '20', 'RateLimit-Reset': '30' };

  it('is asked at even distances by work that nobody waits for', async () => {
    const { time, gate } = world();
    await gate.through('sharepoint', async () => answer(200, nearlyUsed));
    const sent: number[] = [];
    let left = 20;
    const requests = Array.from({ length: 6 }, () =>
      gate.through('sharepoint', async () => {
        sent.push(time.seconds());
        left -= 2;
        return answer(200, {
          ...nearlyUsed,
          'RateLimit-Remaining': String(left),
          'RateLimit-Reset': String(30 - time.seconds()),
        });
      }),
    );
    await time.until(Promise.all(requests));
    expect(sent).toEqual([0, 3, 6, 9, 12, 15]);
  });

  it('lets those pass for whom somebody waits', async () => {
    const { time, gate } = world(3_000);
    await gate.through('sharepoint', async () => answer(200, nearlyUsed));
    await Promise.all([1, 2, 3].map(() => gate.through('sharepoint', async () => answer(200, nearlyUsed))));
    expect(time.seconds()).toBe(0);
  });

  it('is asked as fast as before when its minute is over', async () => {
    const { time, gate } = world();
    await gate.through('sharepoint', async () => answer(200, { ...nearlyUsed, 'RateLimit-Remaining': '0' }));
    const first = gate.through('sharepoint', async () => answer(200, nearlyUsed));
    await time.until(first);
    const second = gate.through('sharepoint', async () => answer(200));
    await time.until(second);
    const after = time.seconds();
    await Promise.all([1, 2, 3].map(() => gate.through('sharepoint', async () => answer(200))));
    expect([after <= 30, time.seconds()]).toEqual([true, after]);
  });
});

it('One mailbox is asked four things at a time, SharePoint as many as there are (facts 1.8)', async () => {
  const { gate } = world();
  const most = async (resource: string) => {
    let [now, highest] = [0, 0];
    const send = async () => {
      now += 1;
      highest = Math.max(highest, now);
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return answer(200);
    };
    await Promise.all(Array.from({ length: 10 }, () => gate.through(resource, send)));
    return highest;
  };
  expect([await most('mailbox urddas'), await most('sharepoint')]).toEqual([4, 10]);
});

it.each([
  ['/graph/v1.0/sites/a,b,c/lists/1/items', 'sharepoint'],
  ['/v1.0/drives/b!1/items/2/content', 'sharepoint'],
  ['/v1.0/users/urddas%40wg.example/messages/A/send', 'mailbox urddas%40wg.example'],
  ['/v1.0/users/1/teamwork/installedApps', 'teams'],
  ['/v1.0/chats/19:1/messages', 'teams'],
  ['/v1.0/users/1/manager', 'directory'],
  ['/v1.0/subscriptions', 'subscriptions'],
])('%s counts against the limit of %s', (path, resource) => {
  expect(resourceOf(path)).toBe(resource);
});

import { expect, it } from 'vitest';
import { OneAtATime } from '../../src/application/one-at-a-time.ts';

it('never runs two pieces of work at once, in the order they came, also after one has failed', async () => {
  const line = new OneAtATime();
  let running = 0;
  const order: number[] = [];
  const work = (number: number) => async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((done) => setTimeout(done, 1));
    running -= 1;
    order.push(number);
    if (number === 2) throw new Error('failed');
    return number;
  };
  const results = await Promise.allSettled([1, 2, 3].map((number) => line.run(work(number))));
  expect(order).toEqual([1, 2, 3]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

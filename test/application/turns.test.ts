import { expect, it } from 'vitest';
import { Turns } from '../../src/application/turns.ts';

it('never runs two pieces of work on one thing at once, in the order they came, also after one has failed', async () => {
  const turns = new Turns();
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
  const results = await Promise.allSettled([1, 2, 3].map((number) => turns.take('thing', work(number))));
  expect(order).toEqual([1, 2, 3]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('lets work on another thing go on beside it', async () => {
  const turns = new Turns();
  let release: () => void = () => undefined;
  const held = turns.take('one', () => new Promise<void>((done) => (release = done)));
  expect(await turns.take('other', async () => 'done')).toBe('done');
  release();
  await held;
});

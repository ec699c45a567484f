import { expect, it } from 'vitest';
import { LastFew } from '../../src/application/last-few.ts';

it('A set of the last few forgets the oldest, and takes what comes again for new', () => {
  const few = new LastFew(3);
  for (const item of ['one', 'two', 'three', 'one', 'four']) few.add(item);
  expect(few.size).toBe(3);
  expect([few.delete('two'), few.delete('one'), few.delete('one')]).toEqual([false, true, false]);
  for (let number = 0; number < 10_000; number += 1) few.add(String(number));
  expect(few.size).toBe(3);
});

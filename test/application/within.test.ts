import { describe, expect, it } from 'vitest';
import { within } from '../../src/application/within.ts';

const never = new Promise<never>(() => undefined);

describe('Work that is waited for no longer than so long', () => {
  it('gives what it gives in time', async () => {
    expect(await within(60_000, Promise.resolve('done'), () => 'late')).toBe('done');
  });

  it('fails as it fails in time', async () => {
    await expect(within(60_000, Promise.reject(new Error('no')), () => 'late')).rejects.toThrow('no');
  });

  it('gives what the clock gives when it is late', async () => {
    expect(await within(1, never, () => 'late')).toBe('late');
  });

  it('fails as the clock says when it is late', async () => {
    const late = () => {
      throw new Error('too late');
    };
    await expect(within(1, never, late)).rejects.toThrow('too late');
  });

  it('troubles nobody when it fails after that', async () => {
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<never>((_, reject) => {
      fail = reject;
    });
    expect(await within(1, work, () => null)).toBeNull();
    // The runner fails on a rejection that nothing takes.
    fail(new Error('afterwards'));
    await new Promise((done) => setTimeout(done, 5));
  });

  it('leaves no clock running', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    await within(60_000, Promise.resolve(), () => undefined);
    expect(timers()).toBe(before);
  });
});

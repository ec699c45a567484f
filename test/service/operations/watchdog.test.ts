import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';

describe('A loop that hangs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterAll(() => product?.close());

  it('makes the replica say that it is failing, after five minutes without an answer, and is logged once', async () => {
    let aheadMs = 0;
    let hangs = false;
    let release: (() => void) | null = null;
    const replica = await product.addReplica({
      clock: { now: () => new Date(product.sandbox.tenant.clock.now().getTime() + aheadMs) },
      fetch: async (input, init) => {
        if (hangs && String(input).includes(`/lists/${product.settings.site.lists.intake}/`)) {
          await new Promise<void>((done) => {
            release = done;
          });
        }
        return fetch(input, init);
      },
    });
    const status = async () => ((await (await fetch(`${replica.origin}/readyz`)).json()) as { status: string }).status;
    replica.work.start();
    await expect.poll(status, { timeout: 30_000 }).toBe('ready');
    hangs = true;
    replica.work.wake();
    await expect.poll(() => release !== null, { timeout: 30_000 }).toBe(true);
    aheadMs = 60_000;
    expect(await status()).toBe('ready');
    aheadMs = 6 * 60_000;
    expect([await status(), await status()]).toEqual(['failing', 'failing']);
    const lines = product.logged().split('\n');
    expect(lines.filter((line) => line.includes('"loopHangs"') && line.includes('"lists"'))).toHaveLength(1);
    // It is over as soon as an answer comes.
    hangs = false;
    (release as (() => void) | null)?.();
    await expect.poll(status, { timeout: 30_000 }).not.toBe('failing');
  });
});

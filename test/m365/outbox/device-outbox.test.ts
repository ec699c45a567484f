import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../../src/application/ports/outbox.ts';
import { createDeviceOutbox } from '../../../src/m365/outbox/device-outbox.ts';
import { createMemoryOutbox } from '../../../src/m365/outbox/memory-outbox.ts';
import { entryOf } from '../../application/report-email/samples.ts';

/** A store that can be full. */
function storeThat(isFull: () => boolean): Outbox {
  const store = createMemoryOutbox();
  return {
    ...store,
    keeps: () => true,
    add: async (entry) => {
      if (isFull()) throw new DOMException('full', 'QuotaExceededError');
      return store.add(entry);
    },
  };
}

describe('an outbox on a device that may be full (X-OFF-1)', () => {
  it('holds what it cannot store in this window, and says so', async () => {
    let isFull = true;
    const outbox = createDeviceOutbox(storeThat(() => isFull));
    const held = entryOf({ id: 'held' });
    expect(await outbox.add(held)).toEqual(held);
    isFull = false;
    await outbox.add(entryOf({ id: 'stored' }));
    expect(['held', 'stored'].map((id) => outbox.keeps(id))).toEqual([false, true]);
    expect((await outbox.list()).map(({ id }) => id).toSorted()).toEqual(['held', 'stored']);
    await outbox.save({ ...held, reference: 'UB-2026-000001' });
    expect((await outbox.find('held'))?.reference).toBe('UB-2026-000001');
    await outbox.keepBytes('held', new Uint8Array([1]));
    expect(await outbox.bytes('held')).toEqual(new Uint8Array([1]));
    await outbox.remove('held');
    expect(await outbox.find('held')).toBeNull();
    expect(outbox.keeps('held')).toBe(true);
  });

  it('works where the browser stores nothing at all', async () => {
    const outbox = createDeviceOutbox(null);
    await outbox.add(entryOf());
    expect(outbox.keeps('entry')).toBe(false);
    expect(await outbox.unreadable()).toEqual([]);
    expect(await outbox.exclusively('entry', async () => undefined)).toBe(true);
  });
});

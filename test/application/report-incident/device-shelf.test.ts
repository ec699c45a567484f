import { describe, expect, it } from 'vitest';
import { DeviceShelf } from '../../../src/application/device-shelf.ts';
import type { DraftStore } from '../../../src/application/ports/incident-store.ts';
import { createMemoryStore } from '../../../src/m365/outbox/memory-store.ts';
import { draftOf, submissionId } from './samples.ts';

const day = 86_400_000;

/** A store that counts what is written, and can be held up or filled. */
function slowStore() {
  const { drafts } = createMemoryStore();
  const state = { writes: [] as string[], isFull: false, hold: Promise.resolve() };
  const store: DraftStore = {
    ...drafts,
    put: async (kept) => {
      await state.hold;
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      state.writes.push(kept.draft.facts);
      await drafts.put(kept);
    },
  };
  return { store, state };
}

function bench() {
  const { store, state } = slowStore();
  const here = { id: null as string | null, now: Date.parse('2026-11-20T10:00:00Z') };
  const open = () => new DeviceShelf(Promise.resolve(store), { now: () => new Date(here.now) }, () => here.id);
  return { store, state, here, shelf: open(), open };
}

const written = (facts: string, id = submissionId) => draftOf([], { id, facts });

describe('the shelf of drafts', () => {
  it('writes the first and the last of what is saved while it writes, and settles each save when its text is kept', async () => {
    const { shelf, state } = bench();
    let letGo = () => {};
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const first = shelf.save(written('a'));
    await new Promise((turn) => setTimeout(turn));
    const later = ['ab', 'abc', 'abcd'].map((facts) => shelf.save(written(facts)));
    letGo();
    await Promise.all([first, ...later]);
    expect(state.writes).toEqual(['a', 'abcd']);
    expect((await shelf.find(submissionId))?.facts).toBe('abcd');
  });

  it('rejects a save that the device has no room for, says so, and keeps the next one that fits', async () => {
    const { shelf, state } = bench();
    state.isFull = true;
    await expect(shelf.save(written('a'))).rejects.toThrow('full');
    expect(shelf.keeps(submissionId)).toBe(false);
    state.isFull = false;
    await shelf.save(written('ab'));
    expect(shelf.keeps(submissionId)).toBe(true);
  });

  it('lists the newest first, and drops what nobody has touched for 30 days', async () => {
    const { shelf, here, store } = bench();
    await shelf.save({ ...written('old', 'A'.repeat(26)), startedAt: '2026-11-01T10:00:00Z' });
    here.now += 29 * day;
    await shelf.save({ ...written('newer', 'B'.repeat(26)), startedAt: '2026-12-01T10:00:00Z' });
    expect((await shelf.list()).map(({ facts }) => facts)).toEqual(['newer', 'old']);
    here.now += 2 * day;
    expect((await shelf.list()).map(({ facts }) => facts)).toEqual(['newer']);
    expect(await store.all()).toHaveLength(1);
  });

  it('shows the draft of another person to nobody else, once it is known who sits here (X-OFF-1)', async () => {
    const { shelf, here } = bench();
    here.id = 'nia';
    await shelf.save(written('hers'));
    here.id = 'tom';
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.find(submissionId)).toBeNull();
    here.id = null;
    expect(await shelf.list()).toHaveLength(1);
    here.id = 'nia';
    expect(await shelf.list()).toHaveLength(1);
  });

  it('remembers whose a draft is while nobody says who sits here', async () => {
    const { shelf, here, open } = bench();
    here.id = 'nia';
    await shelf.save(written('hers'));
    here.id = null;
    await open().save(written('hers, written on with no network'));
    here.id = 'tom';
    expect(await shelf.list()).toEqual([]);
  });

  it('makes a draft begun before any sign-in the draft of whoever writes on', async () => {
    const { shelf, here } = bench();
    await shelf.save(written('begun'));
    here.id = 'nia';
    await shelf.save(written('begun and signed in'));
    here.id = 'tom';
    expect(await shelf.list()).toEqual([]);
  });

  it('does not let a late save bring back what was handed over, and takes a later version of it', async () => {
    const { shelf, here, store } = bench();
    await shelf.save(written('whole'));
    const underWay = shelf.save(written('whole'));
    await shelf.release(submissionId, () => store.drop(submissionId));
    await underWay;
    await shelf.save(written('whole'));
    expect(await shelf.list()).toEqual([]);
    here.now += 60_000;
    await shelf.save(draftOf([], { amending: { note: '', filedIds: [] } }));
    expect(await shelf.list()).toHaveLength(1);
  });

  it('goes on keeping a draft whose hand-over failed', async () => {
    const { shelf } = bench();
    await shelf.save(written('whole'));
    await expect(shelf.release(submissionId, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    await shelf.save(written('whole, and more'));
    expect((await shelf.list())[0]?.facts).toBe('whole, and more');
  });
});

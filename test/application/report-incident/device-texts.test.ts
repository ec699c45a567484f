import { describe, expect, it } from 'vitest';
import { DeviceTexts } from '../../../src/application/device-texts.ts';
import type { KeptText, TextStore } from '../../../src/application/ports/text-shelf.ts';

const day = 86_400_000;

/** A device that counts what is written, and can be held up or filled. */
function bench() {
  const rows = new Map<string, KeptText>();
  const state = { writes: [] as string[], isFull: false, hold: Promise.resolve() };
  const store: TextStore = {
    all: async () => [...rows],
    find: async (key) => rows.get(key) ?? null,
    put: async (key, kept) => {
      await state.hold;
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      state.writes.push(kept.text);
      rows.set(key, kept);
    },
    drop: async (key) => void rows.delete(key),
  };
  const here = { id: 'nia' as string | null, now: Date.parse('2026-11-20T10:00:00Z') };
  const open = (device: TextStore | null = store) =>
    new DeviceTexts(Promise.resolve(device), { now: () => new Date(here.now) }, () => here.id);
  return { rows, state, here, open, texts: open() };
}

describe('texts that are being written on this device (X-OFF-1)', () => {
  it('are there for the next window, and gone when they were let go', async () => {
    const { texts, open } = bench();
    await texts.save('a', 'I saw him.');
    expect(await open().find('a')).toBe('I saw him.');
    expect(await open().find('b')).toBeNull();
    await texts.remove('a');
    expect(await texts.find('a')).toBeNull();
    expect(await open().find('a')).toBeNull();
  });

  it('are written first and last of what comes while one is written', async () => {
    const { texts, state, open } = bench();
    let letGo = () => {};
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const first = texts.save('a', 'I');
    await new Promise((turn) => setTimeout(turn));
    const later = ['I s', 'I sa', 'I saw'].map((text) => texts.save('a', text));
    letGo();
    await Promise.all([first, ...later]);
    expect(state.writes).toEqual(['I', 'I saw']);
    await texts.save('a', 'I saw him');
    expect(await open().find('a')).toBe('I saw him');
  });

  it('leave nothing when they are let go while they are written', async () => {
    const { texts, rows } = bench();
    const saving = texts.save('a', 'I saw him.');
    await texts.remove('a');
    await saving;
    expect(rows.size).toBe(0);
  });

  it('are not kept when they are empty', async () => {
    const { texts, rows } = bench();
    await texts.save('a', 'x');
    await texts.save('a', ' \n');
    expect(rows.size).toBe(0);
    expect(await texts.find('a')).toBeNull();
  });

  it.each([
    ['has no room', false],
    ['stores nothing', true],
  ])('are held in this window where the device %s, which says so', async (_, isNothing) => {
    const { state, open } = bench();
    state.isFull = true;
    const texts = isNothing ? open(null) : open();
    await expect(texts.save('a', 'I saw him.')).rejects.toThrow();
    expect(await texts.find('a')).toBe('I saw him.');
  });

  it('are shown to whoever wrote them, and to nobody else', async () => {
    const { texts, here, open } = bench();
    await texts.save('a', 'I saw him.');
    here.id = 'tom';
    expect(await open().find('a')).toBeNull();
    expect(await texts.find('a')).toBeNull();
    here.id = 'nia';
    expect(await open().find('a')).toBe('I saw him.');
  });

  it('are dropped when nobody touched them for 30 days', async () => {
    const { texts, here, open, rows } = bench();
    await texts.save('a', 'old');
    here.now += 20 * day;
    await texts.save('b', 'newer');
    here.now += 11 * day;
    expect(await open().find('a')).toBeNull();
    expect([...rows.keys()]).toEqual(['b']);
  });
});

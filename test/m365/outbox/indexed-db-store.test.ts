import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from './built-page.ts';

const module = (name: string) => JSON.stringify(resolve(`src/m365/outbox/${name}.ts`));
const script = `
import { openIndexedDbStore } from ${module('indexed-db-store')};
import { openIndexedDbOutbox } from ${module('indexed-db-outbox')};
openIndexedDbStore().then((store) => {
  Object.assign(globalThis, { store, openIndexedDbOutbox, heard: [] });
  store.outbox.onChange((entry) => globalThis.heard.push(entry));
});`;

/** A draft as the shelf keeps it, and the entry it becomes, as far as a store looks at them. */
const given = `
const kept = (id, facts) => ({ draft: { id, startedAt: '1', facts }, ownerId: null, savedAt: '2026-11-20T10:00:00Z' });
const entryOf = (id, files, createdAt = '1') => ({ id, createdAt, files: files.map((file) => ({ claim: { id: file } })) });
const all = async (store) => (await store.outbox.list()).map(({ id }) => id);
const rawRows = (place) => new Promise((done) => {
  const asked = indexedDB.open('urddas-incidents');
  asked.onsuccess = () => {
    const database = asked.result;
    const rows = database.transaction(place).objectStore(place).getAll();
    rows.onsuccess = () => { database.close(); done(rows.result); };
  };
});`;

let page: BuiltPage;
let context: BrowserContext;

beforeAll(async () => {
  page = await buildPage(script, 'store');
});
afterAll(() => page?.close());
beforeEach(async () => {
  context = await page.browser.newContext();
});
afterEach(() => context.close());

/** Runs an expression in the tab with its `store` at hand. */
function inTab<T>(tab: Page, expression: string): Promise<T> {
  return tab.evaluate(`(async () => { ${given} const { store } = globalThis; ${expression} })()`) as Promise<T>;
}

describe('drafts on this device', () => {
  it('outlive a reload, with their files as they were (COM-3e-7)', async () => {
    const tab = await page.open(context);
    await inTab(
      tab,
      `await store.drafts.put(kept('a', 'Llais dyn, ŵ 💥')); await store.drafts.put(kept('b', 'other'));
      await store.drafts.putFile('a', { id: '1', bytes: new Uint8Array([1, 2, 3]) });
      await store.drafts.putFile('b', { id: '1', bytes: new Uint8Array([9]) });`,
    );
    await tab.reload();
    await tab.waitForFunction('globalThis.store');
    const found = await inTab(
      tab,
      `const files = await store.drafts.files('a');
      return [(await store.drafts.all()).length, (await store.drafts.find('a')).draft.facts, files.map(({ id, bytes }) => [id, ...bytes]), await store.drafts.fileIds('a')];`,
    );
    expect(found).toEqual([2, 'Llais dyn, ŵ 💥', [['1', 1, 2, 3]], ['1']]);
  });

  it('lie there sealed, files too: no word of them can be read from the disk (X-OFF-1)', async () => {
    const tab = await page.open(context);
    const raw = await inTab<string>(
      tab,
      `await store.drafts.put(kept('a', 'threatened to come to the office'));
      await store.drafts.putFile('a', { id: '1', bytes: new TextEncoder().encode('threatened to come to the office') });
      const rows = [...await rawRows('drafts'), ...await rawRows('draftFiles')];
      return rows.map((row) => new TextDecoder('latin1').decode(row.data) + JSON.stringify(row)).join();`,
    );
    expect(raw.length).toBeGreaterThan(60);
    expect(raw).not.toContain('threatened');
  });

  it('are gone with their files when dropped, and a file alone when it is', async () => {
    const tab = await page.open(context);
    const found = await inTab(
      tab,
      `for (const id of ['a', 'ab']) { await store.drafts.put(kept(id, id)); for (const file of ['1', '2']) await store.drafts.putFile(id, { id: file, bytes: new Uint8Array([1]) }); }
      await store.drafts.dropFile('ab', '1'); await store.drafts.drop('a');
      return [await store.drafts.find('a'), await store.drafts.fileIds('a'), await store.drafts.fileIds('ab')];`,
    );
    expect(found).toEqual([null, [], ['2']]);
  });

  it('that were changed on the disk are left out, and the others are there', async () => {
    const tab = await page.open(context);
    const found = await inTab(
      tab,
      `for (const id of ['a', 'b']) await store.drafts.put(kept(id, id));
      await new Promise((done) => {
        const asked = indexedDB.open('urddas-incidents');
        asked.onsuccess = () => {
          const transaction = asked.result.transaction('drafts', 'readwrite'); const place = transaction.objectStore('drafts');
          place.get('a').onsuccess = ({ target }) => { const { iv, data } = target.result; new Uint8Array(data)[3] ^= 1; place.put({ iv, data }, 'a'); };
          transaction.oncomplete = () => { asked.result.close(); done(); };
        };
      });
      return [await store.drafts.find('a'), (await store.drafts.all()).map(({ draft }) => draft.id)];`,
    );
    expect(found).toEqual([null, ['b']]);
  });
});

describe('handing a draft over', () => {
  it('leaves an entry with the files it names, and nothing on the shelf (X-OFF-1)', async () => {
    const tab = await page.open(context);
    const found = await inTab(
      tab,
      `await store.drafts.put(kept('a', 'x'));
      for (const id of ['1', '2', 'taken out again']) await store.drafts.putFile('a', { id, bytes: new Uint8Array([id.length]) });
      await store.handOver(entryOf('a', ['1', '2']), 'a');
      const bytes = await Promise.all(['a/1', 'a/2', 'a/taken out again'].map((key) => store.outbox.bytes(key)));
      const before = [await all(store), bytes.map((each) => each && [...each]), (await store.drafts.all()).length, await store.drafts.fileIds('a')];
      await store.outbox.remove('a');
      return [...before, await store.outbox.bytes('a/1')];`,
    );
    expect(found).toEqual([['a'], [[1], [1], null], 0, [], null]);
  });

  it('keeps the first of two windows that do it at once, and tells the other (X-IDEM-1)', async () => {
    const [one, other] = [await page.open(context), await page.open(context)];
    await inTab(
      one,
      `await store.drafts.put(kept('a', 'x')); await store.drafts.putFile('a', { id: '1', bytes: new Uint8Array([7]) });`,
    );
    const results = await Promise.all(
      [one, other].map((tab, index) =>
        inTab<string>(tab, `return (await store.handOver(entryOf('a', ['1'], 'window ${index}'), 'a')).createdAt;`),
      ),
    );
    expect(new Set(results).size).toBe(1);
    expect(await inTab(other, `return [(await all(store)).length, ...(await store.outbox.bytes('a/1'))]`)).toEqual([
      1, 7,
    ]);
  });

  it('does not take the files of a first version that is still on its way from it, when a later version is handed over', async () => {
    const tab = await page.open(context);
    const found = await inTab(
      tab,
      `await store.drafts.put(kept('a', 'x')); await store.drafts.putFile('a', { id: '1', bytes: new Uint8Array([1]) });
      await store.handOver(entryOf('a', ['1']), 'a');
      await store.drafts.put(kept('a', 'later')); await store.drafts.putFile('a', { id: '2', bytes: new Uint8Array([2]) });
      await store.handOver(entryOf('amendment', ['2']), 'a');
      return [...(await store.outbox.bytes('a/1')), ...(await store.outbox.bytes('amendment/2'))];`,
    );
    expect(found).toEqual([1, 2]);
  });

  it('moves 100 MB as they were', async () => {
    const tab = await page.open(context);
    const same = await inTab(
      tab,
      `const bytes = new Uint8Array(100 * 1024 * 1024); for (let i = 0; i < bytes.length; i += 4096) bytes[i] = i % 251;
      const hash = async (x) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', x))].join();
      const wanted = await hash(bytes);
      await store.drafts.putFile('a', { id: '1', bytes });
      await store.handOver(entryOf('a', ['1']), 'a');
      return (await hash(await store.outbox.bytes('a/1'))) === wanted;`,
    );
    expect(same).toBe(true);
  });
});

describe('the pane’s outbox beside it', () => {
  it('opens as an older pane left it, and neither sees what the other keeps', async () => {
    const tab = await page.open(context);
    const found = await inTab(
      tab,
      `const older = await globalThis.openIndexedDbOutbox();
      await older.add({ id: 'mail', createdAt: '1' });
      await store.drafts.put(kept('a', 'x'));
      await store.handOver(entryOf('a', []), 'a');
      const versions = Object.fromEntries((await indexedDB.databases()).map(({ name, version }) => [name, version]));
      return [await all(store), (await older.list()).map(({ id }) => id), versions];`,
    );
    expect(found).toEqual([['a'], ['mail'], { 'urddas-incidents': 1, 'urddas-outbox': 1 }]);
    await tab.reload();
    await tab.waitForFunction('globalThis.store');
    expect(
      await inTab(tab, `return (await (await globalThis.openIndexedDbOutbox()).list()).map(({ id }) => id)`),
    ).toEqual(['mail']);
  });
});

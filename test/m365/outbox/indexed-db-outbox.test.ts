import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from './built-page.ts';

const adapter = resolve('src/m365/outbox/indexed-db-outbox.ts');
const script = `import { openIndexedDbOutbox } from ${JSON.stringify(adapter)};
openIndexedDbOutbox().then((outbox) => { globalThis.outbox = outbox; globalThis.heard = []; outbox.onChange((entry) => globalThis.heard.push(entry)); });`;

let built: BuiltPage;
let context: BrowserContext;

beforeAll(async () => {
  built = await buildPage(script, 'outbox');
});
afterAll(() => built?.close());
beforeEach(async () => {
  context = await built.browser.newContext();
});
afterEach(() => context.close());

const openTab = (): Promise<Page> => built.open(context);

/** Runs an expression in the tab with its `outbox` at hand. */
function inTab<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(`(async () => { const outbox = globalThis.outbox; ${expression} })()`) as Promise<T>;
}

describe('the outbox in the browser', () => {
  it('keeps an entry and its bytes through a reload, and forgets both when it is removed (X-OFF-1)', async () => {
    const tab = await openTab();
    await inTab(
      tab,
      `await outbox.add({ id: 'a', createdAt: '1', draft: { facts: 'secret words' } });
      await outbox.keepBytes('a', new Uint8Array([1, 2, 3]));`,
    );
    await tab.reload();
    await tab.waitForFunction('globalThis.outbox');
    expect(await inTab(tab, `return (await outbox.find('a')).draft.facts`)).toBe('secret words');
    expect(await inTab(tab, `return [...await outbox.bytes('a')]`)).toEqual([1, 2, 3]);
    await inTab(tab, `await outbox.remove('a')`);
    expect(await inTab(tab, `return [await outbox.find('a'), await outbox.bytes('a'), await outbox.list()]`)).toEqual([
      null,
      null,
      [],
    ]);
  });

  it('writes nothing readable, and a key that cannot be taken out (X-OFF-1)', async () => {
    const tab = await openTab();
    const found = await inTab<{ text: string; extractable: boolean }>(
      tab,
      `await outbox.add({ id: 'a', createdAt: '1', draft: { facts: 'secret words' } });
      const database = await new Promise((done) => { const asked = indexedDB.open('urddas-outbox'); asked.onsuccess = () => done(asked.result); });
      const all = (store) => new Promise((done) => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
      const [sealed] = await all('entries'); const [key] = await all('keys');
      database.close();
      return { text: new TextDecoder('latin1').decode(sealed.data), extractable: key.extractable };`,
    );
    expect(found.text.length).toBeGreaterThan(20);
    expect(found.text).not.toContain('secret');
    expect(found.extractable).toBe(false);
  });

  it('takes the same entry once from two tabs, and both share one key (X-IDEM-1)', async () => {
    const [one, other] = await Promise.all([openTab(), openTab()]);
    const add = (tab: Page, by: string) =>
      inTab<string>(tab, `return (await outbox.add({ id: 'a', createdAt: '1', by: '${by}' })).by`);
    const [first, second] = await Promise.all([add(one, 'one'), add(other, 'other')]);
    expect(first).toBe(second);
    expect(await inTab(one, `return (await outbox.list()).length`)).toBe(1);
    expect(await inTab(other, `return (await outbox.find('a')).by`)).toBe(first);
  });

  it('lets one tab at a time work on an entry, and the next one when that tab is closed', async () => {
    const [one, other] = [await openTab(), await openTab()];
    await inTab(
      one,
      `globalThis.held = outbox.exclusively('a', () => new Promise(() => {})); await new Promise((done) => setTimeout(done, 100));`,
    );
    expect(await inTab(other, `return outbox.exclusively('a', async () => {})`)).toBe(false);
    expect(await inTab(other, `return outbox.exclusively('b', async () => {})`)).toBe(true);
    await one.close();
    await expect.poll(() => inTab(other, `return outbox.exclusively('a', async () => {})`)).toBe(true);
  });

  it('tells the other tabs what changed', async () => {
    const [one, other] = [await openTab(), await openTab()];
    await inTab(
      one,
      `await outbox.add({ id: 'a', createdAt: '1' }); await outbox.save({ id: 'a', createdAt: '1', n: 2 });`,
    );
    await expect.poll(() => other.evaluate('globalThis.heard.length')).toBe(2);
    expect(await inTab(other, `return (await outbox.find('a')).n`)).toBe(2);
  });

  it('tells the other windows how an entry stood last, although it is removed at once', async () => {
    const [one, other] = [await openTab(), await openTab()];
    await inTab(one, `await outbox.save({ id: 'a', createdAt: '1', n: 'last' }); await outbox.remove('a');`);
    await expect.poll(() => other.evaluate('globalThis.heard')).toEqual([{ id: 'a', createdAt: '1', n: 'last' }]);
    expect(await inTab(other, `return outbox.find('a')`)).toBe(null);
  });

  it('names an entry that was changed on the disk, goes on with the others, and lets it be reported again', async () => {
    const tab = await openTab();
    const found = await inTab(
      tab,
      `for (const id of ['a', 'b']) await outbox.add({ id, createdAt: id });
      await outbox.keepBytes('a', new Uint8Array([1]));
      const database = await new Promise((done) => { const asked = indexedDB.open('urddas-outbox'); asked.onsuccess = () => done(asked.result); });
      const change = (store) => new Promise((done) => {
        const transaction = database.transaction(store, 'readwrite'); const place = transaction.objectStore(store);
        place.get('a').onsuccess = (event) => { const { iv, data } = event.target.result; new Uint8Array(data)[3] ^= 1; place.put({ iv, data }, 'a'); };
        transaction.oncomplete = done;
      });
      await change('entries'); await change('bytes'); database.close();
      const before = [await outbox.unreadable(), (await outbox.list()).map(({ id }) => id), await outbox.find('a'), await outbox.bytes('a')];
      const kept = await outbox.add({ id: 'a', createdAt: 'again' });
      return [...before, kept.createdAt, await outbox.unreadable(), (await outbox.find('a')).createdAt];`,
    );
    expect(found).toEqual([['a'], ['b'], null, null, 'again', [], 'again']);
  });

  it('goes on with a new database when the old one was taken away while the pane was open', async () => {
    const tab = await openTab();
    const found = await inTab(
      tab,
      `await outbox.add({ id: 'a', createdAt: '1' });
      await new Promise((done) => { const asked = indexedDB.deleteDatabase('urddas-outbox'); asked.onsuccess = done; });
      await outbox.add({ id: 'b', createdAt: '2' });
      return (await outbox.list()).map(({ id }) => id);`,
    );
    expect(found).toEqual(['b']);
    await tab.reload();
    await tab.waitForFunction('globalThis.outbox');
    expect(await inTab(tab, `return [(await outbox.list()).length, await outbox.unreadable()]`)).toEqual([1, []]);
  });

  it('keeps 26 MB as they were', async () => {
    const tab = await openTab();
    const same = await inTab(
      tab,
      `const bytes = new Uint8Array(26_000_000); for (let i = 0; i < bytes.length; i += 4096) bytes[i] = i % 251;
      await outbox.keepBytes('a', bytes); const back = await outbox.bytes('a');
      const hash = async (x) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', x))].join();
      return back.length === bytes.length && await hash(back) === await hash(bytes);`,
    );
    expect(same).toBe(true);
  });
});

import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from './built-page.ts';

const script = `
import { openIndexedDbTexts } from ${JSON.stringify(resolve('src/m365/outbox/indexed-db-texts.ts'))};
openIndexedDbTexts().then((texts) => { globalThis.texts = texts; });`;

let page: BuiltPage;
let context: BrowserContext;

beforeAll(async () => {
  page = await buildPage(script, 'texts');
});
afterAll(() => page?.close());
beforeEach(async () => {
  context = await page.browser.newContext();
});
afterEach(() => context.close());

function inTab<T>(tab: Page, expression: string): Promise<T> {
  return tab.evaluate(`(async () => { const { texts } = globalThis; ${expression} })()`) as Promise<T>;
}
const kept = (text: string) => JSON.stringify({ text, ownerId: 'nia', savedAt: '2026-11-20T10:00:00Z' });

describe('texts in the browser’s own store (X-OFF-1)', () => {
  it('outlive a reload, each under its key, and are gone when dropped', async () => {
    const tab = await page.open(context);
    await inTab(tab, `await texts.put('a', ${kept('Gwelais ef, ŵ')}); await texts.put('b', ${kept('other')});`);
    await tab.reload();
    await tab.waitForFunction('globalThis.texts');
    expect(await inTab(tab, `return (await texts.find('a')).text`)).toBe('Gwelais ef, ŵ');
    expect(await inTab(tab, `await texts.drop('a'); return [await texts.find('a'), await texts.all()]`)).toEqual([
      null,
      [['b', JSON.parse(kept('other'))]],
    ]);
  });

  it('lie there sealed, and what cannot be opened is as if it were not there', async () => {
    const tab = await page.open(context);
    await inTab(tab, `await texts.put('a', ${kept('Gwelais ef')});`);
    const raw = `const rows = await new Promise((done) => {
      const asked = indexedDB.open('urddas-texts');
      asked.onsuccess = () => {
        const store = asked.result.transaction('texts', 'readwrite').objectStore('texts');
        const rows = store.getAll();
        rows.onsuccess = () => {
          const [{ data }] = rows.result;
          const text = new TextDecoder('latin1').decode(data);
          store.put({ iv: new Uint8Array(12), data }, 'a').onsuccess = () => { asked.result.close(); done(text); };
        };
      };
    });`;
    expect(await inTab(tab, `${raw} return rows`)).not.toContain('Gwelais');
    expect(await inTab(tab, `return [await texts.find('a'), await texts.all()]`)).toEqual([null, []]);
  });
});

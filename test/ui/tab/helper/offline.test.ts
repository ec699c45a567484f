import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { helperEn } from '../../../../src/words/helper.en.ts';
import { proceduresEn } from '../../../../src/words/procedures.en.ts';
import { startEn } from '../../../../src/words/start.en.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: BrowserContext[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

/** The tab, once the browser keeps it. */
async function keptTab(): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce' });
  open.push(context);
  const page = await context.newPage();
  await page.goto(`${tab.origin}/tab.html`);
  await page.evaluate('navigator.serviceWorker.ready');
  await expect.poll(() => page.evaluate('!!navigator.serviceWorker.controller')).toBe(true);
  return page;
}

async function cutNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
  expect(await page.evaluate("fetch('/healthz').then(() => 'reached', () => 'cut')")).toBe('cut');
}

const note = (page: Page) => page.getByRole('textbox', { name: helperEn.notes.label });
const { steps } = proceduresEn.procedures.bombCall;

describe('With the network cut in the middle of a bomb call (COM-3e-7, X-OFF-1, S3)', () => {
  it('a reload shows the steps, the number to ring, the own extension and the notes again', async () => {
    const page = await keptTab();
    await page.getByRole('button', { name: startEn.calls.kinds.bombThreat.name }).first().click();
    await page.getByRole('heading', { name: steps.askAtCathaysPark.title }).waitFor();
    await note(page).fill('in the lobby');
    await note(page).press('Enter');
    await page.getByLabel(helperEn.fields['bomb.whenDetonates']).fill('ten minutes');
    await cutNetwork(page);
    // Nothing waits for the debounce: what was typed last must be there too.
    await note(page).fill('a red bag');
    await page.reload();
    await page.getByRole('heading', { name: steps.askAtCathaysPark.title }).waitFor();
    await page.getByRole('link', { name: /3333/ }).waitFor();
    await expect.poll(() => page.getByLabel(helperEn.where.extension).inputValue()).toBe('029 2018 0021');
    const lines = page.getByRole('textbox', { name: /^Note of \d\d:\d\d$/ });
    await expect.poll(() => lines.count()).toBe(2);
    expect([await lines.nth(0).inputValue(), await lines.nth(1).inputValue()]).toEqual(['in the lobby', 'a red bag']);
    await expect.poll(() => page.getByLabel(helperEn.fields['bomb.whenDetonates']).inputValue()).toBe('ten minutes');
  });

  it('the end is taken by one tap and cleared from the shelf, and other pages still open', async () => {
    const page = await keptTab();
    await cutNetwork(page);
    await page.reload();
    await page.getByRole('button', { name: startEn.calls.kinds.bombThreat.name }).first().click();
    await page.getByRole('button', { name: helperEn.endCall }).first().click();
    await page.getByRole('button', { name: helperEn.form.sendSecurity }).click();
    await page.getByRole('heading', { name: helperEn.sent.heading.bombThreat }).waitFor();
    const fake = (await page.evaluate('globalThis.fake')) as FakeTab;
    expect(fake.handed.submitted.map(({ kind }) => kind)).toEqual(['bombThreat']);
    await expect
      .poll(() => page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('fake-shelf.')).length"))
      .toBe(0);
    await page.getByRole('tab', { name: 'My reports' }).click();
    await page.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  });
});

describe('What the browser keeps of us', () => {
  it('is the page and its built files, and nothing that was answered or signed in with', async () => {
    const page = await keptTab();
    const kept = (await page.evaluate(`(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
      return all.flat();
    })()`)) as string[];
    expect(kept).toContain('/tab.html');
    expect(kept.filter((path) => path !== '/tab.html' && !/^\/assets\/[\w.-]+\.(js|css)$/.test(path))).toEqual([]);
    expect(kept.some((path) => path.startsWith('/assets/helper-page-'))).toBe(true);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { helperEn } from '../../../../src/words/helper.en.ts';
import { startEn } from '../../../../src/words/start.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const { calls, others, unfinished } = startEn;

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function openTab(query: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(query)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const hash = (page: Page) => page.evaluate('location.hash') as Promise<string>;

describe('The first screen', () => {
  it('has the emergency number as its very first control on a phone (BEH-5.9-2)', async () => {
    const page = await openTab({}, 320);
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("href")')).toBe('tel:999');
  });

  it('shows safety before anything that can be filled in or chosen (BEH-4.1-1)', async () => {
    const page = await openTab();
    await expect
      .poll(() => page.getByRole('main').getByRole('heading', { level: 2 }).first().innerText())
      .toBe(startEn.safety.heading);
  });

  it('leads to the form by one tap when a call is over, and for everything that is no call (COM-3.3-1, BEH-4.1-2)', async () => {
    const page = await openTab();
    await button(page, calls.overOf(calls.kinds.hoax.name)).click();
    expect(await hash(page)).toMatch(/^#record\/[0-9A-HJKMNP-TV-Z]{26}$/);
    await page.goBack();
    await button(page, others.situations.safetyConcern).click();
    expect(await hash(page)).toMatch(/^#record\//);
    await page.goBack();
    await button(page, others.inPersonNow).click();
    expect(await hash(page)).toMatch(/^#helper\//);
  });
});

describe('A record that was not finished', () => {
  it('waits on the first screen, goes on where it was, and is discarded only when confirmed', async () => {
    const page = await openTab();
    await page.getByRole('button', { name: new RegExp(`^${calls.kinds.hoax.name}`) }).click();
    const note = page.getByRole('textbox', { name: helperEn.notes.label });
    await note.fill('a false story');
    await note.press('Enter');
    await button(page, helperEn.back).click();
    await page.getByRole('heading', { name: unfinished.heading }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('a false story');
    await button(page, unfinished.goOnWith(calls.kinds.hoax.name)).click();
    const line = page.getByRole('textbox', { name: /^Note of / });
    await line.waitFor();
    await expect.poll(() => line.inputValue()).toBe('a false story');
    await button(page, helperEn.back).click();
    await button(page, unfinished.discardWhat(calls.kinds.hoax.name)).click();
    await button(page, unfinished.confirmNo).click();
    await button(page, unfinished.discardWhat(calls.kinds.hoax.name)).click();
    await button(page, unfinished.confirmYes).click();
    await page.getByRole('heading', { name: unfinished.heading }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText(unfinished.heading).count()).toBe(0);
  });

  it('is not made by a wrong tap that is taken back at once', async () => {
    const page = await openTab();
    await page.getByRole('button', { name: new RegExp(`^${calls.kinds.bombThreat.name}`) }).click();
    await button(page, helperEn.back).click();
    await page.getByRole('heading', { level: 1, name: startEn.heading }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByText(unfinished.heading).count()).toBe(0);
  });
});

describe('The host’s deep link', () => {
  it('leads away from the first screen, but not back there after a reload', async () => {
    const page = await openTab({ sub: 'mine' });
    await page.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
    await page.getByRole('tab', { name: 'Report', exact: true }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: startEn.heading }).waitFor();
  });
});

// COM-3e-7, decision 0163
describe('What the tab asks for when it opens', () => {
  it('is asked for when the first screen stands and the browser has nothing better to do, and not before', async () => {
    const context = await tab.browser.newContext({ viewport: { width: 1200, height: 800 } });
    const page = await context.newPage();
    open.push(page);
    // The browser is busy until the test says that it is not.
    await page.addInitScript(() => {
      const held: IdleRequestCallback[] = [];
      window.requestIdleCallback = (run) => held.push(run);
      const rest = () => {
        for (const run of held.splice(0)) run({ didTimeout: false, timeRemaining: () => 50 });
      };
      Object.assign(globalThis, { rest, held });
    });
    await page.goto(`${tab.origin}/tab.html?team=1&switchboard=1`);
    await page.getByRole('heading', { level: 2, name: calls.heading }).waitFor();
    await expect.poll(() => page.evaluate('globalThis.held.length')).toBeGreaterThan(0);
    const asked = () => page.evaluate('globalThis.fake.calls') as Promise<string[]>;
    expect(await asked()).toEqual([]);
    // And a call need not wait for any of it.
    await button(page, others.inPersonNow).click();
    await page.getByRole('textbox', { name: helperEn.notes.label }).waitFor();
    expect(await asked()).not.toContain('teamSummary');
    await page.evaluate('globalThis.rest()');
    await page.getByRole('tab', { name: tabEn.nav.teamWaiting(2) }).waitFor();
    await expect.poll(asked).toEqual(expect.arrayContaining(['boundaries', 'me', 'teamSummary']));
  });

  it('finds the questions that wait once it is idle', async () => {
    const page = await openTab();
    await expect.poll(async () => (await page.evaluate('globalThis.fake.calls')) as string[]).toContain('list');
  });
});

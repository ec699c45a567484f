import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamEn as words } from '../../../../src/words/team.en.ts';
import { fakeOf, teamPages } from './open-team.ts';

const pages = teamPages();
const entry = (page: Page, count: number) =>
  page.getByRole('tab', { name: count === 0 ? tabEn.nav.team : tabEn.nav.teamWaiting(count), exact: true });
const readings = async (page: Page) => (await fakeOf(page)).calls.filter((name) => name === 'teamSummary').length;
const nowWait = (page: Page, count: number) => page.evaluate(`globalThis.fake.team.waiting = ${count}`);
/** The clock of the page goes on; nothing else does. */
const pass = (page: Page, minutes: number) =>
  page.evaluate(`{ const before = Date.now; Date.now = () => before() + ${minutes * 60_000}; }`);
const comeBack = (page: Page, times = 1) =>
  page.evaluate(`for (let time = 0; time < ${times}; time += 1) {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
  }`);
/** What would have been asked for by now has been: the page has had two turns since. */
const settle = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))');

// BEH-5.1-1
describe('The count of what waits for a manager', () => {
  it('is read again when somebody comes back to the tab: once, however often the tab is told', async () => {
    const page = await pages.open({ sub: '' });
    await entry(page, 2).waitFor();
    expect(await readings(page)).toBe(1);
    await nowWait(page, 1);
    await comeBack(page);
    await settle(page);
    expect(await readings(page)).toBe(1);
    await pass(page, 1);
    await comeBack(page, 20);
    await entry(page, 1).waitFor();
    await comeBack(page, 20);
    await settle(page);
    expect(await readings(page)).toBe(2);
  });

  it('is not asked for by a tab that nobody looks at, nor by the clock alone', async () => {
    const page = await pages.open({ sub: '' });
    await entry(page, 2).waitFor();
    await pass(page, 60);
    await page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })`);
    await comeBack(page);
    await settle(page);
    expect(await readings(page)).toBe(1);
    await page.evaluate('delete document.visibilityState');
    await comeBack(page);
    await expect.poll(() => readings(page)).toBe(2);
  });

  it('takes the list with it where that is open', async () => {
    const page = await pages.open();
    await page.getByRole('heading', { level: 2, name: words.waiting(2) }).waitFor();
    await nowWait(page, 1);
    await pass(page, 1);
    await comeBack(page);
    await entry(page, 1).waitFor();
    await page.getByRole('heading', { level: 2, name: words.waiting(1) }).waitFor();
    await settle(page);
    const { calls } = await fakeOf(page);
    expect(calls.filter((name) => name === 'teamList')).toHaveLength(2);
    expect(await readings(page)).toBe(2);
  });

  it('follows the list where that was read later', async () => {
    const page = await pages.open();
    await page.getByRole('heading', { level: 2, name: words.waiting(2) }).waitFor();
    await entry(page, 2).waitFor();
    await nowWait(page, 1);
    await page.getByRole('button', { name: tabEn.refresh }).click();
    await entry(page, 1).waitFor();
    await nowWait(page, 0);
    await page.getByRole('button', { name: tabEn.refresh }).click();
    await entry(page, 0).waitFor();
    await page.getByRole('heading', { level: 2, name: words.nothing }).waitFor();
  });

  it('stays as it was, and raises no alarm, where it could not be read again', async () => {
    const page = await pages.open({ sub: '' });
    await entry(page, 2).waitFor();
    await page.evaluate("globalThis.fake.faults.teamSummary = ['offline']");
    await pass(page, 1);
    await comeBack(page);
    await expect.poll(() => readings(page)).toBe(2);
    await settle(page);
    await entry(page, 2).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await nowWait(page, 1);
    await pass(page, 1);
    await comeBack(page);
    await entry(page, 1).waitFor();
  });

  it('is asked for more rarely by somebody who leads nobody, and is there once something waits for them', async () => {
    const page = await pages.open({ sub: '', team: 'none' });
    await expect.poll(() => readings(page)).toBe(1);
    await settle(page);
    await nowWait(page, 1);
    await pass(page, 14);
    await comeBack(page);
    await settle(page);
    expect(await readings(page)).toBe(1);
    await pass(page, 1);
    await comeBack(page);
    await entry(page, 1).waitFor();
  });
});

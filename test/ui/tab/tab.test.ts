import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { incidentAccountEn } from '../../../src/words/incident-account.en.ts';
import { tabCy } from '../../../src/words/tab.cy.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { axeFaults } from '../../browser/axe.ts';
import type { FakeTab } from './fake-wiring.ts';
import { type RunningTab, startTab } from './running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function openTab(query: Record<string, string | object> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  const given = Object.entries(query).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(given)}`);
  return page;
}

const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const { incident, board, nav, problem } = tabEn;

describe('Security’s list', () => {
  it('has no entry for whoever may not read it, and says so to whoever follows a link to it', async () => {
    const page = await openTab({ readable: '', sub: 'incident/default/1' });
    await page.getByText(tabEn.notOpen).waitFor();
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual([nav.start, nav.mine, nav.guidance]);
  });

  it('says when it could not find out which lists are open, and tries again when asked', async () => {
    const page = await openTab({ faults: { boundaries: ['server'] } });
    await page.getByText(tabEn.listsUnknown).waitFor();
    await button(page, tabEn.tryAgain).click();
    await page.getByRole('tab', { name: nav.security }).waitFor();
  });

  it('adds a page when its end comes into sight, and shows only rows in sight', async () => {
    const page = await openTab({ sub: 'list/default' });
    await page.getByText(board.shown(50)).waitFor();
    await page.mouse.wheel(0, 20_000);
    await page.getByText(board.shown(100)).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(60);
  });

  it('keeps what it has when the next page fails, and goes on when asked', async () => {
    const page = await openTab({ sub: 'list/default' });
    await page.getByText(board.shown(50)).waitFor();
    await page.evaluate("globalThis.fake.faults.page = ['throttled']");
    await page.mouse.wheel(0, 20_000);
    await page.getByText(problem.throttled(10)).waitFor();
    await expect.poll(() => page.getByText(board.shown(50)).count()).toBe(1);
    await button(page, tabEn.tryAgain).click();
    await page.getByText(board.shown(100)).waitFor();
  });

  it('drops the answer to a filter that was changed meanwhile', async () => {
    const page = await openTab({ sub: 'list/default', delays: { closed: 800, withSecurity: 0 } });
    await page.getByText(board.shown(50)).waitFor();
    const state = page.getByLabel(board.state);
    await state.selectOption('closed');
    await state.selectOption('withSecurity');
    await page.getByText('UB-2026-000120').waitFor();
    await page.waitForTimeout(1000);
    expect(await page.getByText('UB-2026-000119').count()).toBe(0);
  });

  it('comes back to the row that was opened, by keyboard alone', async () => {
    const page = await openTab({ sub: 'list/default' });
    const row = button(page, 'UB-2026-000117');
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await button(page, tabEn.back).press('Enter');
    await row.waitFor();
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await fakeOf(page)).calls.filter((name) => name === 'page')).toHaveLength(1);
  });
});

describe('An incident', () => {
  const sub = 'incident/default/1';

  it('is acknowledged once, and the page shows the service’s answer by itself (BEH-8.3-1)', async () => {
    const page = await openTab({ sub });
    await button(page, incident.acknowledge).click();
    await page.getByText(/^Acknowledged by /).waitFor({ timeout: 20_000 });
    expect((await fakeOf(page)).calls.filter((name) => name === 'acknowledge')).toHaveLength(1);
  });

  it.each(['changedMeanwhile', 'forbidden', 'offline'] as const)(
    'says plainly "%s", and can be tried again',
    async (code) => {
      const page = await openTab({ sub, faults: { acknowledge: [code] } });
      await button(page, incident.acknowledge).click();
      await page.getByText(problem[code]).waitFor();
      await button(page, incident.acknowledge).click();
      await page.getByText(incident.acknowledgedNow).waitFor();
    },
  );

  it('offers to sign in where that is missing', async () => {
    const page = await openTab({ sub, faults: { open: ['signInRequired'] } });
    await button(page, problem.signIn).click();
    await button(page, incident.acknowledge).waitFor();
    expect((await fakeOf(page)).signIns).toBe(1);
  });

  it('keeps a comment that could not be sent, even when one leaves and comes back', async () => {
    const page = await openTab({ sub, faults: { comment: ['throttled'] } });
    const box = page.getByLabel(incident.commentLabel);
    await box.fill('He has been here before.');
    await button(page, incident.commentAdd).click();
    await page.getByText(problem.throttled(10)).waitFor();
    await button(page, tabEn.back).click();
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe('He has been here before.');
    await button(page, incident.commentAdd).click();
    await page.getByText(incident.commentAdded).waitFor();
    await expect.poll(() => box.inputValue()).toBe('');
  });

  it('covers the reporter’s words until asked for them (COM-3b-6)', async () => {
    const page = await openTab({ sub });
    await page.getByText(incidentAccountEn.cover).waitFor();
    expect(await page.getByText('SECRETFACTS').count()).toBe(0);
    await button(page, incidentAccountEn.show(incident.factsByReporter)).click();
    await page.getByText('SECRETFACTS').waitFor();
    await button(page, incidentAccountEn.hide(incident.factsByReporter)).click();
    await expect.poll(() => page.getByText('SECRETFACTS').count()).toBe(0);
  });

  it('finds evidence unchanged, and has that written down (B-EVD-2)', async () => {
    const page = await openTab({ sub });
    await button(page, incident.verify).click();
    await page.getByText(/^Unchanged since it was captured/).waitFor();
    const { calls, record } = await fakeOf(page);
    expect(calls).toContain(record.incident.evidence[0]?.sha256);
  });

  it('says that evidence is not what was captured, and that the log could not be written', async () => {
    const page = await openTab({ sub, changed: '1', faults: { record: ['server'] } });
    await button(page, incident.verify).click();
    await page.getByText(incident.verifyFailed).waitFor();
    await page.getByText(incident.custodyFailed).waitFor();
  });
});

describe('Every page', () => {
  it('changes language by one press and remembers it (B-CY-1)', async () => {
    const page = await openTab({ sub: 'list/default' });
    await button(page, tabEn.otherLanguageLabel).click();
    await page.getByRole('heading', { level: 1, name: tabCy.board.heading.default }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('cy');
    await page.reload();
    await page.getByRole('tab', { name: tabCy.nav.mine }).waitFor();
  });

  it.each(
    ['light', 'dark', 'highContrast'].flatMap((theme) =>
      ['', 'mine', 'list/default', 'incident/default/1'].map((sub) => [theme, sub]),
    ),
  )('is accessible: %s "%s"', async (theme = '', sub = '') => {
    const page = await openTab({ theme, sub });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(tabEn.loading).first().waitFor({ state: 'detached' });
    // The component library's own guards at both ends of what Tab goes through.
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each(['', 'mine', 'list/default', 'incident/default/1'])('fits into 320 pixels: "%s"', async (sub) => {
    const page = await openTab({ sub, locale: 'cy-GB' }, 320);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

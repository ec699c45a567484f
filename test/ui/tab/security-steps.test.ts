import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { incidentWorkCy } from '../../../src/words/incident-work.cy.ts';
import { incidentWorkEn } from '../../../src/words/incident-work.en.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { axeFaults } from '../../browser/axe.ts';
import type { FakeTab } from './fake-wiring.ts';
import { type RunningTab, startTab } from './running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const problems: string[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(problems.splice(0)).toEqual([]);
});

async function openIncident(work: string, query: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  page.on('console', (message) => isTrouble(message.type(), message.text()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams({ sub: 'incident/default/1', work, ...query })}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
/** The test's own server has neither an icon nor a worker. */
const isTrouble = (type: string, text: string) => type === 'error' && !text.startsWith('Failed to load resource');
const calls = (page: Page) => page.evaluate(() => (globalThis as unknown as { fake: FakeTab }).fake.calls);
const { next, tasks, statements } = incidentWorkEn;

describe('Security’s steps on the page of an incident', () => {
  it('say that what the manager asked for is arranged, by keyboard, and keep the focus (BEH-4.3-1)', async () => {
    const page = await openIncident('acknowledged');
    const button = page.getByRole('button', { name: tasks.end('Guards') });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText(tasks.ended).waitFor();
    expect(await calls(page)).toContain('t1');
    await expect.poll(() => button.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Guards');
    // The other one still waits.
    await page.getByRole('button', { name: tasks.end('Police presence') }).waitFor();
  });

  it('show why it did not work, and try again', async () => {
    const page = await openIncident('acknowledged', { faults: JSON.stringify({ endTask: ['offline'] }) });
    const button = page.getByRole('button', { name: tasks.end('Guards') });
    await button.click();
    await page.getByText(tabEn.problem.offline).waitFor();
    await button.click();
    await page.getByText(tasks.ended).waitFor();
    expect((await calls(page)).filter((name) => name === 'endTask')).toHaveLength(2);
  });

  it('begin the review (T10)', async () => {
    const page = await openIncident('acknowledged');
    await page.getByRole('button', { name: next.begin }).click();
    await page.getByText('Under review', { exact: true }).waitFor();
    expect(await calls(page)).toContain('startReview');
    await expect.poll(() => page.getByRole('button', { name: next.begin }).count()).toBe(0);
  });

  it('name what is open, and close only with a reason then (T13, POL-4.3-1, BEH-8.14-2)', async () => {
    const page = await openIncident('acknowledged');
    await page.getByText(next.items.police).waitFor();
    await page.getByText(next.items.statements).waitFor();
    await page.getByText(next.openTasks).waitFor();
    await page.getByRole('button', { name: next.close.start }).click();
    const field = page.getByRole('textbox', { name: next.close.mustLabel });
    await page.getByRole('button', { name: next.close.confirm, exact: true }).click();
    await page.getByText(next.empty).waitFor();
    expect(await calls(page)).not.toContain('close');
    await field.fill('x'.repeat(2_001));
    await page.getByRole('button', { name: next.close.confirm, exact: true }).click();
    await page.getByText(next.tooLong).waitFor();
    await field.fill(' Reference of the police: 12. ');
    await page.getByRole('button', { name: next.close.confirm, exact: true }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
    expect(await calls(page)).toEqual(expect.arrayContaining(['close', 'Reference of the police: 12.']));
  });

  it('close without a word where nothing is open, keeping what was typed when somebody was faster', async () => {
    const page = await openIncident('underReview', { faults: JSON.stringify({ close: ['changedMeanwhile'] }) });
    await page.getByRole('button', { name: next.close.start }).click();
    const field = page.getByRole('textbox', { name: next.close.label });
    await field.fill('Nothing more to do.');
    await page.getByRole('button', { name: next.close.confirm, exact: true }).click();
    await page.getByText(tabEn.problem.changedMeanwhile).waitFor();
    await expect.poll(() => field.inputValue()).toBe('Nothing more to do.');
    await field.fill('');
    await page.getByRole('button', { name: next.close.confirm, exact: true }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
  });

  it('open it again with a reason (T14), and say that a step was put back', async () => {
    const page = await openIncident('closed');
    await page.getByText(next.putBack).waitFor();
    await expect.poll(() => page.getByRole('button', { name: next.close.start }).count()).toBe(0);
    await page.getByRole('button', { name: next.reopen.start }).click();
    await page.getByRole('button', { name: next.reopen.confirm, exact: true }).click();
    await page.getByText(next.empty).waitFor();
    await page.getByRole('textbox', { name: next.reopen.label }).fill('Again.');
    await page.getByRole('button', { name: next.reopen.confirm, exact: true }).click();
    await page.getByText('Under review', { exact: true }).waitFor();
    expect(await calls(page)).toEqual(expect.arrayContaining(['reopen', 'Again.']));
  });

  it('offer nothing while the last step is being taken in', async () => {
    const page = await openIncident('moving');
    await page.getByText(next.moving).waitFor();
    await expect.poll(() => page.getByRole('button', { name: next.close.start }).count()).toBe(0);
  });

  it('are not offered where nobody has acknowledged, nor in HR’s register beyond closing', async () => {
    const page = await openIncident('withSecurity');
    await expect.poll(() => page.getByRole('heading', { name: next.heading }).count()).toBe(0);
    const hr = await openIncident('hrRoute', { readable: 'hr', sub: 'incident/hr/1' });
    await hr.getByRole('button', { name: next.close.start }).waitFor();
    await expect.poll(() => hr.getByRole('button', { name: next.begin }).count()).toBe(0);
  });

  it('show what the manager did, and statements covered until asked for (BEH-8.5-1, X-SAFE-2)', async () => {
    const page = await openIncident('acknowledged');
    const work = page.getByRole('region', { name: incidentWorkEn.work.heading });
    for (const said of [
      'Was it the same voice?',
      'Yes, I am sure.',
      'A colleague comes along.',
      'Told 6 people of the team',
    ])
      await work.getByText(said).waitFor();
    const region = page.getByRole('region', { name: statements.heading });
    expect(await page.getByText('I stood beside her.').count()).toBe(0);
    await region.getByRole('button', { name: `Show: ${statements.text('Ifan Pryce')}` }).click();
    await region.getByText('I stood beside her.').waitFor();
    await region.getByText('On long leave.').waitFor();
  });
});

describe.each([
  ['en-GB', incidentWorkEn],
  ['cy-GB', incidentWorkCy],
] as const)('The steps in %s', (locale, words) => {
  it.each(['light', 'dark', 'highContrast'])('have no fault that axe finds, in %s, wide and narrow', async (theme) => {
    for (const width of [1200, 320]) {
      const page = await openIncident('acknowledged', { locale, theme }, width);
      for (const { heading } of [words.next, words.tasks, words.work, words.statements]) {
        await page.getByRole('heading', { name: heading }).waitFor();
      }
      expect(await axeFaults(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `test/artifacts/steps-${locale}-${theme}-${width}.png`, fullPage: true });
    }
  });
});

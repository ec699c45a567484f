import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BoardIncident } from '../../../src/application/ports/board.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { trailCy } from '../../../src/words/trail.cy.ts';
import { trailEn } from '../../../src/words/trail.en.ts';
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

const changes = JSON.stringify([
  ['state', 'managerReview', 'withSecurity'],
  ['severity', 'standard', 'critical'],
  ['comments[0].text', null, { withheld: 20 }],
  ['report.facts', { withheld: 12 }, { withheld: 30 }],
  ['passedOnAt', null, '2026-11-10T12:00:00.000Z'],
]);
const entry = (
  sequence: number,
  action: string,
  detail: Record<string, string> = {},
  at = '2026-11-10T12:00:00.000Z',
) => ({
  sequence,
  at,
  actor: 'system',
  action,
  detail,
});
const whole: Pick<BoardIncident, 'history' | 'trail'> = {
  history: [
    entry(1, 'registered', {}, '2026-11-10T10:05:00.000Z'),
    entry(4, 'moved', { event: 'forwardOverdue', changes, moreChanges: '2' }),
  ],
  trail: { entries: 2, findings: [] },
};
const broken: Pick<BoardIncident, 'history' | 'trail'> = {
  ...whole,
  trail: {
    entries: 2,
    findings: [
      { problem: 'gap', sequence: 2 },
      { problem: 'edited', sequence: 3 },
      { problem: 'cutOff', sequence: 5 },
    ],
  },
};

async function openIncident(given: object, query: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  open.push(page);
  const search = new URLSearchParams({ sub: 'incident/default/1', history: JSON.stringify(given), ...query });
  await page.goto(`${tab.origin}/tab.html?${search}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('The history of a record, as Security sees it (X-AUD-1)', () => {
  it('is said to be whole, with the number of its entries', async () => {
    const page = await openIncident(whole);
    const check = part(page, trailEn.heading);
    await check.getByText(trailEn.whole(2), { exact: true }).waitFor();
    await expect.poll(() => check.getByRole('listitem').count()).toBe(0);
  });

  it('is said not to be whole, with the place of each gap, edit and cut', async () => {
    const page = await openIncident(broken);
    const check = part(page, trailEn.heading);
    await check.getByText(trailEn.broken(3), { exact: true }).waitFor();
    await expect
      .poll(() => check.getByRole('listitem').allInnerTexts())
      .toEqual([trailEn.problems.gap('2'), trailEn.problems.edited('3'), trailEn.problems.cutOff('5')]);
  });

  it('shows old and new value of each field when asked, and says of words that they are not kept', async () => {
    const page = await openIncident(whole);
    const history = part(page, tabEn.incident.history);
    const summary = history.getByText(trailEn.changes(7), { exact: true });
    const line = history.getByText('State: With the manager', { exact: false });
    await expect.poll(() => line.isVisible()).toBe(false);
    await summary.focus();
    await page.keyboard.press('Enter');
    const lines = await history.locator('details li').allInnerTexts();
    expect(lines[0]).toMatch(/^State: .+ → .+/);
    expect(lines[1]).toMatch(/^Severity: Standard → Critical$/);
    expect(lines[2]).toBe(`Comments (text): nothing → ${trailEn.withheldOf(20)}`);
    expect(lines[3]).toBe(`What happened: ${trailEn.withheldOf(12)} → ${trailEn.withheldOf(30)}`);
    expect(lines[4]).toMatch(/^Passed on to Security: nothing → 10 November 2026/);
    expect(lines[5]).toBe(trailEn.more(2));
  });

  it('has its entries numbered as in the chain, so that the place of a finding can be seen', async () => {
    const page = await openIncident(whole);
    const lines = part(page, tabEn.incident.history).locator('ol > li');
    await lines.first().waitFor();
    const numbers = await lines.evaluateAll((all) => all.map((each) => (each as HTMLLIElement).value));
    expect(numbers).toEqual([1, 4]);
  });

  it('is saved in either form, with word of the entry that this leaves behind', async () => {
    const page = await openIncident(whole);
    const check = part(page, trailEn.heading);
    for (const [name, form] of [
      [trailEn.save, 'csv'],
      [trailEn.saveLines, 'jsonl'],
    ] as const) {
      const download = page.waitForEvent('download');
      await check.getByRole('button', { name, exact: true }).click();
      expect((await download).suggestedFilename()).toMatch(new RegExp(`^UB-2026-\\d{6} history\\.${form}$`));
      await check.getByText(trailEn.saved, { exact: true }).waitFor();
      expect((await fakeOf(page)).calls).toContain(form);
    }
  });

  it('says when it could not be saved, and saves nothing', async () => {
    const page = await openIncident(whole, { faults: JSON.stringify({ copyTrail: ['forbidden'] }) });
    const check = part(page, trailEn.heading);
    await check.getByRole('button', { name: trailEn.save, exact: true }).click();
    await check.getByText(tabEn.problem.forbidden).waitFor();
    await expect.poll(() => check.getByText(trailEn.saved, { exact: true }).count()).toBe(0);
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['light', 'cy-GB', 320],
    ['highContrast', 'en-GB', 320],
  ] as const)('can be used by everybody: %s, %s, %i px (B-A11Y-1)', async (theme, locale, width) => {
    const page = await openIncident(broken, { theme, locale }, width);
    const words = locale === 'cy-GB' ? trailCy : trailEn;
    await page.getByText(words.broken(3), { exact: true }).waitFor();
    await page.getByText(words.changes(7), { exact: true }).click();
    expect(await axeFaults(page, { include: 'main' })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    if (process.env.SCREENSHOTS) {
      const column = page.locator('section', { hasText: words.heading }).last();
      await column.screenshot({ path: `${process.env.SCREENSHOTS}/trail-${locale}-${theme}-${width}.png` });
      await page.screenshot({
        path: `${process.env.SCREENSHOTS}/record-${locale}-${theme}-${width}.png`,
        fullPage: true,
      });
    }
  });
});

async function openList(summary: object, query: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  const search = new URLSearchParams({ sub: 'list/default', summary: JSON.stringify(summary), ...query });
  await page.goto(`${tab.origin}/tab.html?${search}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const ended = '2026-11-10T03:10:00.000Z';
const spoilt = {
  ended,
  records: 120,
  broken: 2,
  findings: [
    { reference: 'UB-2026-000007', problem: 'edited', sequence: 3 },
    { reference: 'UB-2026-000019', problem: 'noChain', sequence: null },
  ],
};

describe('The histories of all records, above Security’s list (X-AUD-1)', () => {
  it('are said to be whole, with their number and when they were gone through', async () => {
    const page = await openList({ ended, records: 120, broken: 0, findings: [] });
    const summary = part(page, trailEn.all.heading);
    await summary.getByText(trailEn.all.whole(120, '10 November 2026, 03:10'), { exact: true }).waitFor();
  });

  it('are said not to have been gone through yet, where they were not', async () => {
    const page = await openList({ ended: null, records: 0, broken: 0, findings: [] });
    await part(page, trailEn.all.heading).getByText(trailEn.all.notYet, { exact: true }).waitFor();
  });

  it('are named where they are not whole, with the place', async () => {
    const page = await openList(spoilt);
    const summary = part(page, trailEn.all.heading);
    await summary.getByRole('listitem').first().waitFor();
    await expect
      .poll(() => summary.getByRole('listitem').allInnerTexts())
      .toEqual([`UB-2026-000007: ${trailEn.problems.edited('3')}`, `UB-2026-000019: ${trailEn.problems.noChain('')}`]);
  });

  it('push the list itself aside by no more than a few lines', async () => {
    const findings = Array.from({ length: 9 }, (_, index) => ({
      reference: `UB-2026-00000${index}`,
      problem: 'edited',
      sequence: 2,
    }));
    const page = await openList({ ended, records: 120, broken: 9, findings });
    const summary = part(page, trailEn.all.heading);
    await summary.getByText(trailEn.more(4), { exact: true }).waitFor();
    await expect.poll(() => summary.getByRole('listitem').count()).toBe(6);
  });

  it('say when nothing can be said of them, and are asked for again', async () => {
    const page = await openList(spoilt, { faults: JSON.stringify({ trailSummary: ['server'] }) });
    const summary = part(page, trailEn.all.heading);
    await summary.getByText(tabEn.problem.server).waitFor();
    await summary.getByRole('button', { name: tabEn.tryAgain }).click();
    await summary.getByRole('listitem').first().waitFor();
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 320],
    ['highContrast', 'cy-GB', 1200],
  ] as const)('can be read by everybody: %s, %s, %i px (B-A11Y-1)', async (theme, locale, width) => {
    const page = await openList(spoilt, { theme, locale }, width);
    const words = locale === 'cy-GB' ? trailCy : trailEn;
    const summary = part(page, words.all.heading);
    await summary.getByRole('listitem').first().waitFor();
    expect(await axeFaults(page, { include: 'main' })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/summary-${locale}-${theme}-${width}.png` });
    }
  });
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';
import { configurationCy } from '../../../src/words/configuration.cy.ts';
import { configurationEn } from '../../../src/words/configuration.en.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { axeFaults } from '../../browser/axe.ts';
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

async function openPage(query: Record<string, string | object> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  const given = Object.entries({ sub: 'configuration', ...query }).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(given)}`);
  return page;
}

const sitesWithoutNumber = JSON.stringify(
  (demoConfiguration('sefydliad.gov.uk').sites as object[]).map((site, index) =>
    index === 2 ? { ...site, phone: '' } : site,
  ),
);

describe('the configuration in the tab (F26)', () => {
  it('is offered to those who keep it, and to nobody else', async () => {
    const keeper = await openPage({ sub: '', keeper: '1' });
    await keeper.getByRole('tab', { name: tabEn.nav.configuration }).click();
    await keeper.getByRole('heading', { level: 1, name: configurationEn.title }).waitFor();
    const other = await openPage({ sub: '' });
    await other.getByRole('tab', { name: tabEn.nav.security }).waitFor();
    expect(await other.getByRole('tab', { name: tabEn.nav.configuration }).count()).toBe(0);
  });

  it('shows every part readable, says that nothing is wrong, and leads to the list', async () => {
    const page = await openPage();
    await page.getByText(configurationEn.allWell).waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual([...Object.values(configurationEn.parts), configurationEn.check.heading]);
    for (const words of ['Tŷ Glanrafon', '0800 282 193', 'Family Court Advice', '30 minutes']) {
      await page.getByText(words, { exact: true }).first().waitFor();
    }
    const link = page.getByRole('link', { name: configurationEn.openList });
    await expect.poll(() => link.getAttribute('href')).toBe('https://sharepoint.example/lists/Config');
  });

  it.each([
    ['en-GB', configurationEn, '7 May 2027'],
    ['cy-GB', configurationCy, '7 Mai 2027'],
  ] as const)(
    'shows every deadline, set or standard, and says what is wrong with one (F29), %s',
    async (locale, words, day) => {
      const deadlines = JSON.stringify({
        managerDutyMinutes: 30,
        answerWorkingHours: 2,
        criticalAnswerMinutes: 150,
        extraHolidays: ['2027-05-07', '2027-05-08'],
      });
      const page = await openPage({ locale, spoilt: { deadlines } });
      const part = page.getByRole('region', { name: words.parts.deadlines });
      const line = (text: string) => part.locator('dl > div', { hasText: text }).first();
      await expect
        .poll(() => line(words.deadlines.answerWorkingHours).innerText())
        .toContain(words.lengths.workingHours(2));
      await expect
        .poll(() => line(words.deadlines.acknowledgeWorkingDays).innerText())
        .toContain(words.standard(words.lengths.workingDays(1)));
      await expect
        .poll(() => line(words.deadlines.criticalAnswerMinutes).innerText())
        .toContain(words.problems.criticalSlower('deadlines.criticalAnswerMinutes'));
      await part.getByText(day, { exact: true }).waitFor();
      await part.getByText(words.problems.closedAlready('deadlines.extraHolidays.1')).waitFor();
      await expect.poll(() => page.getByText(words.blocking).count()).toBe(0);
      if (process.env.SCREENSHOTS)
        await part.screenshot({ path: `${process.env.SCREENSHOTS}/deadlines-${locale}.png` });
    },
  );

  it('puts each problem beside its field, and what has no field above its part (X-CONF-1)', async () => {
    const page = await openPage({ spoilt: { sites: sitesWithoutNumber, hours: '{"opensAt"', unheard: '"of"' } });
    const sites = page.getByRole('region', { name: configurationEn.parts.sites });
    const pair = sites.locator('dl > div', { hasText: 'sites.2.phone' });
    await expect
      .poll(() => pair.innerText())
      .toBe(
        `${configurationEn.phone}\n${configurationEn.noValue}\n${configurationEn.problems.siteWithoutNumber('sites.2.phone')}`,
      );
    const hours = page.getByRole('region', { name: configurationEn.parts.hours });
    await hours.getByText(configurationEn.problems.notJson('hours')).waitFor();
    await hours.getByText(configurationEn.notReadable).waitFor();
    await page.getByRole('region', { name: configurationEn.otherPart('unheard') }).waitFor();
    await page.getByText(configurationEn.blocking).waitFor();
  });

  it('checks a text before it is saved, and says the same in Welsh', async () => {
    const page = await openPage({ locale: 'cy-GB' });
    const { check, parts, problems } = configurationCy;
    await page.getByLabel(check.row, { exact: true }).selectOption('sites');
    await page.getByRole('button', { name: check.asItIs }).click();
    const value = page.getByLabel(check.value, { exact: true });
    await expect.poll(() => value.inputValue()).toContain('"id": "pen-y-bont"');
    await page.getByRole('button', { name: check.button, exact: true }).click();
    await page.getByText(check.good).waitFor();
    await value.fill(sitesWithoutNumber.replace('sefydliad.gov.uk', 'old.gsi.gov.uk'));
    await expect.poll(() => page.getByText(check.good).count()).toBe(0);
    await page.getByRole('button', { name: check.button, exact: true }).click();
    await page.getByText(problems.siteWithoutNumber('sites.2.phone')).waitFor();
    await page.getByText(problems.closedDomain('sites.0.receptionAddress')).waitFor();
    await page.getByRole('heading', { name: parts.sites }).waitFor();
  });

  it('says what is the matter when the list cannot be read, and reads it again when asked', async () => {
    const page = await openPage({ faults: { configuration: ['forbidden'] } });
    await page.getByText(tabEn.problem.forbidden).waitFor();
    await page.getByRole('button', { name: tabEn.tryAgain }).click();
    await page.getByText(configurationEn.allWell).waitFor();
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['light', 'cy-GB', 320],
    ['highContrast', 'en-GB', 320],
  ] as const)('can be used by everybody: %s, %s, %i px (B-A11Y-1)', async (theme, locale, width) => {
    const page = await openPage({ theme, locale, keeper: '1', spoilt: { sites: sitesWithoutNumber } }, width);
    const { problems } = locale === 'cy-GB' ? configurationCy : configurationEn;
    await page.getByText(problems.siteWithoutNumber('sites.2.phone')).waitFor();
    expect(await axeFaults(page, { include: 'main' })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({
        path: `${process.env.SCREENSHOTS}/configuration-${locale}-${theme}-${width}.png`,
        fullPage: true,
      });
    }
  });
});

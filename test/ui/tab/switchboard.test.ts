import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { switchboardCy } from '../../../src/words/switchboard.cy.ts';
import { switchboardEn as words } from '../../../src/words/switchboard.en.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { axeFaults } from '../../browser/axe.ts';
import type { FakeTab } from './fake-wiring.ts';
import { type RunningTab, startTab } from './running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const troubles: string[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(troubles.splice(0), 'the console').toEqual([]);
});

async function openPage(query: Record<string, string> = {}, width = 1200, height = 800): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => isTrouble(message.type(), message.text()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  open.push(page);
  const given = { readable: '', switchboard: '1', sub: 'switchboard', ...query };
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(given)}`);
  return page;
}

/** The test's own server has neither an icon nor a worker. */
const isTrouble = (type: string, text: string) => type === 'error' && !text.startsWith('Failed to load resource');

const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const card = (page: Page, extension: string) => page.getByRole('article', { name: `${words.extension} ${extension}` });
const press = (page: Page, extension: string, name: string) =>
  card(page, extension).getByRole('button', { name, exact: true }).click();

// F13, COM-4.1-2
describe('The switchboard’s page', () => {
  it('is there for whoever may read the questions, and for nobody else', async () => {
    const theirs = await openPage({ sub: '' });
    await theirs.getByRole('tab', { name: tabEn.nav.switchboard }).click();
    await theirs.getByRole('heading', { name: words.heading }).waitFor();
    const { switchboard: _, ...others } = { switchboard: '', readable: '', sub: 'switchboard' };
    const context = await tab.browser.newContext();
    const page = await context.newPage();
    open.push(page);
    await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(others)}`);
    await page.getByText(tabEn.notOpen).waitFor();
    expect(await page.getByRole('tab', { name: tabEn.nav.switchboard }).count()).toBe(0);
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
  });

  it('shows time and extension, the latest call first, and what was answered today below', async () => {
    const page = await openPage();
    await page.getByText(words.open(2)).waitFor();
    const labels = await page
      .getByRole('article')
      .evaluateAll((found) => found.map((each) => each.getAttribute('aria-label')));
    expect(labels).toEqual(['20417', '4321', '20500'].map((extension) => `${words.extension} ${extension}`));
    await expect.poll(() => card(page, '4321').getByText('3 March 2026').count()).toBe(1);
    await expect.poll(() => card(page, '20417').locator('time').innerText()).toMatch(/^\d\d:\d\d$/);
    await expect.poll(() => card(page, '20500').getByText(words.quotedName('Mr Jones')).count()).toBe(1);
  });

  it('takes an answer in two taps, says that it was sent, and leads on to what is left', async () => {
    const page = await openPage();
    await press(page, '20417', words.answers.no);
    await expect.poll(() => page.getByLabel(words.nameQuoted).count(), { message: 'nobody asked for a name' }).toBe(0);
    await press(page, '20417', words.send);
    await page.getByRole('status').getByText(words.sent('20417')).waitFor();
    await page.getByText(words.open(1)).waitFor();
    const { switchboard } = await fakeOf(page);
    expect(switchboard.answered[0]).toMatchObject({
      extension: '20417',
      answer: { putThrough: 'no', nameQuoted: '', numberQuoted: '' },
    });
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(words.open(1));
  });

  it('is worked by keyboard alone, with name and number', async () => {
    const page = await openPage();
    const yes = card(page, '4321').getByRole('button', { name: words.answers.yes, exact: true });
    await yes.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => yes.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Mr Evans');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01632 960 555');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(words.sent('4321')).waitFor();
    const { switchboard } = await fakeOf(page);
    expect(switchboard.answered[0]?.answer).toEqual({
      putThrough: 'yes',
      nameQuoted: 'Mr Evans',
      numberQuoted: '01632 960 555',
    });
  });

  it('drops name and number when the answer becomes no', async () => {
    const page = await openPage();
    await press(page, '20417', words.answers.yes);
    await card(page, '20417').getByLabel(words.nameQuoted).fill('Mr Evans');
    await press(page, '20417', words.answers.no);
    await press(page, '20417', words.send);
    await page.getByText(words.open(1)).waitFor();
    expect((await fakeOf(page)).switchboard.answered[0]?.answer.nameQuoted).toBe('');
  });

  it('keeps what was written when sending fails, and sends it at the next press', async () => {
    const page = await openPage({ faults: JSON.stringify({ answer: ['offline'] }) });
    await press(page, '20417', words.answers.notRemembered);
    await card(page, '20417').getByLabel(words.nameQuoted).fill('Mr Evans');
    await press(page, '20417', words.send);
    await card(page, '20417').getByRole('alert').getByText(words.notSent).waitFor();
    await expect.poll(() => card(page, '20417').getByLabel(words.nameQuoted).inputValue()).toBe('Mr Evans');
    await press(page, '20417', words.send);
    await page.getByRole('status').getByText(words.sent('20417')).waitFor();
  });

  it('says that somebody else was first, and shows how it stands', async () => {
    const page = await openPage({ faults: JSON.stringify({ answer: ['changedMeanwhile'] }) });
    await press(page, '20417', words.answers.yes);
    await press(page, '20417', words.send);
    await page.getByRole('status').getByText(words.overtaken('20417')).waitFor();
    expect((await fakeOf(page)).calls.filter((name) => name === 'questions').length).toBeGreaterThan(1);
  });

  it('lets an answer be corrected, or left as it is', async () => {
    const page = await openPage();
    await press(page, '20500', words.correctLabel('20500'));
    await press(page, '20500', words.cancel);
    await press(page, '20500', words.correctLabel('20500'));
    await expect.poll(() => card(page, '20500').getByLabel(words.nameQuoted).inputValue()).toBe('Mr Jones');
    await card(page, '20500').getByLabel(words.nameQuoted).fill('Mrs Jones');
    await press(page, '20500', words.send);
    await card(page, '20500').getByText(words.quotedName('Mrs Jones')).waitFor();
  });

  it('shows a new question by itself, and takes nothing from the answer that is being written', async () => {
    const page = await openPage();
    await press(page, '4321', words.answers.yes);
    await card(page, '4321').getByLabel(words.nameQuoted).fill('Mr Evans');
    await page.evaluate(
      "globalThis.fake.switchboard.open.unshift({ itemId: '9', etag: '1', callAt: new Date().toISOString(), extension: '20999' })",
    );
    await card(page, '20999').waitFor({ timeout: 20_000 });
    await expect.poll(() => card(page, '4321').getByLabel(words.nameQuoted).inputValue()).toBe('Mr Evans');
  });

  it('says when the questions could not be read, and tries again when asked', async () => {
    const page = await openPage({ faults: JSON.stringify({ questions: ['throttled'] }) });
    await page.getByText(tabEn.problem.throttled(10)).waitFor();
    await page.getByRole('button', { name: tabEn.tryAgain, exact: true }).click();
    await page.getByText(words.open(2)).waitFor();
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['highContrast', 'en-GB', 320],
    ['light', 'cy-GB', 320],
  ])('is clean, %s, %s, at %i pixels, and scrolls in one direction only', async (theme, locale, width) => {
    const page = await openPage({ theme, locale }, width);
    const here = locale === 'cy-GB' ? switchboardCy : words;
    await page.getByText(here.open(2)).waitFor();
    await page.getByRole('button', { name: here.answers.yes, exact: true }).first().click();
    await page.getByLabel(here.nameQuoted).first().waitFor();
    const folder = process.env.PICTURES;
    if (folder)
      await page.screenshot({ path: `${folder}/switchboard-${theme}-${locale}-${width}.png`, fullPage: true });
    expect(await axeFaults(page, { include: 'main' })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    const heights = await page
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });
});

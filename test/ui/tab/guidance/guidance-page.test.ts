import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { guidanceLibrary } from '../../../../src/domain/guidance/library.ts';
import { accessibilityStatement, composeDocument, guidanceWords } from '../../../../src/words/compose-guidance.ts';
import { tabCy } from '../../../../src/words/tab.cy.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const troubles: string[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(troubles.splice(0)).toEqual([]);
});

async function openGuidance(query: Record<string, string> = {}, width = 1200, sub = 'guidance'): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => {
    // The test's server has no icon for the page.
    if (message.type() === 'error' && !message.text().includes('404')) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  open.push(page);
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams({ sub, ...query })}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const { en, cy } = guidanceWords;
const titleOf = (id: string, language: 'en' | 'cy' = 'en') => composeDocument(id, language)?.title ?? '';
const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const searchField = (page: Page) => page.getByRole('searchbox');
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

describe('The guidance', () => {
  it('lists every document, and opens each (PREV-do-1, PREV-dont-1)', async () => {
    const page = await openGuidance();
    for (const { id } of guidanceLibrary) await link(page, titleOf(id)).waitFor();
    await link(page, titleOf('beforeYouMeet')).click();
    await page.getByRole('heading', { level: 1, name: titleOf('beforeYouMeet') }).waitFor();
    await page.getByText('Stay calm. Do not let yourself be provoked.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: en.heading }).waitFor();
  });

  it.each(['en', 'cy'] as const)(
    'leads to the accessibility statement, which nobody has to mark as read (%s, B-A11Y-4)',
    async (language) => {
      const page = await openGuidance({ locale: language === 'cy' ? 'cy-GB' : 'en-GB' });
      const { title, sections } = accessibilityStatement.words[language];
      await link(page, title).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
      expect(headings).toEqual(sections.map(({ heading }) => heading));
      expect(await page.getByRole('button', { name: guidanceWords[language].markRead }).count()).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      const folder = process.env.PICTURES;
      if (folder) await page.screenshot({ path: `${folder}/accessibility-${language}.png`, fullPage: true });
      await page.getByRole('button', { name: guidanceWords[language].back }).click();
      await link(page, title).waitFor();
    },
  );

  it('is searched in title and text, with the words marked and the number said (B-CY-4)', async () => {
    const page = await openGuidance({ locale: 'cy-GB' });
    await searchField(page).fill('ffon symudol');
    await page
      .getByRole('status')
      .getByText(/^Canfuwyd/)
      .waitFor();
    await expect.poll(() => page.locator('mark').first().innerText()).toMatch(/ffôn/iu);
    await searchField(page).fill('zzzz');
    await page.getByText(cy.nothingFound).waitFor();
    await page.getByRole('button', { name: cy.clear }).click();
    await link(page, titleOf('staySafe', 'cy')).waitFor();
  });

  it('keeps the search while a document is read', async () => {
    const page = await openGuidance();
    await searchField(page).fill('1471');
    await link(page, titleOf('bombCall')).click();
    await page.getByRole('button', { name: en.back }).click();
    await expect.poll(() => searchField(page).inputValue()).toBe('1471');
  });

  it('is read and acknowledged with the keyboard alone, in Welsh, at 320 pixels (BEH-2.1-1, B-A11Y-2)', async () => {
    const page = await openGuidance({ locale: 'cy-GB' }, 320);
    await searchField(page).focus();
    await page.keyboard.type('bom');
    await link(page, titleOf('bombCall', 'cy')).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let presses = 0; presses < 10 && (await focused()) !== titleOf('bombCall', 'cy'); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: titleOf('bombCall', 'cy') }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    for (let presses = 0; presses < 10 && (await focused()) !== cy.markRead; presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(cy.readNow).waitFor();
    expect((await fakeOf(page)).handed.read).toEqual([{ documentId: 'bombCall', version: '1' }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: cy.back }).click();
    await page.getByText(cy.progress(1, guidanceLibrary.length)).waitFor();
  });

  it('says so when it could not be noted, and lets it be tried again', async () => {
    const page = await openGuidance({ faults: '{"markRead":["network"]}' }, 1200, 'guidance/support');
    await page.getByRole('button', { name: en.markRead }).click();
    await page.getByRole('alert').getByText(en.markFailed).waitFor();
    await page.getByRole('button', { name: en.markRead }).click();
    await page.getByText(en.readNow).waitFor();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  });

  it('gives the phrases of a procedure in both languages, each marked as what it is (COM-3a-1, B-CY-4)', async () => {
    const page = await openGuidance({}, 1200, 'guidance/abusiveCall');
    await expect.poll(() => page.locator('dd[lang=cy]').first().innerText()).toContain('sarhaus');
    await expect.poll(() => page.locator('dd[lang=en]').first().innerText()).toContain('offensive');
  });

  it('shows all there is when a link leads to a document that is gone', async () => {
    const page = await openGuidance({}, 1200, 'guidance/gone');
    await page.getByText(en.notThere).waitFor();
    await link(page, titleOf('staySafe')).waitFor();
  });

  it('follows the language of the tab at once, where it stands', async () => {
    const page = await openGuidance({}, 1200, 'guidance/privacy');
    await page.getByRole('button', { name: tabEn.otherLanguageLabel }).click();
    await page.getByRole('heading', { level: 1, name: titleOf('privacy', 'cy') }).waitFor();
    await page.getByRole('tab', { name: tabCy.nav.guidance, selected: true }).waitFor();
  });

  describe.each(['light', 'dark', 'highContrast'])('in the theme %s', (theme) => {
    it.each(['guidance', 'guidance/abusiveCall', 'guidance/privacy'])(
      'axe finds nothing on %s (B-A11Y-1)',
      async (sub) => {
        const page = await openGuidance({ theme }, 320, sub);
        if (sub === 'guidance') {
          await searchField(page).fill('police');
          await page.locator('mark').first().waitFor();
        }
        expect(await axeFaults(page)).toEqual([]);
      },
    );
  });
});

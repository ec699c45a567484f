import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamCy } from '../../../../src/words/team.cy.ts';
import { teamEn } from '../../../../src/words/team.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages } from './open-team.ts';

const pages = teamPages();
const words = teamEn.absences;
const openAbsences = (query: Record<string, string> = {}, width?: number) =>
  pages.open({ sub: 'team/absences', ...query }, width);
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const status = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

async function fillIn(page: Page, from = '2027-03-01', until = '2027-03-05') {
  await page.getByLabel(words.from).fill(from);
  await page.getByLabel(words.until).fill(until);
  await page.getByLabel(words.search).fill('Tom');
  await press(page, `${words.choose}: Tom Hathersedge`);
}

// BEH-5.1-1, decision 0128
describe('When a manager is away', () => {
  it('is entered with days, a substitute and who gets the reports, seen, and ended', async () => {
    const page = await pages.open();
    await press(page, words.link);
    await page.getByText(words.none).waitFor();
    await fillIn(page);
    await page.getByRole('radio', { name: words.modes.alone }).check();
    await press(page, words.save);
    await status(page, words.saved('Tom Hathersedge'));
    expect((await fakeOf(page)).team.absences).toMatchObject([
      { from: '2027-03-01', until: '2027-03-05', mode: 'alone' },
    ]);
    await page.getByText(words.line('Tom Hathersedge', '1 March 2027', '5 March 2027')).waitFor();
    await page.getByText(words.entered(''), { exact: false }).waitFor();
    await press(page, words.endLabel('Tom Hathersedge'));
    await status(page, words.ended('Tom Hathersedge'));
    await page.getByText(words.none).waitFor();
    expect((await fakeOf(page)).calls.filter((name) => name === 'teamSummary').length).toBeGreaterThan(1);
  });

  it('says what is missing, and what cannot be entered, and keeps what was chosen', async () => {
    const page = await openAbsences();
    await press(page, words.save);
    await page.getByText(words.gaps.dates).waitFor();
    await page.getByText(words.gaps.deputy).waitFor();
    await fillIn(page, '2027-03-05', '2027-03-01');
    await press(page, words.save);
    await status(page, words.refusals.datesNotUsable);
    await page.getByText('Tom Hathersedge').waitFor();
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
    ['signInRequired', tabEn.problem.signInRequired],
  ])('is entered once when saving failed (%s) and is pressed again', async (code, sentence) => {
    const page = await openAbsences(faults({ enterAbsence: [code] }));
    await fillIn(page);
    await press(page, words.save);
    await page.getByRole('alert').getByText(sentence).waitFor();
    await press(page, words.save);
    await status(page, words.saved('Tom Hathersedge'));
    expect((await fakeOf(page)).team.absences).toHaveLength(1);
  });

  it('says when it could not be read or ended', async () => {
    const page = await openAbsences(faults({ absences: ['server'], endAbsence: ['timeout'] }));
    await page.getByRole('alert').getByText(tabEn.problem.server).waitFor();
    await press(page, tabEn.tryAgain);
    await fillIn(page);
    await press(page, words.save);
    await press(page, words.endLabel('Tom Hathersedge'));
    await page.getByRole('alert').getByText(tabEn.problem.timeout).waitFor();
    await press(page, words.endLabel('Tom Hathersedge'));
    await page.getByText(words.none).waitFor();
  });

  it('is not open to whoever leads nobody', async () => {
    const page = await openAbsences({ team: 'none' });
    await page.getByText(tabEn.notOpen).waitFor();
    expect((await fakeOf(page)).calls).not.toContain('absences');
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 320],
  ])('is clean, %s, %s, at %i pixels', async (theme, locale, width) => {
    const page = await openAbsences({ theme, locale }, width);
    const here = (locale === 'cy-GB' ? teamCy : teamEn).absences;
    await press(page, here.save);
    await page.getByText(here.gaps.deputy).waitFor();
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/absences-${theme}-${locale}-${width}.png`, fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

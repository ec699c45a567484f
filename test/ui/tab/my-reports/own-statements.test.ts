import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../../src/ui/shared/fill-in.ts';
import { formatDateTime } from '../../../../src/ui/shared/format-date.ts';
import { ownStatementsCy } from '../../../../src/words/own-statements.cy.ts';
import { ownStatementsEn } from '../../../../src/words/own-statements.en.ts';
import { statementEn } from '../../../../src/words/statement.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages } from '../team/open-team.ts';

const pages = teamPages();
const words = ownStatementsEn;
const openMine = (query: Record<string, string> = {}, width?: number) =>
  pages.open({ team: 'none', sub: 'mine', ...query }, width);
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });
const part = (page: Page, heading = words.heading) => page.getByRole('region', { name: heading });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const headings = (page: Page) => part(page).getByRole('heading', { level: 3 }).allInnerTexts();
const about = (at: string) => words.about(formatDateTime(at, 'en'));

// BEH-8.5-1
describe('Statements asked of somebody, under “My reports”', () => {
  it('are opened there, written and signed, and stand there as signed', async () => {
    const page = await openMine({ statement: 'witness' });
    const line = part(page).getByRole('listitem');
    await line.getByText(words.open).waitFor();
    await line.getByText(words.asked('Morlais Dee', formatDateTime('2026-11-10T12:00:00.000Z', 'en'))).waitFor();
    await press(page, words.writeFor('UB-2026-000120'));
    await page.getByRole('heading', { level: 1, name: statementEn.heading }).waitFor();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#statement/0123456789ABCDEFGHJKMNPQRS/s1');
    const entry = page.getByRole('tab', { name: tabEn.nav.mine });
    expect(await entry.getAttribute('aria-selected')).toBe('true');
    await page.getByRole('textbox', { name: statementEn.labels.witness }).fill('I saw him.');
    await press(page, statementEn.toSign);
    await press(page, statementEn.sign);
    await page.getByText(statementEn.thanks).waitFor();
    await press(page, statementEn.back);
    await line.getByText(words.signed, { exact: true }).waitFor();
    await line.getByText(words.signedAt(formatDateTime('2026-11-11T09:30:00.000Z', 'en'))).waitFor();
    await press(page, words.readFor('UB-2026-000120'));
    await page.getByText('I saw him.').waitFor();
  });

  it('come with what is to be written first, then what is no longer needed, then what was signed; each once', async () => {
    const page = await openMine({ statement: 'witness', others: 'several' });
    await part(page).getByText(words.waived).waitFor();
    const [waiting, waived, signed] = ['2026-11-10', '2026-10-02', '2026-10-03'].map((day) =>
      about(`${day}T10:00:00.000Z`),
    );
    expect(await headings(page)).toEqual([waiting, waived, signed]);
    await press(page, words.more);
    const earlier = about('2026-10-01T10:00:00.000Z');
    await expect.poll(() => headings(page)).toEqual([waiting, earlier, waived, signed]);
    await part(page).getByRole('button', { name: words.more }).waitFor({ state: 'detached' });
  });

  it('are not spoken of to whoever was never asked', async () => {
    const page = await openMine();
    await page.getByText(tabEn.mine.empty).waitFor();
    await expect.poll(async () => (await fakeOf(page)).calls).toContain('ownStatements');
    await page.getByRole('button', { name: tabEn.refresh }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(words.heading);
  });

  it.each(['offline', 'server', 'timeout', 'throttled'])(
    'leave the page as it is when they cannot be read (%s), and are there when asked again',
    async (code) => {
      const page = await openMine({ statement: 'witness', ...faults({ ownStatements: [code] }) });
      await part(page).getByText(words.unknown).waitFor();
      await page.getByText(tabEn.mine.empty).waitFor();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await press(page, tabEn.tryAgain);
      await page.getByRole('button', { name: words.writeFor('UB-2026-000120') }).waitFor();
      await part(page).getByText(words.unknown).waitFor({ state: 'detached' });
    },
  );

  it('ask for a sign-in where that is what is missing, say why one came to nothing, and are read after it', async () => {
    const page = await openMine({
      statement: 'witness',
      ...faults({ ownStatements: ['signInRequired'], teamSummary: ['signInRequired'], signIn: ['offline'] }),
    });
    await part(page).getByText(words.unknown).waitFor();
    await page.getByText(tabEn.mine.empty).waitFor();
    // One for all that stands on the page.
    const signIn = page.getByRole('button', { name: tabEn.problem.signIn });
    await expect.poll(() => signIn.count()).toBe(1);
    expect(await page.getByRole('button', { name: tabEn.tryAgain }).count()).toBe(0);
    await signIn.click();
    await part(page)
      .getByText(fillIn(tabEn.signInHelp.offline, { button: tabEn.problem.signIn }))
      .waitFor();
    await signIn.click();
    await page.getByRole('button', { name: words.writeFor('UB-2026-000120') }).waitFor();
    await signIn.waitFor({ state: 'detached' });
  });

  it.each([
    ['signInRequired', tabEn.problem.signIn],
    ['offline', tabEn.tryAgain],
  ])('are passed over where the page tells of the same (%s), and come with it by one press', async (code, button) => {
    const page = await openMine({ statement: 'witness', ...faults({ teamSummary: [code] }) });
    await page.getByRole('alert').getByText(tabEn.listsUnknown).waitFor();
    await page.getByText(tabEn.mine.empty).waitFor();
    await page.getByRole('button', { name: words.writeFor('UB-2026-000120') }).waitFor();
    await page.evaluate(`Object.assign(globalThis.fake.faults, { list: ['${code}'], ownStatements: ['${code}'] })`);
    await press(page, tabEn.refresh);
    await page.getByText(tabEn.listsUnknown).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: button, exact: true }).count()).toBe(1);
    expect(await page.getByText(words.unknown).count()).toBe(0);
    await press(page, button);
    await page.getByText(tabEn.mine.empty).waitFor();
    await page.getByRole('button', { name: words.writeFor('UB-2026-000120') }).waitFor();
  });

  it('keep what is shown when earlier ones cannot be read', async () => {
    const page = await openMine({ statement: 'witness', others: 'several' });
    await part(page).getByText(words.waived).waitFor();
    await page.evaluate('globalThis.fake.faults.ownStatements = ["offline"]');
    await press(page, words.more);
    await part(page).getByRole('alert').getByText(tabEn.problem.offline).waitFor();
    expect(await headings(page)).toHaveLength(3);
    await press(page, tabEn.tryAgain);
    await expect.poll(async () => (await headings(page)).length).toBe(4);
  });

  it('are read anew with the page', async () => {
    const page = await openMine({ statement: 'witness' });
    await part(page).getByText(words.open).waitFor();
    const readings = async () => (await fakeOf(page)).calls.filter((name) => name === 'ownStatements').length;
    expect(await readings()).toBe(1);
    await press(page, tabEn.refresh);
    await expect.poll(readings).toBe(2);
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 320],
    ['highContrast', 'cy-GB', 320],
  ])('are clean, %s, %s, at %i pixels', async (theme, locale, width) => {
    const page = await openMine({ statement: 'witness', others: 'several', theme, locale }, width);
    const here = locale === 'cy-GB' ? ownStatementsCy : ownStatementsEn;
    await part(page, here.heading).getByText(here.waived).waitFor();
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/own-${theme}-${locale}-${width}.png`, fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

it('A statement that a manager writes down for somebody leads back to the report', async () => {
  const page = await pages.open({ statement: 'outsider', sub: 'statement/0123456789ABCDEFGHJKMNPQRS/s1' });
  await press(page, statementEn.backToReport);
  await expect.poll(() => page.evaluate('location.hash')).toBe('#team/0123456789ABCDEFGHJKMNPQRS');
});

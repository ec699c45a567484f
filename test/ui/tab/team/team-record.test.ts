import { describe, expect, it } from 'vitest';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamEn } from '../../../../src/words/team.en.ts';
import { teamRecordCy } from '../../../../src/words/team-record.cy.ts';
import { teamRecordEn as words } from '../../../../src/words/team-record.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages, waitingId } from './open-team.ts';

const pages = teamPages();
const openRecord = (query: Record<string, string> = {}, width?: number) =>
  pages.open({ sub: `team/${waitingId}`, ...query }, width);
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });

// BEH-5.1-1, X-AUD-1
describe('A report as its manager reads it', () => {
  it('says what is asked by when, shows what was reported, and covers words until they are asked for', async () => {
    const page = await openRecord();
    await page.getByText(teamEn.asks.answer).waitFor();
    const reported = page.getByRole('region', { name: words.reported });
    await reported.getByText('Reported by').waitFor();
    const { team } = await fakeOf(page);
    expect(await page.getByText(team.facts).count()).toBe(0);
    await reported.getByRole('button', { name: /^Show/ }).first().click();
    await reported.getByText(team.facts).waitFor();
    await page.getByText(words.readNoted).waitFor();
  });

  it('is opened by a link for whoever leads nobody but answers for it', async () => {
    const page = await openRecord({ team: 'none' });
    await page.getByRole('region', { name: words.reported }).waitFor();
  });

  it('says alike that there is none and that it is not theirs, and shows nothing', async () => {
    const page = await openRecord(faults({ teamRecord: ['notFound'] }));
    await page.getByText(words.notThere).waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(0);
    await page.getByRole('button', { name: words.back }).click();
    await page.getByRole('heading', { level: 1, name: teamEn.heading }).waitFor();
  });

  it('takes what is shown away when it has become somebody else’s', async () => {
    const page = await openRecord();
    await page.getByRole('region', { name: words.reported }).waitFor();
    await page.evaluate("globalThis.fake.faults.teamRecord = ['notFound']");
    await page.getByRole('button', { name: tabEn.refresh }).click();
    await page.getByText(words.notThere).waitFor();
    await expect.poll(() => page.getByRole('region', { name: words.reported }).count()).toBe(0);
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
    ['timeout', tabEn.problem.timeout],
  ])('says when it could not be read (%s), and reads again when asked', async (code, sentence) => {
    const page = await openRecord(faults({ teamRecord: [code] }));
    await page.getByText(sentence).waitFor();
    await page.getByRole('button', { name: tabEn.tryAgain, exact: true }).click();
    await page.getByRole('region', { name: words.reported }).waitFor();
  });

  it('asks to sign in, and reads again after it', async () => {
    const page = await openRecord(faults({ teamRecord: ['signInRequired'] }));
    await page.getByRole('button', { name: tabEn.problem.signIn }).click();
    await page.getByRole('region', { name: words.reported }).waitFor();
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['highContrast', 'en-GB', 320],
    ['light', 'cy-GB', 320],
  ])('is clean, %s, %s, at %i pixels, and scrolls in one direction only', async (theme, locale, width) => {
    const page = await openRecord({ theme, locale }, width);
    const here = locale === 'cy-GB' ? teamRecordCy : words;
    await page.getByRole('region', { name: here.done.heading }).waitFor();
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/record-${theme}-${locale}-${width}.png`, fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamCy } from '../../../../src/words/team.cy.ts';
import { teamEn as words } from '../../../../src/words/team.en.ts';
import { teamRecordEn } from '../../../../src/words/team-record.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages } from './open-team.ts';

const pages = teamPages();
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });

// BEH-5.1-1
describe('“My team”', () => {
  it('has an entry with what waits for whoever leads a team, and none for anybody else', async () => {
    const theirs = await pages.open({ sub: '' });
    await theirs.getByRole('tab', { name: tabEn.nav.teamWaiting(2), exact: true }).click();
    await theirs.getByRole('heading', { level: 1, name: words.heading }).waitFor();

    const nobodys = await pages.open({ team: 'none', sub: 'team' });
    await nobodys.getByText(tabEn.notOpen).waitFor();
    expect(await nobodys.getByRole('tab', { name: tabEn.nav.team }).count()).toBe(0);
    expect((await fakeOf(nobodys)).calls).not.toContain('teamList');
  });

  it('shows what waits, the soonest due first as the service gives it, and nothing of what was reported', async () => {
    const page = await pages.open();
    await page.getByRole('heading', { level: 2, name: words.waiting(2) }).waitFor();
    const cards = page.getByRole('article');
    await expect.poll(() => cards.count()).toBe(3);
    await cards.nth(0).getByText(words.asks.answer).waitFor();
    await cards
      .nth(0)
      .getByText(/By \d\d:\d\d (today|tomorrow) \(9[45] minutes left\)/)
      .waitFor();
    await cards.nth(1).getByText(words.inPlaceOf('Siân Morlais')).waitFor();
    await cards
      .nth(1)
      .getByText(/Overdue since/)
      .waitFor();
    const resting = page.getByRole('region', { name: words.resting });
    await resting.getByText(words.asks.reporter).waitFor();
    for (const card of await cards.all()) {
      await expect
        .poll(() => card.getByText('Reported by', { exact: false }).innerText())
        .toMatch(/^Reported by .+, \d/);
    }
    expect(await page.getByRole('main').innerText()).not.toContain('shouted');
  });

  it('opens a report and comes back', async () => {
    const page = await pages.open();
    await page.getByRole('button', { name: words.open('UB-2026-000200') }).click();
    await page.getByRole('heading', { level: 2, name: teamRecordEn.reported }).waitFor();
    expect(await page.evaluate('location.hash')).toBe('#team/1123456789ABCDEFGHJKMNPQRS');
    await page.getByRole('button', { name: teamRecordEn.back }).click();
    await page.getByRole('heading', { level: 1, name: words.heading }).waitFor();
  });

  it('shows what was answered, and older ones when asked', async () => {
    const page = await pages.open();
    const answered = page.getByRole('region', { name: words.answered });
    await answered.getByRole('button', { name: 'UB-2026-00010' }).waitFor();
    await answered.getByRole('button', { name: words.more }).click();
    await answered.getByRole('button', { name: words.more }).waitFor({ state: 'detached' });
  });

  it('says that there is nothing, and what will come', async () => {
    const page = await pages.open({ team: 'empty' });
    await page.getByRole('heading', { level: 2, name: words.nothing }).waitFor();
    await page.getByText(words.nothingHint).waitFor();
    await page.getByText(words.answeredNone).waitFor();
    expect(await page.getByRole('tab', { name: tabEn.nav.team, exact: true }).count()).toBe(1);
  });

  it('finds a report by its number, and says alike that there is none and that it is not theirs', async () => {
    const page = await pages.open();
    const field = page.getByLabel(words.find.label);
    await field.fill('UB-2026-999999');
    await page.getByRole('button', { name: words.find.button }).click();
    await page.getByText(words.find.none).waitFor();
    const { team } = await fakeOf(page);
    await field.fill(team.reference);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: team.reference }).waitFor();
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
    ['server', tabEn.problem.server],
  ])('says when it could not be read (%s), and reads again when asked', async (code, sentence) => {
    const page = await pages.open(faults({ teamList: [code] }));
    await page.getByText(sentence).waitFor();
    await page.getByRole('button', { name: tabEn.tryAgain, exact: true }).click();
    await page.getByRole('heading', { level: 2, name: words.waiting(2) }).waitFor();
  });

  it('asks to sign in, and reads again after it', async () => {
    const page = await pages.open(faults({ teamList: ['signInRequired'] }));
    await page.getByRole('button', { name: tabEn.problem.signIn }).click();
    await page.getByRole('heading', { level: 2, name: words.waiting(2) }).waitFor();
    expect((await fakeOf(page)).signIns).toBe(1);
  });

  it('keeps what is shown when reading it again fails', async () => {
    const page = await pages.open();
    await page.getByRole('article').first().waitFor();
    await page.evaluate("globalThis.fake.faults.teamList = ['offline']");
    await page.getByRole('button', { name: tabEn.refresh }).click();
    await page.getByText(tabEn.problem.offline).waitFor();
    await expect.poll(() => page.getByRole('article').count()).toBe(3);
  });

  it('says on the first screen that it is not known whether the person has it', async () => {
    const page = await pages.open({ sub: '', ...faults({ teamSummary: ['server'] }) });
    await page.getByText(tabEn.listsUnknown, { exact: false }).waitFor();
    await page.getByRole('button', { name: tabEn.tryAgain, exact: true }).click();
    await page.getByRole('tab', { name: tabEn.nav.teamWaiting(2) }).waitFor();
  });

  it('leads with the keyboard alone from the entry into a report', async () => {
    const page = await pages.open();
    const first = page.getByRole('article').first().getByRole('button');
    await first.waitFor();
    await page.getByRole('tab', { name: tabEn.nav.teamWaiting(2) }).focus();
    for (let presses = 0; presses < 12; presses += 1) {
      if (await first.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: teamRecordEn.reported }).waitFor();
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['highContrast', 'en-GB', 320],
    ['light', 'cy-GB', 320],
  ])('is clean, %s, %s, at %i pixels, and scrolls in one direction only', async (theme, locale, width) => {
    const page = await pages.open({ theme, locale }, width);
    const here = locale === 'cy-GB' ? teamCy : words;
    await page.getByRole('heading', { level: 2, name: here.waiting(2) }).waitFor();
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/team-${theme}-${locale}-${width}.png`, fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entryRefusalsCy } from '../../../src/words/entry-refusals.cy.ts';
import { entryRefusalsEn } from '../../../src/words/entry-refusals.en.ts';
import { incidentAccountCy } from '../../../src/words/incident-account.cy.ts';
import { incidentAccountEn as words } from '../../../src/words/incident-account.en.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import { termsEn } from '../../../src/words/terms.en.ts';
import { axeFaults } from '../../browser/axe.ts';
import type { FakeTab } from './fake-wiring.ts';
import { covered } from './opened-account.ts';
import { type RunningTab, startTab } from './running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const errors: string[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

async function openIncident(account: string, query: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => {
    // What the stand-in server does not have is no error of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  open.push(page);
  const given = new URLSearchParams({ sub: 'incident/default/1', account, ...query });
  await page.goto(`${tab.origin}/tab.html?${given}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('A report from the tab, as Security opens it', () => {
  it('shows the call record, the people and the course in order, and covers what was said (ANX, COM-3b-6)', async () => {
    const page = await openIncident('abusive');
    for (const text of ['4711', 'Room 3', 'Mr Grey', 'A visitor (Witness)', 'https://evil.example/']) {
      await page.getByText(text, { exact: true }).first().waitFor();
    }
    expect(await page.getByRole('link', { name: /evil/ }).count()).toBe(0);
    await page.getByText(words.callEnders.me, { exact: true }).waitFor();
    const course = page.getByRole('region', { name: words.course });
    const lines = await course.getByRole('listitem').allInnerTexts();
    expect(lines.map((line) => line.split('\n').at(-1))).toEqual([
      'He asked for the minister.',
      expect.stringMatching(/^Step ticked: /),
      'Traffic behind him.',
    ]);
    expect(lines[1]).not.toContain('warn\n');
    const html = await page.content();
    for (const secret of Object.values(covered)) expect(html).not.toContain(secret);
    await button(page, words.show(words.fields['account.verbatim'])).click();
    await page.getByText(covered.verbatim).waitFor();
    await button(page, words.hide(words.fields['account.verbatim'])).click();
    expect(await page.content()).not.toContain(covered.verbatim);
  });

  it('shows no data on health in Security’s register (BEH-13.1-1)', async () => {
    const page = await openIncident('abusive');
    await page.getByText(words.health, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: new RegExp(`^${words.amendments.show}`) }).click();
    await page.getByText('He called me names.').waitFor();
    expect(await page.content()).not.toContain('SECRETINJURY');
  });

  it('names what was amended, and keeps every old value behind one press (BEH-14.1-1)', async () => {
    const page = await openIncident('abusive');
    await page.getByText(new RegExp(`^${words.amended}: `)).waitFor();
    const section = page.getByRole('region', { name: words.amendments.heading });
    await section.getByText('I remembered more.').waitFor();
    expect(await section.getByText(covered.old).count()).toBe(0);
    await section.getByRole('button', { name: new RegExp(`^${words.amendments.show}`) }).click();
    await section.getByText(covered.old).waitFor();
    await expect.poll(() => section.getByText(words.nothing, { exact: true }).count()).toBeGreaterThan(0);
    await expect.poll(() => section.getByText(words.no, { exact: true }).count()).toBe(1);
  });

  it.each([
    ['bomb', ['Third floor', words.groups.bomb]],
    ['welfare', ['Railway station', words.groups.welfare, 'She is at the station.']],
    ['visitor', ['He shouted last time.', words.groups.visitor]],
  ])('shows what belongs to a %s, and nothing that is not there', async (name, texts) => {
    const page = await openIncident(name);
    for (const text of texts) await page.getByText(text, { exact: true }).first().waitFor();
    expect(await page.content()).not.toContain(covered.exact);
    const groups = await page.getByRole('region').allInnerTexts();
    const isWelfare = name === 'welfare';
    expect(groups.some((each) => each.startsWith(words.groups.conduct))).toBe(name === 'bomb');
    if (isWelfare)
      expect((await page.innerText('main')).toLowerCase()).not.toMatch(/abuser|offender|perpetrator|commit/);
  });

  it('saves a copy through the service, byte for byte, and says so (B-EVD-2)', async () => {
    const page = await openIncident('abusive');
    const download = page.waitForEvent('download');
    await button(page, words.files.save).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^UB-\d{4}-\d{6} original\.eml$/);
    expect(await readFile(await file.path(), 'utf8')).toBe('From: someone');
    await page.getByText(words.files.saved).waitFor();
    expect((await fakeOf(page)).calls).toContain('copy');
    await page.getByText('message.mp3').waitFor();
    await page.getByText(words.files.announced).waitFor();
  });

  it('joins it to another report, after the number has been looked at (BEH-8.14-1)', async () => {
    const page = await openIncident('abusive');
    await button(page, words.join.open('UB-2026-000777')).waitFor();
    await button(page, words.join.start).press('Enter');
    const box = page.getByLabel(words.join.label);
    await box.fill('123');
    await button(page, words.join.confirm).click();
    await page.getByText(words.join.wrong).waitFor();
    await box.fill('ub-2026-000888');
    await box.press('Enter');
    await page.getByText(words.join.asked).waitFor();
    expect((await fakeOf(page)).calls).toEqual(expect.arrayContaining(['join', 'UB-2026-000888']));
    await button(page, words.join.open('UB-2026-000777')).click();
    await page.waitForURL(/.*/);
    expect((await fakeOf(page)).calls.filter((call) => call === 'open').length).toBeGreaterThan(1);
  });

  it('keeps the reason for a withdrawal when it could not be written', async () => {
    const page = await openIncident('abusive', { faults: JSON.stringify({ withdraw: ['throttled'] }) });
    await button(page, words.withdraw.start).click();
    await button(page, words.withdraw.confirm).click();
    await page.getByText(words.withdraw.empty).waitFor();
    const box = page.getByLabel(words.withdraw.label);
    await box.fill('Entered twice.');
    await button(page, words.withdraw.confirm).click();
    await page.getByText(tabEn.problem.throttled(10)).waitFor();
    await expect.poll(() => box.inputValue()).toBe('Entered twice.');
    await button(page, words.withdraw.confirm).click();
    await page.getByText(words.withdraw.asked).waitFor();
    expect((await fakeOf(page)).calls).toContain('Entered twice.');
  });

  it('names whom the manager still has to tell (COM-3c-1)', async () => {
    const page = await openIncident('abusive');
    const duties = page.getByRole('region', { name: words.duties.heading });
    await duties.getByText(new RegExp(termsEn.roles.helpDesk)).waitFor();
    await duties.getByText(words.duties.states.open).waitFor();
  });

  it.each([
    ['en-GB', 'light', 1200],
    ['cy-GB', 'dark', 320],
    ['cy-GB', 'highContrast', 1200],
    ['en-GB', 'dark', 320],
  ])(
    'has nothing that axe objects to in %s, %s, %i pixels wide, with everything uncovered',
    async (locale, theme, width) => {
      const page = await openIncident('abusive', { locale, theme }, width);
      const own = locale.startsWith('cy') ? incidentAccountCy : words;
      await page.getByText(own.groups.call, { exact: true }).waitFor();
      await button(page, own.show(own.fields['account.verbatim'])).click();
      await page.getByRole('button', { name: new RegExp(`^${own.amendments.show}`) }).click();
      await button(page, own.join.start).click();
      expect(await axeFaults(page, { include: 'main' })).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/${locale}-${theme}-${width}.png`, fullPage: true });
      }
    },
  );
});

describe('Own reports', () => {
  it.each([
    ['en-GB', entryRefusalsEn],
    ['cy-GB', entryRefusalsCy],
  ])('say in %s what was not taken, why, and what to do instead (BEH-14.1-1, T16)', async (locale, refusals) => {
    const page = await openIncident('abusive', { sub: 'mine', mine: 'refused', locale });
    await page.getByText(refusals.amendment.reasons.otherRegister).waitFor();
    await page.getByText(refusals.amendment.managerOut).waitFor();
    await page.getByText(refusals.withdrawal.reasons.acknowledged).waitFor();
    expect(await axeFaults(page, { include: 'main' })).toEqual([]);
  });
});

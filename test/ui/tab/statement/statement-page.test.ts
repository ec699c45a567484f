import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatDateTime } from '../../../../src/ui/shared/format-date.ts';
import { statementCy } from '../../../../src/words/statement.cy.ts';
import { statementEn } from '../../../../src/words/statement.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { otherWords } from '../fake-statement.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const errors: string[] = [];
const sub = 'statement/0123456789ABCDEFGHJKMNPQRS/s1';
const signedBy = (name: string) => statementEn.signed(name, formatDateTime('2026-11-11T09:30:00.000Z', 'en'));

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

async function openStatement(kind: string, more: Record<string, string> = {}, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  // The test's own server has no icon.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams({ statement: kind, sub, ...more })}`);
  // The first screen is shown until the host has said where the link leads.
  await page.waitForFunction(`location.hash === '#${sub}'`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').getByRole('progressbar').first().waitFor({ state: 'detached' });
  return page;
}

const callsOf = async (page: Page) => ((await page.evaluate('globalThis.fake')) as FakeTab).calls;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, name: string = statementEn.labels.witness) => page.getByRole('textbox', { name });
const focused = (page: Page) => page.evaluate('document.activeElement.textContent') as Promise<string>;

async function write(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await button(page, statementEn.toSign).click();
  await page.getByRole('heading', { name: statementEn.confirmHeading }).waitFor();
}

describe('The page of a statement (BEH-8.5-1)', () => {
  it('is written, read through and signed with the keyboard alone, and only added to after that', async () => {
    const page = await openStatement('witness');
    await box(page).focus();
    await page.keyboard.type('I saw him at the door.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe(statementEn.confirmHeading);
    await page.getByText(statementEn.confirm('Tom Hathersedge')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(statementEn.thanks).waitFor();
    await expect.poll(() => focused(page)).toBe(signedBy('Tom Hathersedge'));
    await expect.poll(() => page.getByRole('main').innerText()).toContain('I saw him at the door.');
    await expect.poll(() => box(page).count()).toBe(0);

    await box(page, statementEn.addLabel).fill('He had a bag.');
    await button(page, statementEn.add).click();
    await page.getByText(statementEn.added).waitFor();
    await page.getByRole('heading', { name: statementEn.addedLater }).waitFor();
    await expect.poll(() => box(page, statementEn.addLabel).inputValue()).toBe('');
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("fake-texts"))')).toEqual([]);
  });

  it.each([
    ['witness', statementEn.because.witness, statementEn.hints.witness, statementEn.labels.witness],
    ['firstAider', statementEn.because.firstAider, statementEn.hints.firstAider, statementEn.labels.firstAider],
    ['victim', statementEn.because.victim, statementEn.hints.victim, statementEn.labels.victim],
    ['outsider', statementEn.becauseOutsider('Ifan Pryce'), statementEn.hintsOutsider, statementEn.labelOutsider],
  ])('says what is asked, why and by whom: %s', async (kind, because, hints, label) => {
    const page = await openStatement(kind);
    const shown = await page.getByRole('main').innerText();
    for (const text of [because, statementEn.why, ...hints, 'UB-2026-000120']) expect(shown).toContain(text);
    expect(shown.includes(statementEn.asked('Morlais Dee'))).toBe(kind !== 'outsider');
    await expect.poll(() => box(page, label).count()).toBe(1);
  });

  it('stands under the name of whoever wrote it down, where the words are an outsider’s', async () => {
    const page = await openStatement('outsider');
    await box(page, statementEn.labelOutsider).fill('I saw nothing.');
    await button(page, statementEn.toSign).click();
    await page.getByText(statementEn.confirmOutsider('Ifan Pryce')).waitFor();
    await button(page, statementEn.sign).click();
    await page.getByRole('heading', { name: signedBy('Morlais Dee') }).waitFor();
  });

  it('can go on after it was read through, and signs nothing by that', async () => {
    const page = await openStatement('witness');
    await button(page, statementEn.toSign).click();
    await page.getByText(statementEn.missing).waitFor();
    await write(page, 'I saw');
    await button(page, statementEn.goOn).click();
    await expect.poll(() => box(page).inputValue()).toBe('I saw');
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await callsOf(page)).not.toContain('signStatement');
  });

  it('keeps what was written on the device, through a reload and through going elsewhere (X-OFF-1)', async () => {
    const page = await openStatement('witness');
    await box(page).fill('I saw him');
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('I saw him');
    await page.getByRole('tab', { name: tabEn.nav.mine }).click();
    await page.goBack();
    await expect.poll(() => box(page).inputValue()).toBe('I saw him');
  });

  it('says so where the device keeps nothing', async () => {
    const page = await openStatement('witness', { broken: '' });
    await box(page).fill('I saw him');
    await page.getByText(statementEn.unsaved).waitFor();
  });

  it('is not there for anybody else', async () => {
    const page = await openStatement('notFound');
    await page.getByRole('heading', { level: 1, name: statementEn.notThere }).waitFor();
    await page.getByText(statementEn.notThereWhy).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('main').innerText()).not.toMatch(/UB-\d{4}|Morlais/);
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
    ['server', tabEn.problem.server],
  ])('opens after a failure when asked again: %s', async (code, text) => {
    const page = await openStatement('witness', { faults: JSON.stringify({ statement: [code] }) });
    await page.getByText(text).waitFor();
    await button(page, tabEn.tryAgain).click();
    await box(page).waitFor();
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['timeout', tabEn.problem.timeout],
    ['throttled', tabEn.problem.throttled(10)],
  ])('is still there when signing fails, and is signed when asked again: %s', async (code, text) => {
    const page = await openStatement('witness', { faults: JSON.stringify({ signStatement: [code] }) });
    await write(page, 'I saw him.');
    await button(page, statementEn.sign).click();
    await page.getByText(`${statementEn.unsure} ${text}`).waitFor();
    await page.getByText('I saw him.').waitFor();
    await button(page, tabEn.tryAgain).click();
    await page.getByText(statementEn.thanks).waitFor();
  });

  it('asks whoever is not signed in to sign in, and signs then', async () => {
    const page = await openStatement('witness', { faults: JSON.stringify({ signStatement: ['signInRequired'] }) });
    await write(page, 'I saw him.');
    await button(page, statementEn.sign).click();
    await button(page, tabEn.problem.signIn).click();
    await page.getByText(statementEn.thanks).waitFor();
  });

  it('says that it was signed from another device, and offers what was written here to be added', async () => {
    const page = await openStatement('otherDevice');
    await write(page, 'I saw his face.');
    await button(page, statementEn.sign).click();
    await page.getByText(statementEn.refusals.alreadySigned).waitFor();
    await page.getByText(otherWords).waitFor();
    await expect.poll(() => box(page, statementEn.addLabel).inputValue()).toBe('I saw his face.');
    await button(page, statementEn.add).click();
    await page.getByText(statementEn.added).waitFor();
    await expect.poll(() => page.getByText(statementEn.refusals.alreadySigned).count()).toBe(0);
  });

  it('takes its own signature for done where only the answer was lost (X-IDEM-1)', async () => {
    const page = await openStatement('lostAnswer', { faults: JSON.stringify({ signStatement: ['timeout'] }) });
    await write(page, 'I saw his face.');
    await button(page, statementEn.sign).click();
    await button(page, tabEn.tryAgain).click();
    await page.getByText(statementEn.thanks).waitFor();
    await expect.poll(() => page.getByText(statementEn.refusals.alreadySigned).count()).toBe(0);
    await expect.poll(() => box(page, statementEn.addLabel).inputValue()).toBe('');
  });

  it('says that the report has ended, and keeps what was written', async () => {
    const page = await openStatement('ended');
    await write(page, 'I saw him.');
    await button(page, statementEn.sign).click();
    await page.getByText(statementEn.refusals.movedOn).waitFor();
    await button(page, statementEn.goOn).click();
    await expect.poll(() => box(page).inputValue()).toBe('I saw him.');
  });

  it('adds once where only the answer to it was lost, and keeps what could not be added', async () => {
    const page = await openStatement('signed', { faults: JSON.stringify({ addToStatement: ['offline'] }) });
    await box(page, statementEn.addLabel).fill('He had a bag.');
    await button(page, statementEn.add).click();
    await page.getByText(`${statementEn.addUnsure} ${tabEn.problem.offline}`).waitFor();
    await expect.poll(() => box(page, statementEn.addLabel).inputValue()).toBe('He had a bag.');
    await button(page, tabEn.tryAgain).click();
    await page.getByText(statementEn.added).waitFor();
    await box(page, statementEn.addLabel).fill('He had a bag.');
    await button(page, statementEn.add).click();
    await page.getByText(statementEn.added).waitFor();
    await expect.poll(() => page.getByText('He had a bag.').count()).toBe(1);
  });

  it('says that it is no longer needed, and takes it all the same', async () => {
    const page = await openStatement('waived');
    await page.getByText(statementEn.waived).waitFor();
    await write(page, 'I saw him.');
    await button(page, statementEn.sign).click();
    await page.getByText(statementEn.thanks).waitFor();
  });

  it.each(
    ['light', 'dark', 'highContrast'].flatMap((theme) =>
      ['firstAider', 'signed', 'notFound', 'confirm'].map((kind) => [theme, kind]),
    ),
  )('is accessible: %s "%s"', async (theme = '', kind = '') => {
    const page = await openStatement(kind === 'confirm' ? 'witness' : kind, { theme });
    if (kind === 'confirm') await write(page, 'I saw him.');
    await page.getByText(tabEn.loading).first().waitFor({ state: 'detached' });
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each(['firstAider', 'signed', 'notFound'])('fits into 320 pixels in Welsh: "%s"', async (kind) => {
    const page = await openStatement(kind, { locale: 'cy-GB' }, 320);
    const heading = kind === 'notFound' ? statementCy.notThere : statementCy.heading;
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

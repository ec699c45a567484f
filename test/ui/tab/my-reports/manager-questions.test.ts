import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatDateTime } from '../../../../src/ui/shared/format-date.ts';
import { entryRefusalsEn } from '../../../../src/words/entry-refusals.en.ts';
import { questionCy } from '../../../../src/words/question.cy.ts';
import { questionEn } from '../../../../src/words/question.en.ts';
import { startEn } from '../../../../src/words/start.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { askedSubmission } from '../asked-submission.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const errors: string[] = [];
const { report, reference } = askedSubmission('asked');
const { submissionId } = report;
const asker = 'Morlais Dee';

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

async function openTab(query: Record<string, string>, width = 1200): Promise<Page> {
  const context = await tab.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  // The test's own server has no icon.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(query)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const mine = (kind: string, more: Record<string, string> = {}) => openTab({ mine: kind, sub: 'mine', ...more });
const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const question = (page: Page) => page.getByRole('region', { name: questionEn.heading(asker) });
const box = (page: Page) => page.getByRole('textbox', { name: questionEn.label });
const send = (page: Page) => page.getByRole('button', { name: questionEn.send, exact: true });

describe('A question of the manager under “My reports” (T5)', () => {
  it('is shown with who asks, and answered with the keyboard alone', async () => {
    const page = await mine('asked');
    await question(page).getByText('What did he say he would do?').waitFor();
    await box(page).focus();
    await page.keyboard.type('He said he would come here.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(questionEn.arrived).waitFor();
    expect((await fakeOf(page)).handed.answers).toEqual([
      { submissionId, questionId: 'q1', text: 'He said he would come here.' },
    ]);
    // The box is gone; the focus stays where the answer now stands.
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(questionEn.heading(asker));
    await question(page).getByText('He said he would come here.').waitFor();
    await expect.poll(() => box(page).count()).toBe(0);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("fake-texts"))')).toEqual([]);
  });

  it('says what is missing where nothing is written, and sends nothing', async () => {
    const page = await mine('asked');
    await send(page).click();
    await page.getByText(questionEn.missing).waitFor();
    await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await fakeOf(page)).handed.answers).toEqual([]);
  });

  it('keeps what was written through a reload, and through going elsewhere (X-OFF-1)', async () => {
    const page = await mine('asked');
    await box(page).fill('I think he');
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('I think he');
    await page.getByRole('tab', { name: tabEn.nav.guidance }).click();
    await page.getByRole('tab', { name: tabEn.nav.mine }).click();
    await expect.poll(() => box(page).inputValue()).toBe('I think he');
  });

  it('is answered with no network: the answer is kept, and it is said so', async () => {
    const page = await mine('asked', { offline: '' });
    await box(page).fill('He gave no name.');
    await send(page).click();
    await page.getByText(questionEn.waits).waitFor();
    await question(page).getByText('He gave no name.').waitFor();
  });

  it('says so where the device keeps nothing', async () => {
    const page = await mine('asked', { broken: '' });
    await box(page).fill('He gave');
    await page.getByText(questionEn.unsaved).waitFor();
  });

  it('keeps what was written when the device does not take the answer', async () => {
    const page = await mine('asked', { faults: JSON.stringify({ answer: ['server'] }) });
    await box(page).fill('He gave no name.');
    await send(page).click();
    await page.getByText(questionEn.failed).waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('He gave no name.');
    await send(page).click();
    await page.getByText(questionEn.arrived).waitFor();
  });

  it('can still be answered after the report went on', async () => {
    const page = await mine('late');
    await page.getByText(questionEn.late).waitFor();
    await expect.poll(() => box(page).count()).toBe(1);
  });

  it.each([
    ['stored', [questionEn.arrived, 'He said he would come to the office.']],
    ['answered', [questionEn.answered(formatDateTime('2026-11-10T11:20:00.000Z', 'en')), questionEn.youWrote]],
    ['noted', [questionEn.noted]],
    ['ended', [questionEn.ended]],
  ])('shows what became of it, and no box: %s', async (kind, texts) => {
    const page = await mine(kind);
    for (const text of texts) await question(page).getByText(text).waitFor();
    await expect.poll(() => box(page).count()).toBe(0);
  });

  it('says why an answer from another device was not taken, and gives back what was written', async () => {
    const page = await mine('otherDevice');
    const { alreadyAnswered } = entryRefusalsEn.answer.reasons;
    const news = page.getByText(alreadyAnswered);
    await news.waitFor();
    await expect.poll(() => news.innerText()).toContain('I did not know the voice.');
  });

  it('waits on the first screen, without a word of it, and one press leads there', async () => {
    const page = await openTab({ mine: 'asked' });
    const panel = page.getByRole('region', { name: startEn.questions.heading });
    await panel.waitFor();
    await expect.poll(() => panel.innerText()).toContain(startEn.questions.asks(asker, reference ?? ''));
    expect(await panel.innerText()).not.toContain('What did he say');
    await panel.getByRole('button').click();
    await question(page).waitFor();
    expect(await page.evaluate('location.hash')).toBe(`#mine/${submissionId}`);
  });

  it.each(['answered', 'late', 'ended', 'stored'])('does not wait on the first screen: %s', async (kind) => {
    const page = await openTab({ mine: kind });
    await expect.poll(async () => (await fakeOf(page)).calls).toContain('list');
    await page.waitForTimeout(200);
    expect(await page.getByText(startEn.questions.heading).count()).toBe(0);
  });

  it('leaves the first screen as it is where it cannot be found out', async () => {
    const page = await openTab({ mine: 'asked', faults: JSON.stringify({ list: ['offline'] }) });
    await expect.poll(async () => (await fakeOf(page)).calls).toContain('list');
    await page.getByRole('heading', { name: startEn.calls.heading }).waitFor();
    await expect.poll(() => page.getByText(startEn.questions.heading).count()).toBe(0);
  });

  it.each(['light', 'dark', 'highContrast'].flatMap((theme) => ['asked', 'answered', ''].map((kind) => [theme, kind])))(
    'is accessible: %s "%s"',
    async (theme = '', kind = '') => {
      const page = await openTab(kind ? { mine: kind, sub: 'mine', theme } : { mine: 'asked', theme });
      await page.getByText(kind ? questionEn.heading(asker) : startEn.questions.heading).waitFor();
      expect(await axeFaults(page)).toEqual([]);
    },
  );

  it.each(['asked', ''])('fits into 320 pixels in Welsh: "%s"', async (kind) => {
    const page = await openTab({ mine: 'asked', locale: 'cy-GB', ...(kind ? { sub: 'mine' } : {}) }, 320);
    if (kind) await page.getByText(questionCy.heading(asker)).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

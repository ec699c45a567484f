import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardEn } from '../../../../src/words/card.en.ts';
import { cardActionsCy } from '../../../../src/words/card-actions.cy.ts';
import { cardActionsEn as actions } from '../../../../src/words/card-actions.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamEn } from '../../../../src/words/team.en.ts';
import { teamRecordEn as words } from '../../../../src/words/team-record.en.ts';
import { termsEn } from '../../../../src/words/terms.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages, waitingId } from './open-team.ts';

const pages = teamPages();
const openRecord = (query: Record<string, string> = {}, width?: number) =>
  pages.open({ sub: `team/${waitingId}`, ...query }, width);
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const status = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const answersOf = async (page: Page) => (await fakeOf(page)).team.answers;

// T5 to T8, BEH-8.2-1
describe('A manager’s answer in the tab', () => {
  it('is one comment and one press, and the next thing is read out', async () => {
    const page = await openRecord();
    await page.getByLabel(cardEn.commentLabel).fill('I have spoken to her.');
    await press(page, cardEn.forward);
    await status(page, words.said.forwardToSecurity);
    expect(await answersOf(page)).toEqual([{ verb: 'forwardToSecurity', text: 'I have spoken to her.' }]);
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("role")')).toBe('status');
    const done = page.getByRole('region', { name: words.done.heading });
    await done.getByText('I have spoken to her.').waitFor();
    await expect.poll(() => page.getByLabel(cardEn.commentLabel).count()).toBe(0);
    // The header counts one less.
    await page.getByRole('tab', { name: tabEn.nav.teamWaiting(1), exact: true }).waitFor();
  });

  it('says beside the field what is missing, and sends nothing', async () => {
    const page = await openRecord();
    await press(page, cardEn.forward);
    await page.getByText(cardEn.commentError).waitFor();
    await page.getByLabel(cardEn.commentLabel).fill('x'.repeat(2_001));
    await press(page, cardEn.forward);
    await page.getByText(cardEn.commentError).waitFor();
    expect(await answersOf(page)).toEqual([]);
  });

  it('offers what the service says is open, and nothing else', async () => {
    const page = await openRecord();
    const { team } = await fakeOf(page);
    await page.getByLabel(cardEn.commentLabel).waitFor();
    for (const [verb, title] of Object.entries(actions.titles)) {
      const isOffered = team.verbs.includes(verb as never) && verb !== 'planMeeting';
      await expect
        .poll(() => page.getByRole('button', { name: title, exact: true }).count(), { message: verb })
        .toBe(isOffered ? 1 : 0);
    }
    // The fake report is of 10 November: its five working days may be over.
    await page
      .getByRole('button', { name: actions.titles.planMeeting })
      .or(page.getByText(actions.meetingOver))
      .waitFor();
  });

  it.each<[keyof typeof actions.send, string, string, object]>([
    ['askReporter', actions.inputs.question, 'Who was it?', { text: 'Who was it?' }],
    ['keepLocal', actions.inputs.reason, 'Settled.', { reason: 'Settled.' }],
    ['noteAnswer', actions.inputs.answer, 'A man of forty', { text: 'A man of forty' }],
    ['closeLocal', actions.inputs.closingReason, '', { reason: '' }],
    ['requestGuards', actions.inputs.guardsNote, '', { note: '' }],
    ['requestPolice', actions.inputs.policeNote, 'Tuesday, main door', { note: 'Tuesday, main door' }],
  ])('opens %s below its button and sends what it asks for', async (verb, label, text, sent) => {
    const page = await openRecord({ also: 'keepLocal,noteAnswer,closeLocal' });
    const button = page.getByRole('button', { name: actions.titles[verb], exact: true });
    await button.click();
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
    await page.getByLabel(label).fill(text);
    await page
      .getByRole('form', { name: actions.titles[verb] })
      .getByRole('button', { name: actions.send[verb] })
      .click();
    await status(page, words.said[verb]);
    expect(await answersOf(page)).toEqual([{ verb, ...sent }]);
  });

  it('raises the severity by a choice and a reason', async () => {
    const page = await openRecord();
    await press(page, actions.titles.raiseSeverity);
    await press(page, actions.send.raiseSeverity);
    await page.getByText(actions.errors.severity).waitFor();
    await page.getByRole('radio', { name: termsEn.severities.critical }).check();
    await page.getByLabel(actions.inputs.severityReason).fill('He came back.');
    await press(page, actions.send.raiseSeverity);
    await status(page, words.said.raiseSeverity);
    expect(await answersOf(page)).toEqual([{ verb: 'raiseSeverity', to: 'critical', reason: 'He came back.' }]);
  });

  it('plans a meeting with a day, what makes it safe, and the word that it is', async () => {
    const page = await openRecord({ meeting: '1' });
    await press(page, actions.titles.planMeeting);
    await press(page, actions.send.planMeeting);
    await page.getByText(actions.errors.meetingOn).waitFor();
    const day = (await fakeOf(page)).team.lastMeetingDay;
    await page.getByLabel(actions.inputs.meetingOn).fill(day);
    await page.getByLabel(actions.inputs.meetingMeasures).fill('At reception, with a guard.');
    await page.getByRole('checkbox', { name: actions.inputs.meetingIsSafe }).check();
    await press(page, actions.send.planMeeting);
    await status(page, words.said.planMeeting);
    expect(await answersOf(page)).toEqual([
      { verb: 'planMeeting', on: day, isSafe: true, measures: 'At reception, with a guard.' },
    ]);
  });

  it('is one tap where nothing needs to be said', async () => {
    const page = await openRecord();
    await press(page, actions.titles.customerSpoken);
    await status(page, words.said.customerSpoken);
    expect(await answersOf(page)).toEqual([{ verb: 'customerSpoken' }]);
  });

  it('says why the service did not take it, keeps the words, and reads the report again', async () => {
    const page = await openRecord();
    await press(page, actions.titles.askReporter);
    await page.getByLabel(actions.inputs.question).fill('gone');
    await press(page, actions.send.askReporter);
    await status(page, cardEn.refusals.movedOn);
    await expect.poll(() => page.getByLabel(actions.inputs.question).inputValue()).toBe('gone');
    expect((await fakeOf(page)).calls.filter((name) => name === 'teamRecord')).toHaveLength(2);
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
    ['server', tabEn.problem.server],
    ['timeout', tabEn.problem.timeout],
  ])('keeps the words when sending fails (%s), and sends them at the next press', async (code, sentence) => {
    const page = await openRecord(faults({ teamAnswer: [code] }));
    await page.getByLabel(cardEn.commentLabel).fill('I have spoken to her.');
    await press(page, cardEn.forward);
    await page.getByRole('alert').getByText(sentence).waitFor();
    await expect.poll(() => page.getByLabel(cardEn.commentLabel).inputValue()).toBe('I have spoken to her.');
    await press(page, cardEn.forward);
    await status(page, words.said.forwardToSecurity);
    expect(await answersOf(page)).toHaveLength(1);
  });

  it('shows nothing more when the report is no longer theirs', async () => {
    const page = await openRecord();
    await page.getByLabel(cardEn.commentLabel).fill('Too late.');
    await page.evaluate(
      "Object.assign(globalThis.fake.faults, { teamAnswer: ['notFound'], teamRecord: ['notFound'] })",
    );
    await press(page, cardEn.forward);
    await page.getByText(words.notThere).waitFor();
    await expect.poll(() => page.getByRole('region', { name: words.reported }).count()).toBe(0);
  });

  it('loses nothing that was begun when the page is left and opened again', async () => {
    const page = await openRecord();
    await page.getByLabel(cardEn.commentLabel).fill('Half a sent');
    await press(page, words.back);
    await page.getByRole('heading', { level: 1, name: teamEn.heading }).waitFor();
    await page.getByRole('button', { name: teamEn.open('UB-2026-000123') }).click();
    await page.getByRole('region', { name: words.reported }).waitFor();
    await expect.poll(() => page.getByLabel(cardEn.commentLabel).inputValue()).toBe('Half a sent');
  });

  it('is given with the keyboard alone', async () => {
    const page = await openRecord();
    await page.getByLabel(cardEn.commentLabel).focus();
    await page.keyboard.type('By keyboard.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await status(page, words.said.forwardToSecurity);
  });

  // BEH-8.5-2
  it('says what is missing in the record, and who can add it', async () => {
    const page = await openRecord();
    const whole = page.getByRole('region', { name: words.whole.heading });
    await whole.getByText(words.whole.who.comment).waitFor();
    await whole.getByText(words.whole.items.statements).waitFor();
    await expect.poll(() => whole.getByText(words.whole.present, { exact: true }).count()).toBeGreaterThan(0);
  });

  it.each([
    ['light', 'en-GB', 1200],
    ['dark', 'cy-GB', 1200],
    ['highContrast', 'en-GB', 320],
    ['light', 'cy-GB', 320],
  ])('is clean with its forms open, %s, %s, at %i pixels', async (theme, locale, width) => {
    const page = await openRecord({ theme, locale, meeting: '1' }, width);
    const here = locale === 'cy-GB' ? cardActionsCy : actions;
    for (const verb of ['raiseSeverity', 'planMeeting'] as const) {
      await press(page, here.titles[verb]);
      await press(page, here.send[verb]);
      await page.getByRole('form', { name: here.titles[verb] }).waitFor();
      const folder = process.env.PICTURES;
      if (folder) await page.screenshot({ path: `${folder}/${verb}-${theme}-${locale}-${width}.png`, fullPage: true });
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  });
});

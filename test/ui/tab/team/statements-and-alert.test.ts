import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { teamMailCy } from '../../../../src/words/team-mail.cy.ts';
import { teamMailEn } from '../../../../src/words/team-mail.en.ts';
import { teamRecordCy } from '../../../../src/words/team-record.cy.ts';
import { teamRecordEn } from '../../../../src/words/team-record.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import { fakeOf, teamPages, waitingId } from './open-team.ts';

const pages = teamPages();
const openRecord = (query: Record<string, string> = {}, width?: number) =>
  pages.open({ sub: `team/${waitingId}`, ...query }, width);
const faults = (given: Record<string, string[]>) => ({ faults: JSON.stringify(given) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const status = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const { statements: words, alert } = teamRecordEn;

// BEH-8.5-1
describe('Statements', () => {
  it('are asked of whoever the report names, in one tap, and written down by the manager where they are no colleague', async () => {
    const page = await openRecord();
    await press(page, words.ask('A passer-by'));
    await status(page, words.askedOutside('A passer-by'));
    expect((await fakeOf(page)).team.statements).toEqual([{ witness: { name: 'A passer-by' }, role: 'witness' }]);
    await press(page, words.write('A passer-by'));
    expect(await page.evaluate('location.hash')).toBe(`#statement/${waitingId}/s1`);
  });

  it('are asked of a colleague out of the directory, in the part they had', async () => {
    const page = await openRecord();
    await press(page, words.other);
    await page.getByRole('radio', { name: /aider/i }).check();
    await page.getByLabel(words.search).fill('Tom');
    await press(page, `${words.askAs.firstAider}: Tom Hathersedge`);
    await status(page, words.asked('Tom Hathersedge'));
    expect((await fakeOf(page)).team.statements).toEqual([
      { witness: { staffId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ac' }, role: 'firstAider' },
    ]);
    const section = page.getByRole('region', { name: words.heading });
    await expect.poll(() => section.getByRole('button', { name: words.write('Tom Hathersedge') }).count()).toBe(0);
  });

  it('say why nobody was asked', async () => {
    const page = await openRecord();
    await press(page, words.other);
    await page.getByLabel(words.outside).fill('Subject');
    await press(page, words.askAs.witness);
    await status(page, words.refusals.witnessNotUsable);
    await expect.poll(() => page.getByLabel(words.outside).inputValue()).toBe('Subject');
  });

  it('can be closed with a reason, and not without one', async () => {
    const page = await openRecord();
    await press(page, words.ask('A passer-by'));
    await press(page, words.waive.start);
    await press(page, words.waive.confirm);
    await page.getByText(words.refusals.reasonMissing).waitFor();
    await page.getByLabel(words.waive.label).fill('He has left the country.');
    await press(page, words.waive.confirm);
    await status(page, words.waive.asked);
    await page.getByText('He has left the country.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: words.waive.start }).count()).toBe(0);
  });

  it.each([
    ['offline', tabEn.problem.offline],
    ['throttled', tabEn.problem.throttled(10)],
  ])('keep what was typed when asking fails (%s)', async (code, sentence) => {
    const page = await openRecord(faults({ askForStatement: [code] }));
    await press(page, words.other);
    await page.getByLabel(words.outside).fill('A neighbour');
    await press(page, words.askAs.witness);
    await page.getByRole('alert').getByText(sentence).waitFor();
    await press(page, words.askAs.witness);
    await status(page, words.askedOutside('A neighbour'));
  });
});

// BEH-8.6-1
describe('The alert to the team', () => {
  it('is seen in both languages before it is sent, and sent once', async () => {
    const page = await openRecord();
    await press(page, alert.preview);
    await page.getByText(alert.refusals.measuresMissing).waitFor();
    await page.getByRole('checkbox', { name: teamMailEn.measures.notAlone }).check();
    await page.getByRole('checkbox', { name: teamMailEn.measures.callPolice }).check();
    await press(page, alert.preview);
    await page.getByText(alert.previewLead(4, 'Morlais Dee'), { exact: false }).waitFor();
    const section = page.getByRole('region', { name: alert.heading });
    await section.getByText(teamMailCy.measures.notAlone, { exact: false }).waitFor();
    await section.getByText(teamMailEn.measures.callPolice, { exact: false }).waitFor();
    expect((await fakeOf(page)).team.alerts).toEqual([]);
    await press(page, alert.send(4));
    await status(page, alert.sentTo(4));
    expect((await fakeOf(page)).team.alerts).toEqual([['callPolice', 'notAlone']]);
    await expect.poll(() => page.getByRole('button', { name: alert.preview }).count()).toBe(0);
  });

  it('can be changed after it was seen', async () => {
    const page = await openRecord();
    await page.getByRole('checkbox', { name: teamMailEn.measures.doorsShut }).check();
    await press(page, alert.preview);
    await press(page, alert.change);
    await expect.poll(() => page.getByRole('checkbox', { name: teamMailEn.measures.doorsShut }).isChecked()).toBe(true);
  });

  it('says when the preview could not be read, and when it was not sent', async () => {
    const page = await openRecord(faults({ alertPreview: ['server'], alert: ['timeout'] }));
    await page.getByRole('checkbox', { name: teamMailEn.measures.doorsShut }).check();
    await press(page, alert.preview);
    await page.getByRole('alert').getByText(tabEn.problem.server).waitFor();
    await press(page, tabEn.tryAgain);
    await press(page, alert.send(4));
    await page.getByRole('alert').getByText(tabEn.problem.timeout).waitFor();
    await press(page, alert.send(4));
    await status(page, alert.sentTo(4));
  });
});

it.each([
  ['light', 'en-GB', 1200],
  ['highContrast', 'cy-GB', 320],
])('is clean with what is asked open, %s, %s, at %i pixels', async (theme, locale, width) => {
  const page = await openRecord({ theme, locale }, width);
  const here = locale === 'cy-GB' ? teamRecordCy : teamRecordEn;
  const { measures } = locale === 'cy-GB' ? teamMailCy : teamMailEn;
  await press(page, here.statements.other);
  await page.getByLabel(here.statements.search).fill('Tom');
  await page.getByText('Tom Hathersedge').first().waitFor();
  await page.getByRole('checkbox', { name: measures.notAlone }).check();
  await press(page, here.alert.preview);
  await page.getByRole('button', { name: here.alert.send(4) }).waitFor();
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/alert-${theme}-${locale}-${width}.png`, fullPage: true });
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
});

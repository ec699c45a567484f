import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TeamRecord } from '../../src/application/ports/team.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { questionEn } from '../../src/words/question.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { statementCy } from '../../src/words/statement.cy.ts';
import { statementEn } from '../../src/words/statement.en.ts';
import { axeFaults } from '../browser/axe.ts';
import { personOf, secrets } from '../service/support/reporter.ts';
import { call } from '../service/team/caller.ts';
import { incidentOf } from './support/counts.ts';
import { mailsOf } from './support/mail.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const soon = { timeout: 60_000, interval: 500 };

beforeAll(() => under.system.control('PATCH', '/sandbox/people/manager', { preferredLanguage: 'en-GB' }));

async function openChat(persona: string): Promise<Page> {
  const page = await under.browser.page();
  await page.goto(`${under.system.origin}/teams?persona=${persona}&view=chat`);
  return page;
}

const cardIn = (page: Page, reference: string): Locator =>
  page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: reference });
const openTab = async (persona: string, language: 'en' | 'cy' = 'en', sub = '') =>
  Tab.open(await under.browser.page(), under.system, persona, {
    language,
    query: sub ? { entity: 'urddas', sub } : {},
  });
const incident = async (reference: string) => (await incidentOf(under.system, reference))?.incident;

/** Accessible as a whole, the host's frame included. */
async function isAccessible({ page }: Tab): Promise<void> {
  expect(await axeFaults(page, { exclude: 'theHost' })).toEqual([]);
}

// T5
describe('A manager who asks for more by the card', { timeout: 180_000 }, () => {
  it('is answered by the reporter in the tab; card and record follow', async () => {
    const { reference } = await reported(under.system);
    const chat = await openChat('manager');
    const card = cardIn(chat, reference);
    const { titles, inputs, send } = cardActionsEn;
    await card.getByRole('button', { name: titles.askReporter }).click();
    await card.getByRole('textbox', { name: inputs.question }).fill('Which line was it?');
    await card.getByRole('button', { name: send.askReporter }).click();
    await expect.poll(async () => (await incident(reference))?.state, soon).toBe('infoRequested');

    const { displayName } = await personOf(under.system, 'manager');
    const tab = await openTab('reporter');
    const panel = tab.frame.getByRole('region', { name: startEn.questions.heading });
    await panel.getByRole('button', { name: startEn.questions.answerTo(displayName, reference) }).press('Enter');
    const question = tab.frame.getByRole('region', { name: questionEn.heading(displayName) });
    await question.getByText('Which line was it?').waitFor();
    await isAccessible(tab);

    // No network, and the page is loaded anew: what was written is still there.
    const box = question.getByRole('textbox', { name: questionEn.label });
    await box.fill('The second line.');
    await tab.page.reload();
    await tab.openMine();
    await expect.poll(() => box.inputValue()).toBe('The second line.');
    under.browser.allowsRefusedRequests = true;
    await tab.page.context().setOffline(true);
    await question.getByRole('button', { name: questionEn.send, exact: true }).click();
    await question.getByText(questionEn.waits).waitFor();
    expect((await incident(reference))?.state).toBe('infoRequested');
    await tab.page.context().setOffline(false);
    await question.getByText(questionEn.youWrote).waitFor();

    await expect.poll(async () => (await incident(reference))?.state, soon).toBe('managerReview');
    const answered = (await incident(reference))?.questions ?? [];
    expect(answered.map(({ answer }) => answer?.text)).toEqual(['The second line.']);
    await expect.poll(() => cardIn(chat, reference).getByText('The second line.').count(), soon).toBeGreaterThan(0);
    await expect.poll(() => question.innerText(), soon).toMatch(/Answered on/);
    await cardIn(chat, reference).getByText(cardEn.heading(reference)).first().waitFor();
  });
});

// BEH-8.5-1
describe('A witness who is asked for a statement', { timeout: 180_000 }, () => {
  it('opens it by the link in the mail, signs it, adds to it, and the manager’s record shows it', async () => {
    const { reference, report } = await reported(under.system);
    const { id, userPrincipalName } = await personOf(under.system, 'colleague');
    const records = `records/${report.submissionId}`;
    const asked = await call(under.system, 'manager', 'POST', `${records}/statements`, {
      witness: { staffId: id },
      role: 'firstAider',
    });
    expect(asked.status).toBe(200);
    const mail = async () =>
      (await mailsOf(under.system, userPrincipalName)).find(({ subject }) => subject.includes(reference));
    await expect.poll(async () => (await mail()) !== undefined, soon).toBe(true);
    const sub = /statement\/[0-9A-HJKMNP-TV-Z]{26}\/s1/.exec(
      decodeURIComponent((await mail())?.body.content ?? ''),
    )?.[0];
    expect(sub).toBe(`statement/${report.submissionId}/s1`);

    const tab = await openTab('colleague', 'en', sub);
    await tab.frame.getByRole('heading', { level: 1, name: statementEn.heading }).waitFor();
    await tab.frame.getByText(statementEn.because.firstAider).waitFor();
    const shown = await tab.frame.getByRole('main').innerText();
    for (const secret of secrets) expect(shown).not.toContain(secret);
    await isAccessible(tab);
    await tab.frame
      .getByRole('textbox', { name: statementEn.labels.firstAider })
      .fill('I came at ten. She was shaking.');
    await tab.frame.getByRole('button', { name: statementEn.toSign }).press('Enter');
    await tab.frame.getByRole('button', { name: statementEn.sign, exact: true }).press('Enter');
    await tab.frame.getByText(statementEn.thanks).waitFor();
    await tab.frame.getByRole('textbox', { name: statementEn.addLabel }).fill('An ambulance was not needed.');
    await tab.frame.getByRole('button', { name: statementEn.add, exact: true }).click();
    await tab.frame.getByText(statementEn.added).waitFor();
    await isAccessible(tab);

    const record = (await call(under.system, 'manager', 'POST', `${records}/reading`, {})).body as TeamRecord;
    expect(record.statements).toMatchObject([
      {
        role: 'firstAider',
        signed: { text: 'I came at ten. She was shaking.', by: { id } },
        addenda: [{ text: 'An ambulance was not needed.' }],
      },
    ]);
    // The link again, later, in Welsh: what was signed stands there and can be changed by nothing.
    const later = await openTab('colleague', 'cy', sub);
    await later.frame.getByRole('heading', { name: statementCy.addHeading }).waitFor();
    await expect.poll(() => later.frame.getByRole('textbox').count()).toBe(1);
  });

  it.each(['reporter', 'manager', 'security'])('is the only one who finds it: %s does not', async (persona) => {
    const { report } = await reported(under.system);
    const { id } = await personOf(under.system, 'colleague');
    await call(under.system, 'manager', 'POST', `records/${report.submissionId}/statements`, {
      witness: { staffId: id },
      role: 'witness',
    });
    under.browser.allowsRefusedRequests = true;
    const tab = await openTab(persona, 'en', `statement/${report.submissionId}/s1`);
    await tab.frame.getByRole('heading', { level: 1, name: statementEn.notThere }).waitFor();
    expect(await tab.frame.getByRole('textbox').count()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { accountTermsEn } from '../../src/words/account-terms.en.ts';
import { recordEn } from '../../src/words/record.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { switchboardCy } from '../../src/words/switchboard.cy.ts';
import { switchboardEn } from '../../src/words/switchboard.en.ts';
import { personOf } from '../service/support/reporter.ts';
import { afterwards } from './support/counts.ts';
import { mailsOf } from './support/mail.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const openTab = async (persona: string, language: 'en' | 'cy' = 'en', query: Record<string, string> = {}) =>
  Tab.open(await under.browser.page(), under.system, persona, { language, query });

/** An abusive call that is over, with its extension, on the form. */
async function beginRecord(extension: string): Promise<Tab> {
  const tab = await openTab('reporter');
  const { calls } = startEn;
  await tab.frame.getByRole('button', { name: calls.overOf(calls.kinds.abusive.name), exact: true }).click();
  const { fields } = recordEn;
  await tab.frame.getByLabel(fields.facts.label).fill('The caller swore at me.');
  await tab.frame.getByRole('button', { name: recordEn.openAll, exact: true }).click();
  await tab.frame.getByLabel(fields.extension.label, { exact: true }).fill(extension);
  await tab.frame
    .getByRole('radiogroup', { name: fields.ring.label })
    .getByLabel(accountTermsEn.rings.external, { exact: true })
    .check();
  return tab;
}

async function domainOf(): Promise<string> {
  const { userPrincipalName } = await personOf(under.system, 'switchboard');
  return userPrincipalName.split('@')[1] ?? '';
}

// COM-4.1-2, ANX-14, F13
describe('A question to the switchboard', { timeout: 180_000 }, () => {
  it('goes from one tap of the reporter to two of the switchboard, and its answer into the reporter’s record', async () => {
    const reporter = await beginRecord('20417');
    await reporter.frame.getByRole('button', { name: recordEn.switchboard.ask, exact: true }).click();
    await reporter.frame.getByText(recordEn.switchboard.asked).waitFor();

    const operator = await openTab('switchboard', 'cy');
    await operator.frame.getByRole('tab', { name: operator.words.nav.switchboard }).click();
    const question = operator.frame.getByRole('article', { name: `${switchboardCy.extension} 20417` });
    await question.waitFor({ timeout: 60_000 });
    const shown = await operator.frame.getByRole('main').innerText();
    expect(shown).not.toMatch(/UB-\d{4}|swore/);
    await question.getByRole('button', { name: switchboardCy.answers.yes, exact: true }).click();
    await question.getByLabel(switchboardCy.nameQuoted).fill('Mr Evans');
    await question.getByRole('button', { name: switchboardCy.send, exact: true }).click();
    await operator.frame.getByText(switchboardCy.sent('20417')).waitFor();
    await operator.frame.getByText(switchboardCy.none).waitFor();

    await reporter.frame.getByRole('button', { name: recordEn.told.send, exact: true }).first().click();
    await expect
      .poll(
        async () => {
          const mine = await openTab('reporter');
          await mine.frame.getByRole('tab', { name: mine.words.nav.mine }).click();
          await mine.frame.getByRole('heading', { level: 1 }).waitFor();
          await mine.page.waitForTimeout(1_000);
          return mine.frame.getByRole('main').innerText();
        },
        { timeout: 90_000, interval: 3_000 },
      )
      .toMatch(new RegExp(`${recordEn.mine.switchboardHeading}:\\s+${switchboardEn.said.yes}; Mr Evans`));

    const domain = await domainOf();
    const mailed = () => mailsOf(under.system, `switsfwrdd@${domain}`);
    await expect.poll(mailed, afterwards).toHaveLength(1);
    const mails = await mailed();
    expect(JSON.stringify(mails)).not.toMatch(/UB-\d{4}/);
    expect(mails[0]?.body.content).toContain('subEntityId%22%3A%22switchboard');

    const security = await openTab('security');
    expect(await security.entries()).not.toContain(security.words.nav.switchboard);
  });

  it('is opened by the place in the link, and by nobody who may not', async () => {
    const operator = await openTab('switchboard', 'en', { entity: 'urddas', sub: 'switchboard' });
    await operator.frame.getByRole('heading', { level: 1, name: switchboardEn.heading }).waitFor();
    const reporter = await openTab('reporter', 'en', { entity: 'urddas', sub: 'switchboard' });
    await reporter.frame.getByText(reporter.words.notOpen).waitFor();
  });
});

import { describe, expect, it } from 'vitest';
import { recordEn } from '../../src/words/record.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { afterwards, expectIncident } from './support/counts.ts';
import { mailsOf, teams } from './support/mail.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const facts = 'SECRETFACTS He shouted that he would come to the office.';
const words = 'SECRETWORDS I will come and find you';

describe('An abusive call, logged in Teams when it is over', { timeout: 180_000 }, () => {
  it('reaches the register and everyone it must, without a word of what was said (COM-3a-7, COM-3a-8, X-SAFE-1)', async () => {
    const { system, browser } = under;
    const { frame } = await Tab.open(await browser.page(), system, 'reporter');
    const { calls } = startEn;
    await frame.getByRole('button', { name: calls.overOf(calls.kinds.abusive.name) }).click();
    await frame.getByLabel(recordEn.fields.facts.label, { exact: true }).fill(facts);
    await frame.locator('summary').filter({ hasText: recordEn.sections.behaviour.title }).click();
    await frame.getByRole('checkbox', { name: recordEn.fields.violenceThreatened.label }).check();
    await frame.locator('summary').filter({ hasText: recordEn.sections.verbatim.title }).click();
    await frame.getByLabel(recordEn.fields.verbatim.label, { exact: true }).fill(words);
    const panel = frame.getByRole('region', { name: recordEn.told.heading });
    await panel.getByText(termsEn.roles.security, { exact: true }).first().waitFor();
    await frame.getByRole('button', { name: recordEn.told.send, exact: true }).first().click();

    await frame.getByText(/UB-\d{4}-\d{6}/).waitFor({ timeout: 60_000 });
    const reference = (await frame.getByText(/UB-\d{4}-\d{6}/).innerText()).match(/UB-\d{4}-\d{6}/)?.[0];
    await frame.getByRole('heading', { level: 1, name: recordEn.sent.titleDone }).waitFor({ timeout: 60_000 });

    await expectIncident(system, reference ?? '', {
      severity: 'serious',
      report: { channel: 'phone', kind: 'abusive', facts, violenceThreatened: true, account: { verbatim: words } },
    });
    for (const mailbox of [teams.security, teams.hr]) {
      const told = async () =>
        (await mailsOf(system, mailbox)).filter((mail) => JSON.stringify(mail).includes(reference ?? ''));
      await expect.poll(async () => (await told()).length, afterwards).toBe(1);
      expect(JSON.stringify(await told())).not.toMatch(/SECRET/);
    }

    await frame.getByRole('button', { name: recordEn.after.toMine }).click();
    await frame.getByRole('button', { name: recordEn.mine.withdraw }).waitFor();
  });
});

import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { helperEn } from '../../src/words/helper.en.ts';
import { proceduresEn } from '../../src/words/procedures.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { incidents } from '../service/support/look.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

// S3, COM-3e-5, COM-3e-7, X-OFF-1
describe('A bomb call in Teams, the network cut in the middle of it', { timeout: 240_000 }, () => {
  it('keeps steps and notes through a reload, and reaches Security when the network is back', async () => {
    const { browser, system } = under;
    browser.allowsRefusedRequests = true;
    const tab = await Tab.open(await browser.page(), system, 'reporter');
    const frame = (): Frame => {
      const found = tab.page.frames().find((each) => each.url().includes('/tab.html'));
      if (!found) throw new Error('Teams shows no tab.');
      return found;
    };
    // The own number is from the directory, remembered on the device.
    await expect
      .poll(() => frame().evaluate(() => localStorage.getItem('urddas.own-details') ?? ''), { timeout: 60_000 })
      .toContain('029 2018 0021');
    await expect
      .poll(() => frame().evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
      .toBe(true);

    await frame()
      .getByRole('button', { name: new RegExp(`^${startEn.calls.kinds.bombThreat.name}`) })
      .click();
    const note = () => frame().getByRole('textbox', { name: helperEn.notes.label });
    await note().fill('under the stairs');
    await note().press('Enter');
    await tab.page.context().setOffline(true);
    await note().fill('at noon');
    await frame().evaluate(() => void setTimeout(() => location.reload(), 0));
    const { steps } = proceduresEn.procedures.bombCall;
    await tab.frame.getByRole('heading', { name: steps.askAtCathaysPark.title }).waitFor({ timeout: 60_000 });
    await tab.frame.getByRole('link', { name: /3333$/ }).waitFor();
    await expect.poll(() => tab.frame.getByLabel(helperEn.where.extension).inputValue()).toBe('029 2018 0021');
    await expect.poll(() => tab.frame.getByRole('textbox', { name: /^Note of / }).count()).toBe(2);

    await tab.frame.getByRole('button', { name: helperEn.endCall, exact: true }).first().click();
    await tab.frame.getByRole('button', { name: helperEn.form.sendSecurity, exact: true }).click();
    await tab.frame.getByText(helperEn.sent.waiting).waitFor();
    expect((await incidents(system)).length).toBe(0);

    await tab.page.context().setOffline(false);
    await tab.frame.getByText(/^Arrived at \d\d:\d\d\./).waitFor({ timeout: 120_000 });
    await expect.poll(async () => (await incidents(system)).length, { timeout: 60_000 }).toBe(1);
    const [found] = await incidents(system);
    expect(found?.incident.report).toMatchObject({ kind: 'bombThreat', channel: 'phone' });
    expect(found?.incident.report.account?.notes.map(({ text }) => text)).toEqual(['under the stairs', 'at noon']);

    await tab.frame.getByRole('tab', { name: tab.words.nav.start, exact: true }).click();
    await tab.frame.getByRole('heading', { level: 1, name: startEn.heading }).waitFor();
    await expect.poll(() => tab.frame.getByText(startEn.unfinished.heading).count()).toBe(0);
  });
});

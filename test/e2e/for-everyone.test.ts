import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { axeComplaints, ourFrame } from './support/axe-in-our-page.ts';
import { incidentOf } from './support/counts.ts';
import { Outlook } from './support/outlook.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
let reference = '';
beforeAll(async () => {
  await under.system.control('POST', '/sandbox/seed', { incidents: 30 });
  reference = (await reported(under.system, { kind: 'bombThreat' })).reference;
}, 120_000);

const looks = (['light', 'dark', 'highContrast'] as const).flatMap((theme) =>
  (['en', 'cy'] as const).map((language): [typeof theme, Language] => [theme, language]),
);
const teamsTheme = { light: 'default', dark: 'dark', highContrast: 'contrast' };

describe('axe has nothing to say (B-A11Y-1)', { timeout: 180_000 }, () => {
  it.each(looks)('about the pane in %s, %s: form, help, progress, flagged', async (theme, language) => {
    const outlook = await Outlook.open(await under.browser.page(), under.system, { language, query: { theme } });
    const subject = { light: 'Wrapped', dark: 'Two of me', highContrast: 'Old machine' }[theme];
    const isSecond = language === 'cy';
    await outlook.read(subject);
    await outlook.openPane();
    if (isSecond) {
      await outlook.heading(outlook.words.flagged.title).waitFor();
      expect(await axeComplaints(outlook.page, under.system)).toEqual([]);
      await outlook.read('read this now');
      await outlook.openPane();
    }
    await outlook.fill('bombThreat');
    await outlook.pane.getByText(outlook.words.message.read).click();
    expect(await axeComplaints(outlook.page, under.system)).toEqual([]);
    if (isSecond) return;
    await outlook.fill('abusive');
    await outlook.report.click();
    await outlook.done();
    expect(await axeComplaints(outlook.page, under.system)).toEqual([]);
  });

  it.each(looks)('about the tab in %s, %s: my reports, list, incident', async (theme, language) => {
    const query = { theme: teamsTheme[theme] };
    const mine = await Tab.open(await under.browser.page(), under.system, 'reporter', { language, query });
    expect(await axeComplaints(mine.page, under.system)).toEqual([]);
    await mine.openMine();
    await mine.frame.getByText(reference).first().waitFor();
    expect(await axeComplaints(mine.page, under.system)).toEqual([]);
    const tab = await Tab.open(await under.browser.page(), under.system, 'security', { language, query });
    await tab.openList();
    await tab.frame.getByRole('button', { name: reference }).waitFor();
    expect(await axeComplaints(tab.page, under.system)).toEqual([]);
    await tab.openIncident(reference);
    expect(await axeComplaints(tab.page, under.system)).toEqual([]);
  });
});

/** The element that has the focus, wherever it is, in words. */
async function focused(page: Page): Promise<{ frame: Frame; name: string }> {
  for (const frame of page.frames().reverse()) {
    const name = await frame
      .evaluate(() => {
        const element = document.activeElement;
        if (!document.hasFocus() || !element || element === document.body || element.tagName === 'IFRAME') return null;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return (
          element.getAttribute('aria-label') ??
          ([element.textContent, ...labels.map((label) => label.textContent)].join(' ').trim() || null)
        );
      })
      .catch(() => null);
    if (name !== null) return { frame, name };
  }
  return { frame: page.mainFrame(), name: '' };
}

/** Presses Tab until the focus is on something with this name; a whole name where `isWhole`. */
async function goTo(page: Page, wanted: string, isWhole = false): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const { name } = await focused(page);
    if (isWhole ? name === wanted : name.includes(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach "${wanted}".`);
}

describe('Hands that use no mouse (B-A11Y-2)', { timeout: 180_000 }, () => {
  it('report an e-mail from the list to the last receipt', async () => {
    const outlook = await Outlook.open(await under.browser.page(), under.system);
    const { page, words } = outlook;
    await page.getByRole('button', { name: 'Refresh' }).focus();
    await goTo(page, 'Find this one if you can');
    await page.keyboard.press('Tab');
    await goTo(page, 'Find this one if you can');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Message' }).waitFor();
    const ribbon = page.getByRole('region', { name: 'Ribbon' }).getByRole('button').first();
    await ribbon.focus();
    await page.keyboard.press('Enter');
    await outlook.pane.getByText('d.farrow@brynhafod.example').first().waitFor();
    await goTo(page, words.kind.options.abusive);
    await page.keyboard.press('Space');
    await goTo(page, words.submit.button);
    await page.keyboard.press('Enter');
    await outlook.done();
  });

  it('acknowledge an incident', async () => {
    const own = (await reported(under.system)).reference;
    const tab = await Tab.open(await under.browser.page(), under.system, 'security');
    const { page, words } = tab;
    await tab.frame.getByRole('tab', { name: words.nav.security }).waitFor();
    await page.locator('iframe').focus();
    await goTo(page, words.nav.start);
    // The entries are one stop of the Tab key; the arrows go from one to the next.
    for (let presses = 0; presses < 10 && !(await focused(page)).name.includes(words.nav.security); presses += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await tab.frame.getByRole('button', { name: own }).waitFor();
    await goTo(page, own, true);
    await page.keyboard.press('Enter');
    await tab.frame.getByRole('heading', { level: 1, name: own }).waitFor();
    await goTo(page, words.incident.acknowledge, true);
    await page.keyboard.press('Enter');
    await tab.frame.getByText(words.incident.acknowledgedNow).waitFor();
    await expect.poll(async () => (await incidentOf(under.system, own))?.incident.acknowledgement !== null).toBe(true);
    await tab.frame.getByText(termsEn.states.acknowledged).first().waitFor();
  });
});

/** Pixels by which a page is wider than its window. */
const overflow = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('Narrow windows and large letters (B-A11Y-3)', { timeout: 120_000 }, () => {
  it.each([
    ['320 px', 320, '100%'],
    ['640 px and letters twice as large', 640, '200%'],
  ])('nothing of pane and tab scrolls sideways at %s', async (_name, width, size) => {
    const narrow = async (page: Page) => {
      await page
        .locator('iframe')
        .last()
        .evaluate((element, wanted) => {
          element.style.cssText = `width:${wanted}px;min-width:${wanted}px;max-width:${wanted}px`;
        }, width);
      const frame = await ourFrame(page, under.system);
      await frame.evaluate((wanted) => {
        document.documentElement.style.fontSize = wanted;
      }, size);
      return frame;
    };
    const outlook = await Outlook.open(await under.browser.page(), under.system, { language: 'cy' });
    await outlook.read('Sealed');
    await outlook.openPane();
    await outlook.fill('suicideThreat');
    await outlook.fill('abusive');
    expect(await overflow(await narrow(outlook.page))).toBeLessThanOrEqual(0);

    const tab = await Tab.open(await under.browser.page(), under.system, 'security', { language: 'cy' });
    await narrow(tab.page);
    await tab.openList();
    await tab.frame.getByRole('button', { name: reference }).waitFor();
    expect(await overflow(await ourFrame(tab.page, under.system))).toBeLessThanOrEqual(0);
    await tab.frame.getByRole('button', { name: reference }).click();
    await tab.frame.getByRole('heading', { level: 1, name: reference }).waitFor();
    expect(await overflow(await ourFrame(tab.page, under.system))).toBeLessThanOrEqual(0);
  });
});

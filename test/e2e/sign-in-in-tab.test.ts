import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { fillIn } from '../../src/ui/shared/fill-in.ts';
import { recordEn } from '../../src/words/record.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import type { tabEn } from '../../src/words/tab.en.ts';
import { axeComplaints, ourFrame } from './support/axe-in-our-page.ts';
import { inStrictBrowser } from './support/browser.ts';
import { expectIncident } from './support/counts.ts';
import { carrySignIn, signInByWindow, watchedFromWithin } from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const reporterName = 'Carys Llwyd-Fenn';
type Obstacle = Exclude<keyof typeof tabEn.signInHelp, 'kept'>;

/** Until it is removed, the host's sign-in answers so; in its window too with `interactiveToo`. */
const refuse = (refusal: string, interactiveToo = false) =>
  under.system.control('POST', '/sandbox/faults', {
    match: { part: 'signin' },
    times: null,
    effect: { kind: 'signIn', refusal, interactiveToo },
  });
const mend = () => under.system.control('DELETE', '/sandbox/faults');

async function openTab(language: Language, theme = 'default', browser = under.browser): Promise<Tab> {
  browser.allowsRefusedRequests = true;
  const page = await browser.page();
  await carrySignIn(page.context(), under.system);
  return Tab.open(page, under.system, 'reporter', { language, query: { theme } });
}

const answer = ({ page }: Tab, button: 'Continue' | 'Cancel') =>
  page.getByRole('dialog').getByRole('button', { name: button }).click();
/** What the page itself says; beside it stands that it is not known which lists there are. */
const saidIn = ({ frame, words }: Tab) => frame.getByRole('alert').filter({ hasNotText: words.listsUnknown });
const signInOf = (tab: Tab) => saidIn(tab).getByRole('button', { name: tab.words.problem.signIn });
const helpOf = ({ words }: Tab, obstacle: Obstacle) =>
  fillIn(words.signInHelp[obstacle], { button: words.problem.signIn });

/** The own reports are read, with everything that belongs to a sign-in gone. */
async function expectReports({ frame, words }: Tab): Promise<void> {
  await frame.getByText(words.mine.empty).or(frame.getByRole('article').first()).first().waitFor();
  await expect.poll(() => frame.getByRole('alert').count()).toBe(0);
}

// X-PART-1
describe('A sign-in in the tab that comes to nothing says what to do, and a press goes on', {
  timeout: 180_000,
}, () => {
  it.each<[string, Language, Obstacle, string]>([
    ['consent_required', 'en', 'administrator', 'default'],
    ['consent_required', 'cy', 'administrator', 'contrast'],
    ['account_unavailable', 'cy', 'account', 'dark'],
    ['no_network', 'en', 'offline', 'default'],
    ['transient', 'cy', 'failed', 'default'],
  ])('%s (%s): %s', async (refusal, language, obstacle, theme) => {
    await refuse('interaction_required');
    await refuse(refusal, true);
    const tab = await openTab(language, theme);
    await tab.openMine();
    await signInOf(tab).click();
    await answer(tab, 'Continue');
    const said = saidIn(tab);
    await expect.poll(() => said.textContent()).toContain(helpOf(tab, obstacle));
    expect(await axeComplaints(tab.page, under.system)).toEqual([]);
    expect(await said.getByRole('link').count()).toBe(obstacle === 'administrator' ? 1 : 0);
    if (obstacle === 'administrator') {
      const { authority, clientId } = under.system.settings;
      const url = new URL((await said.getByRole('link').getAttribute('href')) ?? '');
      expect(url.href.startsWith(`${authority}/v2.0/adminconsent?`)).toBe(true);
      expect(url.searchParams.get('client_id')).toBe(clientId);
      // The address is long and without a gap; nothing may have to be scrolled sideways for it.
      await tab.page.setViewportSize({ width: 320, height: 900 });
      const wide = () =>
        ourFrame(tab.page, under.system).evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(wide).toBeLessThanOrEqual(0);
    }
    await mend();
    await signInOf(tab).click();
    await answer(tab, 'Continue');
    await expectReports(tab);
  });

  it('a window that is closed leaves the button, of which there is one', async () => {
    await refuse('interaction_required');
    const tab = await openTab('en');
    // Nobody's page yet: that it is not known which lists there are is all that asks.
    const lists = tab.frame.getByRole('alert').filter({ hasText: tab.words.listsUnknown });
    await lists.waitFor();
    await tab.openMine();
    await signInOf(tab).waitFor();
    await expect.poll(() => lists.count()).toBe(0);
    await signInOf(tab).click();
    await answer(tab, 'Cancel');
    await expect.poll(() => saidIn(tab).textContent()).toContain(helpOf(tab, 'closed'));
    await mend();
    await signInOf(tab).click();
    await answer(tab, 'Continue');
    await expectReports(tab);
  });

  it.each(['disabled', 'unavailable', 'persistent'])(
    'the host answers %s: the organisation’s own window',
    async (refusal) => {
      await refuse(refusal, true);
      const tab = await openTab('en');
      await tab.openMine();
      await signInOf(tab).click();
      await signInByWindow(tab.page, () => answer(tab, 'Continue'), reporterName);
      await expectReports(tab);
    },
  );

  it('the browser blocks the window that comes after the host’s: it says so, and the next press opens it at once', async () => {
    await refuse('persistent', true);
    await inStrictBrowser(under.system, async (strict) => {
      const tab = await openTab('cy', 'default', strict);
      await tab.openMine();
      await signInOf(tab).click();
      await tab.page.getByRole('dialog').waitFor();
      const { isLongAgo, isSaid } = watchedFromWithin(tab.page, tab.frame.locator('html'), helpOf(tab, 'blocked'));
      await isLongAgo;
      await answer(tab, 'Continue');
      await isSaid;
      await signInByWindow(tab.page, () => signInOf(tab).click(), reporterName);
      await expectReports(tab);
    });
  });

  it('the host’s account is of another organisation: it says so, and another can be chosen in the window', async () => {
    await refuse('interaction_required');
    await refuse('other_organisation', true);
    const tab = await openTab('en');
    await tab.openMine();
    await signInOf(tab).click();
    const [relay] = await Promise.all([tab.page.context().waitForEvent('page'), answer(tab, 'Continue')]);
    await relay.close();
    await expect.poll(() => saidIn(tab).textContent()).toContain(helpOf(tab, 'otherOrganisation'));
    await signInByWindow(tab.page, () => signInOf(tab).click(), reporterName);
    await expectReports(tab);
  });

  it('the network goes while the window is open: it says so, and goes on when it is back', async () => {
    await refuse('interaction_required');
    const tab = await openTab('en');
    await tab.openMine();
    await signInOf(tab).click();
    await tab.page.getByRole('dialog').waitFor();
    await tab.page.context().setOffline(true);
    await answer(tab, 'Continue');
    await expect.poll(() => saidIn(tab).textContent()).toContain(helpOf(tab, 'offline'));
    await tab.page.context().setOffline(false);
    await signInOf(tab).click();
    await answer(tab, 'Continue');
    await expect.poll(() => saidIn(tab).count()).toBe(0);
    // Our own API is refused silently as Graph was: what asks the service has a button of its own, and the next press asks for that.
    await tab.frame.getByRole('button', { name: tab.words.problem.signIn }).click();
    await answer(tab, 'Continue');
    await expectReports(tab);
  });

  it('Graph asks for another factor: silently with its claims, then in the host’s window with them', async () => {
    await under.system.control('POST', '/sandbox/faults', {
      match: { part: 'graph', persona: 'reporter', app: under.system.settings.clientId },
      times: null,
      effect: { kind: 'tokenExpired', claims: '{"access_token":{"acrs":{"essential":true,"value":"c7"}}}' },
    });
    const tab = await openTab('en');
    await tab.openMine();
    await signInOf(tab).click();
    await answer(tab, 'Continue');
    await expectReports(tab);
  });

  it('a record that waits for it says that it is kept, and goes when it works', async () => {
    await refuse('interaction_required');
    const tab = await openTab('en');
    const { frame } = tab;
    const { calls } = startEn;
    await frame.getByRole('button', { name: calls.overOf(calls.kinds.abusive.name) }).click();
    await frame.getByLabel(recordEn.fields.facts.label, { exact: true }).fill('He shouted for a long time.');
    await frame.getByRole('button', { name: recordEn.told.send, exact: true }).first().click();
    const button = frame.getByRole('button', { name: recordEn.sent.signIn });
    await button.click();
    await answer(tab, 'Cancel');
    const said = saidIn(tab);
    const closed = fillIn(tab.words.signInHelp.closed, { button: recordEn.sent.signIn });
    await expect.poll(() => said.textContent()).toContain(closed);
    expect(await said.textContent()).toContain(tab.words.signInHelp.kept);
    expect(await axeComplaints(tab.page, under.system)).toEqual([]);
    await mend();
    await button.click();
    await answer(tab, 'Continue');
    await frame.getByRole('heading', { level: 1, name: recordEn.sent.titleDone }).waitFor({ timeout: 60_000 });
    const reference = (await frame.getByText(/UB-\d{4}-\d{6}/).innerText()).match(/UB-\d{4}-\d{6}/)?.[0];
    await expectIncident(under.system, reference ?? '', { report: { channel: 'phone', kind: 'abusive' } });
  });
});

import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { fillIn } from '../../src/ui/shared/fill-in.ts';
import type { signInHelpEn } from '../../src/words/sign-in-help.en.ts';
import { axeComplaints } from './support/axe-in-our-page.ts';
import { inStrictBrowser } from './support/browser.ts';
import { expectOnce } from './support/counts.ts';
import { Outlook } from './support/outlook.ts';
import {
  carrySignIn,
  pressWithoutHand,
  signInByWindow,
  slowAnswers,
  watchedFromWithin,
} from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();
const fault = (rule: object) => under.system.control('POST', '/sandbox/faults', rule);

/** A report is pressed; silently no token is given, and in the window `refusal` is the answer. */
async function pressed(refusal: string | null, language: Language, subject: string): Promise<Outlook> {
  const always = { match: { part: 'signin' }, times: null };
  await fault({ ...always, effect: { kind: 'signIn', refusal: 'interaction_required' } });
  if (refusal !== null) await fault({ ...always, effect: { kind: 'signIn', refusal, interactiveToo: true } });
  under.browser.allowsRefusedRequests = true;
  const outlook = await Outlook.open(await under.browser.page(), under.system, { language });
  await outlook.read(subject);
  await outlook.openPane();
  await outlook.fill('abusive');
  await outlook.report.click();
  await outlook.pane.getByRole('button', { name: outlook.words.progress.signIn }).click();
  return outlook;
}

const helpOf = ({ words }: Outlook, obstacle: Exclude<keyof typeof signInHelpEn, 'kept'>) =>
  fillIn(words.signInHelp[obstacle], { button: words.progress.signIn });

const answer = (outlook: Outlook, button: 'Continue' | 'Cancel') =>
  outlook.page.getByRole('dialog').getByRole('button', { name: button }).click();

describe('A sign-in in the pane that comes to nothing says what to do, and the report goes when it works', {
  timeout: 120_000,
}, () => {
  it.each<[string, Language, 'administrator' | 'account' | 'offline' | 'failed', string]>([
    ['consent_required', 'en', 'administrator', 'About your grant'],
    ['consent_required', 'cy', 'administrator', 'Dŵr, tŷ a chywilydd'],
    ['account_unavailable', 'en', 'account', 'Sealed'],
    ['no_network', 'cy', 'offline', 'Eto: y tŷ'],
    ['transient', 'en', 'failed', 'Wrapped'],
  ])('%s (%s): %s', async (refusal, language, obstacle, subject) => {
    const outlook = await pressed(refusal, language, subject);
    await answer(outlook, 'Continue');
    const said = outlook.pane.getByRole('alert');
    await expect.poll(() => said.textContent()).toContain(helpOf(outlook, obstacle));
    expect(await axeComplaints(outlook.page, under.system)).toEqual([]);
    if (obstacle === 'administrator') {
      // The address is long and without a gap; the pane must not have to be scrolled sideways for it.
      const width = await outlook.pane.locator('html').evaluate((page) => [page.scrollWidth, page.clientWidth]);
      expect(width[0]).toBe(width[1]);
      const { clientId, authority } = under.system.settings;
      const url = new URL((await said.getByRole('link').getAttribute('href')) ?? '');
      expect(url.href.startsWith(`${authority}/v2.0/adminconsent?`)).toBe(true);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        client_id: clientId,
        scope: 'https://graph.microsoft.com/.default openid profile offline_access',
        redirect_uri: `${under.system.settings.origin}/sign-in.html`,
      });
    }
    await under.system.control('DELETE', '/sandbox/faults');
    await outlook.pane.getByRole('button', { name: outlook.words.progress.signIn }).click();
    await answer(outlook, 'Continue');
    await expectOnce(under.system, await outlook.done());
    await expect.poll(() => said.count()).toBe(0);
  });

  it('a window that is closed leaves the button, and says that nothing is lost', async () => {
    const outlook = await pressed(null, 'en', 'Two of me');
    await answer(outlook, 'Cancel');
    await expect.poll(() => outlook.pane.getByRole('alert').textContent()).toContain(helpOf(outlook, 'closed'));
    await under.system.control('DELETE', '/sandbox/faults');
    await outlook.pane.getByRole('button', { name: outlook.words.progress.signIn }).click();
    await answer(outlook, 'Continue');
    await expectOnce(under.system, await outlook.done());
  });
});

const always = { times: null };
const silently = { ...always, match: { part: 'signin' }, effect: { kind: 'signIn', refusal: 'interaction_required' } };
const reporterName = 'Carys Llwyd-Fenn';
const signInButton = (outlook: Outlook) => outlook.pane.getByRole('button', { name: outlook.words.progress.signIn });

/** A report is pressed in an Outlook whose pane can reach the organisation's own window. */
async function reportedIn(
  query: Record<string, string>,
  subject: string,
  browser = under.browser,
  prepare: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<Outlook> {
  browser.allowsRefusedRequests = true;
  const page = await browser.page();
  await prepare(page.context());
  await carrySignIn(page.context(), under.system);
  const outlook = await Outlook.open(page, under.system, { query });
  await outlook.read(subject);
  await outlook.openPane();
  await outlook.fill('abusive');
  await outlook.report.click();
  return outlook;
}

describe('The pane signs in all the same, or says what to do', { timeout: 180_000 }, () => {
  // The bridge's own answers (fact 3.1): a host that offers nested sign-in and then has none.
  it.each([
    ['disabled', 'I liked your photograph'],
    ['persistent', 'Old machine'],
    ['unavailable', 'You again'],
  ])('the host answers %s: the organisation’s own window takes its place', async (refusal, subject) => {
    await fault({ ...always, match: { part: 'signin' }, effect: { kind: 'signIn', refusal, interactiveToo: true } });
    const outlook = await reportedIn({}, subject);
    await signInButton(outlook).click();
    // The host asks first, and then finds that it cannot.
    await signInByWindow(outlook.page, () => answer(outlook, 'Continue'), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('the browser blocks the window that comes after the host’s: it says so, and the next press opens it at once', async () => {
    await fault({
      ...always,
      match: { part: 'signin' },
      effect: { kind: 'signIn', refusal: 'persistent', interactiveToo: true },
    });
    await inStrictBrowser(under.system, async (strict) => {
      const outlook = await reportedIn({}, 'Cut off', strict);
      await signInButton(outlook).click();
      await outlook.page.getByRole('dialog').waitFor();
      const { isLongAgo, isSaid } = watchedFromWithin(
        outlook.page,
        outlook.pane.locator('html'),
        helpOf(outlook, 'blocked'),
      );
      // Whoever thinks it over for a while has pressed too long ago for the browser.
      await isLongAgo;
      await answer(outlook, 'Continue');
      await isSaid;
      expect(await outlook.pane.getByRole('alert').textContent()).toContain(outlook.words.signInHelp.kept);
      await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
      await expectOnce(under.system, await outlook.done(120_000));
    });
  });

  it('the browser blocks the window that ours opens: the pane says so, and the next press goes on', async () => {
    await inStrictBrowser(under.system, async (strict) => {
      const outlook = await reportedIn({ client: 'ltsc2021' }, 'Rich text only', strict);
      const [relay] = await Promise.all([outlook.page.context().waitForEvent('page'), signInButton(outlook).click()]);
      await Promise.all([relay.waitForEvent('close'), pressWithoutHand(relay)]);
      const said = outlook.pane.getByRole('alert');
      await expect.poll(() => said.textContent()).toContain(helpOf(outlook, 'blocked'));
      expect(await said.textContent()).toContain(outlook.words.signInHelp.kept);
      await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
      await expectOnce(under.system, await outlook.done(120_000));
    });
  });

  it('a busy computer brings the window’s answer late: it counts all the same', async () => {
    const outlook = await reportedIn({ client: 'ltsc2021' }, 'Your sort', under.browser, slowAnswers);
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('the host’s account is of another organisation: it says so, and another can be chosen in the window', async () => {
    await fault(silently);
    await fault({
      ...always,
      match: { part: 'signin' },
      effect: { kind: 'signIn', refusal: 'other_organisation', interactiveToo: true },
    });
    const outlook = await reportedIn({}, 'Find this one if you can');
    await signInButton(outlook).click();
    const [relay] = await Promise.all([outlook.page.context().waitForEvent('page'), answer(outlook, 'Continue')]);
    await relay.close();
    const said = outlook.pane.getByRole('alert');
    await expect.poll(() => said.textContent()).toContain(helpOf(outlook, 'otherOrganisation'));
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
  });

  const requestsSince = async (number: number) => {
    const answer = await fetch(`${under.system.origin}/sandbox/requests?since=${number}`);
    return ((await answer.json()) as { value: { number: number; path: string; status: number }[] }).value;
  };
  const lastRequest = async () => (await requestsSince(0)).at(-1)?.number ?? 0;

  // Everything the reporter asks of Graph is refused until the token has what policy wants; silently it is not to be had.
  const challenge = () =>
    fault({
      ...always,
      match: { part: 'graph', persona: 'reporter', app: under.system.settings.clientId },
      effect: { kind: 'tokenExpired', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' },
    });

  it('Graph asks for another factor (claims challenge): silently with its claims, then in the host’s window with them', async () => {
    await challenge();
    const outlook = await reportedIn({}, 'On behalf of all of us');
    await signInButton(outlook).click();
    await answer(outlook, 'Continue');
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('… and in the organisation’s own window, where the host has none', async () => {
    const outlook = await reportedIn({ client: 'ltsc2021' }, 'No date on this one');
    await challenge();
    const since = await lastRequest();
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    // Nobody was signed in, so that this window knew of no claims yet: it is the second that asks for them, once Graph has refused the
    // token and Entra another one without asking. Until then the first is not over, and a press opens nothing.
    const refusals = async () => {
      const asked = await requestsSince(since);
      return ['/graph/', '/login/'].map((part) =>
        asked.some(({ path, status }) => path.startsWith(part) && status >= 400),
      );
    };
    await expect.poll(refusals, { timeout: 60_000 }).toEqual([true, true]);
    await outlook.heading(outlook.words.progress.titleAttention).waitFor();
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
  });

  // A page's refresh token lasts a day, and a pinned pane may lie open for longer.
  it('the day of the window’s sign-in is over: asked in a hidden frame, Entra says so at once, and there is the button again', async () => {
    const outlook = await reportedIn({ client: 'ltsc2021' }, 'Your excuses');
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
    await outlook.read('Last warning');
    await outlook.openPane();
    await outlook.fill('abusive');
    const clock = (body: object) => under.system.control('POST', '/sandbox/clock', body);
    await clock({ advanceSeconds: 25 * 60 * 60 });
    try {
      await outlook.report.click();
      await signInButton(outlook).waitFor({ timeout: 9_000 });
    } finally {
      await clock({ now: new Date().toISOString() });
    }
    await signInByWindow(outlook.page, () => signInButton(outlook).click(), reporterName);
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('the network goes while the window is open: it says so, and goes on when it is back', async () => {
    await fault(silently);
    const outlook = await reportedIn({}, 'Nice blue door');
    await signInButton(outlook).click();
    await outlook.page.getByRole('dialog').waitFor();
    await outlook.page.context().setOffline(true);
    await answer(outlook, 'Continue');
    const said = outlook.pane.getByRole('alert');
    await expect.poll(() => said.textContent()).toContain(helpOf(outlook, 'offline'));
    await outlook.page.context().setOffline(false);
    await signInButton(outlook).click();
    await answer(outlook, 'Continue');
    // Our own API is refused silently as Graph was: the next press asks for that.
    await expect.poll(async () => (await outlook.steps())[0]).toBe('done');
    await signInButton(outlook).click();
    await answer(outlook, 'Continue');
    await expectOnce(under.system, await outlook.done(120_000));
  });
});

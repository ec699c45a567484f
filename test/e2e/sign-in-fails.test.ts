import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { expectOnce } from './support/counts.ts';
import { Outlook } from './support/outlook.ts';
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
    await expect.poll(() => said.textContent()).toContain(outlook.words.signInHelp[obstacle]);
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
    await expect.poll(() => outlook.pane.getByRole('alert').textContent()).toContain(outlook.words.signInHelp.closed);
    await under.system.control('DELETE', '/sandbox/faults');
    await outlook.pane.getByRole('button', { name: outlook.words.progress.signIn }).click();
    await answer(outlook, 'Continue');
    await expectOnce(under.system, await outlook.done());
  });
});

import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { axeFaults } from '../browser/axe.ts';
import { dispatchIds, hostUrl } from '../office/host-page.ts';
import { type OfficeFiles, provideOffice } from '../office/office-files.ts';
import type { FrameStorage } from './support/browser.ts';
import { carry } from './support/carry.ts';
import { expectIncident, expectOnce } from './support/counts.ts';
import { attachmentsOf, mailsOf, sha256, teams } from './support/mail.ts';
import {
  officeAddress,
  productionOrigin,
  productionSettings,
  RealOutlook,
  registerProduction,
} from './support/real-outlook.ts';
import { signInByWindow } from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest(productionSettings);
const reporterName = 'Carys Llwyd-Fenn';
let files: OfficeFiles;

beforeAll(async () => {
  files = provideOffice();
  await registerProduction(under.system);
}, 300_000);

/** The person presses, and signs in where the pane asks for it: what the host promised of it came to nothing. */
async function report(outlook: RealOutlook, needsSignIn = true): Promise<void> {
  await outlook.report.click();
  if (needsSignIn) await signIn(outlook);
}

function signIn({ page, pane, words }: RealOutlook): Promise<void> {
  return signInByWindow(page, () => pane.getByRole('button', { name: words.progress.signIn }).click(), reporterName);
}

/** The pane calls kept what outlives it, and nothing else: a draft, and a report that waits for a sign-in. X-OFF-1 */
async function expectWhatIsKept(outlook: RealOutlook, storage: FrameStorage, what: 'draft' | 'report'): Promise<void> {
  const { submit, progress } = outlook.words;
  const kept = { draft: [submit.draftKept], report: [progress.titleAttention, progress.close] }[what];
  const here = { draft: [submit.draftHere], report: [progress.titleAttentionHere, progress.inMemory] }[what];
  const [said, unsaid] = storage === 'allowed' ? [kept, here] : [here, kept];
  for (const text of said) await outlook.pane.getByText(text, { exact: true }).waitFor();
  for (const text of unsaid) expect(await outlook.pane.getByText(text, { exact: true }).count()).toBe(0);
}

/** The record is there once, and IT Security has the message as it lies in the mailbox. */
async function expectRecorded(outlook: RealOutlook, index: number, report: object): Promise<void> {
  const reference = await outlook.done(120_000);
  const message = outlook.messages[index];
  await expectOnce(under.system, reference);
  await expectIncident(under.system, reference, {
    report: {
      ...report,
      email: { subject: message?.item.subject, internetMessageId: message?.item.internetMessageId },
    },
    evidence: [{ method: 'graphMime' }],
  });
  const forwarded = (await mailsOf(under.system, teams.itSecurity)).find((mail) => mail.subject.includes(reference));
  const attached = await attachmentsOf(under.system, teams.itSecurity, forwarded?.id ?? '');
  expect(attached.map((each) => each.sha256)).toEqual([sha256(message?.bytes ?? new Uint8Array())]);
}

const facts = (outlook: RealOutlook) => outlook.pane.locator('[name=facts]');
const shown = (outlook: RealOutlook, subject: string) =>
  outlook.pane.locator('.message').getByText(subject, { exact: true });

function paneResponse(page: Page): Promise<Response> {
  return page.waitForResponse((response) => response.url().startsWith(`${productionOrigin}/pane.html`));
}

/** Whether the browser lets the pane, which is a page inside one of another site, store anything. */
async function pageWhere(storage: FrameStorage): Promise<Page> {
  return (await under.browser.deviceWhere(storage)).newPage();
}

describe('The main job with the unmodified Office.js', { timeout: 180_000 }, () => {
  it.each<[Language, FrameStorage, string, [string, string]]>([
    ['en', 'allowed', hostUrl, ['About your grant', 'Wrapped']],
    ['cy', 'forbidden', 'https://outlook.office365.com/mail/', ['Dŵr, tŷ a chywilydd', 'Eto: y tŷ']],
  ])(
    'over its own handshake, from production’s address, under production’s policy: %s, storage %s, %s',
    async (...given) => {
      const [language, storage, host, subjects] = given;
      const page = await pageWhere(storage);
      const sent = paneResponse(page);
      const outlook = await RealOutlook.open(page, under.system, { files, subjects, language, host });
      const policy = (await sent).headers()['content-security-policy'] ?? '';
      // That nothing is refused says something only where something would be.
      expect(policy).toContain(
        `script-src 'self' ${new URL(officeAddress).origin} https://ajax.aspnetcdn.com 'sha256-`,
      );
      expect(policy).not.toContain("script-src 'unsafe-inline'");
      await shown(outlook, subjects[0]).waitFor();
      expect(outlook.network.asked).toContain(officeAddress);
      await outlook.pane.getByText(outlook.words.message.read, { exact: true }).click();
      await outlook.pane.getByText(outlook.words.message.headersRead).waitFor();
      await outlook.pane.getByRole('button', { name: outlook.words.message.uncover }).click();
      const words = outlook.pane.getByLabel(outlook.words.message.bodyLabel);
      await expect.poll(() => words.textContent()).toBe(outlook.messages[0]?.parts.bodyText);
      expect(await outlook.asked()).toEqual(expect.arrayContaining([dispatchIds.headers, dispatchIds.body]));
      await expectWhatIsKept(outlook, storage, 'draft');
      await outlook.fill('abusive');
      await outlook.report.click();
      await expectWhatIsKept(outlook, storage, 'report');
      await signIn(outlook);
      await expectRecorded(outlook, 0, { kind: 'abusive', language });
      // The pane is pinned, and the person goes on to the next message.
      await outlook.openItem(1);
      await shown(outlook, subjects[1]).waitFor();
      await outlook.fill('persistent');
      await report(outlook, false);
      await expectRecorded(outlook, 1, { kind: 'persistent', language });
    },
  );
});

describe('A host that Office.js does not know by its name', { timeout: 180_000 }, () => {
  it('is one the person may trust: the policy lets Office.js ask, and the pane goes on', async () => {
    // What the package of today does not know, and Outlook on the web moves to.
    const host = 'https://outlook.cloud.microsoft/mail/';
    under.browser.agreesTo = /outlook\.cloud\.microsoft/;
    const page = await pageWhere('allowed');
    const outlook = await RealOutlook.open(page, under.system, { files, subjects: ['On behalf of all of us'], host });
    await shown(outlook, 'On behalf of all of us').waitFor();
    expect(outlook.network.asked.some((url) => url.includes('/AgaveErrorUX/index.html'))).toBe(true);
  });
});

describe('Microsoft’s network does not give Office.js', { timeout: 180_000 }, () => {
  const written = { kind: 'abusive', facts: 'Written while Outlook said nothing.' };

  async function open(
    subject: string,
    state: 'hanging' | 'missing' | 'partly',
    storage: FrameStorage = 'allowed',
  ): Promise<RealOutlook> {
    const subjects = [subject];
    const outlook = await RealOutlook.open(await pageWhere(storage), under.system, { files, subjects, state });
    await outlook.fill('abusive', () => facts(outlook).fill(written.facts));
    return outlook;
  }

  async function loadAgain(outlook: RealOutlook): Promise<void> {
    const again = paneResponse(outlook.page);
    await outlook.pane.getByRole('button', { name: outlook.words.stuck.reload }).click();
    await again;
    await expect.poll(() => facts(outlook).inputValue()).toBe(written.facts);
  }

  async function expectAnswered(outlook: RealOutlook, subject: string): Promise<void> {
    await shown(outlook, subject).waitFor();
    expect(await facts(outlook).inputValue()).toBe(written.facts);
    expect(await outlook.heading(outlook.words.stuck.title).count()).toBe(0);
    await report(outlook);
    await expectRecorded(outlook, 0, written);
  }

  it.each<[FrameStorage, string]>([
    ['allowed', 'You again'],
    ['forbidden', 'Nice blue door'],
  ])('hangs: the form is usable, help comes, and loading again keeps what was typed (storage %s)', async (...given) => {
    const [storage, subject] = given;
    const outlook = await open(subject, 'hanging', storage);
    await outlook.heading(outlook.words.stuck.title).waitFor();
    await outlook.pane.getByText(outlook.words.stuck.urgent).waitFor();
    await loadAgain(outlook);
    expect(outlook.network.asked.filter((url) => url === officeAddress)).toHaveLength(2);
    outlook.network.recover();
    await expectAnswered(outlook, subject);
  });

  it.each<[FrameStorage, 'waiting' | 'waitingHere', string]>([
    ['allowed', 'waiting', 'Rich text only'],
    ['forbidden', 'waitingHere', 'Old machine'],
  ])('answers late: a report that was pressed before goes then, by itself (storage %s)', async (...given) => {
    const [storage, said, subject] = given;
    const outlook = await open(subject, 'hanging', storage);
    await outlook.report.click();
    await outlook.pane.getByText(outlook.words.unattached[said]).first().waitFor();
    await outlook.pane.getByText(outlook.words.message[said]).waitFor();
    outlook.network.recover();
    await signIn(outlook);
    await expectRecorded(outlook, 0, written);
    // Nothing of it is left in the form for the next message.
    expect(await facts(outlook).inputValue()).toBe('');
  });

  it('hangs where nothing may be stored: a report that waits is in the form again after loading again', async () => {
    const outlook = await open('Sealed', 'hanging', 'forbidden');
    await outlook.report.click();
    await outlook.heading(outlook.words.stuck.title).waitFor();
    await outlook.pane.getByText(outlook.words.stuck.firstHere).waitFor();
    await loadAgain(outlook);
    outlook.network.recover();
    await expectAnswered(outlook, 'Sealed');
  });

  it('answers 404: help comes, and the pane asks again until it is there', async () => {
    under.browser.allowsRefusedRequests = true;
    const outlook = await open('FW: FW: The very first letter', 'missing');
    await outlook.heading(outlook.words.stuck.title).waitFor();
    outlook.network.recover();
    await expectAnswered(outlook, 'FW: FW: The very first letter');
  });

  it('gives Office.js and not what that needs: help comes, and loading again mends it', async () => {
    under.browser.allowsRefusedRequests = true;
    const outlook = await open('Two of me', 'partly');
    await outlook.heading(outlook.words.stuck.title).waitFor();
    outlook.network.recover();
    await loadAgain(outlook);
    // Thrown by Office.js itself, some of it as bare text.
    const own = under.browser.errors.splice(0);
    expect(own.filter((error) => error !== '' && !error.includes('MicrosoftAjax.js is not loaded'))).toEqual([]);
    await expectAnswered(outlook, 'Two of me');
  });
});

describe('What is shown while Outlook hangs, and while somebody signs in (B-A11Y-1)', { timeout: 120_000 }, () => {
  const looks: [Language, string, BrowserContextOptions][] = [
    ['en', 'Invitation: Meet me or else', { colorScheme: 'light' }],
    ['cy', 'Eto: y tŷ', { colorScheme: 'dark' }],
    ['cy', 'Digon yw digon, y tŷ gwag', { forcedColors: 'active', colorScheme: 'dark' }],
  ];

  it.each(looks)('has nothing for axe to say, and fits 320 px: %s, %s, %o', async (language, subject, look) => {
    // Until Outlook answers, the browser's language is what is known.
    const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
    const page = await under.browser.page({ viewport: { width: 320, height: 720 }, locale, ...look });
    const given = { files, subjects: [subject], state: 'hanging' as const, language };
    const outlook = await RealOutlook.open(page, under.system, given);
    await page.addStyleTag({ content: 'iframe { max-width: 320px }' });
    const fits = async () => {
      const wide = await outlook.pane
        .locator('html')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(wide).toBe(0);
      expect(await axeFaults(page, { exclude: 'theHost' })).toEqual([]);
    };
    await outlook.fill('abusive');
    await outlook.heading(outlook.words.stuck.title).waitFor();
    await fits();
    await outlook.report.click();
    await outlook.pane.getByText(outlook.words.unattached.waitingHere).waitFor();
    await fits();
    outlook.network.recover();
    const button = outlook.pane.getByRole('button', { name: outlook.words.progress.signIn });
    await button.waitFor();
    // It has found its e-mail: nobody is asked about it any more.
    await expect.poll(() => outlook.heading(outlook.words.unattached.title).count()).toBe(0);
    await fits();
    const [relay] = await Promise.all([page.context().waitForEvent('page'), button.click()]);
    const press = relay.getByRole('button', { name: 'Sign in / Mewngofnodi' });
    await press.waitFor();
    await relay.setViewportSize({ width: 320, height: 480 });
    expect(await relay.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await axeFaults(relay)).toEqual([]);
    const [window] = await Promise.all([page.context().waitForEvent('page'), press.click()]);
    await relay.getByText('Go on in Microsoft’s window').waitFor();
    expect(await axeFaults(relay)).toEqual([]);
    const closed = relay.waitForEvent('close');
    await window.getByRole('button', { name: reporterName, exact: true }).click();
    await closed;
    await outlook.done();
  });

  it('says to an administrator who has allowed the app that nothing is left to do', async () => {
    const page = await under.browser.page();
    await carry(page.context(), productionOrigin, under.system.appOrigin);
    await page.goto(`${productionOrigin}/sign-in.html?admin_consent=True&tenant=${under.system.settings.tenantId}`);
    await page.getByText('There is nothing left to do here.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await page.goto(`${productionOrigin}/sign-in.html?error=access_denied`);
    await page.getByText('Microsoft did not allow it.').waitFor();
  });
});

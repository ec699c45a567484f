import type { Page, Response } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { dispatchIds, hostUrl } from '../office/host-page.ts';
import { type OfficeFiles, provideOffice } from '../office/office-files.ts';
import type { FrameStorage } from './support/browser.ts';
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
      expect(outlook.network.asked[0]).toBe(officeAddress);
      await outlook.pane.getByText(outlook.words.message.read, { exact: true }).click();
      await outlook.pane.getByText(outlook.words.message.headersRead).waitFor();
      await outlook.pane.getByRole('button', { name: outlook.words.message.uncover }).click();
      const words = outlook.pane.getByLabel(outlook.words.message.bodyLabel);
      await expect.poll(() => words.textContent()).toBe(outlook.messages[0]?.parts.bodyText);
      expect(await outlook.asked()).toEqual(expect.arrayContaining([dispatchIds.headers, dispatchIds.body]));
      await outlook.fill('abusive');
      await report(outlook);
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
    await outlook.pane.getByText(outlook.words.message.waiting).waitFor();
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

import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/incident/vocabulary.ts';
import { outlookHosts } from '../../src/m365/office/host-capabilities.ts';
import { clients, clientWithout, lacks } from '../../src/sandbox/hosts/outlook/clients.ts';
import { expectIncident, expectOnce } from './support/counts.ts';
import { addressOf, attachmentsOf, bytesOf, inboxOf, mailsOf, sha256, teams } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { carrySignIn, signInByWindow } from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();
const reporter = addressOf('carys.llwydfenn');
const reporterName = 'Carys Llwyd-Fenn';

interface Case {
  subject: string;
  query: Record<string, string>;
  by: 'host' | 'window';
  method: 'officeFile' | 'graphMime';
  narrow?: boolean;
  language?: Language;
}

/** The main job: from the open message to the manager's card, with the original byte for byte at IT Security. */
async function reportIn({ subject, query, by, method, narrow = false, language = 'en' }: Case): Promise<void> {
  const { system, browser } = under;
  browser.allowsRefusedRequests = true;
  const page = await browser.page(narrow ? { viewport: { width: 320, height: 640 } } : {});
  await carrySignIn(page.context(), system);
  const outlook = await Outlook.open(page, system, { query, language });
  await outlook.read(subject);
  await outlook.openPane();
  await outlook.fill('abusive');
  await outlook.report.click();
  if (by === 'window') {
    const button = outlook.pane.getByRole('button', { name: outlook.words.progress.signIn });
    await signInByWindow(page, () => button.click(), reporterName);
  }
  const reference = await outlook.done(120_000);
  await expectOnce(system, reference);
  await expectIncident(system, reference, { report: { language }, evidence: [{ method }] });
  const original = (await inboxOf(system, reporter)).find((mail) => mail.subject === subject);
  const bytes = await bytesOf(system, reporter, original?.id ?? '');
  const forwarded = (await mailsOf(system, teams.itSecurity)).find((mail) => mail.subject.includes(reference));
  const attached = await attachmentsOf(system, teams.itSecurity, forwarded?.id ?? '');
  expect(attached.map((each) => each.sha256)).toEqual([sha256(bytes)]);
}

describe('Every Outlook of the README’s table', { timeout: 180_000 }, () => {
  it('is what the stand-in takes it for', () => {
    const bridges = { works: 'yes', fails: 'unsure', none: 'no' } as const;
    const ours = Object.entries(outlookHosts).map(([name, host]) => ({
      name,
      set: host.mailboxSet,
      // A phone's broker may fail as a Mac's; the stand-in shows the one that works.
      signIn: name === 'phone' ? 'yes' : host.nestedAppAuth,
      isPinnable: host.isPinnable,
      hasRestIds: host.hasRestIds,
    }));
    const theirs = Object.entries(clients).map(([name, client]) => ({
      name,
      set: `1.${client.mailboxMinor}`,
      signIn: bridges[client.bridge],
      isPinnable: client.isPinnable,
      hasRestIds: client.hasRestIds,
    }));
    expect(theirs).toEqual(ours);
  });

  it.each<[keyof typeof clients, Omit<Case, 'query'>]>([
    ['newWindows', { subject: 'About your grant', by: 'host', method: 'officeFile' }],
    ['classicWindows', { subject: 'FW: FW: The very first letter', by: 'host', method: 'officeFile' }],
    ['ltsc2024', { subject: 'Rich text only', by: 'host', method: 'officeFile' }],
    ['ltsc2021', { subject: 'Sealed', by: 'window', method: 'graphMime' }],
    ['mac', { subject: 'Wrapped', by: 'window', method: 'officeFile' }],
    ['macClassic', { subject: 'Two of me', by: 'window', method: 'graphMime', language: 'cy' }],
    ['phone', { subject: 'Nice blue door', by: 'host', method: 'graphMime', narrow: true, language: 'cy' }],
  ])('does the main job: %s', (client, each) => reportIn({ ...each, query: { client } }));
});

describe('An Outlook on the web with one of the switches of its page set', { timeout: 180_000 }, () => {
  // Each capability by itself, and without Office.js at all: outlook-lacks.test.ts and faults.test.ts.
  const cases: [(typeof lacks)[number], Omit<Case, 'query'>][] = [
    ['convertToRestId', { subject: 'No date on this one', by: 'host', method: 'officeFile' }],
    ['pinning', { subject: 'I liked your photograph', by: 'host', method: 'officeFile' }],
    ['bridge', { subject: 'Old machine', by: 'window', method: 'officeFile' }],
  ];
  /** The same as one of the members that are taken away there. */
  const members = ['originalFile', 'headers', 'sharedMailbox', 'itemChanged', 'nestedAppAuth'];

  it('has each of them tried', () => {
    expect([...cases.map(([lack]) => lack), ...members, 'office'].sort()).toEqual([...lacks].sort());
    expect(clientWithout('web', ['bridge']).bridge).toBe('fails');
  });

  it.each(cases)('does the main job without: %s', (without, each) => reportIn({ ...each, query: { without } }));
});

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Capability, capabilities, type HostCapability } from '../../src/m365/office/host-capabilities.ts';
import { expectIncident, expectOnce } from './support/counts.ts';
import { addressOf, attachmentsOf, bytesOf, inboxOf, mailsOf, sha256, teams } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { carrySignIn, signInByWindow } from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();
const reporter = addressOf('carys.llwydfenn');
const reporterName = 'Carys Llwyd-Fenn';
const shared = addressOf('ymholiadau');

interface Case {
  name: string;
  /** The address bar of the stand-in's Outlook, which has all that is not taken away here. */
  query: Record<string, string>;
  by: 'host' | 'window';
  method: 'officeFile' | 'graphMime';
}

/** How a host lacks one thing that it says it has: the member is not there, answers with a failure, or never answers. */
const ways = ['missing', 'refusing', 'silent'] as const;
const names = Object.keys(capabilities) as Capability[];

function caseOf(taken: readonly Capability[], name: string, query: Record<string, string>): Case {
  return {
    name,
    query,
    by: taken.includes('nestedAppAuth') ? 'window' : 'host',
    method: taken.includes('originalFile') ? 'graphMime' : 'officeFile',
  };
}
const membersOf = (taken: readonly Capability[]) => taken.map((name) => capabilities[name].member).join(',');
const without = (...taken: Capability[]) => caseOf(taken, `no ${taken.join(', no ')}`, { missing: membersOf(taken) });

const minorOf = (version: string) => Number(version.split('.')[1]);
const oneByOne = names.flatMap((name) =>
  ways.map((way) => caseOf([name], `${name}: ${way}`, { [way]: membersOf([name]) })),
);

/** An Outlook of the set before: it says no, and its later methods are not there. Older than `itemChanged` no Outlook may be. */
const older = names.flatMap((name) => {
  const { set }: HostCapability = capabilities[name];
  if (set[0] !== 'Mailbox' || minorOf(set[1]) <= minorOf(capabilities.itemChanged.set[1])) return [];
  const minor = minorOf(set[1]) - 1;
  const isLost = minor < minorOf(capabilities.originalFile.set[1]);
  return [caseOf(isLost ? ['originalFile'] : [], `${name}: the set before`, { mailbox: `1.${minor}` })];
});

/** What comes together: an old build, a phone whose sign-in fails, and a host that has next to nothing. */
const together: Case[] = [
  without('nestedAppAuth', 'originalFile', 'headers'),
  without('originalFile', 'restIds'),
  without('originalFile', 'owner', 'itemChanged'),
  without(...names),
  caseOf(['nestedAppAuth', 'originalFile'], 'a phone whose sign-in fails', { client: 'phone', without: 'bridge' }),
  caseOf(['nestedAppAuth', 'originalFile'], 'a phone without sign-in', { client: 'phone', without: 'nestedAppAuth' }),
];

/** No methods, and nobody promises them for ever: what the page reads of Office beside the message's own subject, sender and id. */
const values: Case = caseOf([], 'no values', {
  missing: [
    ...['officeTheme', 'displayLanguage', 'mailbox.diagnostics', 'mailbox.userProfile', 'mailbox.item.attachments'],
    ...['mailbox.item.sender', 'mailbox.item.cc', 'mailbox.item.dateTimeCreated', 'mailbox.item.conversationId'],
  ]
    .map((path) => `Office.context.${path}`)
    .join(','),
});
const noSets = caseOf(['originalFile'], 'says of no set that it has it', { missing: 'Office.context.requirements' });

const cases = [...oneByOne, ...older, ...together, values, noSets];

/** A message of its own for each. Gives their ids. */
async function letThemCome(subjects: readonly string[], to = reporter): Promise<Map<string, string>> {
  const { system } = under;
  const token = await system.observerToken();
  for (const subject of subjects) {
    const message = {
      subject,
      body: { contentType: 'text', content: 'You will be sorry that you ever wrote to me.' },
      toRecipients: [{ emailAddress: { address: to } }],
    };
    const sent = await system.graph(token, `/users/${addressOf('tom.hathersedge')}/sendMail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    });
    expect(sent.status, await sent.text()).toBe(202);
  }
  const found = await inboxOf(system, to);
  return new Map(found.map(({ subject, id }) => [subject, id]));
}

async function report(outlook: Outlook, subject: string, by: Case['by']): Promise<void> {
  await outlook.openPane();
  await outlook.pane.locator('.message').getByText(subject, { exact: true }).first().waitFor();
  await outlook.fill('abusive');
  await outlook.report.click();
  if (by === 'host') return;
  const button = outlook.pane.getByRole('button', { name: outlook.words.progress.signIn });
  await signInByWindow(outlook.page, () => button.click(), reporterName);
}

/** Recorded, everybody told, and the original filed and sent byte for byte; each once. */
async function expectReported(reference: string, method: Case['method'], original: Uint8Array): Promise<void> {
  const { system } = under;
  await expectOnce(system, reference);
  await expectIncident(system, reference, { evidence: [{ method }] });
  const forwarded = (await mailsOf(system, teams.itSecurity)).find((mail) => mail.subject.includes(reference));
  const attached = await attachmentsOf(system, teams.itSecurity, forwarded?.id ?? '');
  expect(attached.map((file) => file.sha256)).toEqual([sha256(original)]);
}

describe('A full Outlook without what the code asks of it', { timeout: 180_000 }, () => {
  let ids: Map<string, string>;
  let usual: Page;
  beforeAll(async () => {
    ids = await letThemCome(cases.map(({ name }) => name));
    usual = await under.browser.keptPage();
  }, 120_000);

  /** A window's sign-in lasts as long as its browser's tab: each such case has one of its own. */
  async function pageFor(by: Case['by']): Promise<Page> {
    if (by === 'host') return usual;
    const page = await under.browser.page();
    await carrySignIn(page.context(), under.system);
    return page;
  }

  it.each(cases.map((each) => [each.name, each] as const))('does the main job: %s', async (name, each) => {
    const { system, browser } = under;
    browser.allowsRefusedRequests = true;
    const id = ids.get(name) ?? '';
    const page = await pageFor(each.by);
    const outlook = await Outlook.open(page, system, { query: { ...each.query, message: id } });
    await report(outlook, name, each.by);
    await expectReported(await outlook.done(120_000), each.method, await bytesOf(system, reporter, id));
  });
});

describe('A message of a shared mailbox, in an Outlook that does not say whose it is', { timeout: 180_000 }, () => {
  it.each([
    { ...without('owner'), name: 'Outlook has the original' },
    { ...without('owner', 'originalFile'), name: 'Graph has the original' },
    { ...caseOf(['nestedAppAuth', 'originalFile'], 'as LTSC 2021', { client: 'ltsc2021' }) },
  ])('does the main job: $name', async ({ name, query, by, method }) => {
    const { system, browser } = under;
    browser.allowsRefusedRequests = true;
    const subject = `To all of you: ${name}`;
    const ids = await letThemCome([subject], shared);
    const page = await browser.page();
    if (by === 'window') await carrySignIn(page.context(), system);
    const outlook = await Outlook.open(page, system, { query });
    const mailbox = page.getByRole('navigation', { name: 'Folders' }).getByRole('region', { name: /Enquiries/ });
    await mailbox.getByRole('button', { name: /^Inbox/ }).click();
    await outlook.read(subject);
    await report(outlook, subject, by);
    const reference = await outlook.done(120_000);
    await expectReported(reference, method, await bytesOf(system, shared, ids.get(subject) ?? ''));
  });
});

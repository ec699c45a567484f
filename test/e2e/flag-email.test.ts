import { describe, expect, it } from 'vitest';
import { afterwards, countsOf, everythingOnce, expectIncident, expectOnce } from './support/counts.ts';
import {
  addressOf,
  attachmentsOf,
  bytesOf,
  evidenceFiles,
  evidenceHash,
  inboxOf,
  mailOf,
  mailsOf,
  sha256,
  teams,
} from './support/mail.ts';
import { Outlook, patience } from './support/outlook.ts';
import type { RunningSystem } from './support/running-system.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const reporter = addressOf('carys.llwydfenn');
const under = systemUnderTest();

async function original(system: RunningSystem, subject: string) {
  const found = (await inboxOf(system, reporter)).find((mail) => mail.subject === subject);
  if (!found) throw new Error(`no message "${subject}"`);
  return found;
}

describe('An abusive e-mail, flagged in Outlook', { timeout: 120_000 }, () => {
  it('reaches everyone it must, once, and stays as it was (S1, COM-6.1-1, COM-6.1-2, COM-6.1-3, COM-6.1-5)', async () => {
    const { system, browser } = under;
    const outlook = await Outlook.open(await browser.page(), system);
    await outlook.read('Evidence of what you are');
    // Opening a message marks it as read, pane or no pane; from here on nothing may change.
    const { id } = await original(system, 'Evidence of what you are');
    await expect.poll(async () => (await mailOf(system, reporter, id)).isRead).toBe(true);
    const before = await mailOf(system, reporter, id);
    const bytes = await bytesOf(system, reporter, id);

    await outlook.openPane();
    await outlook.pane.getByText('d.farrow@brynhafod.example').first().waitFor();
    await outlook.fill('abusive');
    for (const role of ['lineManager', 'security', 'itSecurity', 'helpDesk'] as const) {
      await outlook.pane.getByRole('listitem').filter({ hasText: outlook.words.told.roles[role] }).first().waitFor();
    }
    await outlook.report.click();
    const reference = await outlook.done();
    expect(reference).toMatch(/^UB-\d{4}-\d{6}$/);
    await expectOnce(system, reference);

    expect(await mailOf(system, reporter, id)).toEqual(before);
    expect(sha256(await bytesOf(system, reporter, id))).toBe(sha256(bytes));

    const [forwarded] = (await mailsOf(system, teams.itSecurity)).filter((mail) => mail.hasAttachments);
    const attachments = await attachmentsOf(system, teams.itSecurity, forwarded?.id ?? '');
    expect(attachments).toMatchObject([{ isInline: false, sha256: sha256(bytes) }]);
    expect(attachments[0]?.name).toMatch(/\.eml$/);
    expect(forwarded?.body.content).not.toContain('Evidence of what');

    const [file] = await evidenceFiles(system);
    expect(await evidenceHash(system, file?.id ?? '')).toBe(sha256(bytes));
    await expectIncident(system, reference, {
      evidence: [{ sha256: sha256(bytes), size: bytes.length, internetMessageId: before.internetMessageId }],
      state: 'managerReview',
      forward: { state: 'sent' },
    });
  });

  it('is shown as flagged when the message is opened again, with its number and where it stands', async () => {
    const { system, browser } = under;
    const outlook = await Outlook.open(await browser.page(), system);
    await outlook.read('Evidence of what you are');
    await outlook.openPane();
    await outlook.heading(outlook.words.flagged.title).waitFor({ timeout: patience });
    await outlook.pane.getByText(/UB-\d{4}-000001/).waitFor();
    await outlook.pane.getByText(outlook.words.flagged.states.managerReview).waitFor();
    await expect.poll(() => outlook.report.isVisible()).toBe(false);
  });
});

describe('A person in a hurry', { timeout: 120_000 }, () => {
  it('presses twice, and one report leaves (X-IDEM-1)', async () => {
    const { system, browser } = under;
    const outlook = await Outlook.open(await browser.page(), system);
    await outlook.read('I liked your photograph');
    await outlook.openPane();
    await outlook.fill('abusive', (pane) =>
      pane.getByRole('checkbox', { name: outlook.words.marks.violenceThreatened }).check(),
    );
    await outlook.report.dblclick();
    await expectOnce(system, await outlook.done());
  });

  it('reports from two windows at once, and one report leaves', async () => {
    const { system, browser } = under;
    const device = await browser.device();
    const windows = await Promise.all([1, 2].map(async () => Outlook.open(await device.newPage(), system)));
    for (const outlook of windows) {
      await outlook.read('Two of me');
      await outlook.openPane();
      await outlook.fill('abusive');
    }
    // A window that already shows the other's report has no button left to press.
    await Promise.all(
      windows.map((outlook) =>
        outlook.report
          .click({ timeout: 5_000 })
          .catch(() => outlook.pane.getByText(outlook.words.progress.reference).waitFor()),
      ),
    );
    const references = await Promise.all(windows.map((outlook) => outlook.done()));
    expect(new Set(references).size).toBe(1);
    await expectOnce(system, references[0] ?? '');
  });

  it('reports from two devices at once, and one incident and one notice of each kind come of it', async () => {
    const { system, browser } = under;
    const devices = await Promise.all([1, 2].map(async () => Outlook.open(await browser.page(), system)));
    for (const outlook of devices) {
      await outlook.read('No date on this one');
      await outlook.openPane();
      await outlook.fill('abusive');
    }
    await Promise.all(devices.map((outlook) => outlook.report.click()));
    const references = await Promise.all(devices.map((outlook) => outlook.done()));
    expect(new Set(references).size).toBe(1);
    // Each device may have written its own row and its own note; all the rest is there once.
    const { reports: _, forwardNotes: __, ...once } = everythingOnce;
    const counted = async () => {
      const { reports, forwardNotes, ...rest } = await countsOf(system, references[0] ?? '');
      return { ...rest, isNoted: reports >= 1 && forwardNotes >= 1 };
    };
    await expect.poll(counted, afterwards).toEqual({ ...once, isNoted: true });
  });

  it('reloads in the middle, and the report goes on (X-PART-1)', async () => {
    const { system, browser } = under;
    browser.allowsRefusedRequests = true;
    await system.control('POST', '/sandbox/faults', {
      match: { part: 'graph', method: 'POST', path: '*/send' },
      times: 1,
      effect: { kind: 'status', status: 503, retryAfter: 2 },
    });
    const outlook = await Outlook.open(await browser.page(), system);
    await outlook.flag('Wrapped', 'abusive');
    await outlook.pane.getByText(outlook.words.progress.steps.recorded).first().waitFor();
    await outlook.page.reload();
    await outlook.page.getByRole('region', { name: 'Messages' }).getByRole('listitem').first().waitFor();
    await outlook.read('Wrapped');
    await outlook.openPane();
    const reference = await outlook.done();
    await expectOnce(system, reference);
  });
});

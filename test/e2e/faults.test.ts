import { describe, expect, it } from 'vitest';
import { largeMessageSubject } from '../../src/sandbox/mail/inbox/large-message.ts';
import { itemsOf } from '../service/support/look.ts';
import { afterwards, countsOf, everythingOnce, expectIncident, expectOnce } from './support/counts.ts';
import { addressOf, attachmentsOf, bytesOf, inboxOf, mailsOf, sha256, teams } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();

/** A fault of the tenant, from now on. */
const fault = (rule: object) => under.system.control('POST', '/sandbox/faults', rule);

async function hits(): Promise<number[]> {
  const { value } = await under.system.control<{ value: { hits: number }[] }>('GET', '/sandbox/faults');
  return value.map((rule) => rule.hits);
}

async function openOn(subject: string, query: Record<string, string> = {}): Promise<Outlook> {
  under.browser.allowsRefusedRequests = true;
  const outlook = await Outlook.open(await under.browser.page(), under.system, { query });
  await outlook.read(subject);
  await outlook.openPane();
  return outlook;
}

const intakeItems = () => `*/lists/${under.system.settings.site.lists.intake}/items*`;

describe('A report under faults arrives once all the same (X-PART-1, X-IDEM-1)', { timeout: 180_000 }, () => {
  it.each([
    ['429 with Retry-After', 'About your grant', { kind: 'status', status: 429, retryAfter: 2 }],
    ['503', 'FW: FW: The very first letter', { kind: 'status', status: 503 }],
    ['a cut before the work', 'Rich text only', { kind: 'drop' }],
    ['500 after the row was written', 'Sealed', { kind: 'status', status: 500, after: true }],
  ])('Intake answers with %s', async (_name, subject, effect) => {
    await fault({ match: { part: 'graph', method: 'POST', path: intakeItems() }, times: 1, effect });
    const outlook = await openOn(subject);
    await outlook.fill('abusive');
    await outlook.report.click();
    await expectOnce(under.system, await outlook.done(120_000));
    expect(await hits()).toEqual([1]);
  });

  it('the connection is cut after the row was written: the browser itself may write it again, and one counts', async () => {
    await fault({
      match: { part: 'graph', method: 'POST', path: intakeItems() },
      times: 1,
      effect: { kind: 'drop', after: true },
    });
    const before = await mailsOf(under.system, teams.itSecurity);
    const outlook = await openOn('Dŵr, tŷ a chywilydd');
    await outlook.fill('abusive');
    await outlook.report.click();
    const reference = await outlook.done(120_000);
    // The mail with the original may name the second row's number, which the first row's then replaces.
    const { reports: _, itSecurity: __, ...once } = everythingOnce;
    await expect.poll(() => countsOf(under.system, reference), afterwards).toMatchObject(once);
    const { reports } = await countsOf(under.system, reference);
    expect(reports).toBeLessThanOrEqual(2);
    await expect.poll(() => mailsOf(under.system, teams.itSecurity), afterwards).toHaveLength(before.length + 1);
    expect(await hits()).toEqual([1]);
  });

  it.each([
    ['429 to the draft', 'Wrapped', '*/messages', { kind: 'status', status: 429, retryAfter: 2 }],
    ['500 after the draft was made', 'Eto: y tŷ', '*/messages', { kind: 'status', status: 500, after: true }],
    ['503 to sending', 'Two of me', '*/send', { kind: 'status', status: 503 }],
    ['500 after the mail left', 'On behalf of all of us', '*/send', { kind: 'status', status: 500, after: true }],
    ['a cut after the mail left', 'Nice blue door', '*/send', { kind: 'drop', after: true }],
  ])('the mailbox answers with %s', async (_name, subject, path, effect) => {
    await fault({ match: { part: 'graph', method: 'POST', path, persona: 'reporter' }, times: 1, effect });
    const outlook = await openOn(subject);
    await outlook.fill('abusive');
    await outlook.report.click();
    await expectOnce(under.system, await outlook.done(120_000));
    expect(await hits()).toEqual([1]);
  });

  it('the network is lost, the pane says so and goes on when it is back', async () => {
    const outlook = await openOn('No date on this one');
    await outlook.pane.getByText('d.farrow@brynhafod.example').first().waitFor();
    await outlook.fill('abusive');
    await outlook.page.context().setOffline(true);
    await outlook.report.click();
    await outlook.pane.getByText(outlook.words.reasons.offline).first().waitFor();
    await outlook.page.context().setOffline(false);
    await expectOnce(under.system, await outlook.done(150_000));
  });

  it('a token runs out before its time', async () => {
    const outlook = await openOn('Find this one if you can');
    await outlook.pane.getByText('d.farrow@brynhafod.example').first().waitFor();
    await outlook.fill('abusive');
    await fault({
      match: { part: 'graph', method: 'POST', path: intakeItems() },
      times: 1,
      effect: { kind: 'tokenExpired' },
    });
    await outlook.report.click();
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it.each([
    ['interaction_required', 'Everyone should know what Carys is like'],
    ['consent_required', 'I liked your photograph'],
  ])('the sign-in answers %s: one button, one window, and on it goes', async (refusal, subject) => {
    await fault({ match: { part: 'signin' }, times: null, effect: { kind: 'signIn', refusal } });
    const outlook = await openOn(subject);
    await outlook.fill('abusive');
    await outlook.report.click();
    await outlook.pane.getByRole('button', { name: outlook.words.progress.signIn }).click();
    await outlook.page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
    await under.system.control('DELETE', '/sandbox/faults');
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('the upload of 25 MB breaks after the second chunk, on its way to IT Security and on its way to the library', async () => {
    for (const to of ['mail', 'sharepoint']) {
      const match = { part: 'upload', path: `/upload/${to}/*` };
      await fault({ match, times: 1, effect: { kind: 'breakUpload', afterChunks: 2 } });
    }
    const outlook = await openOn(largeMessageSubject);
    await outlook.fill('persistent');
    await outlook.report.click();
    const reference = await outlook.done(170_000);
    await expect
      .poll(() => countsOf(under.system, reference), afterwards)
      .toMatchObject({ incidents: 1, itSecurity: 1, files: 1 });
    const reporter = addressOf('carys.llwydfenn');
    const original = (await inboxOf(under.system, reporter)).find(({ subject }) => subject === largeMessageSubject);
    const bytes = await bytesOf(under.system, reporter, original?.id ?? '');
    const forwarded = (await mailsOf(under.system, teams.itSecurity)).find(({ subject }) =>
      subject.includes(reference),
    );
    const attached = await attachmentsOf(under.system, teams.itSecurity, forwarded?.id ?? '');
    expect(attached.map((each) => each.sha256)).toEqual([sha256(bytes)]);
    expect(await hits()).toEqual([1, 1]);
  });

  it('the service is down, and back after a while', async () => {
    const outlook = await openOn('You again');
    await outlook.pane.getByText(outlook.words.manager.fromDirectory).waitFor();
    await outlook.fill('abusive');
    await under.system.stopService();
    try {
      await outlook.report.click();
      await expect.poll(async () => (await outlook.steps()).slice(0, 2), { timeout: 60_000 }).toEqual(['done', 'done']);
      expect((await outlook.steps())[2]).not.toBe('done');
    } finally {
      await under.system.startService();
    }
    await expectOnce(under.system, await outlook.done(150_000));
  });

  it('the service goes down while the pane is still being loaded', async () => {
    const outlook = await openOn('Digon yw digon, y tŷ gwag');
    await outlook.fill('abusive');
    await under.system.stopService();
    try {
      await outlook.report.click();
    } finally {
      await under.system.startService();
    }
    await expect
      .poll(
        async () => {
          // What a person does who reads that the pane is not complete yet, or sees it loaded anew with all they chose: presses again.
          const isChosen = () => outlook.pane.getByRole('radio', { checked: true }).count();
          const isIdle = await outlook.pane.getByText(outlook.words.submit.draftKept).isVisible();
          const isUnready = await outlook.pane.getByText(outlook.words.submit.notReady).isVisible();
          if (isUnready || (isIdle && (await isChosen()) > 0))
            await outlook.report.click({ timeout: 5_000 }).catch(() => undefined);
          return outlook.heading(outlook.words.progress.titleDone).isVisible();
        },
        { timeout: 120_000, interval: 1_000 },
      )
      .toBe(true);
    await expectOnce(under.system, await outlook.done());
  });

  it('no webhook ever arrives: the next look at the list finds it', async () => {
    await fault({ match: { part: 'webhook' }, times: null, effect: { kind: 'webhook', delivery: 'never' } });
    const outlook = await openOn('Undelivered Mail Returned to Sender');
    await outlook.fill('abusive');
    await outlook.report.click();
    await expectOnce(under.system, await outlook.done(120_000));
  });

  it('every webhook arrives twice', async () => {
    await fault({ match: { part: 'webhook' }, times: null, effect: { kind: 'webhook', delivery: 'twice' } });
    const outlook = await openOn('Cut off');
    await outlook.fill('abusive');
    await outlook.report.click();
    await expectOnce(under.system, await outlook.done(120_000));
  });
});

describe('An Outlook that lacks something', { timeout: 180_000 }, () => {
  it('has no original file to give: Graph gives the exact bytes', async () => {
    const outlook = await openOn('Invitation: Meet me or else', { without: 'originalFile' });
    await outlook.fill('abusive');
    await outlook.report.click();
    const reference = await outlook.done(120_000);
    await expectOnce(under.system, reference);
    await expectIncident(under.system, reference, { evidence: [{ method: 'graphMime' }] });
  });

  it('hangs: the form is usable, the report is kept, and leaves when Outlook answers', async () => {
    const before = await itemsOf(under.system, under.system.settings.site.lists.intake);
    const outlook = await openOn('Old machine', { without: 'office' });
    await outlook.fill('abusive', (pane) => pane.getByRole('textbox').first().fill('It came while Outlook hung.'));
    await outlook.report.click();
    await outlook.pane.getByText(outlook.words.unattached.waiting).first().waitFor();
    expect(await itemsOf(under.system, under.system.settings.site.lists.intake)).toHaveLength(before.length);
    await outlook.page.getByText('An older or broken Outlook').click();
    await outlook.page.getByRole('checkbox', { name: /Office.js never answers/ }).uncheck();
    await outlook.pane.getByRole('button', { name: outlook.words.unattached.use }).click();
    const reference = await outlook.done(120_000);
    await expectIncident(under.system, reference, {
      report: { facts: 'It came while Outlook hung.', kind: 'abusive' },
    });
  });
});

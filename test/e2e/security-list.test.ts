import { beforeAll, describe, expect, it } from 'vitest';
import { termsEn } from '../../src/words/terms.en.ts';
import { itemsOf } from '../service/support/look.ts';
import { personOf, secrets } from '../service/support/reporter.ts';
import { editAsSecurity, uploadEvidence } from '../service/support/security.ts';
import { incidentOf } from './support/counts.ts';
import { addressOf, evidenceFiles, mailsOf, sha256 } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const openTab = async (persona: string, language: 'en' | 'cy' = 'en') =>
  Tab.open(await under.browser.page(), under.system, persona, { language });

async function evidenceFor(submissionId: string, text = 'From: x\r\n\r\nthe original') {
  const bytes = new TextEncoder().encode(text);
  const answer = await uploadEvidence(under.system, under.system.appOrigin, {
    submissionId,
    bytes,
    sha256: sha256(bytes),
  });
  expect(answer.status).toBe(200);
}

/** Scrolls as a hand does until the list says that this is all. */
async function scrollToEnd(tab: Tab): Promise<void> {
  await tab.page.mouse.move(700, 600);
  for (let turn = 0; turn < 200 && !(await tab.frame.getByText(tab.words.board.end).isVisible()); turn += 1) {
    await tab.page.mouse.wheel(0, 1_500);
    await tab.page.waitForTimeout(50);
  }
}

async function mailsAbout(mailbox: string, reference: string) {
  return (await mailsOf(under.system, mailbox)).filter(({ subject, body }) =>
    `${subject} ${body.content}`.includes(reference),
  );
}

describe('Security’s list', { timeout: 120_000 }, () => {
  let newest = '';
  beforeAll(async () => {
    await under.system.control('POST', '/sandbox/seed', { incidents: 300 });
    newest = (await reported(under.system, { kind: 'hoax' })).reference;
  });

  it('begins with the newest, shows pages as they are asked for, and ends after all of them', async () => {
    const tab = await openTab('security');
    await tab.openList();
    await tab.frame.getByRole('button', { name: newest }).waitFor();
    const first = tab.frame.getByRole('row').nth(1);
    await expect.poll(() => first.textContent()).toContain(newest);
    await scrollToEnd(tab);
    await tab.frame.getByText(tab.words.board.shown(301)).waitFor();
  });

  it.each([
    ['state', { State: 'underReview' }],
    ['kind', { Kind: 'hoax' }],
    ['state and kind', { State: 'acknowledged', Kind: 'persistent' }],
  ])('filters by %s, and shows what SharePoint holds', async (_name, wanted: { State?: string; Kind?: string }) => {
    const { system } = under;
    const all = await itemsOf(system, system.settings.site.lists.incidents);
    const expected = all.filter(
      ({ fields }) => (!wanted.State || fields.State === wanted.State) && (!wanted.Kind || fields.Kind === wanted.Kind),
    );
    const tab = await openTab('security');
    await tab.openList();
    await tab.frame.getByRole('button', { name: newest }).waitFor();
    if (wanted.State) {
      const label = termsEn.states[wanted.State as keyof typeof termsEn.states];
      await tab.frame.getByLabel(tab.words.board.state, { exact: true }).selectOption({ label });
    }
    if (wanted.Kind) {
      const label = termsEn.kinds[wanted.Kind as keyof typeof termsEn.kinds];
      await tab.frame.getByLabel(tab.words.board.kind, { exact: true }).selectOption({ label });
    }
    expect(expected.length).toBeGreaterThan(0);
    await scrollToEnd(tab);
    await tab.frame.getByText(tab.words.board.shown(expected.length), { exact: true }).waitFor();
  });
});

describe('An incident, opened by Security', { timeout: 120_000 }, () => {
  it('proves that its evidence is unchanged, and notices when it is not (B-EVD-2)', async () => {
    const { system } = under;
    const { report, reference } = await reported(system);
    await evidenceFor(report.submissionId);
    await expect.poll(async () => (await incidentOf(system, reference))?.incident.evidence.length).toBe(1);
    const tab = await openTab('security');
    await tab.openIncident(reference);
    await tab.frame.getByRole('button', { name: tab.words.incident.verify }).click();
    await tab.frame.getByText(/Unchanged since it was captured/).waitFor();

    const file = (await evidenceFiles(system)).find(({ path }) => path.includes(reference));
    const changed = await system.graph(
      await system.observerToken(),
      `/drives/${system.settings.site.evidenceDrives.default}/items/${file?.id}/content`,
      { method: 'PUT', body: 'From: x\r\n\r\nsomething else', headers: { 'content-type': 'text/plain' } },
    );
    expect(changed.status, await changed.text()).toBe(200);
    await tab.frame.getByRole('button', { name: tab.words.incident.verify }).click();
    await tab.frame.getByText(tab.words.incident.verifyFailed).waitFor();
    await expect
      .poll(async () =>
        (await itemsOf(system, system.settings.site.lists.audit))
          .filter(({ fields }) => fields.SubmissionId === report.submissionId)
          .map(({ fields }) => fields.Action),
      )
      .toEqual(expect.arrayContaining(['evidenceVerified', 'evidenceMismatch']));
  });

  it('is commented on and acknowledged; manager and reporter are told without a word of it (BEH-8.3-1)', async () => {
    const { system } = under;
    const { reference } = await reported(system);
    // The service moves the comment into the record meanwhile: the acknowledgement may be answered 412 first, and is repeated.
    under.browser.allowsRefusedRequests = true;
    const tab = await openTab('security');
    await tab.openIncident(reference);
    await tab.frame.getByRole('textbox', { name: tab.words.incident.commentLabel }).fill('Rang the reporter at ten.');
    await tab.frame.getByRole('button', { name: tab.words.incident.commentAdd }).click();
    await tab.frame.getByText(tab.words.incident.commentAdded).waitFor();
    await expect
      .poll(async () => (await incidentOf(system, reference))?.incident.comments.map(({ text }) => text), {
        timeout: 30_000,
      })
      .toEqual(['Rang the reporter at ten.']);
    await tab.frame.getByRole('button', { name: tab.words.incident.acknowledge, exact: true }).click();
    await tab.frame.getByText(tab.words.incident.acknowledgedNow).waitFor();
    await expect
      .poll(async () => (await incidentOf(system, reference))?.incident.acknowledgement?.by.name, { timeout: 30_000 })
      .toBe((await personOf(system, 'security')).displayName);
    for (const name of ['carys.llwydfenn', 'sian.morlais']) {
      await expect.poll(async () => (await mailsAbout(addressOf(name), reference)).length, { timeout: 30_000 }).toBe(1);
      const [mail] = await mailsAbout(addressOf(name), reference);
      for (const secret of [...secrets, 'Rang the reporter']) expect(mail?.body.content).not.toContain(secret);
    }
    const mine = await openTab('reporter');
    await mine.openMine();
    const card = mine.frame.getByRole('group').filter({ hasText: reference });
    await card.getByText(termsEn.states.acknowledged, { exact: true }).waitFor();
    await card.getByText(/Security acknowledged your report on/).waitFor();
  });

  it('is acknowledged on the SharePoint page with the same effect', async () => {
    const { system, browser } = under;
    const { reference } = await reported(system);
    const page = await browser.page();
    await page.goto(`${system.origin}/sharepoint?persona=security&site=urddas&list=Incidents`);
    const filter = page.getByRole('form', { name: 'Filter' });
    await filter.getByLabel('Column').selectOption('Reference');
    await filter.getByLabel('Value').fill(reference);
    await filter.getByRole('button', { name: 'Filter' }).click();
    const itemId = (await incidentOf(system, reference))?.itemId;
    await page.getByRole('button', { name: new RegExp(`Change State / Cyflwr of row ${itemId}$`) }).click();
    await page.getByRole('combobox', { name: `State / Cyflwr of row ${itemId}` }).selectOption('acknowledged');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await incidentOf(system, reference))?.incident.acknowledgement?.by.name, { timeout: 60_000 })
      .toBe((await personOf(system, 'security')).displayName);
    for (const name of ['carys.llwydfenn', 'sian.morlais']) {
      await expect.poll(async () => (await mailsAbout(addressOf(name), reference)).length, { timeout: 30_000 }).toBe(1);
    }
  });

  it('goes back to what it was after an edit the rules forbid', async () => {
    const { system } = under;
    const { reference } = await reported(system);
    expect(await editAsSecurity(system, reference, { State: 'monitoring' })).toBe(200);
    const row = async () =>
      (await itemsOf(system, system.settings.site.lists.incidents)).find(
        ({ fields }) => fields.Reference === reference,
      );
    await expect.poll(async () => (await row())?.fields.State, { timeout: 60_000 }).toBe('managerReview');
  });
});

describe('The reporter’s pane', () => {
  it('says on a flagged message that Security has acknowledged it', { timeout: 120_000 }, async () => {
    const { system, browser } = under;
    const outlook = await Outlook.open(await browser.page(), system);
    await outlook.flag('Wrapped', 'abusive');
    const reference = await outlook.done();
    await editAsSecurity(system, reference, { State: 'acknowledged' });
    await expect
      .poll(async () => (await incidentOf(system, reference))?.incident.acknowledgement !== null, { timeout: 30_000 })
      .toBe(true);
    const again = await Outlook.open(await browser.page(), system);
    await again.read('Wrapped');
    await again.openPane();
    await again.heading(again.words.flagged.title).waitFor();
    await expect
      .poll(
        async () => {
          const refresh = again.pane.getByRole('button', { name: again.words.flagged.refresh });
          if (await refresh.isVisible()) await refresh.click();
          return again.pane.getByText(again.words.flagged.states.acknowledged, { exact: true }).count();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBeGreaterThan(0);
  });
});

describe('A colleague with no business here', () => {
  it('finds neither the list in the tab nor a row over Graph', { timeout: 120_000 }, async () => {
    const { system } = under;
    const tab = await openTab('colleague');
    await tab.openMine();
    expect(await tab.entries()).toEqual([tab.words.nav.start, tab.words.nav.mine, tab.words.nav.guidance]);
    const token = await system.token({ persona: 'colleague', scopes: ['Sites.Read.All'] });
    const { site } = system.settings;
    for (const list of [site.lists.incidents, site.lists.incidentsHr, site.lists.audit, site.lists.auditHr]) {
      const answer = await system.graph(token, `/sites/${site.id}/lists/${list}/items?$expand=fields`);
      expect(answer.status, list).toBe(404);
    }
    const intake = await system.graph(token, `/sites/${site.id}/lists/${site.lists.intake}/items?$expand=fields`);
    expect(await intake.json()).toMatchObject({ value: [] });
    const files = await system.graph(token, `/drives/${site.evidenceDrives.default}/root/children`);
    expect([403, 404]).toContain(files.status);
  });
});

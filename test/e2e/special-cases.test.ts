import { describe, expect, it } from 'vitest';
import { cardsOf, incidents, itemsOf } from '../service/support/look.ts';
import { afterwards, expectIncident, expectOnce, incidentOf } from './support/counts.ts';
import { addressOf, attachmentsOf, bytesOf, inboxOf, mailOf, mailsOf, sha256, teams } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const reporter = addressOf('carys.llwydfenn');
const manager = addressOf('sian.morlais');

const openReporter = async () => Outlook.open(await under.browser.page(), under.system);

async function original(subject: string, mailbox = reporter) {
  const found = (await inboxOf(under.system, mailbox)).find((mail) => mail.subject === subject);
  if (!found) throw new Error(`no message "${subject}"`);
  return found;
}

const about = async (mailbox: string, text: string) =>
  (await mailsOf(under.system, mailbox)).filter(({ subject, body }) => `${subject} ${body.content}`.includes(text));

describe('A bomb threat by e-mail (COM-6.1-4, B-BOMB-2, C-06)', { timeout: 180_000 }, () => {
  let reference = '';

  it('is recorded and told, and no mail with it leaves; it stays as it was', async () => {
    const { system } = under;
    const outlook = await openReporter();
    await outlook.read('read this now');
    const { id } = await original('read this now');
    await expect.poll(async () => (await mailOf(system, reporter, id)).isRead).toBe(true);
    const before = await mailOf(system, reporter, id);
    await outlook.openPane();
    await outlook.fill('bombThreat');
    for (const step of outlook.words.help.bombThreat.steps) await outlook.pane.getByText(step).waitFor();
    await outlook.pane.getByText(outlook.words.told.notForwarded).waitFor();
    await outlook.report.click();
    reference = await outlook.done();
    expect(await outlook.steps()).toEqual(['done', 'withheld', 'done', 'done', 'done']);
    await outlook.pane.getByText(outlook.words.progress.keepBomb).waitFor();

    expect(await mailOf(system, reporter, id)).toEqual(before);
    const fromReporter = (await mailsOf(system, reporter)).filter(({ body, subject }) =>
      `${subject} ${body.content}`.includes(reference),
    );
    expect(fromReporter).toEqual([]);
    const told = await about(teams.itSecurity, reference);
    expect(told.map(({ hasAttachments }) => hasAttachments)).not.toContain(true);
    await expectIncident(system, reference, { severity: 'critical', forward: { state: 'suppressed' } });
  });

  it('asks information security to keep the logs', async () => {
    const { system } = under;
    const deliveries = async () => (await incidentOf(system, reference))?.incident.deliveries ?? [];
    await expect
      .poll(async () => (await deliveries()).filter(({ role }) => role === 'informationSecurity'), afterwards)
      .toMatchObject([{ to: teams.itSecurity, state: 'sent' }]);
    const texts = (await about(teams.itSecurity, reference)).map(({ body }) => body.content).join('\n');
    expect(texts).toMatch(/logs/i);
  });

  it('is forwarded once when Security releases it, however often the button is pressed', async () => {
    const { system } = under;
    const tab = await Tab.open(await under.browser.page(), system, 'security');
    await tab.openIncident(reference);
    await tab.frame.getByRole('button', { name: tab.words.incident.release, exact: true }).click();
    await tab.frame.getByRole('button', { name: tab.words.incident.releaseYes }).click();
    const { released, releasedDone } = tab.words.incident;
    await tab.frame.getByText(released).or(tab.frame.getByText(releasedDone)).waitFor();
    await expect
      .poll(async () => (await incidentOf(system, reference))?.incident.forward.state, { timeout: 60_000 })
      .toBe('sent');
    const withFile = async () => (await about(teams.itSecurity, reference)).filter((mail) => mail.hasAttachments);
    await expect.poll(async () => (await withFile()).length, { timeout: 60_000 }).toBe(1);
    const [mail] = await withFile();
    const { id } = await original('read this now');
    const attached = await attachmentsOf(system, teams.itSecurity, mail?.id ?? '');
    expect(attached.map((each) => each.sha256)).toEqual([sha256(await bytesOf(system, reporter, id))]);
  });
});

describe('Someone who speaks of ending their life (COM-3d-1, C-32, B-SUI-3)', { timeout: 120_000 }, () => {
  it('is a matter of welfare: nobody who fends off is told, and no word of it stands in the card', async () => {
    const { system } = under;
    const before = await Promise.all(
      [teams.helpDesk, teams.itSecurity, teams.security].map((box) => mailsOf(system, box)),
    );
    const outlook = await openReporter();
    await outlook.flag('I cannot go on', 'suicideThreat', (pane) =>
      pane.getByText(outlook.words.help.suicideThreat.title).waitFor(),
    );
    const reference = await outlook.done();
    expect(await outlook.steps()).toEqual(['done', 'notNeeded', 'done', 'done', 'notNeeded']);
    await expectIncident(system, reference, { deliveries: [{ role: 'lineManager', state: 'sent' }] });
    const after = await Promise.all(
      [teams.helpDesk, teams.itSecurity, teams.security].map((box) => mailsOf(system, box)),
    );
    expect(after.map((mails) => mails.length)).toEqual(before.map((mails) => mails.length));
    const [card] = (await cardsOf(system, 'manager')).filter(({ json }) => json.includes(reference));
    expect(card?.json).not.toMatch(/suicid|hunanladd|cannot go on|gwyn@/i);
  });
});

describe('A colleague’s mail in which the manager is involved (COM-3f-1, COM-3f-2, C-21)', { timeout: 120_000 }, () => {
  it('goes to HR’s register alone; Security and the manager find no trace', async () => {
    const { system } = under;
    const cardsBefore = await cardsOf(system, 'manager');
    const tabBefore = await Tab.open(await under.browser.page(), system, 'manager');
    await tabBefore.openMine();
    const entriesBefore = await tabBefore.entries();
    const outlook = await openReporter();
    await outlook.flag('Your excuses', 'internal', (pane) =>
      pane.getByRole('checkbox', { name: outlook.words.manager.implicated }).check(),
    );
    const reference = await outlook.done();
    const hr = await itemsOf(system, system.settings.site.lists.incidentsHr);
    expect(hr.map(({ fields }) => fields.Reference)).toEqual([reference]);
    expect((await incidents(system)).map(({ incident }) => incident.reference)).not.toContain(reference);
    expect(await cardsOf(system, 'manager')).toHaveLength(cardsBefore.length);
    for (const mailbox of [manager, teams.security, teams.itSecurity, teams.helpDesk]) {
      expect(await about(mailbox, reference), mailbox).toEqual([]);
    }
    await expect.poll(() => about(teams.hr, reference), afterwards).toHaveLength(1);

    const { site } = system.settings;
    for (const persona of ['manager', 'security']) {
      const token = await system.token({ persona, scopes: ['Sites.Read.All'] });
      for (const list of [site.lists.incidentsHr, site.lists.auditHr]) {
        const answer = await system.graph(token, `/sites/${site.id}/lists/${list}/items?$expand=fields`);
        expect(answer.status, `${persona} ${list}`).toBe(404);
      }
      const files = await system.graph(token, `/drives/${site.evidenceDrives.hr}/root/children`);
      expect([403, 404], persona).toContain(files.status);
      const audit = await system.graph(token, `/sites/${site.id}/lists/${site.lists.audit}/items?$expand=fields`);
      expect(await audit.text(), persona).not.toContain(reference);
    }
    const tab = await Tab.open(await under.browser.page(), system, 'manager');
    await tab.openMine();
    expect(await tab.frame.getByText(reference).count()).toBe(0);
    // The manager leads a team, and other reports may wait there: this one is not counted beside the name.
    expect(await tab.entries()).toEqual(entriesBefore);
    expect(entriesBefore).toContainEqual(expect.stringContaining(tab.words.nav.team));
    const hrTab = await Tab.open(await under.browser.page(), system, 'hr');
    expect(await hrTab.entries()).toEqual([
      hrTab.words.nav.start,
      hrTab.words.nav.mine,
      hrTab.words.nav.guidance,
      hrTab.words.nav.hr,
    ]);
  });
});

describe('People who cannot be reached as usual', { timeout: 180_000 }, () => {
  it('the manager’s Teams refuses the app: they get a mail instead, without a word of the message', async () => {
    const { system } = under;
    await system.control('PUT', '/sandbox/teams/installations', { persona: 'manager', state: 'blocked' });
    try {
      const outlook = await openReporter();
      await outlook.flag('Wrapped', 'abusive');
      const reference = await outlook.done(150_000);
      await expect.poll(() => about(manager, reference), afterwards).toHaveLength(1);
      const [mail] = await about(manager, reference);
      expect(mail?.body.content).not.toMatch(/friend@tanrallt/);
    } finally {
      await system.control('PUT', '/sandbox/teams/installations', { persona: 'manager', state: 'installed' });
    }
  });

  it('the directory names no manager: Security takes it, flagged (BEH-4.3-2)', async () => {
    const { system } = under;
    await system.control('PATCH', '/sandbox/people/reporter', { manager: null });
    try {
      const outlook = await openReporter();
      await outlook.read('Two of me');
      await outlook.openPane();
      await outlook.pane.getByText(outlook.words.manager.none).waitFor();
      await outlook.fill('abusive');
      await outlook.report.click();
      const reference = await outlook.done(120_000);
      await expectIncident(system, reference, { manager: null, managerUnresolved: true, state: 'withSecurity' });
      await expect.poll(() => about(teams.security, reference), afterwards).toHaveLength(1);
    } finally {
      await system.control('PATCH', '/sandbox/people/reporter', { manager: 'manager' });
    }
  });
});

describe('A mailbox that is not one’s own', { timeout: 120_000 }, () => {
  const shared = addressOf('ymholiadau');

  async function openShared(persona: string): Promise<Outlook> {
    const outlook = await Outlook.open(await under.browser.page(), under.system, { persona });
    const folders = outlook.page.getByRole('navigation', { name: 'Folders' });
    await folders
      .getByRole('region', { name: /Enquiries/ })
      .getByRole('button', { name: /^Inbox/ })
      .click();
    await outlook.read('To whichever fool reads this');
    await outlook.openPane();
    return outlook;
  }

  it('is shared with full access: the report works, and says whose mailbox it is', async () => {
    const { system, browser } = under;
    browser.allowsRefusedRequests = true;
    const outlook = await openShared('reporter');
    await outlook.pane.getByText(new RegExp(shared)).first().waitFor();
    await outlook.fill('abusive');
    await outlook.report.click();
    const reference = await outlook.done(90_000);
    await expectOnce(system, reference);
    await expectIncident(system, reference, { report: { email: { mailbox: shared } } });
  });

  it('may only be read: the report works all the same', async () => {
    const { system, browser } = under;
    browser.allowsRefusedRequests = true;
    const outlook = await openShared('seniorManager');
    await outlook.fill('abusive');
    await outlook.report.click();
    const reference = await outlook.done(90_000);
    await expectIncident(system, reference, { reference });
    await expect.poll(() => about(teams.itSecurity, reference), afterwards).toHaveLength(1);
  });
});

import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeTeamAlert } from '../../src/words/compose-team.ts';
import { incidentAccountEn } from '../../src/words/incident-account.en.ts';
import { incidentWorkEn } from '../../src/words/incident-work.en.ts';
import { ownStatementsEn } from '../../src/words/own-statements.en.ts';
import { statementEn } from '../../src/words/statement.en.ts';
import { tabEn } from '../../src/words/tab.en.ts';
import { teamMailEn } from '../../src/words/team-mail.en.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { sentMails } from '../service/support/look.ts';
import { personOf, secrets } from '../service/support/reporter.ts';
import { inboxOf } from './support/mail.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const soon = { timeout: 60_000, interval: 500 };
const { whole, statements, alert } = teamRecordEn;

interface Somebody {
  id: string;
  displayName: string;
  userPrincipalName: string;
}
let manager: Somebody;
let witness: Somebody;
beforeAll(async () => {
  manager = await personOf(under.system, 'manager');
  witness = await personOf(under.system, 'colleague');
});

const openTab = async (persona: string, sub: string) =>
  Tab.open(await under.browser.page(), under.system, persona, { query: { entity: 'urddas', sub } });

/** The line of the list “Is the record whole?” that is about statements. */
const statementsLine = (tab: Tab): Locator =>
  tab.frame
    .getByRole('region', { name: whole.heading })
    .getByRole('listitem')
    .filter({ hasText: whole.items.statements });

// BEH-8.5-1, BEH-8.5-2
describe('A statement that a manager asks for in “My team”', { timeout: 240_000 }, () => {
  it('is signed and added to by its link, and the manager sees both, and that the record is whole', async () => {
    const { system } = under;
    const { reference, report } = await reported(system);
    const own = await openTab('manager', `team/${report.submissionId}`);
    await statementsLine(own).getByText(whole.notNeeded).waitFor();
    await own.frame.getByRole('button', { name: statements.other }).click();
    await own.frame.getByLabel(statements.search).fill(witness.displayName);
    await own.frame.getByRole('button', { name: `${statements.askAs.witness}: ${witness.displayName}` }).click();
    await own.frame.getByText(statements.asked(witness.displayName)).waitFor();
    await statementsLine(own)
      .getByText(`${whole.missing} (${whole.count(0, 1)})`)
      .waitFor();
    const asked = own.frame.getByRole('region', { name: statements.heading });
    await asked.getByText(incidentWorkEn.statements.awaited).waitFor();

    const request = async () =>
      (await inboxOf(system, witness.userPrincipalName)).find(({ subject }) => subject.includes(reference));
    await expect.poll(request, soon).toBeDefined();
    const link = decodeURIComponent((await request())?.body.content ?? '');
    const [sub = ''] = /statement\/[0-9A-HJKMNP-TV-Z]{26}\/s\d+/.exec(link) ?? [];
    // Where a witness would look for it, too.
    const mine = await openTab('colleague', 'mine');
    const waiting = mine.frame.getByRole('region', { name: ownStatementsEn.heading });
    await waiting.getByRole('button', { name: ownStatementsEn.writeFor(reference) }).waitFor();
    const listed = await mine.frame.getByRole('main').innerText();
    for (const secret of secrets) expect(listed).not.toContain(secret);
    const tab = await openTab('colleague', sub);
    await tab.frame.getByText(statementEn.asked(manager.displayName), { exact: false }).waitFor();
    await tab.frame
      .getByRole('textbox', { name: statementEn.labels.witness })
      .fill('He stood at the counter and shouted.');
    await tab.frame.getByRole('button', { name: statementEn.toSign }).click();
    await tab.frame.getByRole('button', { name: statementEn.sign, exact: true }).click();
    await tab.frame.getByText(statementEn.thanks).waitFor();
    await tab.frame.getByRole('textbox', { name: statementEn.addLabel }).fill('It was about ten.');
    await tab.frame.getByRole('button', { name: statementEn.add, exact: true }).click();
    await tab.frame.getByText(statementEn.added).waitFor();

    await mine.frame.getByRole('button', { name: tabEn.refresh }).click();
    await waiting.getByRole('button', { name: ownStatementsEn.readFor(reference) }).waitFor();

    // The page was open all the time.
    await own.frame.getByRole('button', { name: tabEn.refresh }).click();
    await asked.getByText(incidentWorkEn.statements.signed, { exact: true }).waitFor();
    await statementsLine(own)
      .getByText(`${whole.present} (${whole.count(1, 1)})`)
      .waitFor();
    const covered = asked.getByRole('button', {
      name: incidentAccountEn.show(incidentWorkEn.statements.text(witness.displayName)),
    });
    await covered.click();
    await asked.getByText('He stood at the counter and shouted.').waitFor();
    await asked
      .getByRole('heading', { name: incidentWorkEn.statements.added(witness.displayName, '').trim(), exact: false })
      .waitFor();
  });
});

// BEH-8.6-1
describe('The alert to the team', { timeout: 240_000 }, () => {
  it('reaches those the preview counted and nobody else, in the words it showed', async () => {
    const { system } = under;
    await system.control('PATCH', '/sandbox/people/colleague', { preferredLanguage: 'en-GB' });
    const { value } = await system.control<{
      value: (Somebody & { managerId: string | null; accountEnabled: boolean })[];
    }>('GET', '/sandbox/people');
    const team = value.filter(({ managerId, accountEnabled }) => managerId === manager.id && accountEnabled);
    expect(team.length).toBeGreaterThan(2);
    const { reference, report } = await reported(system);
    const tab = await openTab('manager', `team/${report.submissionId}`);
    const part = tab.frame.getByRole('region', { name: alert.heading });
    await part.getByRole('checkbox', { name: teamMailEn.measures.notAlone }).check();
    await part.getByRole('button', { name: alert.preview }).click();
    await part.getByText(alert.previewLead(team.length, manager.displayName), { exact: false }).waitFor();
    const facts = { sender: manager.displayName, measures: ['notAlone'] as const };
    const { subject, text } = composeTeamAlert(facts, 'en');
    await part.getByText(subject, { exact: true }).waitFor();
    const isAlert = (mail: { subject: string }) =>
      [subject, composeTeamAlert(facts, 'cy').subject].some((each) => mail.subject.includes(each));
    expect((await sentMails(system)).filter(isAlert)).toEqual([]);
    await part.getByRole('button', { name: alert.send(team.length) }).click();
    await tab.frame.getByText(alert.sentTo(team.length)).waitFor();

    const recipients = async () =>
      (await sentMails(system))
        .filter(isAlert)
        .flatMap(({ to }) => to)
        .sort();
    await expect.poll(recipients, soon).toEqual(team.map(({ userPrincipalName }) => userPrincipalName).sort());
    const inbox = async (mailbox: string) => (await inboxOf(system, mailbox)).filter(isAlert);
    await expect.poll(async () => (await inbox(witness.userPrincipalName)).length, soon).toBe(1);
    const [arrived] = await inbox(witness.userPrincipalName);
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
      expect(arrived?.body.content).toContain(line);
    }
    for (const word of [...secrets, reference])
      expect(`${arrived?.subject} ${arrived?.body.content}`).not.toContain(word);
    expect(await inbox(manager.userPrincipalName)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { newSubmissionId } from '../../src/application/new-submission-id.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { teamEn } from '../../src/words/team.en.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { axeFaults } from '../browser/axe.ts';
import { cardsOf } from '../service/support/look.ts';
import { personOf, secrets } from '../service/support/reporter.ts';
import { incidentOf } from './support/counts.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

async function openTeam(persona: string, sub = 'team'): Promise<Tab> {
  const { browser, system } = under;
  return Tab.open(await browser.page(), system, persona, { query: { entity: 'urddas', sub } });
}

// BEH-5.1-1
describe('“My team” of a running service', () => {
  it('lists what waits, is answered there, and record and card follow', { timeout: 180_000 }, async () => {
    const { system } = under;
    await system.control('PATCH', '/sandbox/people/manager', { preferredLanguage: 'en-GB' });
    const { reference, report } = await reported(system);
    const tab = await Tab.open(await under.browser.page(), system, 'manager');
    await tab.frame.getByRole('tab', { name: tab.words.nav.team }).click();
    const card = tab.frame.getByRole('article', { name: reference });
    await card.getByText(teamEn.asks.answer).waitFor();
    for (const secret of secrets) expect(await tab.frame.getByRole('main').innerText()).not.toContain(secret);
    await card.getByRole('button', { name: teamEn.open(reference) }).click();
    await tab.frame.getByRole('region', { name: teamRecordEn.reported }).waitFor();
    expect(await axeFaults(tab.page, { exclude: 'theHost' })).toEqual([]);

    await tab.frame.getByLabel(cardEn.commentLabel).fill('I have spoken to her, she is safe.');
    await tab.frame.getByRole('button', { name: cardEn.forward }).click();
    await tab.frame.getByText(teamRecordEn.said.forwardToSecurity).waitFor();
    const incident = (await incidentOf(system, reference))?.incident;
    expect(incident?.state).toBe('withSecurity');
    expect(incident?.comments).toMatchObject([{ text: 'I have spoken to her, she is safe.', via: 'tab' }]);
    await expect
      .poll(
        async () => (await cardsOf(system, 'manager')).some(({ json }) => json.includes(cardEn.doneHeading(reference))),
        { timeout: 30_000 },
      )
      .toBe(true);

    await tab.frame.getByRole('button', { name: teamRecordEn.back }).click();
    const answered = tab.frame.getByRole('region', { name: teamEn.answered });
    await answered.getByRole('button', { name: reference }).waitFor();
    await expect.poll(() => tab.frame.getByRole('article', { name: reference }).count()).toBe(0);
    expect(report.submissionId).not.toBe('');
  });

  it('is led to by the card', { timeout: 120_000 }, async () => {
    const { system } = under;
    const { reference, report } = await reported(system);
    const card = (await cardsOf(system, 'manager')).find(({ json }) => json.includes(reference));
    expect(decodeURIComponent(decodeURIComponent(card?.json ?? ''))).toContain(`team/${report.submissionId}`);
  });

  it('has no entry for somebody who leads nobody', { timeout: 120_000 }, async () => {
    const tab = await Tab.open(await under.browser.page(), under.system, 'reporter');
    expect((await tab.entries()).join(' ')).not.toContain(tab.words.nav.team);
  });
});

// C-21, COM-3f-2
describe('A manager who is the subject', () => {
  it('finds no trace in list, count, number or link', { timeout: 180_000 }, async () => {
    const { system } = under;
    under.browser.allowsRefusedRequests = true;
    const { id } = await personOf(system, 'manager');
    const { reference, report } = await reported(system, { manager: { chosenId: id, implicated: true } });
    const tab = await openTeam('manager');
    await tab.frame.getByRole('heading', { level: 1, name: teamEn.heading }).waitFor();
    await tab.frame.getByRole('region', { name: teamEn.answered }).waitFor();
    expect(await tab.frame.getByRole('main').innerText()).not.toContain(reference);

    const field = tab.frame.getByLabel(teamEn.find.label);
    const sentences: string[] = [];
    for (const number of [reference, 'UB-2026-999999']) {
      await field.fill(number);
      await field.press('Enter');
      sentences.push(await tab.frame.getByText(teamEn.find.none).innerText());
    }
    expect(sentences[0]).toBe(sentences[1]);

    const pages: string[] = [];
    for (const submissionId of [report.submissionId, newSubmissionId()]) {
      const linked = await openTeam('manager', `team/${submissionId}`);
      await linked.frame.getByText(teamRecordEn.notThere).waitFor();
      pages.push(await linked.frame.locator('body').innerText());
    }
    expect(pages[0]).toBe(pages[1]);
  });
});

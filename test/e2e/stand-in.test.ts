import { beforeAll, describe, expect, it } from 'vitest';
import type { TeamAbsences } from '../../src/application/ports/team.ts';
import { addDays } from '../../src/domain/calendar/dates.ts';
import { londonDateOf } from '../../src/domain/calendar/london-time.ts';
import { formatCalendarDate } from '../../src/ui/shared/format-date.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { tabEn } from '../../src/words/tab.en.ts';
import { teamEn } from '../../src/words/team.en.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { personOf } from '../service/support/reporter.ts';
import { call } from '../service/team/caller.ts';
import { incidentOf } from './support/counts.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();
const soon = { timeout: 90_000, interval: 500 };
const words = teamEn.absences;
const today = londonDateOf(new Date().toISOString());
const lastDay = addDays(today, 3);

let manager: { id: string; displayName: string };
let substitute: { id: string; displayName: string };
beforeAll(async () => {
  manager = await personOf(under.system, 'manager');
  substitute = await personOf(under.system, 'seniorManager');
});

const openTab = async (persona: string, sub: string) =>
  Tab.open(await under.browser.page(), under.system, persona, { query: { entity: 'urddas', sub } });
const incident = async (reference: string) => (await incidentOf(under.system, reference))?.incident;

/** “My team”, read to its end. */
async function openTeam(persona: string): Promise<Tab> {
  const tab = await openTab(persona, 'team');
  await tab.frame.getByRole('region', { name: teamEn.answered }).waitFor();
  return tab;
}

/** The manager enters an absence from today on, by their own page. */
async function goAway(mode: 'both' | 'alone'): Promise<void> {
  const tab = await openTab('manager', 'team/absences');
  await tab.frame.getByText(words.none).waitFor();
  await tab.frame.getByLabel(words.from).fill(today);
  await tab.frame.getByLabel(words.until).fill(lastDay);
  await tab.frame.getByLabel(words.search).fill(substitute.displayName);
  await tab.frame.getByRole('button', { name: `${words.choose}: ${substitute.displayName}` }).click();
  await tab.frame.getByRole('radio', { name: words.modes[mode] }).check();
  await tab.frame.getByRole('button', { name: words.save, exact: true }).click();
  await tab.frame.getByText(words.saved(substitute.displayName)).waitFor();
}

/** By the manager's own page; what was passed on goes back. */
async function comeBack(): Promise<void> {
  const tab = await openTab('manager', 'team/absences');
  await tab.frame.getByRole('button', { name: words.endLabel(substitute.displayName) }).click();
  await tab.frame.getByText(words.ended(substitute.displayName)).waitFor();
  expect(((await call(under.system, 'manager', 'GET', 'absences')).body as TeamAbsences).own).toEqual([]);
}

// BEH-5.1-1, decision 0128
describe('A manager who is away', { timeout: 300_000 }, () => {
  it('has the next report answered by the substitute alone, sees so, and has it back afterwards', async () => {
    await goAway('alone');
    const { reference, report } = await reported(under.system);
    expect((await incident(reference))?.manager?.id).toBe(substitute.id);

    // The manager's own pages say who answers meanwhile, and have nothing of it.
    const away = await openTeam('manager');
    expect(await away.frame.getByRole('main').innerText()).not.toContain(reference);
    await away.frame.getByRole('button', { name: words.link }).click();
    const shown = (day: string) => formatCalendarDate(day, 'en');
    await away.frame.getByText(words.line(substitute.displayName, shown(today), shown(lastDay))).waitFor();
    await away.frame.getByText(words.modes.alone, { exact: true }).first().waitFor();
    under.browser.allowsRefusedRequests = true;
    const linked = await openTab('manager', `team/${report.submissionId}`);
    await linked.frame.getByText(teamRecordEn.notThere).waitFor();

    const tab = await openTeam('seniorManager');
    await tab.frame.getByText(teamEn.standsInFor(manager.displayName, shown(lastDay))).waitFor();
    const card = tab.frame.getByRole('article', { name: reference });
    await card.getByText(teamEn.inPlaceOf(manager.displayName)).waitFor();
    await card.getByRole('button', { name: teamEn.open(reference) }).click();
    await tab.frame.getByText(teamRecordEn.inPlaceOf(manager.displayName)).waitFor();
    await tab.frame.getByLabel(cardEn.commentLabel).fill('I have rung her. She has gone home.');
    await tab.frame.getByRole('button', { name: cardEn.forward }).click();
    await tab.frame.getByText(teamRecordEn.said.forwardToSecurity).waitFor();
    expect((await incident(reference))?.comments).toMatchObject([{ by: { id: substitute.id }, via: 'tab' }]);

    await comeBack();
    await expect.poll(async () => (await incident(reference))?.manager?.id, soon).toBe(manager.id);
    const back = await openTeam('manager');
    await back.frame.getByRole('region', { name: teamEn.answered }).getByRole('button', { name: reference }).click();
    const done = back.frame.getByRole('region', { name: teamRecordEn.done.heading });
    await done.getByText('I have rung her. She has gone home.').waitFor();
    expect(await done.innerText()).toContain(substitute.displayName);
    // Nothing of it is left with whoever stood in.
    const over = await openTab('seniorManager', `team/${report.submissionId}`);
    await over.frame.getByText(teamRecordEn.notThere).waitFor();
  });

  it('shares what comes meanwhile with the substitute where both were chosen, and either answers', async () => {
    await goAway('both');
    const { reference } = await reported(under.system);
    const own = await openTeam('manager');
    const theirs = await openTeam('seniorManager');
    await theirs.frame
      .getByRole('article', { name: reference })
      .getByText(teamEn.inPlaceOf(manager.displayName))
      .waitFor();
    await own.frame.getByRole('button', { name: teamEn.open(reference) }).click();
    await own.frame
      .getByText(teamRecordEn.alsoAsked(substitute.displayName, formatCalendarDate(lastDay, 'en')))
      .waitFor();

    await theirs.frame.getByRole('button', { name: teamEn.open(reference) }).click();
    await theirs.frame.getByLabel(cardEn.commentLabel).fill('Both of us know.');
    await theirs.frame.getByRole('button', { name: cardEn.forward }).click();
    await theirs.frame.getByText(teamRecordEn.said.forwardToSecurity).waitFor();
    // The other one's page was opened before: it learns of it, and nothing is told twice.
    await own.frame.getByRole('button', { name: tabEn.refresh }).click();
    await own.frame.getByText('Both of us know.').waitFor();
    expect((await incident(reference))?.comments).toHaveLength(1);
    await comeBack();
  });
});

import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { helperCy } from '../../src/words/helper.cy.ts';
import { helperEn } from '../../src/words/helper.en.ts';
import { recordEn } from '../../src/words/record.en.ts';
import { startCy } from '../../src/words/start.cy.ts';
import { startEn } from '../../src/words/start.en.ts';
import { teamEn } from '../../src/words/team.en.ts';
import { teamRecordEn } from '../../src/words/team-record.en.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { addReport, numberOf, personOf, reportOf } from '../service/support/reporter.ts';
import { WatchedBrowser } from './support/browser.ts';
import { incidentOf } from './support/counts.ts';
import { Outlook } from './support/outlook.ts';
import { startSystem } from './support/running-system.ts';
import { Tab } from './support/tab.ts';
import { until } from './support/until.ts';

/** Takes the README's pictures: `npx tsx test/e2e/take-screenshots.ts`, after the pages were built. */
const folder = resolve(import.meta.dirname, '../../docs/images');
await mkdir(folder, { recursive: true });
const file = (name: string) => resolve(folder, `${name}.png`);
const system = await startSystem();
const browser = await WatchedBrowser.launch(system);

try {
  await system.control('POST', '/sandbox/seed', { incidents: 12 });
  await system.control('PATCH', '/sandbox/people/manager', { preferredLanguage: 'en-GB' });
  const wide = { viewport: { width: 1200, height: 760 } };

  const outlook = await Outlook.open(await browser.page({ viewport: { width: 1080, height: 580 } }), system);
  await outlook.read('Last warning');
  await outlook.openPane();
  await outlook.fill('abusive', (pane) =>
    pane.getByRole('checkbox', { name: outlook.words.marks.violenceThreatened }).check(),
  );
  await outlook.pane.getByText(outlook.words.manager.fromDirectory).waitFor();
  await outlook.pane.getByRole('heading', { name: outlook.words.title }).scrollIntoViewIfNeeded();
  await outlook.page.screenshot({ path: file('pane-beside-mail') });
  await outlook.report.click();
  const reference = await outlook.done();

  const welsh = await Outlook.open(await browser.page({ viewport: { width: 1200, height: 900 } }), system, {
    language: 'cy',
    query: { theme: 'dark' },
  });
  await welsh.read("Rydych chi'n warthus");
  await welsh.openPane();
  await welsh.fill('abusive');
  const frame = welsh.page.locator('aside.task-pane iframe');
  await frame.evaluate((element) => {
    element.style.cssText = 'width:320px;min-width:320px;max-width:320px';
  });
  await welsh.pane.getByText(welsh.words.manager.fromDirectory).waitFor();
  await frame.screenshot({ path: file('pane-welsh-dark') });

  // High enough for the whole card.
  const chat = await browser.page({ viewport: { width: 1000, height: 1500 } });
  await chat.goto(`${system.origin}/teams?persona=manager&view=chat`);
  const card = chat.getByRole('listitem').filter({ hasText: reference });
  await card.getByRole('button', { name: cardActionsEn.titles.forwardToSecurity }).click();
  await card.getByRole('textbox', { name: cardEn.commentLabel }).waitFor();
  await chat.waitForTimeout(500);
  await card.screenshot({ path: file('manager-card') });

  const manager = await Tab.open(await browser.page({ viewport: { width: 1200, height: 900 } }), system, 'manager');
  await manager.frame.getByRole('tab', { name: manager.words.nav.team }).click();
  await manager.frame.getByRole('button', { name: teamEn.open(reference) }).waitFor();
  await manager.page.screenshot({ path: file('my-team') });
  await manager.frame.getByRole('button', { name: teamEn.open(reference) }).click();
  await manager.frame.getByRole('region', { name: teamRecordEn.whole.heading }).waitFor();
  await manager.page.screenshot({ path: file('my-team-report') });

  const start = await Tab.open(await browser.page({ viewport: { width: 1100, height: 900 } }), system, 'reporter');
  await start.frame.getByRole('heading', { level: 1, name: startEn.heading }).waitFor();
  await start.page.screenshot({ path: file('start') });
  await start.frame.getByRole('button', { name: new RegExp(`^${startEn.calls.kinds.bombThreat.name}`) }).click();
  const note = start.frame.getByRole('textbox', { name: helperEn.notes.label });
  await note.fill('A man, calm, says it is under the stairs');
  await note.press('Enter');
  await start.page.screenshot({ path: file('bomb-call') });

  const phone = await Tab.open(await browser.page({ viewport: { width: 390, height: 844 } }), system, 'reporter', {
    language: 'cy',
    query: { theme: 'dark' },
  });
  await phone.frame.getByRole('button', { name: new RegExp(`^${startCy.calls.kinds.abusive.name}`) }).click();
  await phone.frame.getByRole('textbox', { name: helperCy.notes.label }).waitFor();
  await phone.page.screenshot({ path: file('call-welsh-phone') });

  const form = await Tab.open(await browser.page({ viewport: { width: 1280, height: 1000 } }), system, 'reporter');
  await form.frame.getByRole('button', { name: startEn.calls.overOf(startEn.calls.kinds.abusive.name) }).click();
  await form.frame
    .getByLabel(recordEn.fields.facts.label, { exact: true })
    .fill('He shouted for three minutes and said that he would come to the office on Friday.');
  const panel = form.frame.getByRole('region', { name: recordEn.told.heading });
  await panel.getByText(termsEn.roles.hrPartner, { exact: true }).first().waitFor();
  await form.page.screenshot({ path: file('record') });

  const reporter = await personOf(system, 'colleague');
  const rowId = await addReport(system, 'colleague', await reportOf(reporter, 1, { kind: 'persistent', facts: '' }));
  const second = numberOf(rowId);
  await until('the second report is taken', async () => (await incidentOf(system, second)) !== null);

  const tab = await Tab.open(await browser.page(wide), system, 'security');
  await tab.openList();
  await tab.frame.getByRole('button', { name: reference }).waitFor();
  await tab.page.screenshot({ path: file('security-list') });
  await tab.frame.getByRole('button', { name: reference }).click();
  await tab.frame.getByRole('heading', { level: 1, name: reference }).waitFor();
  await tab.frame.getByRole('button', { name: tab.words.incident.verify }).waitFor();
  await tab.page.screenshot({ path: file('incident') });
} finally {
  await browser.close();
  await system.stop();
}

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeIncidentReport, type IncidentDraft } from '../../../../src/application/report-incident-draft.ts';
import { type Situation, situations } from '../../../../src/domain/incident/account-vocabulary.ts';
import type { Kind } from '../../../../src/domain/incident/vocabulary.ts';
import { accountTermsEn } from '../../../../src/words/account-terms.en.ts';
import { printCy } from '../../../../src/words/print.cy.ts';
import { printEn } from '../../../../src/words/print.en.ts';
import { recordCy } from '../../../../src/words/record.cy.ts';
import { recordEn } from '../../../../src/words/record.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { draftId, freshDraft, fullCall } from '../full-record.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const errors: string[] = [];

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

/** Opens a place of the tab on a device that holds this draft. */
async function openTab(draft: IncidentDraft | null, sub: string, query: Record<string, string> = {}, width = 1200) {
  const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  page.on('pageerror', (error) => errors.push(error.message));
  if (draft) {
    await page.addInitScript(
      ([key, text]) => {
        // Once: a reload finds what the page itself has kept.
        if (sessionStorage.getItem('seeded')) return;
        sessionStorage.setItem('seeded', 'yes');
        localStorage.setItem(key ?? '', text ?? '');
      },
      [`fake-shelf.${draft.id}`, JSON.stringify(draft)],
    );
  }
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams({ rules: '', sub, ...query })}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const record = (draft: IncidentDraft, query?: Record<string, string>, width?: number) =>
  openTab(draft, `record/${draft.id}`, query, width);
const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const send = (page: Page) => button(page, recordEn.told.send).first();
const section = (page: Page, id: keyof typeof recordEn.sections) =>
  page.locator('summary').filter({ hasText: recordEn.sections[id].title });
const { fields } = recordEn;

describe('A record', () => {
  it.each(
    situations.map((situation): [Situation, Kind] => {
      const isConcern = situation === 'visitorConcern' || situation === 'safetyConcern';
      return [situation, isConcern ? 'none' : 'abusive'];
    }),
  )('of %s is sent from its first screen, and says what was told (BEH-1.1-1)', async (situation, kind) => {
    const page = await record(freshDraft(situation, kind));
    await page.getByRole('textbox').last().waitFor();
    if (situation === 'visitorConcern') await page.getByLabel(fields.visitor.label, { exact: true }).fill('Mr Grey');
    const label = situation === 'visitorConcern' ? fields.factsVisitor.label : fields.facts.label;
    await page.getByLabel(label, { exact: true }).fill('He shouted at the desk.');
    await send(page).click();
    await page.getByRole('heading', { level: 1, name: recordEn.sent.titleRecorded }).waitFor();
    const [sent] = (await fakeOf(page)).handed.submitted;
    const report = composeIncidentReport(sent as IncidentDraft, { directoryManagerId: null, submittedAt: '' });
    expect(report).toMatchObject({
      submissionId: draftId,
      kind,
      facts: 'He shouted at the desk.',
      homeThreat: situation === 'homeThreat',
      account: { situation },
    });
  });

  it('outlives a reload with every answer, the exact words covered (X-OFF-1, COM-3b-6)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    await page.getByLabel(fields.facts.label, { exact: true }).fill('He shouted.');
    await section(page, 'verbatim').click();
    await page.getByLabel(fields.verbatim.label, { exact: true }).fill('SECRETWORDS');
    await page.getByText(recordEn.keeping.kept).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel(fields.facts.label, { exact: true }).inputValue()).toBe('He shouted.');
    await section(page, 'verbatim').click();
    expect(await page.getByText('SECRETWORDS').count()).toBe(0);
    await button(page, recordEn.show).click();
    expect(await page.getByLabel(fields.verbatim.label, { exact: true }).inputValue()).toBe('SECRETWORDS');
  });

  it('says that the device stores nothing, instead of losing it in silence', async () => {
    const page = await record(freshDraft('call', 'abusive'), { broken: '' });
    await page.getByLabel(fields.facts.label, { exact: true }).fill('He shouted.');
    await page.getByText(recordEn.keeping.unsaved).waitFor();
  });

  it('is filled in from the directory, and remembers what it cannot know (ANX-1 to ANX-5)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    await section(page, 'you').click();
    await expect.poll(() => page.getByLabel(fields.person.label, { exact: true }).inputValue()).toBe('Carys Fenn');
    await expect.poll(() => page.getByLabel(fields.division.label, { exact: true }).inputValue()).toBe('Grants');
    await page.getByLabel(fields.branch.label, { exact: true }).fill('Branch 3');
    await send(page).click();
    await page.getByRole('heading', { name: recordEn.sent.titleRecorded }).waitFor();
    expect((await fakeOf(page)).handed.submitted[0]?.account.call).toMatchObject({
      branch: 'Branch 3',
      division: 'Grants',
    });
  });

  it('lets go of an answer that is pressed again: nothing has to be answered', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    const radio = page.getByRole('radio', { name: accountTermsEn.lines.mobile });
    await radio.click();
    await expect.poll(() => radio.isChecked()).toBe(true);
    await radio.click();
    await expect.poll(() => radio.isChecked()).toBe(false);
  });

  it('asks the switchboard with time and extension, in one tap (COM-4.1-2)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    await page.getByRole('radio', { name: accountTermsEn.rings.external }).check();
    await page.getByText(/^They see 10:05 and extension/).waitFor();
    await button(page, recordEn.switchboard.ask).click();
    await page.getByText(recordEn.switchboard.asked).waitFor();
    const [query] = (await fakeOf(page)).handed.queries;
    expect(Object.keys(query ?? {}).sort()).toEqual(['callAt', 'extension']);
  });

  it('tells a postcode beside its field, gives it the focus, and then lets it be sent (BEH-7.1-2)', async () => {
    const page = await record(freshDraft('homeThreat', 'none'));
    const box = page.getByLabel(fields.homeThreatReason.label, { exact: true });
    await box.fill('He said CF10 3NQ aloud.');
    await send(page).click();
    await page.getByText(recordEn.problem.holdsPostcode).waitFor();
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true');
    await box.fill('He said my street aloud.');
    await expect.poll(() => page.getByText(recordEn.problem.holdsPostcode).count()).toBe(0);
    await send(page).click();
    await page.getByRole('heading', { name: recordEn.sent.titleRecorded }).waitFor();
  });

  it('names who will be told as the answers change, and leaves an involved manager out (POL-1.1-1, COM-3f-2)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    const panel = page.getByRole('region', { name: recordEn.told.heading });
    await panel.getByText('Line manager', { exact: true }).first().waitFor();
    await expect.poll(() => panel.getByText('Security', { exact: true }).count()).toBe(0);
    await section(page, 'behaviour').click();
    await page.getByRole('checkbox', { name: fields.violenceThreatened.label }).check();
    await panel.getByText('Security', { exact: true }).first().waitFor();
    await section(page, 'manager').click();
    await page.getByRole('checkbox', { name: fields.managerImplicated.label }).check();
    await panel.getByText(recordEn.told.not, { exact: true }).waitFor();
    await panel.getByText(/^Line manager, because/).waitFor();
  });

  it('can be raised and put back by the person, and never lowered (model 1.5)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    const raise = page.getByLabel(recordEn.told.raise);
    await raise.waitFor();
    await expect
      .poll(() => raise.getByRole('option').allInnerTexts())
      .toEqual([recordEn.told.raiseNo, 'Serious', 'Critical']);
    await raise.selectOption('critical');
    await page.getByText(/a person raised it/).waitFor();
    await raise.selectOption('');
    await expect.poll(() => page.getByText(/a person raised it/).count()).toBe(0);
  });

  it('advises on wording and sends it all the same (BEH-14.2-1)', async () => {
    const page = await record(freshDraft('call', 'abusive', { facts: 'He is a lunatic.' }));
    await page.getByText('lunatic', { exact: true }).waitFor();
    await send(page).click();
    await page.getByRole('heading', { name: recordEn.sent.titleRecorded }).waitFor();
    expect((await fakeOf(page)).handed.submitted[0]?.account.wordingFindings).toBe(1);
  });

  it('takes attachments, and lets go of one before it is sent (POL-3.1-1)', async () => {
    const page = await record(freshDraft('letter', 'abusive'));
    await section(page, 'attachments').click();
    const file = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from('x') });
    await page.locator('input[type=file]').setInputFiles([file('front.jpg'), file('back.jpg')]);
    await button(page, recordEn.files.remove('back.jpg')).click();
    await send(page).click();
    await page.getByRole('heading', { name: recordEn.sent.titleRecorded }).waitFor();
    const sent = (await fakeOf(page)).handed.submitted[0];
    expect(sent?.account.attachments.map(({ name, type }) => [name, type])).toEqual([['front.jpg', 'scan']]);
  });

  it('puts support before everything else after a call for help (COM-3d-9)', async () => {
    const page = await record(freshDraft('call', 'suicideThreat'));
    await send(page).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect((await page.getByRole('heading', { level: 2 }).allInnerTexts())[0]).toBe(recordEn.after.supportFirst);
  });

  it('says where support is, and notes calls to voicemail on this device alone (COM-1.4-2, COM-9.1-1, COM-9.2-1)', async () => {
    const page = await record(freshDraft('call', 'abusive'));
    await send(page).click();
    const { after } = recordEn;
    await page.getByRole('region', { name: after.heading }).getByText(after.mine).waitFor();
    await page.getByRole('region', { name: after.support }).getByRole('link', { name: '0800 282 193' }).waitFor();
    const note = page.getByRole('region', { name: after.voicemailHeading });
    await note.getByLabel(after.voicemailUntil).fill('2099-03-02');
    await note.getByRole('button', { name: after.voicemailKeep }).click();
    await note.getByText(after.voicemailOn('2 March 2099')).waitFor();
    await note.getByText(after.voicemailTell).waitFor();
    expect(JSON.stringify((await fakeOf(page)).handed)).not.toContain('2099');
    expect(await page.evaluate("localStorage.getItem('urddas.voicemail-until')")).toBe('2099-03-02');
  });

  it('says why nothing has arrived, and can be told to try now (X-PART-1)', async () => {
    const page = await record(freshDraft('call', 'abusive'), { offline: '' });
    await send(page).click();
    await page.getByText(recordEn.sent.offline).waitFor();
    await button(page, recordEn.sent.tryNow).waitFor();
  });

  it('keeps what was written when the device could not keep the report', async () => {
    const page = await record(freshDraft('call', 'abusive', { facts: 'He shouted.' }), {
      faults: JSON.stringify({ submit: ['server'] }),
    });
    await send(page).click();
    await page.getByText(recordEn.told.notKept).waitFor();
    expect(await page.getByLabel(fields.facts.label, { exact: true }).inputValue()).toBe('He shouted.');
    await send(page).click();
    await page.getByRole('heading', { name: recordEn.sent.titleRecorded }).waitFor();
  });

  it('is written and sent with the keyboard alone, in Welsh, at 320 px (B-A11Y-2)', async () => {
    const page = await record(freshDraft('call', 'abusive'), { locale: 'cy-GB' }, 320);
    await page.getByLabel(recordCy.fields.facts.label, { exact: true }).focus();
    await page.keyboard.type('Gwaeddodd y dyn.');
    const button = page.getByRole('button', { name: recordCy.told.send, exact: true }).first();
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      if (await button.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: recordCy.sent.titleRecorded }).waitFor();
    expect((await fakeOf(page)).handed.submitted[0]?.facts).toBe('Gwaeddodd y dyn.');
  });

  it.each(['light', 'dark', 'highContrast'])(
    'is clean to axe in %s, with everything open, and fits 320 px',
    async (theme) => {
      const page = await record(freshDraft('inPerson', 'abusive', { behaviours: ['physicalAssault'] }), { theme }, 320);
      await button(page, recordEn.openAll).click();
      await page.getByText(fields.witnesses.label).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    },
  );
});

describe('My reports', () => {
  it('lets me add to a report, which stays the same report (BEH-14.1-1)', async () => {
    const page = await openTab(null, 'mine', { mine: '' });
    await button(page, recordEn.mine.add).click();
    await page.getByRole('heading', { name: recordEn.told.amendHeading }).waitFor();
    await page.getByLabel(recordEn.told.note).fill('The number came back to me.');
    await button(page, recordEn.told.add).first().click();
    await page.getByText(recordEn.mine.withdraw).waitFor();
    const [amended] = (await fakeOf(page)).handed.amended;
    expect(amended).toMatchObject({ id: draftId, amending: { note: 'The number came back to me.' } });
  });

  it('takes a report back only with a reason (T16)', async () => {
    const page = await openTab(null, 'mine', { mine: '' });
    await button(page, recordEn.mine.withdraw).click();
    await button(page, recordEn.mine.withdrawYes).click();
    await page.getByText(recordEn.mine.withdrawMissing).waitFor();
    await page.getByLabel(recordEn.mine.withdrawReason).fill('It was a mistake.');
    await button(page, recordEn.mine.withdrawYes).click();
    await expect
      .poll(async () => (await fakeOf(page)).handed.withdrawn)
      .toEqual([{ submissionId: draftId, reason: 'It was a mistake.' }]);
  });
});

describe('The record on paper', () => {
  const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const sheets = (page: Page) => page.getByRole('article');

  it.each([
    ['en', 'short', printEn, printCy],
    ['cy', 'short', printCy, printEn],
    ['en', 'longest', printEn, printCy],
    ['cy', 'longest', printCy, printEn],
  ] as const)(
    'holds the call record on one A4 page in %s with %s answers, every label there (COM-4.2-1)',
    async (language, size, words, other) => {
      const page = await openTab(fullCall(size), `print/draft/${draftId}`, {
        locale: language === 'cy' ? 'cy-GB' : 'en-GB',
      });
      await page.getByRole('checkbox', { name: words.withWords }).check();
      const annex = sheets(page).first();
      const text = await annex.innerText();
      for (const label of Object.values(words.labels)) expect(text).toContain(label);
      for (const label of Object.values(other.labels)) expect(text).toContain(label);
      // Nothing but the form is left, so that its pages can be counted.
      await page.evaluate(() => {
        for (const sheet of [...document.querySelectorAll('article')].slice(1)) sheet.remove();
      });
      expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    },
  );

  it('loses nothing of a long answer: it goes on on a sheet of its own', async () => {
    const page = await openTab(fullCall('longest'), `print/draft/${draftId}`);
    const { facts } = fullCall('longest');
    const rest = page.getByRole('article', { name: printEn.continued });
    await expect.poll(() => rest.getByText(facts.trim(), { exact: true }).count()).toBeGreaterThan(0);
  });

  it('leaves the exact words out until they are asked for (COM-3b-6)', async () => {
    const page = await openTab(fullCall('short'), `print/draft/${draftId}`);
    await sheets(page).first().waitFor();
    expect(await page.getByText('SECRETVERBATIM').count()).toBe(0);
    await page.getByRole('checkbox', { name: printEn.withWords }).check();
    await page.getByText('SECRETVERBATIM').waitFor();
  });

  it('has the bomb checklist on a page of its own, empty lines too (COM-3e-6)', async () => {
    const page = await openTab(fullCall('short', 'bombThreat'), `print/draft/${draftId}`);
    const checklist = page.getByRole('article', { name: printEn.bombTitle });
    await checklist.getByText('In the lift').waitFor();
    await checklist.getByText(fields.whenDetonates.label).waitFor();
  });

  it('carries who signed, when it was received, and the fingerprint of what it says (ANX-16)', async () => {
    const page = await openTab(null, `print/mine/${draftId}`, { mine: '' });
    const text = await sheets(page).first().innerText();
    expect(text).toContain('UB-2026-000007');
    expect(text).toContain('10 November 2026, 10:20');
    expect(text).toMatch(/[0-9a-f]{64}/);
  });

  it('says that there is nothing to print, where the record is not', async () => {
    const page = await openTab(null, `print/draft/${draftId}`);
    await page.getByText(printEn.missing).waitFor();
  });
});

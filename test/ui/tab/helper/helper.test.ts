import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/domain/incident/vocabulary.ts';
import type { ProcedureId } from '../../../../src/domain/procedures/procedure.ts';
import { fillIn } from '../../../../src/ui/shared/fill-in.ts';
import { accountTermsEn } from '../../../../src/words/account-terms.en.ts';
import { helperCy } from '../../../../src/words/helper.cy.ts';
import { helperEn } from '../../../../src/words/helper.en.ts';
import { proceduresCy } from '../../../../src/words/procedures.cy.ts';
import { proceduresEn } from '../../../../src/words/procedures.en.ts';
import { signInHelpEn } from '../../../../src/words/sign-in-help.en.ts';
import { startCy } from '../../../../src/words/start.cy.ts';
import { type CallKind, startEn } from '../../../../src/words/start.en.ts';
import { tabEn } from '../../../../src/words/tab.en.ts';
import { axeFaults } from '../../../browser/axe.ts';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

let tab: RunningTab;
const open: Page[] = [];
const start = { en: startEn, cy: startCy };
const procedures = { en: proceduresEn, cy: proceduresCy };
const locale = { en: 'en-GB', cy: 'cy-GB' };

beforeAll(async () => {
  tab = await startTab();
}, 180_000);
afterAll(() => tab?.stop());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function openTab(query: Record<string, string> = {}, viewport = { width: 1200, height: 900 }): Promise<Page> {
  const context = await tab.browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  open.push(page);
  await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(query)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function openHelper(
  kind: CallKind,
  query: Record<string, string> = {},
  language: Language = 'en',
): Promise<Page> {
  const page = await openTab({ locale: locale[language], ...query });
  await tile(page, kind, language).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

const tile = (page: Page, kind: CallKind, language: Language = 'en') =>
  page.getByRole('button', { name: new RegExp(`^${start[language].calls.kinds[kind].name}`) });
const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 3, name, exact: true });
const endCall = (page: Page) => button(page, helperEn.endCall).first().click();

const kinds: [CallKind, ProcedureId][] = [
  ['abusive', 'abusiveCall'],
  ['sexualMalicious', 'sexualCall'],
  ['hoax', 'hoaxCall'],
  ['suicideThreat', 'suicideCall'],
  ['bombThreat', 'bombCall'],
  ['internal', 'internalCall'],
];

describe.each<Language>(['en', 'cy'])('In %s', (language) => {
  it.each(kinds)(
    'one tap on "%s" opens its own procedure, numbered from one (COM-3.3-1, COM-3a-4)',
    async (kind, id) => {
      const page = await openHelper(kind, {}, language);
      const { title, steps } = procedures[language].procedures[id];
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const known = Object.values(steps).map((each) => (each as { title: string }).title);
      const shown = await page.getByRole('heading', { level: 3 }).allInnerTexts();
      expect(shown.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining(shown));
      const items = page
        .getByRole('list')
        .filter({ has: page.getByRole('heading', { level: 3 }) })
        .first();
      const numbers = await items.locator(':scope > li > div > span').allInnerTexts();
      expect(numbers).toEqual(shown.map((_, index) => String(index + 1)));
    },
  );

  it('a phrase stands in both languages, the person’s own first (COM-3a-1)', async () => {
    const page = await openHelper('abusive', {}, language);
    const said = await page.locator('blockquote').evaluateAll((all) => all.map((each) => each.getAttribute('lang')));
    expect(said.slice(0, 2)).toEqual(language === 'cy' ? ['cy', 'en'] : ['en', 'cy']);
  });
});

describe('An abusive call', () => {
  it('keeps when the warning was given (COM-3a-1), and ends at once when violence is threatened (COM-3a-2)', async () => {
    const page = await openHelper('abusive');
    const { steps } = proceduresEn.procedures.abusiveCall;
    await button(page, new RegExp(`^${helperEn.warn}: `)).click();
    await button(page, /^Said at \d\d:\d\d: /).waitFor();
    await button(page, helperEn.fields.violenceThreatened).click();
    await heading(page, steps.endAtOnce.title).waitFor();
    await expect.poll(() => heading(page, steps.warn.title).count()).toBe(0);
    await page
      .getByRole('status')
      .filter({ hasText: helperEn.stepsChanged(steps.endAtOnce.title) })
      .waitFor();
    await endCall(page);
    await button(page, helperEn.form.sendNow).click();
    await page.getByRole('heading', { level: 1, name: helperEn.sent.heading.other }).waitFor();
    const [sent] = (await fakeOf(page)).handed.submitted;
    expect(sent?.violenceThreatened).toBe(true);
    expect(sent?.account.call?.warnedAt).toMatch(/^\d{4}-/);
    expect(sent?.account.endedAt).not.toBeNull();
  });

  it('asks whether voicemail is set up until the person says so, and remembers it (COM-3a-5)', async () => {
    const page = await openHelper('abusive');
    await endCall(page);
    const { checkVoicemail, letItRing } = proceduresEn.procedures.abusiveCall.steps;
    await heading(page, checkVoicemail.title).waitFor();
    await page
      .getByRole('group', { name: helperEn.voicemail.question })
      .getByRole('button', { name: helperEn.voicemail.yes })
      .click();
    await expect.poll(() => heading(page, checkVoicemail.title).count()).toBe(0);
    await page.reload();
    await heading(page, letItRing.title).waitFor();
    expect(await heading(page, checkVoicemail.title).count()).toBe(0);
  });

  it('asks the switchboard by one tap, with time and extension only (COM-4.1-2)', async () => {
    const page = await openHelper('abusive');
    await button(page, accountTermsEn.rings.external).click();
    await endCall(page);
    await button(page, helperEn.switchboard.ask).click();
    await page.getByText(helperEn.switchboard.asked).waitFor();
    const [query] = (await fakeOf(page)).handed.queries;
    expect(Object.keys(query ?? {}).sort()).toEqual(['callAt', 'extension']);
    expect(query?.extension).toBe('029 2018 0021');
  });
});

it('a sexual call has no warning step (COM-3b-1)', async () => {
  const page = await openHelper('sexualMalicious');
  await expect.poll(() => page.locator('blockquote').count()).toBe(0);
  await expect.poll(() => button(page, new RegExp(`^${helperEn.warn}`)).count()).toBe(0);
});

describe('A call about a life', () => {
  it('has four facts on top, no word of blame, and support first afterwards (B-SUI-1, COM-3d-1, COM-3d-9)', async () => {
    const page = await openHelper('suicideThreat');
    const panel = page.getByRole('region', { name: helperEn.facts.heading });
    for (const field of ['immediateDanger', 'harmDone', 'location', 'callbackNumber'] as const) {
      await panel.getByText(helperEn.fields[`welfare.${field}`], { exact: true }).waitFor();
    }
    expect(await page.getByRole('main').innerText()).not.toMatch(/abus|offend|offence|commit/i);
    await endCall(page);
    const { steps } = proceduresEn.procedures.suicideCall;
    expect((await page.getByRole('heading', { level: 3 }).allInnerTexts())[0]).toBe(steps.support.title);
    expect(await page.getByRole('main').innerText()).not.toMatch(/abus|offend|offence|commit/i);
  });

  it('puts the ambulance first once someone is hurt and the place is known, with the place in the message (COM-3d-4)', async () => {
    const page = await openHelper('suicideThreat');
    await page
      .getByRole('group', { name: helperEn.fields['welfare.harmDone'] })
      .getByRole('button', { name: 'Yes' })
      .click();
    await page.getByLabel(helperEn.fields['welfare.location']).fill('The old bridge');
    const { steps } = proceduresEn.procedures.suicideCall;
    await expect.poll(() => page.getByRole('heading', { level: 3 }).first().innerText()).toBe(steps.ambulance.title);
    await button(page, helperEn.colleague.sendTo('Morlais Dee')).click();
    await page.getByText(/^Sent to Morlais Dee, \d\d:\d\d$/).waitFor();
    const { asked } = await fakeOf(page);
    expect(asked.map(({ to }) => to)).toEqual(['morlais.dee@llyw.example']);
    // The reader's language is not known: both (B-CY-3).
    expect(asked[0]?.text).toContain('Where the person is: The old bridge');
    expect(asked[0]?.text).toContain(
      proceduresCy.readOut.ambulance({
        name: '',
        extension: '',
        siteName: '',
        siteAddress: '',
        sitePhone: '',
        location: '',
        callbackNumber: '',
      })[0],
    );
  });

  it('goes on taking notes while a message is sent, and says what to do when it is not (COM-3d-3)', async () => {
    const page = await openHelper('suicideThreat', { unreached: '1' });
    const note = page.getByRole('textbox', { name: helperEn.notes.label });
    await note.fill('on the bridge');
    await button(page, helperEn.colleague.sendTo('Morlais Dee')).click();
    await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByText(helperEn.colleague.failed('Morlais Dee')).waitFor();
    await button(page, helperEn.colleague.show).first().click();
    const card = page.getByRole('dialog');
    await card
      .getByText(
        proceduresEn.readOut.welfare({
          name: 'Carys Fenn',
          extension: '',
          siteName: '',
          siteAddress: '',
          sitePhone: '',
          location: '',
          callbackNumber: '',
        })[0] ?? '',
      )
      .waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  // X-PART-1
  it('says why a sign-in in the middle of the call came to nothing, and where an administrator allows it, and sends when it works', async () => {
    const faults = JSON.stringify({ ask: ['consentRequired'], signIn: ['consentRequired'] });
    const page = await openHelper('bombThreat', { faults });
    await button(page, helperEn.colleague.sendTo('Morlais Dee')).click();
    const said = page.getByRole('alert').filter({ hasText: helperEn.colleague.signIn });
    await said.getByRole('button', { name: helperEn.sent.signIn }).click();
    await said.getByText(fillIn(signInHelpEn.administrator, { button: helperEn.sent.signIn })).waitFor();
    expect(await said.getByRole('link').getAttribute('href')).toContain('/v2.0/adminconsent?');
    expect(await axeFaults(page)).toEqual([]);
    await said.getByRole('button', { name: helperEn.sent.signIn }).click();
    await page.getByText(/^Sent to Morlais Dee/).waitFor();
    await expect.poll(() => said.count()).toBe(0);
  });

  it('offers the sign-in where somebody is looked for, and looks again after it', async () => {
    const page = await openHelper('bombThreat', {
      faults: JSON.stringify({ search: ['signInRequired'], signIn: ['signInRequired'] }),
    });
    await page.getByLabel(helperEn.colleague.find).fill('Tom');
    const said = page.getByRole('alert').filter({ hasText: helperEn.colleague.cannotFind });
    await said.getByRole('button', { name: tabEn.problem.signIn }).click();
    await said.getByText(fillIn(signInHelpEn.closed, { button: tabEn.problem.signIn })).waitFor();
    await said.getByRole('button', { name: tabEn.problem.signIn }).click();
    await button(page, 'Tom Hathersedge').waitFor();
  });
});

describe('A bomb call', () => {
  it('reads out the own extension and the building’s number, and changes with the building in one tap (COM-3e-1 to COM-3e-3)', async () => {
    const page = await openHelper('bombThreat');
    const { steps } = proceduresEn.procedures.bombCall;
    await heading(page, steps.askAtCathaysPark.title).waitFor();
    await page.getByRole('link', { name: /3333$/ }).waitFor();
    await page.getByRole('main').getByText('It is on extension 029 2018 0021.').first().waitFor();
    await button(page, 'Glanrafon House').click();
    await heading(page, steps.askAtOtherSite.title).waitFor();
    await page.getByRole('main').getByText('Address: 1 Riverside, Glanrafon, ZZ99 1AA').first().waitFor();
    await expect.poll(() => heading(page, steps.askAtCathaysPark.title).count()).toBe(0);
    await button(page, 'Pen-y-bont Office').click();
    await page.getByText('Ring the guard at the front desk.').first().waitFor();
    await button(page, helperEn.where.unknown).click();
    await heading(page, steps.askAtCathaysPark.title).waitFor();
    await heading(page, steps.askAtOtherSite.title).waitFor();
  });

  it('fills in extension and building when the directory answers while the call is going on (COM-3e-3, B-A11Y-3)', async () => {
    const page = await openHelper('bombThreat', { lateDirectory: '' });
    const chosen = (name: string) => page.getByRole('button', { name, pressed: true });
    await chosen(helperEn.where.unknown).waitFor();
    await page.evaluate('globalThis.fake.answerDirectory()');
    await chosen('Cathays Park').waitFor();
    await expect.poll(() => page.getByLabel(helperEn.where.extension).inputValue()).toBe('029 2018 0021');
    await button(page, helperEn.where.unknown).click();
    await page.getByLabel(helperEn.where.extension).fill('4321');
    await chosen(helperEn.where.unknown).waitFor();
  });

  it('leaves empty by one tap, offers nothing to forward or delete, and takes additions afterwards (COM-3e-4, COM-3e-5)', async () => {
    const page = await openHelper('bombThreat');
    await endCall(page);
    await expect.poll(() => page.getByRole('button', { name: /forward|delete|discard/i }).count()).toBe(0);
    await button(page, helperEn.form.sendSecurity).click();
    await page.getByRole('heading', { level: 1, name: helperEn.sent.heading.bombThreat }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /forward|delete|discard/i }).count()).toBe(0);
    expect((await fakeOf(page)).handed.submitted).toHaveLength(1);
    await page.getByLabel(helperEn.fields['bomb.whereNow']).fill('Behind the lifts');
    await button(page, helperEn.sent.addSend).click();
    await page.getByText(/^Added, \d\d:\d\d\.$/).waitFor();
    await page.getByLabel(helperEn.fields['bomb.why']).fill('He would not say');
    await page.getByRole('tab', { name: 'My reports' }).click();
    await expect.poll(async () => (await fakeOf(page)).handed.amended.length).toBe(2);
    const amended = (await fakeOf(page)).handed.amended;
    expect(amended.map(({ account }) => [account.bomb?.whereNow, account.bomb?.why])).toEqual([
      ['Behind the lifts', ''],
      ['Behind the lifts', 'He would not say'],
    ]);
    expect(new Set(amended.map(({ id }) => id)).size).toBe(1);
  });

  it('is sent once, however often the button is pressed (X-IDEM-1)', async () => {
    const page = await openHelper('bombThreat');
    await endCall(page);
    await button(page, helperEn.form.sendSecurity).dblclick();
    await page.getByRole('heading', { level: 1, name: helperEn.sent.heading.bombThreat }).waitFor();
    expect((await fakeOf(page)).handed.submitted).toHaveLength(1);
  });
});

describe('Notes', () => {
  it('get their time by themselves, keep their order, and can be put right (COM-3d-6)', async () => {
    const page = await openHelper('hoax');
    const note = page.getByRole('textbox', { name: helperEn.notes.label });
    await page.keyboard.press('F2');
    for (const line of ['first', 'secnd', 'third']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    const lines = page.getByRole('textbox', { name: /^Note of / });
    await expect.poll(() => lines.count()).toBe(3);
    await lines.nth(1).fill('second');
    await note.press('F2');
    await page.reload();
    await expect.poll(() => lines.count()).toBe(3);
    expect(await lines.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))).toEqual([
      'first',
      'second',
      'third',
    ]);
    await endCall(page);
    await button(page, helperEn.form.sendNow).click();
    await page.getByRole('heading', { level: 1, name: helperEn.sent.heading.other }).waitFor();
    const notes = (await fakeOf(page)).handed.submitted[0]?.account.notes ?? [];
    expect(notes.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
    expect(notes.map(({ at }) => at)).toEqual(notes.map(({ at }) => at).sort());
  });

  it('says so where the device cannot keep them (X-OFF-1)', async () => {
    const page = await openHelper('hoax', { broken: '1' });
    await page.getByRole('textbox', { name: helperEn.notes.label }).fill('a');
    await page.getByText(helperEn.keeping.unsaved).waitFor();
  });
});

describe('Eyes, hands and ears', () => {
  it.each(['light', 'dark', 'highContrast'].flatMap((theme) => kinds.map(([kind]) => [theme, kind] as const)))(
    'find nothing in the way: %s, %s, now and afterwards (B-A11Y-1)',
    async (theme, kind) => {
      const page = await openHelper(kind, { theme });
      for (const isOver of [false, true]) {
        if (isOver) await endCall(page);
        expect(await axeFaults(page)).toEqual([]);
      }
    },
  );

  it('go through a whole sexual call in Welsh at 320 pixels by keyboard alone (S9, B-A11Y-2)', async () => {
    const page = await openTab({ locale: 'cy-GB' }, { width: 320, height: 640 });
    await reach(page, startCy.calls.kinds.sexualMalicious.name);
    await page.keyboard.press('Enter');
    const { title, steps } = proceduresCy.procedures.sexualCall;
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.keyboard.press('F2');
    await page.keyboard.type('Anadlu trwm');
    await page.keyboard.press('Enter');
    await reach(page, helperCy.endCall);
    await page.keyboard.press('Enter');
    await reach(page, helperCy.fields['call.voicemailLeft']);
    await page.keyboard.press('Space');
    await heading(page, steps.keepMessage.title).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await reach(page, helperCy.form.sendNow);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: helperCy.sent.heading.other }).waitFor();
    const [sent] = (await fakeOf(page)).handed.submitted;
    expect(sent).toMatchObject({ kind: 'sexualMalicious', language: 'cy', behaviours: [] });
    expect(sent?.account.call?.voicemailLeft).toBe(true);
    expect(sent?.account.notes.map(({ text }) => text)).toEqual(['Anadlu trwm']);
  });
});

/** Presses Tab until the focus is on something whose name begins so. */
async function reach(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    const found = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const text = element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      return text.startsWith(wanted);
    }, name);
    if (found) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach "${name}".`);
}

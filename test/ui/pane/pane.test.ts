import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { paneCy } from '../../../src/words/pane.cy.ts';
import { paneEn } from '../../../src/words/pane.en.ts';
import { axeFaults } from '../../browser/axe.ts';
import { type RunningPane, settings, startPane, world } from './running-pane.ts';

let pane: RunningPane;
const open: Page[] = [];

beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane?.stop());
afterEach(async () => {
  pane.holdScripts(false);
  for (const page of open.splice(0)) await page.context().close();
});

async function openPane(path = '/pane.en.html', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await pane.browser.newContext({ viewport: { width: 400, height: 900 }, ...options });
  const page = await context.newPage();
  open.push(page);
  // A script that is held back holds back the "load" event too.
  await page.goto(pane.origin + path, { waitUntil: 'commit' });
  return page;
}

async function connected(path?: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await openPane(path, options);
  await page.getByText('angry.customer@post.example').waitFor();
  return page;
}

const report = (page: Page) => page.getByRole('button', { name: paneEn.submit.button, exact: true });
const faults = (given: object) => `/pane.en.html?faults=${encodeURIComponent(JSON.stringify(given))}`;

describe('the pane before its script', () => {
  it('shows safety first and the whole form, helps with a bomb threat, and keeps what was chosen and typed', async () => {
    pane.holdScripts(true);
    const page = await openPane();
    await expect(page.getByRole('main').getByRole('heading').first().textContent()).resolves.toBe(paneEn.safety.title);
    await page.getByLabel(paneEn.kind.options.bombThreat).check();
    await page.getByText(paneEn.help.bombThreat.steps[1] ?? '').waitFor();
    await page.getByLabel(paneEn.facts.label).fill('It came at ten.');
    await report(page).click();
    pane.holdScripts(false);
    await page.getByText(paneEn.told.notForwarded).waitFor();
    await expect.poll(() => page.getByLabel(paneEn.facts.label).inputValue()).toBe('It came at ten.');
    await report(page).click();
    await page.getByText(paneEn.progress.states.withheld).waitFor();
    await expect.poll(() => world(page, (fake) => fake.rows.map(({ facts }) => facts))).toEqual(['It came at ten.']);
    expect(await world(page, (fake) => fake.forwards)).toEqual([]);
  });

  it('asks for one script and its runtime, and for no style sheet', async () => {
    const page = await connected();
    const html = await (await page.request.get(`${pane.origin}/pane.en.html`)).text();
    expect(html.match(/<script[^>]*src=/g)).toHaveLength(1);
    expect(html).not.toContain('rel="stylesheet"');
    expect(html).toContain('Ring 999');
  });
});

describe('reporting an e-mail', () => {
  it('shows what it read, asks for the kind only, and gives a receipt for every step (S1, COM-6.1-1)', async () => {
    const page = await connected();
    await page.getByText('You will be sorry, all of you').waitFor();
    await page.getByText('2 files').waitFor();
    await page.getByLabel(paneEn.kind.options.abusive).check();
    for (const role of ['lineManager', 'security', 'itSecurity', 'helpDesk'] as const) {
      await page.getByRole('listitem').filter({ hasText: paneEn.told.roles[role] }).first().waitFor();
    }
    await report(page).dblclick();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    await page.getByText('UB-2026-000001').waitFor();
    const fake = await world(page, ({ rows, forwards, evidence }) => ({ rows, forwards, evidence }));
    expect(fake.rows).toHaveLength(1);
    expect(fake.rows[0]).toMatchObject({ kind: 'abusive', channel: 'email', language: 'en' });
    expect(fake.rows[0]?.email?.headerText).toContain('From:');
    expect(fake.forwards).toMatchObject([{ to: [settings.itSecurityMailbox], name: 'reported-UB-2026-000001.eml' }]);
    expect(fake.evidence).toHaveLength(1);
  });

  it('takes several behaviours and the hidden request, then says to keep the e-mail and where support is (BEH-1.2-1, BEH-3.2-2, COM-1.7-1, COM-6.1-5, COM-9.2-1)', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await page.getByLabel(paneEn.marks.towardsFamily).check();
    await page.getByText(paneEn.behaviours.summary).click();
    const behaviours = ['severeVerbalAbuse', 'harassmentRacial'] as const;
    for (const each of behaviours) await page.getByLabel(paneEn.behaviours.options[each]).check();
    const { legend, options } = paneEn.informationRequest;
    await page.getByRole('group', { name: legend }).getByLabel(options.unsure).check();
    await report(page).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    await page.getByText(paneEn.progress.keepMail).waitFor();
    await page.getByRole('heading', { name: paneEn.progress.support }).waitFor();
    await page
      .locator('.support')
      .getByRole('link', { name: /0800 282 193/ })
      .waitFor();
    expect(await world(page, (fake) => fake.rows[0])).toMatchObject({
      kind: 'abusive',
      behaviours: [...behaviours],
      towardsFamily: true,
      informationRequest: 'unsure',
    });
  });

  it('gives 999 and Security’s number where somebody knows the home, and asks for no address (BEH-7.1-1, BEH-7.1-2)', async () => {
    const page = await connected();
    const help = page.locator('.help-home');
    expect(await help.isVisible()).toBe(false);
    await page.getByLabel(paneEn.marks.homeThreat).check();
    await help.getByText(paneEn.help.home.title).waitFor();
    await help.getByRole('link', { name: paneEn.safety.emergency }).waitFor();
    await help.getByRole('link', { name: /0300 000 0001/ }).waitFor();
    expect(await page.locator('input[type=text], textarea').count()).toBe(1);
  });

  it('says at the field what is missing, moves there, and loses nothing', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.facts.label).fill('x'.repeat(4_010));
    await report(page).click();
    await page.getByText(paneEn.kind.missing).waitFor();
    await page.getByText('This is 10 characters too long').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('kind');
    await page.getByLabel(paneEn.kind.options.hoax).check();
    await expect.poll(() => page.getByText(paneEn.kind.missing).count()).toBe(0);
    expect((await page.getByLabel(paneEn.facts.label).inputValue()).length).toBe(4_010);
    expect(await world(page, (fake) => fake.rows.length)).toBe(0);
  });

  it('counts down to the next attempt, and tries at once when asked (X-PART-1)', async () => {
    const page = await connected(faults({ sendOnce: [{ code: 'throttled', retryAfterSeconds: 300 }] }));
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await report(page).click();
    await page.getByText(/Trying again in \d+ seconds/).waitFor();
    await page.getByText(paneEn.reasons.throttled).waitFor();
    await page.getByRole('button', { name: 'Try now: Original sent to IT Security' }).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.forwards.length)).toBe(1);
  });

  it('goes on after the pane was closed in the middle, without a second row (X-OFF-1)', async () => {
    const page = await connected(faults({ addAnswer: [{ code: 'throttled', retryAfterSeconds: 600 }] }));
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await report(page).click();
    await page.getByText(paneEn.progress.steps.recorded).first().waitFor();
    await page.goto(`${pane.origin}/pane.en.html`);
    // Closed before the refusal was put away, the new pane finds the row by itself; closed after, it waits to be asked.
    const tryNow = page.getByRole('button', { name: 'Try now: Recorded' });
    const done = page.getByRole('heading', { name: paneEn.progress.titleDone });
    await tryNow.or(done).first().waitFor();
    if (await tryNow.isVisible()) await tryNow.click();
    await done.waitFor();
    expect(await world(page, (fake) => [fake.rows.length, fake.forwards.length])).toEqual([1, 1]);
  });

  it('says whom to ring and gives the text away when the report is refused for good (X-PART-1)', async () => {
    const page = await connected(faults({ add: [{ code: 'forbidden' }] }));
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await page.getByLabel(paneEn.facts.label).fill('It came at ten.');
    await report(page).click();
    await page.getByRole('heading', { name: paneEn.notRecorded.title }).waitFor();
    const help = page.getByRole('alert').filter({ hasText: paneEn.notRecorded.text });
    await help.getByRole('link', { name: /0300 000 0001/ }).waitFor();
    const text = await help.getByLabel(paneEn.notRecorded.label).inputValue();
    for (const part of [paneEn.kind.options.abusive, 'It came at ten.', 'angry.customer@post.example']) {
      expect(text).toContain(part);
    }
    await help.getByRole('button', { name: paneEn.notRecorded.copy }).click();
    await help.getByText(new RegExp(`^(${paneEn.notRecorded.copied}|${paneEn.notRecorded.selected})$`)).waitFor();
    expect(await page.evaluate(() => String(document.getSelection()))).toBe(text);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('tells of a kept report that cannot be opened any more (X-OFF-1)', async () => {
    const page = await connected(faults({ add: [{ code: 'server' }, { code: 'server' }, { code: 'server' }] }));
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await report(page).click();
    await page
      .getByRole('button', { name: /^Try now/ })
      .first()
      .waitFor();
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('urddas-outbox');
        asked.onsuccess = () => done(asked.result);
      });
      const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await new Promise((done) => {
        const put = database.transaction('keys', 'readwrite').objectStore('keys').put(other, 'sealing-key');
        put.onsuccess = done;
      });
      database.close();
    });
    await page.goto(`${pane.origin}/pane.en.html`);
    await page.getByRole('heading', { name: paneEn.unreadable.title }).waitFor();
    await page.getByRole('button', { name: paneEn.unreadable.dismiss }).click();
    // The notice goes at once, the entry a moment later.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const database = await new Promise<IDBDatabase>((done) => {
            const asked = indexedDB.open('urddas-outbox');
            asked.onsuccess = () => done(asked.result);
          });
          const left = await new Promise<number>((done) => {
            const count = database.transaction('entries').objectStore('entries').count();
            count.onsuccess = () => done(count.result);
          });
          database.close();
          return left;
        }),
      )
      .toBe(0);
    await page.reload();
    await page.getByText('angry.customer@post.example').waitFor();
    await expect.poll(() => page.getByRole('heading', { name: paneEn.unreadable.title }).count()).toBe(0);
  });

  it('asks for sign-in by a button where a token ran out, and then goes on', async () => {
    const page = await connected(faults({ file: [{ code: 'signInRequired' }] }));
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await report(page).click();
    await page.getByRole('button', { name: paneEn.progress.signIn }).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.signIns)).toBe(1);
  });

  it('says that a message was reported before, and where it stands', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await report(page).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: paneEn.flagged.title }).waitFor();
    await page.getByText('UB-2026-000001').waitFor();
    await page.getByText(paneEn.flagged.states.managerReview).waitFor();
    await expect.poll(() => report(page).isVisible()).toBe(false);
  });

  it('keeps a report made while Outlook hangs, and sends it when Outlook answers', async () => {
    const page = await openPane('/pane.en.html?host=hangs');
    await page.waitForFunction('globalThis.fake');
    await page.getByLabel(paneEn.kind.options.persistent).check();
    await report(page).click();
    await page.getByText(paneEn.unattached.waiting).waitFor();
    await world(page, (fake) => fake.release());
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.rows.map(({ kind }) => kind))).toEqual(['persistent']);
  });

  it('says what to do when Outlook goes on hanging, and keeps what was typed when the pane is loaded again', async () => {
    const pages = [
      { page: await openPane('/pane.en.html?host=hangs'), words: paneEn },
      { page: await openPane('/pane.cy.html?host=hangs'), words: paneCy },
    ];
    for (const { page, words } of pages) {
      await page.getByLabel(words.kind.options.abusive).check();
      await page.getByLabel(words.facts.label).fill('He knows where I live.');
    }
    for (const { page, words } of pages) {
      await page.getByRole('heading', { name: words.stuck.title }).waitFor();
      for (const step of words.stuck.steps) await page.getByText(step).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({
        path: `test/artifacts/pane-stuck-${words === paneCy ? 'cy' : 'en'}.png`,
        fullPage: true,
      });
      await page.getByRole('button', { name: words.stuck.reload }).click();
      const kept = async () => {
        await expect.poll(() => page.getByLabel(words.facts.label).inputValue()).toBe('He knows where I live.');
        await expect.poll(() => page.getByLabel(words.kind.options.abusive).isChecked()).toBe(true);
      };
      await expect.poll(() => page.getByRole('heading', { name: words.stuck.title }).count()).toBe(0);
      await kept();
      // Not only the first time.
      await page.reload();
      await kept();
      await page.waitForFunction('globalThis.fake');
      await world(page, (fake) => fake.release());
      await page.getByText('angry.customer@post.example').waitFor();
      await expect.poll(() => page.getByLabel(words.facts.label).inputValue()).toBe('He knows where I live.');
    }
  });
});

describe('the people of a report', () => {
  it('finds another manager in the directory', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.kind.options.abusive).check();
    await page.getByRole('button', { name: paneEn.manager.change }).click();
    await page.getByLabel(paneEn.manager.search).fill('olw');
    await page.getByRole('button', { name: /Olwen Price/ }).click();
    await page.getByText(paneEn.manager.chosen).waitFor();
    await report(page).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.rows[0]?.manager.chosenId)).toBe('33333333-3333-4333-8333-333333333333');
  });

  it('tells the manager nothing who is involved (C-21)', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.kind.options.internal).check();
    await page.getByLabel(paneEn.manager.implicated).check();
    await page.getByText(paneEn.told.notManager).waitFor();
    const told = page.getByRole('listitem').filter({ hasText: paneEn.told.sees.lineManager });
    await expect.poll(() => told.count()).toBe(0);
    await report(page).click();
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.rows[0]?.manager.implicated)).toBe(true);
  });
});

describe('a message that wants to do harm', () => {
  it('is covered, and its words are text when uncovered (X-SAFE-2, X-SAFE-3)', async () => {
    const page = await connected();
    await page.getByText(paneEn.message.read).click();
    expect(await page.getByText('I know').count()).toBe(0);
    await page.getByRole('button', { name: paneEn.message.uncover }).click();
    const words = page.getByRole('region', { name: paneEn.message.bodyLabel });
    expect(await words.textContent()).toBe('<script>alert(1)</script> I know <b>where</b> you are.');
    await page.getByRole('button', { name: paneEn.message.cover }).click();
    await expect.poll(() => words.count()).toBe(0);
  });
});

describe('a pinned pane', () => {
  it('keeps a draft for each message, and says so when none is open', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.facts.label).fill('about the first');
    await world(page, (fake) => fake.open({ id: 'two', subject: 'Second' }));
    await page.getByText('Second').waitFor();
    await expect.poll(() => page.getByLabel(paneEn.facts.label).inputValue()).toBe('');
    await world(page, (fake) => fake.open(null));
    await page.getByRole('heading', { name: paneEn.empty.title }).waitFor();
    await world(page, (fake) => fake.open({ id: 'one' }));
    await page.getByText('You will be sorry, all of you').waitFor();
    await expect.poll(() => page.getByLabel(paneEn.facts.label).inputValue()).toBe('about the first');
  });
});

describe('both languages', () => {
  it('switches in one tap, keeps what was typed, and remembers (B-CY-1)', async () => {
    const page = await connected();
    await page.getByLabel(paneEn.facts.label).fill('kept');
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('heading', { name: paneCy.title }).waitFor();
    await expect.poll(() => page.getByLabel(paneCy.facts.label).inputValue()).toBe('kept');
    expect(await page.evaluate('document.documentElement.lang')).toBe('cy');
    await page.reload();
    await page.getByRole('heading', { name: paneCy.title }).waitFor();
  });

  it('follows the language of Outlook until one was chosen', async () => {
    const page = await openPane('/pane.en.html?display=cy-GB');
    await page.getByRole('heading', { name: paneCy.title }).waitFor();
  });

  it('reports in Welsh from end to end, with Welsh dates', async () => {
    const page = await connected('/pane.cy.html');
    await page.getByText('20 Tachwedd 2026, 10:00').waitFor();
    await page.getByLabel(paneCy.kind.options.suicideThreat).check();
    await page.getByText(paneCy.help.suicideThreat.title).waitFor();
    await page.getByRole('button', { name: paneCy.submit.button, exact: true }).click();
    await page.getByRole('heading', { name: paneCy.progress.titleDone }).waitFor();
    const rows = await world(page, (fake) => fake.rows);
    expect(rows[0]).toMatchObject({ language: 'cy', kind: 'suicideThreat', behaviours: [] });
    expect(await world(page, (fake) => fake.forwards)).toEqual([]);
  });
});

describe('for everyone', () => {
  const looks: [string, string, BrowserContextOptions][] = [
    ['light, English', '/pane.en.html?theme=light', {}],
    ['dark, Welsh', '/pane.cy.html?theme=dark', { colorScheme: 'dark' }],
    ['high contrast, English', '/pane.en.html?theme=highContrast', {}],
    [
      'forced colours, Welsh, 320 px',
      '/pane.cy.html',
      { forcedColors: 'active', viewport: { width: 320, height: 640 } },
    ],
  ];

  it.each(looks)('has nothing for axe to say: %s (B-A11Y-1)', async (_name, path, options) => {
    const page = await connected(path, options);
    await page.locator('[name=kind][value=bombThreat]').check();
    await page.locator('[name=homeThreat]').check();
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('button[type=submit]').click();
    await page.locator('.reference').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it.each(['/pane.en.html', '/pane.cy.html'])(
    'fits 320 px and text of twice the size without sideways scrolling: %s (B-A11Y-2)',
    async (path) => {
      const page = await connected(path, { viewport: { width: 320, height: 640 } });
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await page.evaluate(overflow)).toBe(0);
    },
  );

  it('has targets of 24 px or more (B-A11Y-2)', async () => {
    const page = await connected();
    const small = await page.evaluate(`[...document.querySelectorAll('button, summary, label.choice, a.call')]
      .filter((each) => each.checkVisibility()).map((each) => [each.textContent, each.getBoundingClientRect()])
      .filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text)`);
    expect(small).toEqual([]);
  });

  it('is completed by keyboard alone (B-A11Y-2)', async () => {
    const page = await connected();
    const focusName = () => page.evaluate('document.activeElement.name ?? document.activeElement.type');
    for (let presses = 0; presses < 20 && (await focusName()) !== 'kind'; presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.type')) === 'submit') break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor();
    expect(await world(page, (fake) => fake.rows[0]?.kind)).toBe('abusive');
  });
});

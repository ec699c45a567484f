import { beforeAll, describe, expect, it } from 'vitest';
import { cardCy } from '../../src/words/card.cy.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsCy } from '../../src/words/card-actions.cy.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { paneCy } from '../../src/words/pane.cy.ts';
import { paneEn } from '../../src/words/pane.en.ts';
import { tabCy } from '../../src/words/tab.cy.ts';
import { tabEn } from '../../src/words/tab.en.ts';
import { termsCy } from '../../src/words/terms.cy.ts';
import { termsEn } from '../../src/words/terms.en.ts';
import { addressOf, mailsOf } from './support/mail.ts';
import { Outlook } from './support/outlook.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

/** Every sentence of a catalogue; what is filled in cuts one into its parts. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return words.split(/\{\w+\}/).map((part) => part.trim());
  if (typeof words === 'function')
    return sentences(
      String(words('§', '§', '§'))
        .split('§')
        .join('{x}'),
    );
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(sentences);
  return [];
}

const welsh = sentences([paneCy, tabCy, cardCy, cardActionsCy, termsCy]).join('\n').toLowerCase();
/** English sentences that are not a part of any Welsh one. Short words may be the same by chance. */
const english = [...new Set(sentences([paneEn, tabEn, cardEn, cardActionsEn, termsEn]))].filter(
  (sentence) => sentence.length >= 6 && !welsh.includes(sentence.toLowerCase()) && sentence !== 'English',
);

/** English sentences in what a page shows and reads out. The demonstration's own notice is in both languages at once. */
function strays(shown: string): string[] {
  const text = shown.replace(under.system?.settings.demoNotice ?? '§', '');
  return english.filter((sentence) =>
    new RegExp(`(^|[^\\p{L}])${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}])`, 'u').test(text),
  );
}

describe('A report in Welsh from end to end (S9, B-CY-1, B-CY-3)', { timeout: 180_000 }, () => {
  let reference = '';
  const subject = "Rydych chi'n warthus";
  beforeAll(() => under.system.control('PATCH', '/sandbox/people/reporter', { preferredLanguage: 'cy-GB' }));

  it('knows what it looks for', () => {
    expect(english.length).toBeGreaterThan(300);
    expect(strays(`x ${paneEn.safety.first} y`)).toContain(paneEn.safety.first);
  });

  it('shows no English sentence in the pane: form, each kind, progress, flagged', async () => {
    const outlook = await Outlook.open(await under.browser.page(), under.system, { language: 'cy' });
    const seen = async () => strays((await outlook.pane.locator('body').allInnerTexts()).join('\n'));
    await outlook.read(subject);
    await outlook.openPane();
    await outlook.heading(paneCy.title).waitFor();
    await outlook.pane.getByText('elis@llanfair-isaf.example').first().waitFor();
    for (const kind of ['internal', 'bombThreat', 'suicideThreat', 'persistent', 'none', 'abusive'] as const) {
      await outlook.fill(kind);
      expect(await seen(), kind).toEqual([]);
    }
    await outlook.report.click();
    reference = await outlook.done();
    expect(await seen()).toEqual([]);
    const again = await Outlook.open(await under.browser.page(), under.system, { language: 'cy' });
    await again.read(subject);
    await again.openPane();
    await again.heading(paneCy.flagged.title).waitFor();
    expect(strays((await again.pane.locator('body').allInnerTexts()).join('\n'))).toEqual([]);
    await expect.poll(() => again.pane.locator('html').getAttribute('lang')).toBe('cy');
  });

  it('shows none in the manager’s card, the tab and the list', async () => {
    const { system, browser } = under;
    const chat = await browser.page();
    await chat.goto(`${system.origin}/teams?persona=manager&view=chat&locale=cy-GB`);
    const card = chat.getByRole('listitem').filter({ hasText: reference });
    await card.getByRole('button', { name: cardActionsCy.titles.forwardToSecurity }).click();
    await card.getByText(cardCy.commentHint).waitFor();
    expect(strays((await card.locator('.card').allInnerTexts()).join('\n'))).toEqual([]);
    const mine = await Tab.open(await browser.page(), system, 'reporter', { language: 'cy' });
    expect(strays((await mine.frame.locator('body').allInnerTexts()).join('\n'))).toEqual([]);
    await mine.openMine();
    await mine.frame.getByText(reference).first().waitFor();
    expect(strays((await mine.frame.locator('body').allInnerTexts()).join('\n'))).toEqual([]);
    const tab = await Tab.open(await browser.page(), system, 'security', { language: 'cy' });
    await tab.openIncident(reference);
    expect(strays((await tab.frame.locator('body').allInnerTexts()).join('\n'))).toEqual([]);
    await tab.frame.getByRole('button', { name: tabCy.incident.acknowledge, exact: true }).click();
    await tab.frame.getByText(tabCy.incident.acknowledgedNow).waitFor();
    expect(strays((await tab.frame.locator('body').allInnerTexts()).join('\n'))).toEqual([]);
  });

  it('writes to a Welsh-speaking reporter and manager in Welsh', async () => {
    expect(reference).not.toBe('');
    for (const name of ['carys.llwydfenn', 'sian.morlais']) {
      const about = async () =>
        (await mailsOf(under.system, addressOf(name))).filter(
          ({ subject: title, isDraft }) => title.includes(reference) && !isDraft && !title.includes('/'),
        );
      await expect.poll(async () => (await about()).length, { timeout: 30_000 }).toBeGreaterThan(0);
      for (const { subject: title, body } of await about()) expect(strays(`${title}\n${body.content}`)).toEqual([]);
    }
  });
});

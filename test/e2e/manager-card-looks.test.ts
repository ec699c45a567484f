import { describe, expect, it } from 'vitest';
import { cardActionsCy } from '../../src/words/card-actions.cy.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { axeFaults } from '../browser/axe.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();

describe.each([
  ['en-GB', cardActionsEn],
  ['cy-GB', cardActionsCy],
] as const)('The manager’s card in %s', (spoken, { titles }) => {
  it.each(['default', 'dark', 'contrast'])(
    'is read without scrolling sideways at 320 pixels, and every question opens by keyboard, in %s',
    { timeout: 240_000 },
    async (theme) => {
      const { system, browser } = under;
      await system.control('PATCH', '/sandbox/people/manager', { preferredLanguage: spoken });
      const { reference } = await reported(system);
      const page = await browser.page({ viewport: { width: 320, height: 700 } });
      await page.goto(`${system.origin}/teams?persona=manager&view=chat&theme=${theme}`);
      const card = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: reference });
      await card.getByRole('button', { name: titles.forwardToSecurity }).waitFor();
      for (const title of [titles.forwardToSecurity, titles.requestGuards, titles.planMeeting, titles.raiseSeverity]) {
        const button = card.getByRole('button', { name: title, exact: true });
        // Some questions stand in a group that opens first.
        if ((await button.count()) === 0) continue;
        await button.focus();
        await page.keyboard.press('Enter');
        await card.getByRole('textbox').or(card.getByRole('combobox')).first().waitFor();
        const wide = await card.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
        const edge = await card.evaluate((element) => element.getBoundingClientRect().right);
        const clipped = await card
          .getByRole('button')
          .evaluateAll(
            (all, right) =>
              all
                .filter((each) => each.scrollWidth > each.clientWidth || each.getBoundingClientRect().right > right)
                .map((each) => each.textContent),
            edge,
          );
        expect(clipped).toEqual([]);
        await page.screenshot({ path: `test/artifacts/card-${spoken}-${theme}-${title}.png`, fullPage: true });
      }
      const handle = await card.elementHandle();
      await handle?.evaluate((element) => element.setAttribute('data-card-under-test', ''));
      expect(await axeFaults(page, { include: '[data-card-under-test]' })).toEqual([]);
    },
  );
});

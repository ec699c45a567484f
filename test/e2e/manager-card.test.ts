import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardCy } from '../../src/words/card.cy.ts';
import { cardEn } from '../../src/words/card.en.ts';
import { cardActionsCy } from '../../src/words/card-actions.cy.ts';
import { cardActionsEn } from '../../src/words/card-actions.en.ts';
import { cardsOf } from '../service/support/look.ts';
import { secrets } from '../service/support/reporter.ts';
import { editAsSecurity } from '../service/support/security.ts';
import { incidentOf } from './support/counts.ts';
import { reported } from './support/reports.ts';
import { systemUnderTest } from './support/system-under-test.ts';

const under = systemUnderTest();

async function openChat(persona: string): Promise<Page> {
  const page = await under.browser.page();
  await page.goto(`${under.system.origin}/teams?persona=${persona}&view=chat`);
  return page;
}

const cardIn = (page: Page, reference: string): Locator =>
  page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: reference });

const speaks = (preferredLanguage: string | null) =>
  under.system.control('PATCH', '/sandbox/people/manager', { preferredLanguage });

const stateOf = async (reference: string) => (await incidentOf(under.system, reference))?.incident.state;

describe.each([
  ['cy-GB', cardCy, cardActionsCy],
  ['en-GB', cardEn, cardActionsEn],
] as const)('The card of a manager who speaks %s (S5)', (spoken, words, actions) => {
  beforeEach(() => speaks(spoken));

  it('shows details to the manager alone, asks for a comment, and forwards in one press', {
    timeout: 120_000,
  }, async () => {
    const { system } = under;
    const { reference } = await reported(system);
    const page = await openChat('manager');
    const card = cardIn(page, reference);
    await card
      .getByRole('heading', { name: words.heading(reference) })
      .or(card.getByText(words.heading(reference)))
      .first()
      .waitFor();
    await card.getByText(secrets[0] as string).waitFor();
    await card.getByText('Shown to you only').waitFor();
    // What lies in the chat itself, for whoever else may read it, holds no word of it.
    const stored = (await cardsOf(system, 'administrator')).concat(await cardsOf(system, 'colleague'));
    expect(stored).toEqual([]);

    const open = card.getByRole('button', { name: actions.titles.forwardToSecurity });
    await open.click();
    const forward = card.getByRole('button', { name: words.forward });
    await forward.click();
    await card.getByText(words.commentError).waitFor();
    expect(await stateOf(reference)).toBe('managerReview');

    await card.getByRole('textbox', { name: words.commentLabel }).fill('I have spoken to Carys. She is safe.');
    await forward.click();
    await card.getByText(words.doneHeading(reference)).waitFor();
    await expect.poll(() => forward.count()).toBe(0);
    await expect.poll(() => open.count()).toBe(0);
    const incident = (await incidentOf(system, reference))?.incident;
    expect(incident?.state).toBe('withSecurity');
    expect(incident?.comments).toMatchObject([{ text: 'I have spoken to Carys. She is safe.', via: 'card' }]);
  });

  it('says that Security has acknowledged', { timeout: 120_000 }, async () => {
    const { reference } = await reported(under.system);
    const page = await openChat('manager');
    await cardIn(page, reference).getByText(words.heading(reference)).first().waitFor();
    expect(await editAsSecurity(under.system, reference, { State: 'acknowledged' })).toBe(200);
    await cardIn(page, reference).getByText(words.acknowledgedHeading(reference)).first().waitFor({ timeout: 60_000 });
    await expect
      .poll(() => cardIn(page, reference).getByRole('button', { name: actions.titles.forwardToSecurity }).count())
      .toBe(0);
  });
});

describe('A manager with two windows', () => {
  it('is told politely that it was forwarded already, and nothing is sent twice', { timeout: 120_000 }, async () => {
    await speaks('en-GB');
    const { reference, report } = await reported(under.system);
    const first = await openChat('manager');
    await cardIn(first, reference).getByRole('button', { name: cardActionsEn.titles.forwardToSecurity }).click();
    await cardIn(first, reference).getByRole('textbox', { name: cardEn.commentLabel }).fill('Once.');
    await cardIn(first, reference).getByRole('button', { name: cardEn.forward }).click();
    await cardIn(first, reference).getByText(cardEn.doneHeading(reference)).waitFor();
    const [place] = (await cardsOf(under.system, 'manager')).filter(({ json }) => json.includes(reference));
    const answer = await under.system.control<{ kind: string; text: string }>(
      'POST',
      `/sandbox/teams/chats/${encodeURIComponent(place?.chatId ?? '')}/messages/${place?.messageId}/actions`,
      {
        persona: 'manager',
        trigger: 'manual',
        action: {
          type: 'Action.Execute',
          id: 'x',
          verb: 'forwardToSecurity',
          data: { submissionId: report.submissionId, cardVersion: 1, comment: 'Twice.' },
        },
      },
    );
    expect(answer).toMatchObject({ kind: 'message', text: cardEn.refusals.alreadyDone });
    expect((await incidentOf(under.system, reference))?.incident.comments.map(({ text }) => text)).toEqual(['Once.']);
  });
});

describe('Somebody who is not the manager', () => {
  it.each(['colleague', 'security', 'reporter', 'seniorManager'])(
    '%s, with the card’s own data, sees nothing and changes nothing (COM-3b-6, X-AUD-1)',
    { timeout: 120_000 },
    async (persona) => {
      const { system } = under;
      const { reference, report } = await reported(system);
      for (const verb of ['refresh', 'forwardToSecurity']) {
        const comment = verb === 'refresh' ? {} : { comment: 'Mine now.' };
        const data = { submissionId: report.submissionId, cardVersion: 1, ...comment };
        const { answers } = await system.control<{ answers: { status: number; body: unknown }[] }>(
          'POST',
          '/sandbox/bot/invoke',
          { persona, action: { type: 'Action.Execute', id: 'x', verb, data } },
        );
        expect(answers[0]?.status).toBe(200);
        const text = JSON.stringify(answers);
        for (const secret of secrets) expect(text).not.toContain(secret);
      }
      expect(await stateOf(reference)).toBe('managerReview');
      expect((await incidentOf(system, reference))?.incident.comments).toEqual([]);
      const page = await openChat(persona);
      await page.getByRole('navigation', { name: 'Chats' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByText(reference).count()).toBe(0);
    },
  );
});

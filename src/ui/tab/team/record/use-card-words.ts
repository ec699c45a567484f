import { cardCy } from '../../../../words/card.cy.ts';
import { cardEn } from '../../../../words/card.en.ts';
import { cardActionsCy } from '../../../../words/card-actions.cy.ts';
import { cardActionsEn } from '../../../../words/card-actions.en.ts';
import { useTab } from '../../tab-context.tsx';

/** The card's own words, so that card and tab ask the same thing in the same way. */
export function useCardWords(): { card: typeof cardEn; actions: typeof cardActionsEn } {
  return useTab().language === 'cy'
    ? { card: cardCy, actions: cardActionsCy }
    : { card: cardEn, actions: cardActionsEn };
}

/** Why it was not taken. What this version has no words for is told as the card tells it: the report has moved on. */
export function refusalText(refusals: (typeof cardEn)['refusals'], code: string): string {
  return Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : refusals.movedOn;
}

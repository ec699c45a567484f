import { isEnded } from '../domain/incident/manager-answer.ts';
import type { IncidentState } from '../domain/incident/vocabulary.ts';
import { cardCy } from '../words/card.cy.ts';
import { cardEn } from '../words/card.en.ts';
import { inline, type Reader } from '../words/reader.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { managerBaseCard } from './manager-base-card.ts';
import {
  managerAcknowledgedCard,
  managerDoneCard,
  managerLocalCard,
  managerMovedOnCard,
  managerWaitingCard,
} from './manager-closed-cards.ts';
import { managerDetailsCard } from './manager-details-card.ts';
import type { ManagerCardInput } from './parts.ts';

/** States in which the card in the chat asks the manager to read it. */
const readingStates: readonly IncidentState[] = ['submitted', 'managerReview', 'hrRoute'];

function statusCard(input: ManagerCardInput): AdaptiveCard {
  switch (input.incident.state) {
    case 'infoRequested':
      return managerWaitingCard(input);
    case 'localOnly':
      return managerLocalCard(input);
    case 'withSecurity':
      return managerDoneCard(input);
    case 'acknowledged':
      return managerAcknowledgedCard(input);
    default:
      return managerMovedOnCard(input);
  }
}

/** The card for the chat, by the incident's state: what is sent, and what an update puts in its place. */
export function sharedManagerCard(input: ManagerCardInput): AdaptiveCard {
  return readingStates.includes(input.incident.state) ? managerBaseCard(input) : statusCard(input);
}

/** The card that `refresh` gives to a holder alone, until the record has ended. The caller has checked who asks. */
export function privateManagerCard(input: ManagerCardInput): AdaptiveCard {
  return isEnded(input.incident) ? statusCard(input) : managerDetailsCard(input);
}

export type CardRefusal = keyof typeof cardEn.refusals;

export function isCardRefusal(code: string): code is CardRefusal {
  return Object.hasOwn(cardEn.refusals, code);
}

/** Put in the place of a card whose record is no longer there; it holds nothing. */
export function managerGoneCard(reader: Reader): AdaptiveCard {
  const text = cardRefusal('gone', reader);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: reader ?? 'cy',
    speak: text,
    fallbackText: text,
    body: [{ type: 'TextBlock', text, wrap: true }],
  };
}

/** A polite answer in place of a card, for an `application/vnd.microsoft.activity.message` reply. */
export function cardRefusal(refusal: CardRefusal, reader: Reader): string {
  return inline(reader, (language) => ({ en: cardEn, cy: cardCy })[language].refusals[refusal]);
}

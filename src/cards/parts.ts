import type { CalendarDate } from '../domain/calendar/dates.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { cardCy } from '../words/card.cy.ts';
import { cardEn } from '../words/card.en.ts';
import { cardActionsCy } from '../words/card-actions.cy.ts';
import { cardActionsEn } from '../words/card-actions.en.ts';
import { inline, languagesFor, type Reader } from '../words/reader.ts';
import { termsCy } from '../words/terms.cy.ts';
import { termsEn } from '../words/terms.en.ts';
import { actionId, type CardVerb, carriedData } from './action-schema.ts';
import type {
  ActionSet,
  AdaptiveCard,
  CardActionPart,
  CardElement,
  ExecuteAction,
  OpenUrlAction,
  RichTextBlock,
  TextBlock,
} from './adaptive-card.ts';

/** All that a manager's card is made of. */
export interface ManagerCardInput {
  incident: Incident;
  /** The manager's language; null gives both, Welsh first. */
  reader: Reader;
  /** Deep link to the report in the tab. */
  link: string;
  /** The manager's id in the bot's channel (`29:…`): the only one asked to refresh. Null or empty while unknown. */
  managerMri: string | null;
  /** When it is shown, UTC. */
  at: string;
  /** By when the manager is to have answered, UTC; null where no answer is waited for. BEH-8.2-2 */
  answerBy: string | null;
  /** Last day on which a meeting with the person concerned may be held. BEH-5.2-2 */
  meetingBy: CalendarDate;
}

type Words = { card: typeof cardEn; actions: typeof cardActionsEn; terms: typeof termsEn };

const catalogues: Record<Language, Words> = {
  en: { card: cardEn, actions: cardActionsEn, terms: termsEn },
  cy: { card: cardCy, actions: cardActionsCy, terms: termsCy },
};

export type Say = (words: Words, language: Language) => string;

/** A short text in the reader's language, or in both on one line. */
export function label(reader: Reader, say: Say): string {
  return inline(reader, (language) => say(catalogues[language], language));
}

/** A sentence: one block for each language. Only for our own words, because a text block reads Markdown. */
export function sentence(reader: Reader, say: Say, look: Partial<TextBlock> = {}): TextBlock[] {
  return languagesFor(reader).map((language) => ({
    type: 'TextBlock',
    text: say(catalogues[language], language),
    wrap: true,
    ...look,
  }));
}

/** A sentence with a name in it: in text runs, which show the name as it is. */
export function plainSentence(reader: Reader, say: Say): RichTextBlock[] {
  return languagesFor(reader).map((language) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: say(catalogues[language], language) }],
  }));
}

export function heading(reader: Reader, say: Say): TextBlock[] {
  return sentence(reader, say, { size: 'large', weight: 'bolder', style: 'heading' });
}

export function subheading(reader: Reader, say: Say): TextBlock[] {
  return sentence(reader, say, { size: 'medium', weight: 'bolder', style: 'heading' });
}

/** A name and its value in text runs, which show any value as it is. */
export function labelled(reader: Reader, say: Say, value: string): RichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'small',
    inlines: [
      { type: 'TextRun', text: `${label(reader, say)}: `, weight: 'bolder' },
      { type: 'TextRun', text: value },
    ],
  };
}

/**
 * Buttons one under another, each in a set of its own: beside each other on a phone the second is cut off, and Teams never wraps a title.
 */
export function stacked(actions: readonly CardActionPart[]): ActionSet[] {
  return actions.map((action, index) => ({
    type: 'ActionSet',
    ...(index === 0 ? {} : { spacing: 'small' as const }),
    actions: [action],
  }));
}

/** `sends`: what stands in the inputs around the button goes with it. */
export function execute(verb: CardVerb, title: string, submissionId: string, sends = false): ExecuteAction {
  return {
    type: 'Action.Execute',
    id: actionId(verb, submissionId),
    verb,
    title,
    data: { ...carriedData(submissionId) },
    associatedInputs: sends ? 'auto' : 'none',
  };
}

export function openLink({ reader, link }: ManagerCardInput): OpenUrlAction {
  return { type: 'Action.OpenUrl', title: label(reader, ({ card }) => card.open), url: link };
}

/** A card around its parts. `asks` lets the manager's own client ask for that manager's view. */
export function wholeCard(input: ManagerCardInput, body: CardElement[], asks: boolean): AdaptiveCard {
  const { incident, reader, managerMri } = input;
  const spoken = body.flatMap((part) => (part.type === 'TextBlock' && part.style === 'heading' ? [part.text] : []));
  const refresh = execute(
    'refresh',
    label(reader, ({ card }) => card.showDetails),
    incident.report.submissionId,
  );
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: reader ?? 'cy',
    speak: spoken.join(' '),
    fallbackText: label(reader, ({ card }) => card.fallback(incident.reference)),
    body,
    ...(asks && managerMri ? { refresh: { action: refresh, userIds: [managerMri] } } : {}),
  };
}

import * as AdaptiveCards from 'adaptivecards';
import { useEffect, useRef } from 'react';
import { cardLooks } from './card-looks.ts';
import { renderCardMarkdown } from './card-markdown.ts';
import type { Theme } from './place.ts';
import type { CardAction } from './teams-client.ts';

interface AdaptiveCardProps {
  card: unknown;
  theme: Theme;
  /** While an action is under way nothing of the card can be pressed. */
  isBusy: boolean;
  onAction(action: CardAction): void;
  onOpenLink(link: string): void;
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderCardMarkdown(text);
  result.didProcess = true;
};

/** Draws a card with Microsoft's own renderer. What has been typed stays until the card's content changes. */
export function AdaptiveCard({ card, theme, isBusy, onAction, onOpenLink }: AdaptiveCardProps) {
  const place = useRef<HTMLDivElement>(null);
  const callbacks = useRef({ onAction, onOpenLink });
  callbacks.current = { onAction, onOpenLink };
  const content = JSON.stringify(card);

  useEffect(() => {
    const rendered = draw(JSON.parse(content), theme, callbacks);
    place.current?.replaceChildren(
      ...(rendered ? [rendered] : [document.createTextNode('This card cannot be shown.')]),
    );
  }, [content, theme]);

  return <div ref={place} className="card" inert={isBusy} />;
}

type Callbacks = { current: Pick<AdaptiveCardProps, 'onAction' | 'onOpenLink'> };

function draw(json: unknown, theme: Theme, callbacks: Callbacks): HTMLElement | undefined {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(cardLooks(theme));
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) callbacks.current.onOpenLink(action.url ?? '');
    if (!(action instanceof AdaptiveCards.ExecuteAction)) return;
    callbacks.current.onAction({
      type: 'Action.Execute',
      ...(action.id && { id: action.id }),
      ...(action.title && { title: action.title }),
      verb: action.verb,
      data: action.data ?? {},
    });
  };
  try {
    // Teams shows cards up to 1.5.
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(json, context);
    return card.render();
  } catch {
    return undefined;
  }
}

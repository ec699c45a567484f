import { useEffect, useRef, useState } from 'react';
import { AdaptiveCard } from './adaptive-card.tsx';
import type { Theme } from './place.ts';
import { type CardAction, type CardOutcome, type ChatMessage, sendCardAction } from './teams-client.ts';

interface MessageProps {
  persona: string;
  chatId: string;
  sender: string;
  message: ChatMessage;
  theme: Theme;
  onOpenLink(link: string): void;
  onChanged(): void;
}

/** Messages and versions whose card has asked for its refresh already: a failed one is not repeated (facts, trap 20). */
const refreshed = new Set<string>();

export function Message({ persona, chatId, sender, message, theme, onOpenLink, onChanged }: MessageProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<CardOutcome | null>(null);
  const { refresh } = message;

  const act = async (action: CardAction, trigger: 'manual' | 'automatic') => {
    setIsBusy(true);
    setOutcome(null);
    try {
      setOutcome(await sendCardAction(persona, chatId, message.id, action, trigger));
    } catch (error) {
      setOutcome({ kind: 'error', text: error instanceof Error ? error.message : String(error) });
    } finally {
      setIsBusy(false);
      onChanged();
    }
  };

  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const once = `${persona} ${message.id} ${message.version}`;
    if (!refresh?.isAutomatic || refreshed.has(once)) return;
    refreshed.add(once);
    void latest.current(refresh.action, 'automatic');
  }, [persona, message.id, message.version, refresh]);

  if (message.isDeleted) return <li className="message">This message has been deleted.</li>;
  return (
    <li className={message.isFromBot ? 'message' : 'message own'}>
      <p className="message-head">
        <strong>{sender}</strong> <time dateTime={message.createdAt}>{readableTime(message.createdAt)}</time>
        {message.isEdited && ' Edited'}
        {message.isPersonal && ' · Shown to you only'}
      </p>
      {message.text && <p className="message-text">{message.text}</p>}
      {message.cards.map((card, index) => (
        <AdaptiveCard
          // The place in the message is all that tells one card from another.
          // biome-ignore lint/suspicious/noArrayIndexKey: cards of a message have no id and keep their order
          key={index}
          card={card}
          theme={theme}
          isBusy={isBusy}
          onAction={(action) => void act(action, 'manual')}
          onOpenLink={onOpenLink}
        />
      ))}
      {refresh && (
        <button type="button" disabled={isBusy} onClick={() => void act(refresh.action, 'manual')}>
          Refresh card
        </button>
      )}
      <p role="status">{isBusy ? 'Sending…' : outcome?.kind === 'message' ? outcome.text : ''}</p>
      {(outcome?.kind === 'error' || outcome?.kind === 'unreachable') && (
        <p role="alert" className="error">
          {outcome.text}
        </p>
      )}
    </li>
  );
}

function readableTime(stamp: string): string {
  return new Date(stamp).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' });
}

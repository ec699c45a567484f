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
    if (trigger === 'manual') setOutcome(null);
    let result: CardOutcome;
    try {
      result = await sendCardAction(persona, chatId, message.id, action, trigger);
    } catch (error) {
      result = { kind: 'error', text: error instanceof Error ? error.message : String(error) };
    }
    // What the person was told about their own action must not be wiped by the refresh that follows it.
    setOutcome((before) => (trigger === 'automatic' ? (before ?? result) : result));
    setIsBusy(false);
    onChanged();
  };

  const latest = useRef(act);
  latest.current = act;
  const item = useRef<HTMLLIElement>(null);
  const isAutomatic = refresh?.isAutomatic === true;
  const action = useRef(refresh?.action);
  action.current = refresh?.action;
  useEffect(() => {
    const once = `${persona} ${message.id} ${message.version}`;
    if (!isAutomatic || !item.current || refreshed.has(once)) return;
    // Only a card that can be seen refreshes itself.
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting) || refreshed.has(once) || !action.current) return;
      refreshed.add(once);
      watcher.disconnect();
      void latest.current(action.current, 'automatic');
    });
    watcher.observe(item.current);
    return () => watcher.disconnect();
  }, [persona, message.id, message.version, isAutomatic]);

  if (message.isDeleted) return <li className="message">This message has been deleted.</li>;
  return (
    <li ref={item} className={message.isOwn ? 'message own' : 'message'}>
      <p className="message-head">
        <strong>{sender}</strong> <time dateTime={message.createdAt}>{readableTime(message.createdAt)}</time>
        {message.isImportant && <strong className="important"> IMPORTANT!</strong>}
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

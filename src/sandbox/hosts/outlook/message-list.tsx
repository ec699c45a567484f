import type { MessageSummary } from './mail-client.ts';

interface MessageListProps {
  messages: MessageSummary[];
  failure: string | null;
  selected: string[];
  onSelect(ids: string[]): void;
  onRefresh(): void;
  onMore: (() => void) | null;
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});
export const showTime = (stamp: string | null) => (stamp ? timeFormat.format(new Date(stamp)) : 'no date');

const nameOf = (message: MessageSummary) =>
  message.from?.emailAddress.name || message.from?.emailAddress.address || '(no sender)';

/** The messages of a folder. One is opened by its button; several are selected by their boxes. */
export function MessageList({ messages, failure, selected, onSelect, onRefresh, onMore }: MessageListProps) {
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((known) => known !== id) : [...selected, id]);
  return (
    <section className="messages" aria-label="Messages">
      <div className="messages-bar">
        <button type="button" onClick={onRefresh}>
          Refresh
        </button>
        {selected.length > 1 && <span>{selected.length} selected</span>}
      </div>
      {failure !== null && (
        <p role="alert" className="error">
          {failure}
        </p>
      )}
      <ul>
        {messages.map((message) => {
          const subject = message.subject || '(no subject)';
          const isSelected = selected.includes(message.id);
          return (
            <li key={message.id} data-selected={isSelected || undefined} data-unread={!message.isRead || undefined}>
              <input
                type="checkbox"
                aria-label={`Select ${subject}`}
                checked={isSelected}
                onChange={() => toggle(message.id)}
              />
              <button
                type="button"
                aria-current={isSelected && selected.length === 1 ? 'true' : undefined}
                onClick={() => onSelect([message.id])}
              >
                <span className="from">{nameOf(message)}</span>
                <time dateTime={message.receivedDateTime ?? undefined}>{showTime(message.receivedDateTime)}</time>
                <span className="subject">{subject}</span>
                <span className="preview">{message.bodyPreview}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {messages.length === 0 && failure === null && <p className="quiet">Nothing here.</p>}
      {onMore && (
        <button type="button" onClick={onMore}>
          Show more
        </button>
      )}
    </section>
  );
}

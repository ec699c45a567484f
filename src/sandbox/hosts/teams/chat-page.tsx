import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Message } from './chat-message.tsx';
import type { Theme } from './place.ts';
import { type Chat, loadChats, sendText, sendToPerson, watchChats } from './teams-client.ts';

interface ChatPageProps {
  persona: string;
  personName: string;
  /** Somebody to write to, and what stands in the box already. */
  wanted: { address: string; message: string } | null;
  theme: Theme;
  onOpenLink(link: string): void;
}

const messagesAtOnce = 50;

export function ChatPage({ persona, personName, wanted: given, theme, onOpenLink }: ChatPageProps) {
  const [chats, setChats] = useState<Chat[] | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [writingTo, setWritingTo] = useState(given);
  const [count, setCount] = useState(messagesAtOnce);
  const [trouble, setTrouble] = useState<string | null>(null);
  const messages = useRef<HTMLOListElement>(null);

  const wanted = useRef(0);
  const load = useCallback(async () => {
    // Answers may overtake each other: only the one to the last question counts.
    wanted.current += 1;
    const question = wanted.current;
    try {
      const found = await loadChats(persona, count);
      if (question !== wanted.current) return;
      setChats(found);
      setTrouble(null);
    } catch (error) {
      if (question === wanted.current) setTrouble(error instanceof Error ? error.message : String(error));
    }
  }, [persona, count]);

  useEffect(() => {
    void load();
    return watchChats(persona, () => void load());
  }, [persona, load]);

  const chat = writingTo ? undefined : (chats?.find(({ id }) => id === openId) ?? chats?.[0]);
  const newest = chat?.messages.at(-1)?.id;
  // As in Teams, one sees the newest message first.
  useEffect(() => {
    const list = messages.current;
    if (newest !== undefined && list) list.scrollTop = list.scrollHeight;
  }, [newest]);

  return (
    <div className="chat-page">
      <nav className="chat-list" aria-label="Chats">
        <ul>
          {chats?.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === chat?.id ? 'page' : undefined}
                onClick={() => {
                  setWritingTo(null);
                  setOpenId(id);
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className="chat" aria-label={chat ? `Chat with ${chat.title}` : 'Chat'}>
        {trouble !== null && (
          <p role="alert" className="error">
            {trouble}
          </p>
        )}
        {chats === null && <p>Loading…</p>}
        {writingTo && (
          <>
            <h1>New message to {writingTo.address}</h1>
            <Composer
              first={writingTo.message}
              send={async (text) => {
                const { id } = await sendToPerson(persona, writingTo.address, text);
                setOpenId(id);
                await load();
                setWritingTo(null);
              }}
            />
          </>
        )}
        {!writingTo && chats?.length === 0 && <p>You have no chats yet.</p>}
        {chat && (
          <>
            <h1>{chat.title}</h1>
            {chat.hasEarlier && (
              <button type="button" onClick={() => setCount(count + messagesAtOnce)}>
                Show earlier messages
              </button>
            )}
            <ol ref={messages} className="messages" aria-label="Messages">
              {chat.messages.map((message) => (
                <Message
                  key={message.id}
                  persona={persona}
                  chatId={chat.id}
                  sender={message.isOwn ? personName : chat.title}
                  message={message}
                  theme={theme}
                  onOpenLink={onOpenLink}
                  onChanged={() => void load()}
                />
              ))}
            </ol>
            <Composer
              key={chat.id}
              first=""
              send={async (text) => {
                await sendText(persona, chat.id, text);
                await load();
              }}
            />
          </>
        )}
      </section>
    </div>
  );
}

function Composer({ first, send }: { first: string; send(text: string): Promise<void> }) {
  const box = useId();
  const [text, setText] = useState(first);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    try {
      await send(text.trim());
      setText('');
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className="composer" onSubmit={(event) => void submit(event)}>
      <label htmlFor={box}>
        <span className="composer-label">Type a message</span>
        {first.includes('\n') ? (
          <textarea id={box} rows={6} value={text} onChange={(event) => setText(event.target.value)} />
        ) : (
          <input id={box} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </label>
      <button type="submit" className="primary">
        Send
      </button>
      {trouble !== null && (
        <p role="alert" className="error">
          {trouble}
        </p>
      )}
    </form>
  );
}

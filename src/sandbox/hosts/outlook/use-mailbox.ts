import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createMailClient, type Folder, type Mailbox, type MessageSummary } from './mail-client.ts';
import type { OpenMail } from './wire-item.ts';

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** One folder's messages, page by page. */
export function useMessages(persona: string, mailbox: Mailbox, folderId: string | null) {
  const client = useMemo(() => createMailClient(persona, mailbox), [persona, mailbox]);
  const [messages, setMessages] = useState<MessageSummary[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const wanted = useRef(0);

  const load = useCallback(
    async (from?: string) => {
      if (folderId === null) return;
      // An answer that comes after another folder was opened is not shown.
      const turn = ++wanted.current;
      try {
        const page = await client.messages(folderId, from);
        if (turn !== wanted.current) return;
        setMessages((shown) => (from === undefined ? page.value : [...shown, ...page.value]));
        setNext(page['@odata.nextLink'] ?? null);
        setFailure(null);
      } catch (error) {
        if (turn === wanted.current) setFailure(words(error));
      }
    },
    [client, folderId],
  );
  useEffect(() => {
    setMessages([]);
    setNext(null);
    void load();
  }, [load]);
  const markRead = useCallback((id: string) => {
    setMessages((shown) => shown.map((message) => (message.id === id ? { ...message, isRead: true } : message)));
  }, []);
  return { client, messages, failure, markRead, refresh: () => load(), more: next === null ? null : () => load(next) };
}

/** Folders of every mailbox the person may open. A mailbox that cannot be read is shown with the reason. */
export function useFolders(persona: string, mailboxes: Mailbox[]) {
  const [folders, setFolders] = useState<Map<string, Folder[] | string>>(new Map());
  const load = useCallback(() => {
    for (const mailbox of mailboxes) {
      createMailClient(persona, mailbox)
        .folders()
        .then(
          (found) => setFolders((known) => new Map(known).set(mailbox.id, found)),
          (error) => setFolders((known) => new Map(known).set(mailbox.id, words(error))),
        );
    }
  }, [persona, mailboxes]);
  useEffect(load, [load]);
  return [folders, load] as const;
}

/** The message that is open for reading, once all of it that Outlook shows has come. */
export function useOpenMail(persona: string, mailbox: Mailbox, id: string | null) {
  const [state, setState] = useState<{ id: string | null; mail: OpenMail | null; failure: string | null }>({
    id: null,
    mail: null,
    failure: null,
  });
  useEffect(() => {
    let isWanted = true;
    const show = (mail: OpenMail | null, failure: string | null) => {
      if (isWanted) setState({ id, mail, failure });
    };
    if (id === null) {
      show(null, null);
    } else {
      const client = createMailClient(persona, mailbox);
      Promise.all([client.message(id), client.attachments(id)]).then(
        ([message, attachments]) => show({ mailbox, message, attachments }, null),
        (error) => show(null, words(error)),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [persona, mailbox, id]);
  // Until the new one is there, the old one is not shown under its name.
  return state.id === id ? state : { id, mail: null, failure: null };
}

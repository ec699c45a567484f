import { useEffect, useState } from 'react';
import type { Outbox } from '../../application/ports/outbox.ts';
import { usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';

/** Entries of the outbox that cannot be opened any more: said, never dropped in silence. X-OFF-1. */
export function UnreadableNotice({ outbox }: { outbox: Outbox }) {
  const { words, contacts } = usePane();
  const [ids, setIds] = useState<string[]>([]);
  useEffect(() => {
    outbox.unreadable().then(setIds, () => undefined); // What cannot be asked now is asked with the next opening.
  }, [outbox]);
  if (ids.length === 0) return null;
  const dismiss = () => {
    setIds([]);
    void Promise.allSettled(ids.map((id) => outbox.remove(id)));
  };
  return (
    <section className="notice" role="alert">
      <h2>{words.unreadable.title}</h2>
      <p>{words.unreadable.text}</p>
      <PhoneList contacts={contacts.filter(({ role }) => role === 'security')} />
      <button type="button" onClick={dismiss}>
        {words.unreadable.dismiss}
      </button>
    </section>
  );
}

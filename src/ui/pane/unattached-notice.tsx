import { useEffect, useState } from 'react';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { PreparedMessage } from '../../application/report-email.ts';
import { fillIn } from '../shared/fill-in.ts';
import { showMoment } from '../shared/moments.ts';
import type { PaneConnection } from './pane-connection.ts';
import { usePane } from './pane-context.tsx';

interface UnattachedNoticeProps {
  connection: PaneConnection | null;
  prepared: PreparedMessage | null;
  /** The report that is shown; it may have been one of those that waited. */
  shown: string | null;
  onAttached(id: string): void;
}

/** A report that was pressed before the host had said which message was open, and then the pane was closed. Only the person knows which one it was. */
export function UnattachedNotice({ connection, prepared, shown, onAttached }: UnattachedNoticeProps) {
  const { words, language } = usePane();
  const [waiting, setWaiting] = useState<OutboxEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again with each message that the host names, and each report that is shown
  useEffect(() => {
    if (!connection) return;
    connection.outbox.list().then(
      (entries) => setWaiting(entries.filter(({ email }) => email === null)),
      () => undefined,
    );
  }, [connection, prepared, shown]);
  const [entry] = waiting;
  if (!entry || !connection) return null;
  const use = async (message: PreparedMessage) => {
    onAttached(await connection.reporting.attach(entry.id, message));
    setWaiting((all) => all.filter(({ id }) => id !== entry.id));
  };
  return (
    <section className="notice">
      <h2>{words.unattached.title}</h2>
      <p>{fillIn(words.unattached.text, { time: showMoment(entry.createdAt, language) ?? '' })}</p>
      {prepared ? (
        <button type="button" onClick={() => void use(prepared)}>
          {words.unattached.use}
        </button>
      ) : (
        <p>{connection.outbox.keeps(entry.id) ? words.unattached.waiting : words.unattached.waitingHere}</p>
      )}
    </section>
  );
}

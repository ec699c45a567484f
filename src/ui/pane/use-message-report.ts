import { useCallback, useEffect, useState } from 'react';
import type { OutboxView } from '../../application/outbox/outbox-runner.ts';
import type { Submission } from '../../application/ports/intake.ts';
import type { OpenMessage } from '../../application/ports/mail-host.ts';
import type { PreparedMessage } from '../../application/report-email.ts';
import type { ReportedEmail } from '../../domain/incident/report.ts';
import type { PaneConnection } from './pane-connection.ts';

export interface MessageReport {
  prepared: PreparedMessage | null;
  /** With headers, once read. */
  email: ReportedEmail | null;
  /** Undefined while it is looked for, null when there is none, `unknown` when it could not be asked. */
  earlier: Submission | null | undefined | 'unknown';
  /** The report of this message on its way from this device. */
  view: OutboxView | null;
  /** Follows an entry that was just put into the outbox. */
  follow(id: string): void;
  lookAgain(): void;
}

/** All that is known of the open message: what was read, whether it was reported before, and how its report stands. */
export function useMessageReport(
  connection: PaneConnection | null,
  message: OpenMessage | null | undefined,
): MessageReport {
  const [prepared, setPrepared] = useState<PreparedMessage | null>(null);
  const [email, setEmail] = useState<ReportedEmail | null>(null);
  const [earlier, setEarlier] = useState<MessageReport['earlier']>(undefined);
  const [entryId, setEntryId] = useState<string | null>(null);
  const [view, setView] = useState<OutboxView | null>(null);

  const lookFor = useCallback((wanted: PreparedMessage, isCurrent: () => boolean, again?: 'again') => {
    wanted.earlier(again).then(
      (found) => isCurrent() && setEarlier(found),
      () => isCurrent() && setEarlier('unknown'),
    );
  }, []);

  useEffect(() => {
    setEmail(null);
    setEarlier(undefined);
    setView(null);
    setPrepared(null);
    if (!connection || !message) return;
    let isCurrent = true;
    connection.reporting.forgetAllBut(message.hostItemId);
    const made = connection.reporting.prepare(message);
    setPrepared(made);
    lookFor(made, () => isCurrent);
    made.email.then((read) => isCurrent && setEmail(read));
    made.outboxId.then((id) => isCurrent && setEntryId(id));
    return () => {
      isCurrent = false;
      setEntryId(null);
    };
  }, [connection, message, lookFor]);

  useEffect(() => {
    if (!connection || entryId === null) return;
    const show = (next: OutboxView) => next.entry.id === entryId && setView(next);
    const stop = connection.reporting.runner.onChange(show);
    connection.outbox.find(entryId).then(
      (entry) => entry && setView((shown) => shown ?? { entry, isElsewhere: false, isForeign: false }),
      () => undefined,
    );
    return stop;
  }, [connection, entryId]);

  return {
    prepared,
    email,
    earlier,
    view: view?.entry.id === entryId ? view : null,
    follow: setEntryId,
    lookAgain: () => prepared && lookFor(prepared, () => true, 'again'),
  };
}

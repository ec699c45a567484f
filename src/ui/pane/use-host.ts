import { useEffect, useState } from 'react';
import type { MailHostEnvironment, OpenMessage } from '../../application/ports/mail-host.ts';
import type { PaneConnection } from './pane-connection.ts';

/** After this long without an answer the person is told that the host is slow. */
const slowMilliseconds = 4_000;
/** After this long the person is told what to do instead of waiting. */
const stuckMilliseconds = 12_000;
/** How soon a host that failed to start is asked again. */
const retryMilliseconds = 5_000;

export interface HostState {
  /** Null until the host has answered. */
  environment: MailHostEnvironment | null;
  /** Undefined until the host has said; null when nothing, or more than one, is open. */
  message: OpenMessage | null | undefined;
  /** How long the person has waited for it by now; `answered` once it has said which message is open. */
  wait: 'short' | 'slow' | 'stuck' | 'answered';
}

/** The message open beside the pane, followed through a pinned pane. Never waited for. */
export function useHost(connection: PaneConnection | null): HostState {
  const [environment, setEnvironment] = useState<MailHostEnvironment | null>(null);
  const [message, setMessage] = useState<OpenMessage | null | undefined>(undefined);
  const [waited, setWaited] = useState<'short' | 'slow' | 'stuck'>('short');

  useEffect(() => {
    const timers = [setTimeout(setWaited, slowMilliseconds, 'slow'), setTimeout(setWaited, stuckMilliseconds, 'stuck')];
    return () => timers.forEach(clearTimeout);
  }, []);

  useEffect(() => {
    if (!connection) return;
    const { host } = connection.ports;
    let isGone = false;
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = () => {
      host.ready().then(
        (ready) => {
          if (isGone) return;
          setEnvironment(ready);
          setMessage(host.current());
          stop = host.onChange(setMessage);
        },
        () => {
          if (!isGone) timer = setTimeout(attempt, retryMilliseconds);
        },
      );
    };
    attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [connection]);

  return { environment, message, wait: message === undefined ? waited : 'answered' };
}

import { useEffect, useState } from 'react';
import type { PaneConnection } from './pane-connection.ts';

const retryMilliseconds = 5_000;

/** Connects after the first paint, and again and again while the network does not let it. Null until then. */
export function useConnection(connect: () => Promise<PaneConnection>): PaneConnection | null {
  const [connection, setConnection] = useState<PaneConnection | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const attempt = () => {
      clearTimeout(timer);
      connect().then(
        (made) => !isGone && setConnection(made),
        () => {
          if (!isGone) timer = setTimeout(attempt, retryMilliseconds);
        },
      );
    };
    // After the browser has painted what it has: the form comes first.
    timer = setTimeout(attempt);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [connect]);

  useEffect(() => {
    if (!connection) return;
    const { runner } = connection.reporting;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const resume = () => {
      runner.resumeAll().catch((error: unknown) => {
        console.error('The outbox could not be read, and will be asked again.', error);
        timer = setTimeout(resume, retryMilliseconds);
      });
    };
    resume();
    const whenOnline = () => runner.hurry('network');
    window.addEventListener('online', whenOnline);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', whenOnline);
    };
  }, [connection]);
  return connection;
}

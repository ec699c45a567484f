import { useEffect, useState } from 'react';
import { loadNotifications, type Notification } from './teams-client.ts';

interface ActivityPageProps {
  persona: string;
  onOpenLink(link: string): void;
}

const lookAgainMs = 5_000;

export function ActivityPage({ persona, onOpenLink }: ActivityPageProps) {
  const [notifications, setNotifications] = useState<Notification[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    const look = () =>
      loadNotifications(persona).then(
        (found) => {
          if (isOver) return;
          setNotifications(found);
          setTrouble(null);
        },
        (error: unknown) => !isOver && setTrouble(error instanceof Error ? error.message : String(error)),
      );
    void look();
    const timer = setInterval(() => void look(), lookAgainMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [persona]);

  return (
    <section className="activity" aria-labelledby="activity-title">
      <h1 id="activity-title">Activity</h1>
      {trouble !== null && (
        <p role="alert" className="error">
          {trouble}
        </p>
      )}
      {notifications?.length === 0 && <p>Nothing new.</p>}
      <ul>
        {notifications?.map(({ id, preview, webUrl, at }) => (
          <li key={id}>
            <time dateTime={at}>{new Date(at).toLocaleString('en-GB')}</time>{' '}
            {webUrl === null ? (
              preview
            ) : (
              <button type="button" onClick={() => onOpenLink(webUrl)}>
                {preview}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useEffect, useRef } from 'react';

/** Seconds between readings: quick at first, because the service mostly answers within two or three. */
const rhythm = [1.5, 2, 2, 3, 3, 5, 5, 5, 10, 10, 10, 15, 15, 15, 30, 30];

/**
 * Reads again while the service still has something to do, ever more rarely, and stops after some three minutes: by then
 * it is not coming soon, and there is a button. `about` names what is waited for; a new name begins again.
 */
export function useFollowUp(
  isOnItsWay: boolean,
  about: string,
  remote: { isLoading: boolean; error: unknown; reload: () => void },
): void {
  const latest = useRef(remote);
  latest.current = remote;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name begins again
  useEffect(() => {
    if (!isOnItsWay) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (round: number) => {
      const seconds = rhythm[round];
      if (seconds === undefined) return;
      timer = setTimeout(() => {
        const { isLoading, error, reload } = latest.current;
        // After a failure the person decides; a tab that nobody looks at need not ask.
        if (error === null && !isLoading && document.visibilityState === 'visible') reload();
        wait(round + 1);
      }, seconds * 1000);
    };
    wait(0);
    return () => clearTimeout(timer);
  }, [isOnItsWay, about]);
}

import { useCallback, useEffect, useState } from 'react';
import { type Place, readPlace, writePlace } from './place.ts';
import type { HostedApp } from './teams-client.ts';

/** The place one is at, kept in the address bar. `visit` grows with every move, so that a tab is loaded anew. */
export function usePlace(apps: HostedApp[]) {
  const [{ place, visit }, setState] = useState(() => ({ place: readPlace(window.location.search, apps), visit: 0 }));
  const goTo = useCallback((next: Place) => {
    window.history.pushState(null, '', writePlace(window.location.search, next));
    setState((before) => ({ place: next, visit: before.visit + 1 }));
  }, []);
  useEffect(() => {
    const back = () =>
      setState((before) => ({ place: readPlace(window.location.search, apps), visit: before.visit + 1 }));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [apps]);
  return { place, visit, goTo };
}

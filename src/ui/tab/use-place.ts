import { useEffect, useState } from 'react';
import { readPlace, type TabPlace, writePlace } from './tab-place.ts';

/** Marks entries of the browser's history that are ours. */
const ours = { urddas: 'place' };

/**
 * Where the person is. It stands after the `#` of the address, so that back, forward and reload do what they do on any
 * page. The host's deep link says where to begin, but not where to be after a reload.
 */
export function usePlace(startAt: string | null): [place: TabPlace, go: (place: TabPlace) => void] {
  const [place, setPlace] = useState<TabPlace>(() =>
    readPlace(startAt !== null && history.state?.urddas !== ours.urddas ? startAt : location.hash.slice(1)),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: marks the entry the tab began with, once
  useEffect(() => {
    history.replaceState(ours, '', `#${writePlace(place)}`);
    const follow = () => setPlace(readPlace(location.hash.slice(1)));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  const go = (next: TabPlace) => {
    history.pushState(ours, '', `#${writePlace(next)}`);
    setPlace(next);
  };
  return [place, go];
}

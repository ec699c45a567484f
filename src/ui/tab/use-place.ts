import { useCallback, useEffect, useRef, useState } from 'react';
import { readPlace, type TabPlace, writePlace } from './tab-place.ts';

/** Marks entries of the browser's history that are ours. */
const ours = { urddas: 'place' };
/** Where Teams makes its frame anew, the address is gone: a call that goes on is found again by this. */
const liveKey = 'urddas.live';

/**
 * Where the person is. It stands after the `#` of the address, so that back, forward and reload do what they do on any
 * page. `linked` is where the host's deep link leads: null without one, undefined while the host has not answered. It says
 * where to begin, but never takes anyone away from where they went meanwhile, nor back there after a reload.
 */
export function usePlace(linked: string | null | undefined): [place: TabPlace, go: (place: TabPlace) => void] {
  const mayFollow = useRef(history.state?.urddas !== ours.urddas && location.hash.length < 2);
  const [place, setPlace] = useState<TabPlace>(() => {
    const asked = readPlace(location.hash.slice(1));
    return asked.page === 'start' && mayFollow.current ? readPlace(readLive()) : asked;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: marks the entry the tab began with, once
  useEffect(() => {
    history.replaceState(ours, '', `#${writePlace(place)}`);
    const follow = () => {
      mayFollow.current = false;
      const next = readPlace(location.hash.slice(1));
      rememberLive(next);
      setPlace(next);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the host has answered
  useEffect(() => {
    if (!linked || !mayFollow.current || place.page !== 'start') return;
    mayFollow.current = false;
    history.replaceState(ours, '', `#${writePlace(readPlace(linked))}`);
    setPlace(readPlace(linked));
  }, [linked]);

  const go = useCallback((next: TabPlace) => {
    mayFollow.current = false;
    rememberLive(next);
    history.pushState(ours, '', `#${writePlace(next)}`);
    setPlace(next);
  }, []);
  return [place, go];
}

function rememberLive(place: TabPlace): void {
  try {
    if (place.page === 'helper') sessionStorage.setItem(liveKey, writePlace(place));
    else sessionStorage.removeItem(liveKey);
  } catch {
    // Forbidden storage: the first screen then offers to go on with it.
  }
}

function readLive(): string | null {
  try {
    return sessionStorage.getItem(liveKey);
  } catch {
    return null;
  }
}

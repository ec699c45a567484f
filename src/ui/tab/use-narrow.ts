import { useCallback, useSyncExternalStore } from 'react';

/** True while a media query matches. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** True where two columns, or a table of seven, no longer fit. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 899px)');
}

/** True on a phone, and where text is so large that a window has no more room than one. */
export function usePhone(): boolean {
  return useMedia('(max-width: 480px)');
}

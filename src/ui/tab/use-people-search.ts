import { useEffect, useState } from 'react';
import type { StaffRecord } from '../../application/ports/directory.ts';
import { useTab } from './tab-context.tsx';

/** So that the directory is not asked at every letter. */
const pauseMilliseconds = 250;
const shortestText = 2;

interface PeopleFound {
  /** Null while that is not known, or too little was typed. */
  people: StaffRecord[] | null;
  /** Why the directory could not be asked; null where it could. */
  error: unknown;
}

const nothing: PeopleFound = { people: null, error: null };

/** Who in the directory answers to the text. Asked again when the person has signed in. */
export function usePeopleSearch(text: string): PeopleFound {
  const { ports, signIns } = useTab();
  const [found, setFound] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again after signing in
  useEffect(() => {
    const wanted = text.trim();
    setFound(nothing);
    if (wanted.length < shortestText) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ports.directory.search(wanted).then(
        (people) => isCurrent && setFound({ people, error: null }),
        (error: unknown) => isCurrent && setFound({ people: null, error }),
      );
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, ports, signIns]);
  return found;
}

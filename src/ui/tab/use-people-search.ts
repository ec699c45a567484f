import { useEffect, useState } from 'react';
import type { StaffRecord } from '../../application/ports/directory.ts';
import { useTab } from './tab-context.tsx';

/** So that the directory is not asked at every letter. */
const pauseMilliseconds = 250;
const shortestText = 2;

/** Who in the directory answers to the text; null while that is not known, or too little was typed. */
export function usePeopleSearch(text: string): StaffRecord[] | 'failed' | null {
  const { ports } = useTab();
  const [found, setFound] = useState<StaffRecord[] | 'failed' | null>(null);
  useEffect(() => {
    const wanted = text.trim();
    setFound(null);
    if (wanted.length < shortestText) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ports.directory.search(wanted).then(
        (people) => isCurrent && setFound(people),
        () => isCurrent && setFound('failed'),
      );
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, ports]);
  return found;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTab } from './tab-context.tsx';

export interface KeptText {
  /** Undefined while the device looks for what was written before. */
  text: string | undefined;
  change(text: string): void;
  /** False when the device stores nothing: only this window holds it. */
  isKept: boolean;
  /** Lets go of what the device has, once it was handed on. */
  clear(): void;
}

/** A text that somebody writes, kept on the device under `key` with every change. X-OFF-1 */
export function useKeptText(key: string): KeptText {
  const { texts } = useTab().ports.reporting;
  const [text, setText] = useState<string | undefined>(undefined);
  const [isKept, setKept] = useState(true);
  const isTouched = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    const show = (found: string) => {
      // Somebody may have begun to write while the device was looking.
      if (isCurrent && !isTouched.current) setText(found);
    };
    isTouched.current = false;
    texts.find(key).then(
      (found) => show(found ?? ''),
      () => show(''),
    );
    return () => {
      isCurrent = false;
    };
  }, [texts, key]);

  const change = useCallback(
    (next: string) => {
      isTouched.current = true;
      setText(next);
      texts.save(key, next).then(
        () => setKept(true),
        () => setKept(false),
      );
    },
    [texts, key],
  );
  // What cannot be dropped is sealed, and gone after 30 days.
  const clear = useCallback(() => void texts.remove(key).catch(() => undefined), [texts, key]);
  return { text, change, isKept, clear };
}

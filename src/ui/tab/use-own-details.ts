import { useCallback, useEffect, useState } from 'react';
import { noOwnDetails, type OwnDetails, ownDetailsFrom } from '../../application/own-details.ts';
import { afterwards } from './after-first-frame.ts';
import { useTab } from './tab-context.tsx';

const key = 'urddas.own-details';

/**
 * Name, extension and building of whoever works at this device: as remembered, so that they are there with no network, and
 * then as the directory says. What the person puts right stays, until the directory itself says something new. COM-3e-1
 */
export function useOwnDetails(): [own: OwnDetails, change: (part: Partial<OwnDetails>) => void] {
  const { ports, settings, signIns } = useTab();
  const [own, setOwn] = useState(read);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and after signing in
  useEffect(() => {
    let isCurrent = true;
    // Not being able to tell now is no failure, and nothing to sign in for: the fields can be filled in.
    afterwards(() => ports.directory.me())().then(
      (me) => {
        if (!isCurrent) return;
        const told = ownDetailsFrom(me, settings.sites);
        const before = readStored();
        if (JSON.stringify(before?.told) === JSON.stringify(told)) return;
        const branch = before?.own.name === told.name ? before.own.branch : '';
        const next = { ...told, branch };
        write({ told, own: next });
        setOwn(next);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, signIns]);

  const change = useCallback((part: Partial<OwnDetails>) => {
    setOwn((before) => {
      const next = { ...before, ...part };
      write({ told: readStored()?.told ?? null, own: next });
      return next;
    });
  }, []);
  return [own, change];
}

interface Stored {
  /** As the directory last said. */
  told: OwnDetails | null;
  own: OwnDetails;
}

function read(): OwnDetails {
  return { ...noOwnDetails, ...readStored()?.own };
}

function readStored(): Stored | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Stored);
  } catch {
    return null;
  }
}

function write(stored: Stored): void {
  try {
    localStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // Forbidden storage: asked of the directory, or typed, each time.
  }
}

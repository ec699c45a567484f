import { useEffect, useState } from 'react';
import type { StaffRecord } from '../../../application/ports/directory.ts';
import { useTab } from '../tab-context.tsx';

/** `undefined` while the directory has not answered, null when it names none, `unknown` when it could not be asked. */
export type ManagerKnown = StaffRecord | null | undefined | 'unknown';

/** The signed-in person's line manager. */
export function useManager(): ManagerKnown {
  const { ports, signIns } = useTab();
  const [known, setKnown] = useState<ManagerKnown>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again after signing in
  useEffect(() => {
    let isCurrent = true;
    ports.directory.myManager().then(
      (manager) => isCurrent && setKnown(manager),
      // The form says that it is not known, and the service asks the directory again: nobody has to sign in for it.
      () => isCurrent && setKnown((before) => before ?? 'unknown'),
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, signIns]);
  return known;
}

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { IncidentDraft } from '../../application/report-incident-draft.ts';
import type { Keeping } from './draft-keeper.ts';
import { useTab } from './tab-context.tsx';

export interface OpenDraft {
  /** Undefined while it is looked for, null when this device does not have it. */
  draft: IncidentDraft | null | undefined;
  /** Changes it; every change is kept on the device. */
  change(next: (before: IncidentDraft) => IncidentDraft): void;
  keeping: Keeping;
}

/** A draft that somebody works on. A change is on screen at once and outlives a reload. */
export function useDraft(id: string): OpenDraft {
  const { keeper } = useTab();
  const [draft, setDraft] = useState<IncidentDraft | null | undefined>(() => keeper.held(id) ?? undefined);
  const latest = useRef(draft);

  useEffect(() => {
    let isCurrent = true;
    keeper.open(id).then((found) => {
      if (!isCurrent || latest.current) return;
      latest.current = found;
      setDraft(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [keeper, id]);

  const change = useCallback(
    (next: (before: IncidentDraft) => IncidentDraft) => {
      if (!latest.current) return;
      latest.current = next(latest.current);
      keeper.put(latest.current);
      setDraft(latest.current);
    },
    [keeper],
  );

  const keeping = useSyncExternalStore(
    useCallback((listener) => keeper.onChange(listener), [keeper]),
    () => keeper.state(id),
  );
  return { draft, change, keeping };
}

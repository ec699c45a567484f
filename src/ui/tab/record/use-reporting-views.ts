import { useEffect, useState } from 'react';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { useTab } from '../tab-context.tsx';

/** Everything on its way from this device, kept up to date, oldest first. */
export function useReportingViews(): ReportingView[] {
  const { ports } = useTab();
  const [views, setViews] = useState<ReadonlyMap<string, ReportingView>>(new Map());

  useEffect(() => {
    let isCurrent = true;
    const stop = ports.reporting.onChange((view) => setViews((before) => new Map(before).set(view.entry.id, view)));
    ports.reporting.views().then(
      (found) => {
        if (!isCurrent) return;
        // What was heard of an entry meanwhile is newer.
        setViews((heard) => new Map([...found.map((view) => [view.entry.id, view] as const), ...heard]));
      },
      // What this device cannot show now shows itself as it changes; no sign-in is asked for.
      () => undefined,
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ports]);
  return [...views.values()];
}

export function useReportingView(entryId: string): ReportingView | null {
  return useReportingViews().find(({ entry }) => entry.id === entryId) ?? null;
}

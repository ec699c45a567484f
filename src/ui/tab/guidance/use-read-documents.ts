import { useEffect, useState } from 'react';
import { type GuidanceEntry, guidanceLibrary } from '../../../domain/guidance/library.ts';
import { useTab } from '../tab-context.tsx';

export interface ReadDocuments {
  isRead(entry: GuidanceEntry): boolean;
  count: number;
  /** Settles when this device has noted it; rejects when it could not. */
  markRead(entry: GuidanceEntry): Promise<void>;
}

const keyOf = ({ id, version }: GuidanceEntry) => `${id} ${version}`;

/** Which versions the person has read, on any device, as far as it is known. Reading goes on when it is not. BEH-2.1-1, BEH-R-1 */
export function useReadDocuments(): ReadDocuments {
  const { ports, signIns } = useTab();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a sign-in more can be known
  useEffect(() => {
    let isCurrent = true;
    const documents = guidanceLibrary.map((entry) => ({ ...entry, documentId: entry.id }));
    ports.reporting.readDocuments(documents).then(
      (found) => {
        if (isCurrent) setRead((before) => new Set([...before, ...found.map(keyOf)]));
      },
      // Not known is shown as not read: marking it twice notes it once.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, signIns]);

  return {
    isRead: (entry) => read.has(keyOf(entry)),
    count: guidanceLibrary.filter((entry) => read.has(keyOf(entry))).length,
    markRead: async (entry) => {
      await ports.reporting.markRead({ documentId: entry.id, version: entry.version });
      setRead((before) => new Set([...before, keyOf(entry)]));
    },
  };
}

import { useState } from 'react';
import { dropEmptyNotes } from '../../../application/live-record.ts';
import { findIncidentProblems, type IncidentDraft } from '../../../application/report-incident-draft.ts';
import { useTab } from '../tab-context.tsx';

export type HandingOver = 'idle' | 'sending' | 'failed' | 'problem';

/** Hands a record to the outbox: it leaves as soon as there is a network. COM-3e-5, X-IDEM-1 */
export function useHandOver(onDone: (draft: IncidentDraft, entryId: string) => void) {
  const { ports, keeper } = useTab();
  const [state, setState] = useState<HandingOver>('idle');

  const handOver = async (draft: IncidentDraft) => {
    if (state === 'sending') return;
    const whole = dropEmptyNotes(draft);
    if (findIncidentProblems(whole, new Date()).length > 0) {
      setState('problem');
      return;
    }
    setState('sending');
    try {
      // What is still being written to the shelf must not come back after it was cleared.
      await keeper.flush();
      const entryId = await ports.reporting.submit(whole);
      keeper.release(whole.id);
      onDone(whole, entryId);
    } catch {
      setState('failed');
    }
  };
  return { state, handOver };
}

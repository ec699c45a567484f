import { createContext, useContext } from 'react';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { HandingOver } from './use-hand-over.ts';

export interface Sending {
  state: HandingOver;
  handOver(draft: IncidentDraft): Promise<void>;
}

const SendingContext = createContext<Sending | null>(null);
export const SendingProvider = SendingContext.Provider;

/** Handing over goes on in one place, however many buttons lead to it: pressed twice it happens once. X-IDEM-1 */
export function useSending(): Sending {
  const sending = useContext(SendingContext);
  if (!sending) throw new Error('A button to send was shown outside the helper.');
  return sending;
}

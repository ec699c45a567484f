import { createContext, useContext } from 'react';
import type { Contact } from '../../application/client-settings.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import type { PaneWords } from '../../words/pane.en.ts';

export interface PaneContext {
  words: PaneWords;
  language: Language;
  /** Empty in the page as built; filled from the settings once the script runs. */
  contacts: Contact[];
  /** The browser forbids this frame all storage: nothing may be called kept beyond this pane. False until it was looked. */
  storesNothing: boolean;
}

const Context = createContext<PaneContext | null>(null);

export const PaneProvider = Context.Provider;

export function usePane(): PaneContext {
  const value = useContext(Context);
  if (!value) throw new Error('A part of the pane stands outside the pane.');
  return value;
}

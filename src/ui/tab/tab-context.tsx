import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { ClientSettings } from '../../application/client-settings.ts';
import type { TabPorts } from '../../application/ports/tab-ports.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { tabCy } from '../../words/tab.cy.ts';
import { tabEn } from '../../words/tab.en.ts';
import { termsCy } from '../../words/terms.cy.ts';
import { termsEn } from '../../words/terms.en.ts';
import { DraftKeeper } from './draft-keeper.ts';

interface Given {
  ports: TabPorts;
  settings: ClientSettings;
  language: Language;
}

interface TabContextValue extends Given {
  words: typeof tabEn;
  terms: typeof termsEn;
  /** Drafts that this window works on. */
  keeper: DraftKeeper;
  /** How often the person has signed in here: whatever failed before may be tried again. */
  signIns: number;
  /** Call it from a button press. Settles when the person has signed in, rejects when they would not. */
  signIn: () => Promise<void>;
}

const TabContext = createContext<TabContextValue | null>(null);

export function TabContextProvider({ children, ports, settings, language }: Given & { children: ReactNode }) {
  const [signIns, setSignIns] = useState(0);
  const [keeper] = useState(() => new DraftKeeper(() => ports.reporting.shelf));
  const signIn = useCallback(async () => {
    await ports.signIn.interactively();
    setSignIns((before) => before + 1);
  }, [ports]);
  const value = useMemo(() => {
    const isWelsh = language === 'cy';
    const catalogue = { words: isWelsh ? tabCy : tabEn, terms: isWelsh ? termsCy : termsEn };
    return { ports, settings, language, ...catalogue, keeper, signIns, signIn };
  }, [ports, settings, language, keeper, signIns, signIn]);
  return <TabContext value={value}>{children}</TabContext>;
}

export function useTab(): TabContextValue {
  const value = useContext(TabContext);
  if (!value) throw new Error('A part of the tab was shown outside its context.');
  return value;
}

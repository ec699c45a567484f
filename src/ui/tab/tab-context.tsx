import { createContext, type ReactNode, useContext } from 'react';
import type { ClientSettings } from '../../application/client-settings.ts';
import type { TabPorts } from '../../application/ports/tab-ports.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { tabCy } from '../../words/tab.cy.ts';
import { tabEn } from '../../words/tab.en.ts';
import { termsCy } from '../../words/terms.cy.ts';
import { termsEn } from '../../words/terms.en.ts';

interface TabContextValue {
  ports: TabPorts;
  settings: ClientSettings;
  language: Language;
}

const TabContext = createContext<TabContextValue | null>(null);

export function TabContextProvider(props: TabContextValue & { children: ReactNode }) {
  const { children, ...value } = props;
  return <TabContext value={value}>{children}</TabContext>;
}

export function useTab() {
  const value = useContext(TabContext);
  if (!value) throw new Error('A part of the tab was shown outside its context.');
  const isWelsh = value.language === 'cy';
  return { ...value, words: isWelsh ? tabCy : tabEn, terms: isWelsh ? termsCy : termsEn };
}

/** Teams around the tab, or a plain browser window when there is no Teams. */
export interface TabHostContext {
  theme: 'light' | 'dark' | 'highContrast';
  /** BCP 47 tag of the host's user interface. */
  locale: string;
  /** `page.subPageId` of a deep link, for example `incident/UB-2026-000123`; null without one. */
  subPageId: string | null;
  /** Directory id of whoever the host is open for, known without a sign-in of our own; null where no host says. */
  personId: string | null;
}

export interface TabHost {
  /** Settles within a few seconds: with the host's context, or with what the browser says when no host answers. */
  context(): Promise<TabHostContext>;
  onThemeChange(listener: (theme: TabHostContext['theme']) => void): () => void;
  /** Tells the host that the page is usable (Teams takes its own spinner away). */
  notifyLoaded(): void;
}

import { renderToString } from 'react-dom/server';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { PaneApp } from '../../ui/pane/pane-app.tsx';
import { paneCy } from '../../words/pane.cy.ts';
import { paneEn } from '../../words/pane.en.ts';

const catalogues = { en: paneEn, cy: paneCy };

/** The pane as it looks before any script runs, and the words its script will need. Runs at build time only. */
export function renderPane(language: Language): { markup: string; words: string; title: string } {
  const words = catalogues[language];
  const never = () => new Promise<never>(() => undefined);
  const markup = renderToString(
    <PaneApp language={language} words={words} loadWords={never} settings={null} connect={never} />,
  );
  return { markup, words: JSON.stringify(words).replaceAll('<', '\\u003c'), title: words.title };
}

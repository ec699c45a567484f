import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { ClientSettings } from '../application/client-settings.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { PaneApp } from '../ui/pane/pane-app.tsx';
import type { PaneConnection } from '../ui/pane/pane-connection.ts';
import type { PaneWords } from '../words/pane.en.ts';
import { reloadWhenReachable } from './reload-when-reachable.ts';

const settings = readJson<ClientSettings>('settings');
const builtIn = readJson<PaneWords>('words');
const language: Language = document.documentElement.lang === 'cy' ? 'cy' : 'en';

/** The first language's words are in the page; the other's come when they are asked for. */
async function loadWords(wanted: Language): Promise<PaneWords> {
  if (builtIn && wanted === language) return builtIn;
  return wanted === 'cy' ? (await import('../words/pane.cy.ts')).paneCy : (await import('../words/pane.en.ts')).paneEn;
}

/**
 * The parts that the form can wait for, one of which asks for the next: fetched at once, they come a round trip each
 * earlier. When one cannot be fetched, the page is loaded anew as soon as that helps.
 */
const laterParts = [
  () => import('./pane-connection.ts'),
  () => import('./pane-adapters.ts'),
  () => import('../m365/auth/msal.ts'),
];

/** Everything the form can wait for. */
async function connect(): Promise<PaneConnection> {
  if (!settings) throw new Error('The page came without its settings.');
  const { connectPane } = await import('./pane-connection.ts');
  return connectPane(settings);
}

function readJson<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent?.trim();
  return text ? (JSON.parse(text) as T) : null;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the pane.');
  const app = (words: PaneWords) => (
    <PaneApp language={language} words={words} loadWords={loadWords} settings={settings} connect={connect} />
  );
  // As a transition it is done in slices: typing, which the page takes already, never waits for it.
  if (builtIn) startTransition(() => void hydrateRoot(root, app(builtIn)));
  else createRoot(root).render(app(await loadWords(language)));
}

Promise.all(laterParts.map((fetchPart) => fetchPart())).catch(reloadWhenReachable);
void start();

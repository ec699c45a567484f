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

/** When a part cannot be fetched, the page is loaded anew as soon as that helps. */
function orReload<T>(part: Promise<T>): Promise<T> {
  part.catch(reloadWhenReachable);
  return part;
}

/** What joins the form to the host and the device. Fetched while the form is made usable. */
const connection = orReload(import('./pane-connection.ts'));

/** Everything the form can wait for. */
async function connect(): Promise<PaneConnection> {
  if (!settings) throw new Error('The page came without its settings.');
  const { connectPane } = await connection;
  return connectPane(settings, (part) => void orReload(part));
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

void start();

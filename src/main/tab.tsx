import { createRoot } from 'react-dom/client';
import type { ClientSettings } from '../application/client-settings.ts';
import { TabApp } from '../ui/tab/tab-app.tsx';
import { createTabPorts } from './client-wiring.ts';
import { keepForOffline } from './keep-for-offline.ts';

const root = document.getElementById('root');
const text = document.getElementById('settings')?.textContent?.trim();
if (!root || !text) throw new Error('The page came without its settings.');
// The service that hands out the page has put them in and checked them.
const settings: ClientSettings = JSON.parse(text);
createRoot(root).render(<TabApp ports={createTabPorts(settings)} settings={settings} />);
keepForOffline();

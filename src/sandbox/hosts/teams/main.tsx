import '../shared/host.css';
import './teams.css';
import { startPage } from '../shared/start-page.tsx';
import { loadApps } from './teams-client.ts';
import { TeamsHost } from './teams-host.tsx';

void startPage(async (session) => <TeamsHost session={session} apps={await loadApps(session.persona.key)} />);

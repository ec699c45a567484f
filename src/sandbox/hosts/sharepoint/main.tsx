import '../shared/host.css';
import './sharepoint.css';
import { startPage } from '../shared/start-page.tsx';
import { loadSite } from './sharepoint-client.ts';
import { SitePage } from './site-page.tsx';

void startPage(async (session) => {
  const name = new URLSearchParams(window.location.search).get('site');
  return <SitePage session={session} opened={await loadSite(session.persona.key, name)} />;
});

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** The published files of the two libraries, as npm gives them. */
const libraries: Record<string, string> = {
  '/teams.js': 'node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js',
  '/msal.js': 'node_modules/@azure/msal-browser/lib/msal-browser.min.js',
};

const page = `<!doctype html>
<html lang="en"><title>Tab under test</title>
<script src="/teams.js"></script><script src="/msal.js"></script>
<h1>Tab under test</h1>
<p>Context: <output id="context"></output></p>
<p>Theme: <output id="theme"></output></p>
<p>Token: <output id="token"></output></p>
<button id="popup">Ask with a popup</button>
<button id="link">Open a link</button>
<button id="within">Go within the app</button>
<script type="module">
const query = new URLSearchParams(location.search);
const show = (id, value) => { document.getElementById(id).textContent = typeof value === 'string' ? value : JSON.stringify(value); };
const { app, pages, nestedAppAuth } = microsoftTeams;
await app.initialize([query.get('host')]);
const context = await app.getContext();
show('context', { locale: context.app.locale, theme: context.app.theme, page: context.page.id, sub: context.page.subPageId ?? null,
  user: context.user.userPrincipalName, tenant: context.user.tenant.id, naa: nestedAppAuth.isNAAChannelRecommended(), pages: pages.currentApp.isSupported() });
show('theme', context.app.theme);
app.registerOnThemeChangeHandler((theme) => show('theme', theme));
app.notifyAppLoaded();
app.notifySuccess();
document.getElementById('link').onclick = () => app.openLink(query.get('link')).catch((error) => show('token', 'link: ' + error.message));
document.getElementById('within').onclick = () => pages.currentApp.navigateTo({ pageId: 'second', subPageId: 'row-2' });
const client = await msal.createNestablePublicClientApplication({ auth: { clientId: query.get('client'), authority: 'https://login.microsoftonline.com/' + context.user.tenant.id } });
const me = async (token) => (await (await fetch(query.get('host') + '/graph/v1.0/me', { headers: { Authorization: 'Bearer ' + token } })).json()).userPrincipalName;
const request = { scopes: ['User.Read'] };
const silent = () => client.acquireTokenSilent(request);
document.getElementById('popup').onclick = async () => {
  try { show('token', 'popup ' + await me((await client.acquireTokenPopup(request)).accessToken)); }
  catch (error) { show('token', 'refused ' + error.errorCode); }
};
try { show('token', 'silent ' + await me((await silent()).accessToken)); }
catch (error) { show('token', error.name + ' ' + error.errorCode); }
</script>`;

export interface TabPage {
  readonly origin: string;
}

/** A tab's page on an origin of its own, made of the unmodified libraries and thirty lines. */
export function tabPage(): TabPage {
  let server: Server | null = null;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = libraries[pathname];
      response.setHeader('content-type', file ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(file ? await readFile(file) : page);
    });
    await new Promise<void>((listening) => server?.listen(0, listening));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return {
    get origin() {
      const address = server?.address() as AddressInfo | null | undefined;
      if (!address) throw new Error('The tab has not been started yet.');
      return `http://localhost:${address.port}`;
    },
  };
}

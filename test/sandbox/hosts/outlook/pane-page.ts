import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

const library = 'node_modules/@azure/msal-browser/lib/msal-browser.min.js';

/** Loads Office.js and the unmodified msal-browser as an app would, and lets the test call them. */
const page = `<!doctype html>
<html lang="en"><title>Pane under test</title>
<script src="/msal.js"></script>
<script>
  const query = new URLSearchParams(location.search);
  const office = document.createElement('script');
  office.src = query.get('tenant') + '/office.js';
  office.onload = () => Office.onReady((info) => {
    const { mailbox } = Office.context;
    document.documentElement.dataset.ready = info.host;
    const changed = () => { window.changes.push(mailbox.item ? mailbox.item.subject : null); };
    mailbox.addHandlerAsync(Office.EventType.ItemChanged, changed);
    mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, ({ officeTheme }) => window.themes.push(officeTheme.bodyBackgroundColor));
  });
  document.head.append(office);
  window.changes = [];
  window.themes = [];
  window.globals = Object.keys(window).length;
  // Office's callbacks as something a test can wait for.
  window.ask = (what, method, ...args) => new Promise((resolve) => what[method](...args, (result) =>
    resolve({ status: result.status, value: result.value, code: result.error && result.error.code, context: result.asyncContext })));
  window.signIn = async (scopes, popup) => {
    try {
      window.client ??= await msal.createNestablePublicClientApplication({
        auth: { clientId: query.get('client'), authority: 'https://login.microsoftonline.com/common', clientCapabilities: ['CP1'] } });
      const result = await (popup ? window.client.acquireTokenPopup({ scopes }) : window.client.acquireTokenSilent({ scopes }));
      const answer = await fetch(query.get('tenant') + '/graph/v1.0/me', { headers: { Authorization: 'Bearer ' + result.accessToken } });
      return answer.ok ? (await answer.json()).displayName : 'graph ' + answer.status;
    } catch (error) { return error.name + ' ' + error.errorCode; }
  };
</script><h1>Pane under test</h1></html>`;

export interface PanePage {
  readonly origin: string;
}

/** The pane's page on an origin of its own. */
export function panePage(): PanePage {
  let server: Server | null = null;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const isLibrary = request.url === '/msal.js';
      response.setHeader('content-type', isLibrary ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isLibrary ? await readFile(library) : page);
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
      if (!address) throw new Error('The pane has not been started yet.');
      return `http://localhost:${address.port}`;
    },
  };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ClientSettings } from '../../../src/application/client-settings.ts';
import { buildPane } from '../../../src/main/build/pane-pages.ts';
import { launchPartBrowser } from '../../browser/launch.ts';
import type { FakeWorld } from './fake-wiring.ts';

const root = resolve('src/main');
const fakeWiring = resolve('test/ui/pane/fake-wiring.ts');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

export const settings: ClientSettings = {
  tenantId: 'tenant',
  clientId: 'client',
  authority: 'http://localhost/login',
  graphBaseUrl: 'http://localhost/graph/v1.0',
  serviceScope: 'api://client/access_as_user',
  officeScriptUrl: '',
  teamsHostOrigins: [],
  site: {
    id: 'site',
    lists: { intake: 'i', incidents: 'n', incidentsHr: 'h', audit: 'a', auditHr: 'b', switchboard: 'switchboard' },
    evidenceDrives: { default: 'd', hr: 'r' },
  },
  itSecurityMailbox: 'it-security@llyw.example',
  contacts: [
    { role: 'security', name: { en: 'Security', cy: 'Diogelwch' }, phone: '0300 000 0001', address: null },
    {
      role: 'facilities',
      name: { en: 'Facilities security', cy: 'Diogelwch yr adeilad' },
      phone: '3333',
      address: null,
    },
    {
      role: 'employeeAssistance',
      name: { en: 'Employee assistance', cy: 'Cymorth i weithwyr' },
      phone: '0800 282 193',
      address: null,
    },
  ],
  sites: [],
  areas: [],
  recipientRoles: [
    'security',
    'facilities',
    'itSecurity',
    'informationSecurity',
    'helpDesk',
    'hrPartner',
    'switchboard',
  ],
  organisationName: { en: 'An Organisation', cy: 'Sefydliad' },
  demoNotice: null,
};

export interface RunningPane {
  browser: Browser;
  origin: string;
  /** Scripts held back, to see the page as it is before them. */
  holdScripts(isHeld: boolean): void;
  stop(): Promise<void>;
}

/** The built pane on a local server, with a tenant that lives in the page (see `fake-wiring`). */
export async function startPane(): Promise<RunningPane> {
  const outDir = await mkdtemp(join(tmpdir(), 'urddas-pane-'));
  await buildPane({
    root,
    outDir,
    plugins: [
      {
        name: 'fake-wiring',
        enforce: 'pre',
        resolveId: (id) => (id === './client-wiring.ts' ? fakeWiring : null),
      },
    ],
  });
  const held: (() => void)[] = [];
  let isHeld = false;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(outDir, path)).then(
      (content) => {
        const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain';
        const isPage = path.endsWith('.html');
        const text = isPage
          ? content.toString().replace(/(id="settings">)/, (open) => open + JSON.stringify(settings))
          : content;
        const answer = () => response.writeHead(200, { 'content-type': type }).end(text);
        if (isHeld && !isPage) held.push(answer);
        else answer();
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await launchPartBrowser();
  return {
    browser,
    origin: `http://localhost:${port}`,
    holdScripts: (wanted) => {
      isHeld = wanted;
      if (!wanted) for (const answer of held.splice(0)) answer();
    },
    stop: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
      await rm(outDir, { recursive: true });
    },
  };
}

/** Something of the tenant in the page. */
export function world<T>(page: Page, look: (fake: FakeWorld) => T): Promise<T> {
  return page.evaluate(`(${look.toString()})(globalThis.fake)`) as Promise<T>;
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { ClientSettings } from '../../../src/application/client-settings.ts';
import { tabWorkerFile } from '../../../src/main/build/tab-worker-file.ts';
import { launchPartBrowser } from '../../browser/launch.ts';
import { settings as common } from '../pane/running-pane.ts';

const fakeWiring = resolve('test/ui/tab/fake-wiring.ts');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

const settings: ClientSettings = {
  ...common,
  sites: [
    {
      id: 'cathays',
      name: { en: 'Cathays Park', cy: 'Parc Cathays' },
      isCathaysPark: true,
      address: { en: 'Cathays Park, Cardiff, CF10 0XX', cy: 'Parc Cathays, Caerdydd, CF10 0XX' },
      phone: '029 2018 0100',
      securityPhone: '3333',
      bombInstructions: null,
      receptionAddress: null,
    },
    {
      id: 'glanrafon',
      name: { en: 'Glanrafon House', cy: 'Tŷ Glanrafon' },
      isCathaysPark: false,
      address: { en: '1 Riverside, Glanrafon, ZZ99 1AA', cy: '1 Glan yr Afon, Glanrafon, ZZ99 1AA' },
      phone: '01632 960 200',
      securityPhone: null,
      bombInstructions: null,
      receptionAddress: null,
    },
    {
      id: 'pen-y-bont',
      name: { en: 'Pen-y-bont Office', cy: 'Swyddfa Pen-y-bont' },
      isCathaysPark: false,
      address: { en: '12 High Street, Pen-y-bont, ZZ99 2BB', cy: '12 Stryd Fawr, Pen-y-bont, ZZ99 2BB' },
      phone: '01632 960 300',
      securityPhone: '01632 960 333',
      bombInstructions: { en: 'Ring the guard at the front desk.', cy: 'Ffoniwch y gard wrth y ddesg flaen.' },
      receptionAddress: null,
    },
  ],
};

export interface RunningTab {
  browser: Browser;
  origin: string;
  stop(): Promise<void>;
}

/** The built tab on a local server, with a tenant that lives in the page (see `fake-wiring`). */
export async function startTab(): Promise<RunningTab> {
  const outDir = await mkdtemp(join(tmpdir(), 'urddas-tab-'));
  await build({
    configFile: false,
    root: resolve('src/main'),
    publicDir: false,
    logLevel: 'error',
    // In a build for tests the component library leaves out what it says of bare elements, and the page looks like no one's.
    define: { 'process.env.NODE_ENV': JSON.stringify('development') },
    plugins: [
      react(),
      tabWorkerFile(),
      {
        name: 'fake-wiring',
        enforce: 'pre',
        resolveId: (id) => (id === './client-wiring.ts' ? fakeWiring : null),
      },
    ],
    build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: resolve('src/main/tab.html') } },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(outDir, path)).then(
      (content) => {
        const text = path.endsWith('.html')
          ? content.toString().replace(/(id="settings">)/, (open) => open + JSON.stringify(settings))
          : content;
        response.writeHead(200, { 'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain' }).end(text);
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
    stop: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
      await rm(outDir, { recursive: true });
    },
  };
}

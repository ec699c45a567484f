import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../browser/find-browser.ts';
import { settings } from '../pane/running-pane.ts';

const fakeWiring = resolve('test/ui/tab/fake-wiring.ts');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

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
    plugins: [
      react(),
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
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser is installed.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
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

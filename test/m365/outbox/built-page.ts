import { createServer } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { launchPartBrowser } from '../../browser/launch.ts';

/** A page in a real browser that runs one script of ours. */
export interface BuiltPage {
  browser: Browser;
  /** Opens it, and waits until the script has set `globalThis.<ready>`. */
  open(context: BrowserContext): Promise<Page>;
  close(): Promise<void>;
}

/** Builds `script`, which may import modules by their absolute path, and serves it. */
export async function buildPage(script: string, ready: string): Promise<BuiltPage> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) => (id === '\0entry' ? script : null),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: 'entry' } },
  })) as Rollup.RolldownOutput;
  const code = built.output[0].code;
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? code : '<script type="module" src="/script.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  const browser = await launchPartBrowser();
  return {
    browser,
    open: async (context) => {
      const page = await context.newPage();
      await page.goto(origin);
      await page.waitForFunction(`globalThis.${ready}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

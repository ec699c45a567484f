import { createServer } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BuiltFile } from '../../src/service/pages/built-files.ts';
import { type Bench, type Measurement, measured, median } from '../measurement.ts';
import { newContext, slowDown } from '../slow-browser.ts';
import { floorPage, openOnce, tapWatch } from './tap-watch.ts';

const patienceMs = 60_000;
/** What is there once the helper is: its line to write on. */
const helperShown = '#notes-heading';
const floorShown = '#opened:not([hidden])';

/** The tab's first tap, the helper behind it, the same with no network, and what all that weighs. */
export async function measureTab({ browser, system, runs, say }: Bench): Promise<Measurement[]> {
  const floor = await serveFloor();
  const tabUrl = `${system.appOrigin}/tab.html`;
  const seen = { floorTap: [] as number[], tabTap: [] as number[], floorOpen: [] as number[], open: [] as number[] };
  const reloads = { offline: [] as number[], online: [] as number[] };
  try {
    for (let run = 0; run < runs; run += 1) {
      say(`  round ${run + 1} of ${runs}`);
      seen.floorTap.push(await firstTap(browser, floor.url));
      seen.tabTap.push(await firstTap(browser, tabUrl));
      seen.floorOpen.push(await helperOpen(browser, floor.url, floorShown));
      seen.open.push(await helperOpen(browser, tabUrl, helperShown));
      const { offline, online } = await reloadTimes(browser, tabUrl);
      reloads.offline.push(offline);
      reloads.online.push(online);
    }
    return [
      measured({
        name: 'tab.first-tap.cold',
        unit: 'ms',
        value: median(seen.tabTap),
        against: { name: 'the same screen in plain HTML', value: median(seen.floorTap) },
        runs,
        note: 'a tap that led to the helper; React and Fluent are in it, every other page is not',
      }),
      measured({
        name: 'helper.open',
        unit: 'ms',
        value: median(seen.open),
        against: { name: 'a hidden heading of the plain page', value: median(seen.floorOpen) },
        runs,
        budget: { of: 'value', atMost: 1_000 },
        note: 'slow processor, the network cut before the tap: it waits for nothing remote',
      }),
      measured({
        name: 'helper.offline.open',
        unit: 'ms',
        value: median(reloads.offline),
        against: { name: 'the same reload with the network', value: median(reloads.online) },
        runs,
        budget: { of: 'ratio', atMost: 1.1 },
        note: 'reload in the middle of a call, slow processor, no network: until the notes are there',
      }),
      ...(await bytes(browser, tabUrl)),
    ];
  } finally {
    await floor.stop();
  }
}

/** The floor, sent as our own service sends a page. */
async function serveFloor(): Promise<{ url: string; stop(): Promise<void> }> {
  const file = new BuiltFile('/floor.html', Buffer.from(floorPage));
  const server = createServer(async (request, response) => {
    const { encoding, bytes: body } = await file.encoded(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': 'no-cache',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}/floor.html`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

async function openPage(browser: Browser, isSlow: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await newContext(browser);
  const page = await context.newPage();
  if (isSlow) await slowDown(await context.newCDPSession(page));
  return { context, page };
}

async function firstTap(browser: Browser, url: string): Promise<number> {
  const { context, page } = await openPage(browser, true);
  try {
    await page.addInitScript(tapWatch);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction('window.benchTap?.at', null, { timeout: patienceMs, polling: 50 });
    return (await page.evaluate('window.benchTap.at')) as number;
  } finally {
    await context.close();
  }
}

/** From the tap to the helper's first frame, with everything fetched ahead and then the network cut. */
async function helperOpen(browser: Browser, url: string, shown: string): Promise<number> {
  const { context, page } = await openPage(browser, false);
  try {
    await page.goto(url);
    await page.locator('main ul button').first().waitFor();
    await page.waitForLoadState('networkidle');
    const session = await context.newCDPSession(page);
    await slowDown(session);
    await context.setOffline(true);
    return (await page.evaluate(openOnce(shown))) as number;
  } finally {
    await context.close();
  }
}

async function reloadTimes(browser: Browser, url: string): Promise<{ offline: number; online: number }> {
  const { context, page } = await openPage(browser, false);
  try {
    await page.goto(url);
    await page.evaluate('navigator.serviceWorker.ready');
    await page.waitForFunction('navigator.serviceWorker.controller', null, { timeout: patienceMs });
    await page.locator('main ul button').first().click();
    await page.locator(helperShown).waitFor();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const reload = async () => {
      const from = performance.now();
      await page.reload({ waitUntil: 'commit' });
      await page.locator(helperShown).waitFor({ timeout: patienceMs });
      return performance.now() - from;
    };
    await reload();
    const online = await reload();
    await context.setOffline(true);
    return { online, offline: await reload() };
  } finally {
    await context.close();
  }
}

/** What is fetched before the first tap, and by opening each page, as sent. */
async function bytes(browser: Browser, url: string): Promise<Measurement[]> {
  const { context, page } = await openPage(browser, false);
  const sent = new Map<string, number>();
  const measureAll: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    const size = response.request().sizes();
    measureAll.push(
      size.then(
        ({ responseBodySize }) => void sent.set(response.url(), responseBodySize),
        () => undefined,
      ),
    );
  });
  try {
    const html = await (await fetch(url)).text();
    const first = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="(\/[^"]+\.js)"/g)].map(
      ([, path]) => path ?? '',
    );
    const sizes = await Promise.all([...new Set(first)].map((path) => gzipped(new URL(path, url))));
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    await Promise.all(measureAll);
    const helper = await Promise.all(
      [...sent.keys()].filter((each) => /\/helper-page-/.test(each)).map((each) => gzipped(new URL(each))),
    );
    const total = (list: number[]) => list.reduce((sum, size) => sum + size, 0) / 1_000;
    return [
      measured({
        name: 'tab.js.gz',
        unit: 'KB',
        value: total(sizes),
        runs: 1,
        budget: { of: 'value', atMost: 220 },
        note: 'before the first tap, as sent',
      }),
      measured({
        name: 'tab.js.gz.helper',
        unit: 'KB',
        value: total(helper),
        runs: 1,
        note: 'the helper with its words in both languages, fetched once the first screen is there',
      }),
    ];
  } finally {
    await context.close();
  }
}

async function gzipped(url: URL): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}

import type { Browser, BrowserContext } from 'playwright-core';
import { newContext, slowDown } from '../slow-browser.ts';

/** One opening of a page: what came over the line from its own server, headers included. */
export interface PageLoad {
  requests: number;
  bytes: number;
  /** Milliseconds until its first text was painted. */
  firstPaint: number;
}

/** Opens a page with an empty cache, then again with what the first time left. */
export async function coldAndAgain(browser: Browser, url: string): Promise<{ cold: PageLoad; again: PageLoad }> {
  const context = await newContext(browser);
  try {
    return { cold: await open(context, url), again: await open(context, url) };
  } finally {
    await context.close();
  }
}

async function open(context: BrowserContext, url: string): Promise<PageLoad> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowDown(session);
  const own = new Set<string>();
  let [requests, bytes] = [0, 0];
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const isOverTheLine = !response.fromDiskCache && !response.fromServiceWorker && !response.fromPrefetchCache;
    if (!response.url.startsWith(new URL(url).origin) || !isOverTheLine) return;
    own.add(requestId);
    requests += 1;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) bytes += encodedDataLength;
  });
  try {
    await page.goto(url);
    // Where the browser has kept everything, the line is quiet before anything is painted.
    const painted = await page.waitForFunction(
      'performance.getEntriesByName("first-contentful-paint")[0]?.startTime',
      null,
      { timeout: 60_000, polling: 100 },
    );
    const firstPaint = (await painted.jsonValue()) as number;
    await page.waitForLoadState('networkidle', { timeout: 120_000 });
    return { requests, bytes, firstPaint };
  } finally {
    await page.close();
  }
}

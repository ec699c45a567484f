import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findBrowser } from '../../browser/find-browser.ts';

export interface BrowserUnderTest {
  /** A page of a fresh person: no storage of the test before. */
  open(address: string): Promise<Page>;
  /** What pages wrote to their consoles as errors in this test. */
  readonly errors: string[];
}

/** A busy machine may take its time to start a browser. */
const startMs = 120_000;

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** An installed Chromium for a test file; each test gets contexts of its own. */
export function browserUnderTest(): BrowserUnderTest {
  let browser: Browser | null = null;
  let contexts: BrowserContext[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('No Chromium, Chrome or Edge is installed.');
    browser = await chromium.launch({ executablePath, args: quiet, timeout: startMs });
  }, startMs);
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    errors.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    errors,
    open: async (address) => {
      if (!browser) throw new Error('The browser has not been started yet.');
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(address);
      return page;
    },
  };
}

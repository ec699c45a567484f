import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchPartBrowser, startMs } from '../../browser/launch.ts';

export interface BrowserUnderTest {
  /** A page of a fresh person: no storage of the test before. */
  open(address: string): Promise<Page>;
  /** What pages wrote to their consoles as errors in this test. */
  readonly errors: string[];
}

/** An installed Chromium for a test file; each test gets contexts of its own. */
export function browserUnderTest(): BrowserUnderTest {
  let browser: Browser | null = null;
  let contexts: BrowserContext[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await launchPartBrowser();
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

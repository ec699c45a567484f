import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { FakeTab } from '../fake-wiring.ts';
import { type RunningTab, startTab } from '../running-tab.ts';

export interface TeamPages {
  /** Opens the tab on a manager's page, with a fresh browser profile. */
  open(query?: Record<string, string>, width?: number): Promise<Page>;
}

/** The test's own server has neither an icon nor a worker. */
const isTrouble = (type: string, text: string) => type === 'error' && !text.startsWith('Failed to load resource');

/** The built tab for a test file; nothing may be said on the console. */
export function teamPages(): TeamPages {
  let tab: RunningTab;
  const opened: Page[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    tab = await startTab();
  }, 180_000);
  afterAll(() => tab?.stop());
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
    expect(troubles.splice(0), 'the console').toEqual([]);
  });
  return {
    open: async (query = {}, width = 1200) => {
      const context = await tab.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.on('console', (message) => isTrouble(message.type(), message.text()) && troubles.push(message.text()));
      page.on('pageerror', (error) => troubles.push(error.message));
      opened.push(page);
      const given = { readable: '', team: '1', sub: 'team', ...query };
      await page.goto(`${tab.origin}/tab.html?${new URLSearchParams(given)}`);
      return page;
    },
  };
}

export const fakeOf = (page: Page) => page.evaluate('globalThis.fake') as Promise<FakeTab>;

export const waitingId = '0123456789ABCDEFGHJKMNPQRS';

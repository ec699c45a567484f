import type { BrowserContext, FrameLocator, Page, Request } from 'playwright-core';
import { paneEn } from '../../src/words/pane.en.ts';
import type { RunningSystem } from '../system.ts';

const paneTitle = 'Report abuse / Adrodd am gam-drin';
const patienceMs = 120_000;

/** A request that the pane's page made. Times are milliseconds since the epoch. */
export interface PaneRequest {
  method: string;
  url: string;
  startedAt: number;
  endedAt: number;
}

export interface OpenPane {
  page: Page;
  pane: FrameLocator;
  requests: PaneRequest[];
}

/** The stand-in Outlook with one message open and the pane beside it, read through and ready to be sent. */
export async function openPaneOn(context: BrowserContext, system: RunningSystem, messageId: string): Promise<OpenPane> {
  const page = await context.newPage();
  const requests = watch(page, system);
  const query = new URLSearchParams({ persona: 'reporter', locale: 'en-GB', message: messageId, pane: 'open' });
  await page.goto(`${system.origin}/outlook?${query}`);
  const pane = page.frameLocator(`iframe[title="${paneTitle}"]`);
  await pane.getByRole('radio', { name: paneEn.kind.options.abusive, exact: true }).check();
  await pane.locator('.manager strong').waitFor({ timeout: patienceMs });
  await pane.locator('.preview li').first().waitFor({ timeout: patienceMs });
  return { page, pane, requests };
}

/** Presses "Report". Gives when it was pressed, and when every step had its receipt on the screen. */
export async function report({ pane }: OpenPane): Promise<{ pressedAt: number; doneAt: number }> {
  const title = JSON.stringify(paneEn.progress.titleDone);
  const body = pane.locator('body');
  await body.evaluate(`(() => {
    const times = (window.benchTimes = { pressedAt: 0, doneAt: 0 });
    const now = () => performance.timeOrigin + performance.now();
    addEventListener('submit', () => (times.pressedAt ||= now()), true);
    new MutationObserver(() => {
      if ([...document.querySelectorAll('h2')].some(({ textContent }) => textContent === ${title})) times.doneAt ||= now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
  await pane.getByRole('button', { name: paneEn.submit.button, exact: true }).click();
  await pane.getByRole('heading', { name: paneEn.progress.titleDone }).waitFor({ timeout: patienceMs });
  return (await body.evaluate('window.benchTimes')) as { pressedAt: number; doneAt: number };
}

/** What the pane's own page asks of Graph, of uploads and of our service; preflights are the browser's and not counted. */
function watch(page: Page, system: RunningSystem): PaneRequest[] {
  const requests: PaneRequest[] = [];
  const isCall = (request: Request) => {
    if (!['fetch', 'xhr'].includes(request.resourceType()) || request.method() === 'OPTIONS') return false;
    return request.frame().url().startsWith(system.appOrigin);
  };
  const keep = (request: Request) => {
    if (!isCall(request)) return;
    const { startTime, responseEnd } = request.timing();
    requests.push({
      method: request.method(),
      url: request.url(),
      startedAt: startTime,
      endedAt: startTime + Math.max(responseEnd, 0),
    });
  };
  page.on('requestfinished', keep);
  page.on('requestfailed', keep);
  return requests;
}

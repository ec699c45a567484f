import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import { hostUrl } from '../../test/office/host-page.ts';
import { slowDown } from '../slow-browser.ts';
import { standIn } from './outlook-stand-in.ts';
import type { Seen } from './watcher.ts';

const patienceMs = 40_000;
const betweenKeysMs = 30;

/** What a visit waits for before it ends. */
export type Until = 'firstKey' | 'complete' | 'officeReady';

export interface Visit extends Seen {
  /** When Office.js had an item; for the page that is nothing else. */
  officeReady: number | null;
}

/**
 * Opens `url` as the pane of the stand-in of Outlook on the web and types until a key is taken. Throws when a key that was
 * taken is gone in the end.
 */
export async function visit(
  context: BrowserContext,
  url: string,
  options: { hostHtml: string; until: Until; isSlow: boolean; settleMs?: number },
): Promise<Visit> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await standIn(session, options.hostHtml);
    await page.goto(hostUrl);
    if (options.isSlow) await slowDown(session);
    const said = await listen(session);
    await page.bringToFront();
    await page.evaluate(`openPane(${JSON.stringify(url)})`);
    if (options.until !== 'officeReady') await typeUntilTaken(session, said);
    if (options.until === 'complete') await Promise.all([said.wait('complete'), said.wait('managerNamed')]);
    const frame = await paneFrame(page, url);
    if (options.until === 'officeReady') {
      await frame.waitForFunction('window.officeReadyAt', null, { timeout: patienceMs, polling: 100 });
    }
    if (options.settleMs) await page.waitForTimeout(options.settleMs);
    return await read(frame, options.until);
  } finally {
    await page.close();
  }
}

async function paneFrame(page: Page, url: string): Promise<Frame> {
  const find = () => page.frames().find((each) => each.url().startsWith(url));
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const frame = find();
    if (frame) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error(`The host has no frame of ${url}.`);
}

async function read(frame: Frame, until: Until): Promise<Visit> {
  const seen = (await frame.evaluate(
    '({ ...window.bench, officeReady: window.officeReadyAt ?? null, typed: document.querySelector("[name=facts]")?.value.length ?? 0 })',
  )) as Visit & { typed: number };
  if (until !== 'officeReady' && (seen.keys === 0 || seen.typed !== seen.keys)) {
    throw new Error(`Of ${seen.keys} keys taken, ${seen.typed} are left.`);
  }
  return seen;
}

interface Said {
  has(what: string): boolean;
  wait(what: string): Promise<void>;
}

async function listen(session: CDPSession): Promise<Said> {
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'benchSay') return;
    heard.add(payload);
    waiting.get(payload)?.();
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'benchSay' });
  return {
    has: (what) => heard.has(what),
    wait: (what) =>
      new Promise((done, fail) => {
        if (heard.has(what)) return done();
        const timer = setTimeout(() => fail(new Error(`The pane never said "${what}".`)), patienceMs);
        waiting.set(what, () => {
          clearTimeout(timer);
          done();
        });
      }),
  };
}

/** Real key presses, sent to whatever has the focus, as often as an impatient person presses. */
async function typeUntilTaken(session: CDPSession, said: Said): Promise<void> {
  const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65 };
  const end = Date.now() + patienceMs;
  const failures: unknown[] = [];
  const keep = (error: unknown) => failures.push(error);
  while (!said.has('firstKey')) {
    if (Date.now() > end) throw new Error(`No key was taken. ${failures[0] ?? ''}`);
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'a', ...key }).catch(keep);
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }).catch(keep);
    await new Promise((done) => setTimeout(done, betweenKeysMs));
  }
}

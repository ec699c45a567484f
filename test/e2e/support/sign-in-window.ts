import type { BrowserContext, Locator, Page } from 'playwright-core';
import { carry } from './carry.ts';
import type { RunningSystem } from './running-system.ts';

/**
 * msal signs in at https addresses only, and the stand-in answers http: its own requests are carried over, there and back, as the service's
 * are (`authorityReachedAt`). Nothing is answered here.
 */
export async function carrySignIn(context: BrowserContext, system: RunningSystem): Promise<void> {
  const secure = system.origin.replace(/^http:/, 'https:');
  await carry(context, secure, system.origin, (text) => text.replaceAll(system.origin, secure));
}

/** Presses what opens the window, and picks an account in it (or `Cancel`). */
export async function signInByWindow(page: Page, press: () => Promise<void>, account: string): Promise<void> {
  const [relay] = await Promise.all([page.context().waitForEvent('page'), press()]);
  const [window] = await Promise.all([
    page.context().waitForEvent('page'),
    relay.getByRole('button', { name: /Sign in/ }).click(),
  ]);
  await window.getByRole('button', { name: account, exact: true }).click();
  // Both go by themselves once the answer is handed on; nobody presses anything again before that.
  await Promise.all([relay, window].map((one) => one.isClosed() || one.waitForEvent('close')));
}

/**
 * Tells when a window that the page opens is no answer to a press any more, and when an alert of it says `text`. Watched from within by one
 * look: each look of a test from outside counts as a press.
 */
export function watchedFromWithin(
  page: Page,
  html: Locator,
  text: string,
): { isLongAgo: Promise<unknown>; isSaid: Promise<void> } {
  const mark = 'The press is long ago.';
  const isLongAgo = page.waitForEvent('console', (message) => message.text() === mark);
  const isSaid = html.evaluate(
    async (root, expected) => {
      const pause = () => new Promise((done) => setTimeout(done, 100));
      while (navigator.userActivation.isActive) await pause();
      // biome-ignore lint/suspicious/noConsole: how the page calls out without being looked at
      console.info(expected.mark);
      const says = (alert: Element) => alert.textContent?.includes(expected.text);
      while (![...root.querySelectorAll('[role="alert"]')].some(says)) await pause();
    },
    { mark, text },
  );
  return { isLongAgo, isSaid };
}

/** Our own window is there, and its button is pressed by what is no press to the browser, which then blocks Microsoft's window. */
export async function pressWithoutHand(relay: Page): Promise<void> {
  const session = await relay.context().newCDPSession(relay);
  const run = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, userGesture: false });
    return result.value;
  };
  const isReady = () => run('!!document.querySelector("button") && !navigator.userActivation.isActive');
  while (!(await isReady())) await new Promise((done) => setTimeout(done, 100));
  await run('document.querySelector("button").click()');
}

/** Longer than whoever waits for the answer goes without looking whether the window is still there; shorter than it stays. */
const answerIsUnderWayMs = 700;

/** The way of the sign-in's answer, from window to window and into the page, takes as long as on a busy computer. */
export async function slowAnswers(context: BrowserContext): Promise<void> {
  await context.addInitScript((milliseconds) => {
    const late = new WeakSet<Event>();
    const slow = (target: EventTarget) =>
      target.addEventListener('message', (event) => {
        const { data, origin, source } = event as MessageEvent;
        if (late.has(event) || (target === window && data?.type !== 'msal:popup-relay-response:v1')) return;
        event.stopImmediatePropagation();
        const again = new MessageEvent('message', { data, origin, source });
        late.add(again);
        setTimeout(() => target.dispatchEvent(again), milliseconds);
      });
    slow(window);
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        slow(this);
      }
    };
  }, answerIsUnderWayMs);
}

import type { BrowserContext, Page } from 'playwright-core';
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

import type { BrowserContext, Page } from 'playwright-core';
import type { RunningSystem } from './running-system.ts';

/**
 * msal signs in at https addresses only, and the stand-in answers http: its own requests are carried over, there and back, as the service's
 * are (`authorityReachedAt`). Nothing is answered here.
 */
export async function carrySignIn(context: BrowserContext, system: RunningSystem): Promise<void> {
  const secure = system.origin.replace(/^http:/, 'https:');
  await context.route(`${secure}/**`, async (route) => {
    const request = route.request();
    const answer = await route
      .fetch({
        url: request.url().replace(secure, system.origin),
        headers: await request.allHeaders(),
        maxRedirects: 0,
      })
      // The page that asked may be gone.
      .catch(() => null);
    if (!answer) return route.abort().catch(() => undefined);
    const isText = /json|html/.test(answer.headers()['content-type'] ?? '');
    const body = isText ? (await answer.text()).replaceAll(system.origin, secure) : undefined;
    await route.fulfill({ response: answer, ...(body === undefined ? {} : { body }) });
  });
}

/** Presses what opens the window, and picks an account in it (or `Cancel`). */
export async function signInByWindow(page: Page, press: () => Promise<void>, account: string): Promise<void> {
  const [relay] = await Promise.all([page.context().waitForEvent('page'), press()]);
  const [window] = await Promise.all([
    page.context().waitForEvent('page'),
    relay.getByRole('button', { name: /Sign in/ }).click(),
  ]);
  await window.getByRole('button', { name: account, exact: true }).click();
}

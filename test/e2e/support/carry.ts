import type { BrowserContext } from 'playwright-core';

/** Requests of a browser for one origin are carried over to another, there and back. Nothing is answered here. */
export async function carry(
  context: BrowserContext,
  from: string,
  to: string,
  mend: (text: string) => string = (text) => text,
): Promise<void> {
  await context.route(`${from}/**`, async (route) => {
    const request = route.request();
    const url = request.url().replace(from, to);
    // The page that asked may be gone.
    const headers = await request.allHeaders().catch(() => null);
    const answer = headers && (await route.fetch({ url, headers, maxRedirects: 0 }).catch(() => null));
    if (!answer) return route.abort().catch(() => undefined);
    const isText = /json|html/.test(answer.headers()['content-type'] ?? '');
    const body = isText ? mend(await answer.text().catch(() => '')) : undefined;
    await route.fulfill({ response: answer, ...(body === undefined ? {} : { body }) }).catch(() => undefined);
  });
}

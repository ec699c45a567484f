import { describe, expect, it } from 'vitest';
import { startEn } from '../../src/words/start.en.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

// COM-3e-7, decision 0163
describe('The first screen of a running service', () => {
  it('asks for the steps of a call before it asks anybody for anything', { timeout: 120_000 }, async () => {
    const { browser, system } = under;
    const page = await browser.page();
    const asked: { path: string; body: string }[] = [];
    page.on('request', (request) => {
      asked.push({ path: new URL(request.url()).pathname, body: request.postData() ?? '' });
    });
    const tab = await Tab.open(page, system, 'manager');
    await tab.frame.getByRole('heading', { level: 1, name: startEn.heading }).waitFor();
    const { intake, incidents } = system.settings.site.lists;
    // Graph is asked for several things in one request.
    const later: [what: string, is: (one: { path: string; body: string }) => boolean][] = [
      ['what asks', ({ path }) => /\/assets\/tab-adapters-[^/]+\.js$/.test(path)],
      ['what waits for a manager', ({ path }) => path === '/api/team/summary'],
      ['questions to the reporter', ({ path, body }) => `${path} ${body}`.includes(`/lists/${intake}/items`)],
      ['which lists are open', ({ path, body }) => `${path} ${body}`.includes(`/lists/${incidents}`)],
    ];
    for (const [what, is] of later)
      await expect.poll(() => asked.some(is), { timeout: 30_000, message: what }).toBe(true);
    const steps = asked.findIndex(({ path }) => /\/assets\/helper-page-[^/]+\.js$/.test(path));
    expect(steps).toBeGreaterThan(-1);
    for (const [what, is] of later) expect(asked.findIndex(is), what).toBeGreaterThan(steps);
  });
});

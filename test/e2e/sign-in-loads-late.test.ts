import { readdir, readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ourFrame } from './support/axe-in-our-page.ts';
import { Outlook } from './support/outlook.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

/** A code of msal's own that no page of ours writes: whatever script holds it holds msal. */
const ofMsal = 'nested_app_auth_bridge_disabled';

/** Scripts of a page in two heaps, as the browser itself put them in order: asked for before the first paint with content, and after it. */
async function msalScripts(frame: Frame): Promise<{ before: string[]; after: string[] }> {
  return frame.evaluate(async (mark) => {
    const paint = performance.getEntriesByName('first-contentful-paint').at(0);
    if (!paint) throw new Error('Nothing has been painted.');
    const heaps: { before: string[]; after: string[] } = { before: [], after: [] };
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    for (const { name, startTime } of scripts) {
      if (!(await (await fetch(name)).text()).includes(mark)) continue;
      heaps[startTime < paint.startTime ? 'before' : 'after'].push(name);
    }
    return heaps;
  }, ofMsal);
}

describe('What signs people in is fetched when the first screen stands', {
  timeout: 120_000,
}, () => {
  it('in the pane', async () => {
    const outlook = await Outlook.open(await under.browser.page(), under.system);
    await outlook.read('About your grant');
    await outlook.openPane();
    await outlook.report.waitFor();
    const frame = ourFrame(outlook.page, under.system);
    await expect.poll(async () => (await msalScripts(frame)).after.length).toBeGreaterThan(0);
    expect((await msalScripts(frame)).before).toEqual([]);
  });

  it('in the tab', async () => {
    const tab = await Tab.open(await under.browser.page(), under.system, 'reporter');
    const frame = ourFrame(tab.page, under.system);
    await expect.poll(async () => (await msalScripts(frame)).after.length).toBeGreaterThan(0);
    expect((await msalScripts(frame)).before).toEqual([]);
  });

  it('from one file, which pane and tab share and the tab keeps for a lost network', async () => {
    const built = 'dist/client/assets';
    const scripts = (await readdir(built)).filter((name) => name.endsWith('.js'));
    const holds = async (name: string) => (await readFile(`${built}/${name}`, 'utf8')).includes(ofMsal);
    const withMsal = (await Promise.all(scripts.map(async (name) => ((await holds(name)) ? [name] : [])))).flat();
    expect(withMsal).toHaveLength(1);
    expect(await readFile('dist/client/tab-worker.js', 'utf8')).toContain(`/assets/${withMsal[0]}`);
  });
});

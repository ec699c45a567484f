import type { Frame, Page } from 'playwright-core';
import { tabEn } from '../../src/words/tab.en.ts';
import { type Measurement, measured, percentile } from '../measurement.ts';

const patienceMs = 60_000;
const scrollMs = 6_000;

/** Scrolls Security's list in the stand-in Teams for some seconds, as it loads page after page. */
export async function scrollBoard(page: Page, origin: string): Promise<Measurement[]> {
  await page.goto(`${origin}/teams?persona=security&view=app&entity=urddas&locale=en-GB`);
  const frame = await tabFrame(page);
  await frame.getByRole('tab', { name: tabEn.nav.security }).click({ timeout: patienceMs });
  const list = frame.getByRole('row').nth(5);
  await list.waitFor({ timeout: patienceMs });
  const idle = await frames(page);
  const { gaps, rows } = await scroll(frame);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return [
    measured({
      name: 'board.50k.scroll',
      unit: 'ms a frame',
      value: percentile(gaps, 0.95),
      against: { name: 'the same page standing still', value: percentile(idle, 0.95) },
      runs: gaps.length,
      budget: { of: 'value', atMost: 17.5 },
      note: `95th percentile of the time between frames; ${rows} rows had been loaded at the end`,
    }),
    measured({
      name: 'board.50k.memory',
      unit: 'MB',
      value: usedSize / 1_000_000,
      runs: 1,
      budget: { of: 'value', atMost: 120 },
      note: 'script memory of the whole Teams page with the tab in it, after the scrolling',
    }),
  ];
}

async function tabFrame(page: Page): Promise<Frame> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const frame = page.frames().find((each) => new URL(each.url() || 'about:blank').pathname.endsWith('/tab.html'));
    if (frame) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error('Teams shows no tab.');
}

async function scroll(frame: Frame): Promise<{ gaps: number[]; rows: number }> {
  return (await frame.evaluate(`new Promise((done) => {
    const row = document.querySelectorAll('[role=row], tr')[3];
    let region = row?.parentElement;
    while (region && !(/auto|scroll/.test(getComputedStyle(region).overflowY) && region.scrollHeight > region.clientHeight)) {
      region = region.parentElement;
    }
    region ??= document.scrollingElement;
    if (!region || region.scrollHeight <= region.clientHeight) throw new Error('Nothing scrolls.');
    const gaps = [];
    const begun = performance.now();
    let before = begun;
    const step = (now) => {
      if (now > before) gaps.push(now - before);
      before = now;
      region.scrollTop += 24;
      if (now - begun < ${scrollMs}) return requestAnimationFrame(step);
      const count = Math.max(1, ...[...document.querySelectorAll('[aria-rowindex]')].map((each) => Number(each.getAttribute('aria-rowindex'))));
      done({ gaps: gaps.slice(2), rows: count - 1 });
    };
    requestAnimationFrame(step);
  })`)) as { gaps: number[]; rows: number };
}

/** Time between frames while nothing happens: what this machine, with its load, gives at best. */
async function frames(page: Page): Promise<number[]> {
  return (await page.evaluate(`new Promise((done) => {
    const gaps = [];
    let before = performance.now();
    const step = (now) => {
      if (now > before) gaps.push(now - before);
      before = now;
      if (gaps.length < 120) requestAnimationFrame(step);
      else done(gaps.slice(2));
    };
    requestAnimationFrame(step);
  })`)) as number[];
}

import { type Browser, chromium } from 'playwright-core';
import { findPartBrowser } from './find-browser.ts';

/** A busy machine may take its time to start a browser; milliseconds. */
export const startMs = 120_000;

/** Switches of every browser that a test starts. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** A browser for the tests of a part: one page of ours, with no host around it. Those of the whole system have one with its windows (0194). */
export async function launchPartBrowser(): Promise<Browser> {
  const executablePath = findPartBrowser();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is installed.');
  return chromium.launch({ executablePath, args: quiet, timeout: startMs });
}

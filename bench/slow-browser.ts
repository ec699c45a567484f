import { type Browser, type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { findBrowser } from '../test/browser/find-browser.ts';

/** "Slow": a modest laptop on a poor line. */
export const slow = { cpu: 4, bitsPerSecond: 1_600_000, roundTripMs: 150 };

/**
 * Frames share their page's process, so that the slow-down of the page is theirs too; a page of `outlook.office.com` may
 * hold frames of this machine, and the part of Office.js that has only an http address here may load.
 */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
  '--disable-features=IsolateOrigins,site-per-process,LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
];

/** `office` is the local server that stands for the network Office.js takes one of its parts from. */
export async function openBrowser(office?: URL): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found. Set BROWSER_PATH to one.');
  const rules = office ? [`--host-resolver-rules=MAP ajax.aspnetcdn.com:80 ${office.host}`] : [];
  return chromium.launch({ executablePath, args: [...switches, ...rules] });
}

/** Slows one page down, with every frame in it. */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.roundTripMs,
    downloadThroughput: slow.bitsPerSecond / 8,
    uploadThroughput: slow.bitsPerSecond / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
}

export async function newContext(browser: Browser): Promise<BrowserContext> {
  // The policy of our pages names Office's https address of one script; on this machine it comes by http.
  return browser.newContext({ viewport: { width: 1000, height: 900 }, bypassCSP: true, locale: 'en-GB' });
}

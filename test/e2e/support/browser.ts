import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../browser/find-browser.ts';
import { quiet } from '../../browser/launch.ts';
import type { RunningSystem } from './running-system.ts';

/**
 * What Microsoft's own libraries ask for by themselves, wherever they run. Nothing of a message can lead there.
 * teams-js: the list of hosts it may talk to.
 */
const librariesOwn = ['https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json'];

/** Written by the browser itself about an answer that is no success; faults bring such answers about. */
const refusedRequest = /^Failed to load resource:/;

export type FrameStorage = 'allowed' | 'forbidden';

const viewport = { width: 1280, height: 900 };

function launchOptions({ blocksWindows = false } = {}): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is installed.');
  return { executablePath, args: quiet, ignoreDefaultArgs: blocksWindows ? ['--disable-popup-blocking'] : [] };
}

/** A browser whose every request and every console error is looked at. */
export class WatchedBrowser {
  readonly errors: string[] = [];
  readonly remote: string[] = [];
  /** In tests that switch faults on, the browser's own lines about refused requests are no news. */
  allowsRefusedRequests = false;
  /** What the person says yes to when a page asks it. Anything else that asks is a mistake. */
  agreesTo: RegExp | null = null;
  readonly #browser: Browser;
  readonly #origins: string[];
  #contexts: BrowserContext[] = [];

  private constructor(browser: Browser, system: RunningSystem) {
    this.#browser = browser;
    this.#origins = [system.origin, system.appOrigin];
  }

  /** `blocksWindows`: as everybody's browser does where a page opens one that is no answer to a press. */
  static async launch(system: RunningSystem, options: { blocksWindows?: boolean } = {}): Promise<WatchedBrowser> {
    return new WatchedBrowser(await chromium.launch(launchOptions(options)), system);
  }

  /** A person at a device of their own. */
  async device(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#watch(await this.#browser.newContext({ viewport, ...options }));
  }

  /** A device whose browser was told whether pages inside pages of other sites may store anything. Browsers differ in what they do untold. */
  async deviceWhere(storage: FrameStorage): Promise<BrowserContext> {
    const folder = await mkdtemp(join(tmpdir(), 'urddas-browser-'));
    const preferences = { profile: { cookie_controls_mode: storage === 'allowed' ? 0 : 1 } };
    await mkdir(join(folder, 'Default'));
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), viewport });
    context.on('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    return this.#watch(context);
  }

  async #watch(context: BrowserContext): Promise<BrowserContext> {
    this.#contexts.push(context);
    await context.route(
      (url) => !this.#isOwn(url.href),
      (route) => {
        const url = route.request().url();
        if (!librariesOwn.includes(url)) this.remote.push(url);
        return route.fulfill({ status: 200, contentType: 'application/json', body: '{"validDomains":[]}' });
      },
    );
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (this.allowsRefusedRequests && refusedRequest.test(message.text())) return;
      this.errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.errors.push(error.error().stack ?? error.error().message));
    context.on('dialog', (dialog) => {
      if (this.agreesTo?.test(dialog.message())) {
        void dialog.accept();
        return;
      }
      this.errors.push(`A dialog was opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return context;
  }

  /** A page that outlives a test, for a person who goes on working. */
  async keptPage(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(options);
    this.#contexts = this.#contexts.filter((context) => context !== page.context());
    return page;
  }

  async page(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.device(options)).newPage();
  }

  /** After each test: closes what was opened, and fails on anything that should not have been seen. */
  async settle(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    this.#contexts = [];
    const seen = { errors: this.errors.splice(0), remote: this.remote.splice(0) };
    this.allowsRefusedRequests = false;
    this.agreesTo = null;
    expect(seen).toEqual({ errors: [], remote: [] });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #isOwn(url: string): boolean {
    return !/^https?:/.test(url) || this.#origins.some((origin) => url.startsWith(`${origin}/`));
  }
}

/** Everybody's browser, which blocks windows that are no answer to a press: a person in it, until what they do has ended. */
export async function inStrictBrowser(
  system: RunningSystem,
  act: (browser: WatchedBrowser) => Promise<void>,
): Promise<void> {
  const browser = await WatchedBrowser.launch(system, { blocksWindows: true });
  try {
    await act(browser);
    await browser.settle();
  } finally {
    await browser.close();
  }
}

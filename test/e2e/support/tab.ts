import type { FrameLocator, Page } from 'playwright-core';
import type { Language } from '../../../src/domain/incident/vocabulary.ts';
import { tabCy } from '../../../src/words/tab.cy.ts';
import { tabEn } from '../../../src/words/tab.en.ts';
import type { RunningSystem } from './running-system.ts';

const words: Record<Language, typeof tabEn> = { en: tabEn, cy: tabCy };
const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' };

/** Our tab inside Teams. */
export class Tab {
  readonly page: Page;
  readonly language: Language;
  readonly words: typeof tabEn;

  private constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    this.words = words[language];
  }

  static async open(
    page: Page,
    system: RunningSystem,
    persona: string,
    options: { language?: Language; query?: Record<string, string> } = {},
  ): Promise<Tab> {
    const { language = 'en', query = {} } = options;
    const url = new URL('/teams', system.origin);
    url.search = new URLSearchParams({ persona, locale: locales[language], ...query }).toString();
    await page.goto(url.href);
    const tab = new Tab(page, language);
    await tab.frame.getByRole('tab', { name: tab.words.nav.mine }).waitFor({ timeout: 60_000 });
    return tab;
  }

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Names of the parts this person has, once it is known what they may read. */
  async entries(): Promise<string[]> {
    await this.page.waitForLoadState('networkidle');
    // A tab holds its name a second time, unseen, to keep its width.
    return this.frame.getByRole('tab').allInnerTexts();
  }

  /** The tab opens on its first screen; own reports have an entry of their own. */
  async openMine(): Promise<void> {
    await this.frame.getByRole('tab', { name: this.words.nav.mine }).click();
    await this.frame.getByRole('heading', { level: 1, name: this.words.mine.heading }).waitFor();
  }

  async openList(boundary: 'security' | 'hr' = 'security'): Promise<void> {
    await this.frame.getByRole('tab', { name: this.words.nav[boundary] }).click();
    await this.frame.getByRole('heading', { level: 1 }).waitFor();
  }

  async openIncident(reference: string, boundary: 'security' | 'hr' = 'security'): Promise<void> {
    await this.openList(boundary);
    await this.frame.getByRole('button', { name: reference }).click();
    await this.frame.getByRole('heading', { level: 1, name: reference }).waitFor();
  }
}

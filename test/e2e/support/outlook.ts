import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Kind, Language } from '../../../src/domain/incident/vocabulary.ts';
import { paneCy } from '../../../src/words/pane.cy.ts';
import { type PaneWords, paneEn } from '../../../src/words/pane.en.ts';
import type { RunningSystem } from './running-system.ts';

export const paneWords: Record<Language, PaneWords> = { en: paneEn, cy: paneCy };
const label = 'Report abuse / Adrodd am gam-drin';
export const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' };

/** How long a whole report may take on a slow machine before a test gives up. */
export const patience = 60_000;

/** Our pane in a frame of this page, used by what a person sees: roles and names. */
export class PaneInUse {
  readonly page: Page;
  readonly language: Language;
  readonly words: PaneWords;
  readonly #title: string;

  protected constructor(page: Page, language: Language, title: string) {
    this.page = page;
    this.language = language;
    this.words = paneWords[language];
    this.#title = title;
  }

  get pane(): FrameLocator {
    return this.page.frameLocator(`iframe[title="${this.#title}"]`);
  }

  async fill(kind: Kind, also: (pane: FrameLocator) => Promise<unknown> = async () => undefined): Promise<void> {
    await this.pane.getByRole('radio', { name: this.words.kind.options[kind], exact: true }).check();
    await also(this.pane);
  }

  get report(): Locator {
    return this.pane.getByRole('button', { name: this.words.submit.button, exact: true });
  }

  heading(text: string): Locator {
    return this.pane.getByRole('heading', { name: text });
  }

  /** Until every step has its receipt. Gives the reference. */
  async done(timeout = patience): Promise<string> {
    await this.heading(this.words.progress.titleDone)
      .waitFor({ timeout })
      .catch(async () => {
        throw new Error(`The report is not done: ${await this.pane.getByRole('main').textContent()}`);
      });
    return (await this.pane.locator('.reference strong').textContent()) ?? '';
  }

  /** State of each step, in order: `done`, `withheld`, `notNeeded` and so on, as its line is marked. */
  async steps(): Promise<string[]> {
    const lines = this.pane.getByRole('listitem').filter({ has: this.page.getByRole('status') });
    return lines.evaluateAll((found) => found.map((line) => /step-(\w+)/.exec(line.className)?.[1] ?? line.className));
  }
}

/** The stand-in's Outlook with the pane beside it. */
export class Outlook extends PaneInUse {
  static async open(
    page: Page,
    system: RunningSystem,
    options: { persona?: string; language?: Language; query?: Record<string, string> } = {},
  ): Promise<Outlook> {
    const { persona = 'reporter', language = 'en', query = {} } = options;
    const url = new URL('/outlook', system.origin);
    url.search = new URLSearchParams({ persona, locale: locales[language], ...query }).toString();
    await page.goto(url.href);
    await page.getByRole('region', { name: 'Messages' }).getByRole('listitem').first().waitFor();
    return new Outlook(page, language, label);
  }

  /** Opens a message by what stands in its line of the list. */
  async read(subject: string): Promise<void> {
    const list = this.page.getByRole('region', { name: 'Messages' });
    const line = list.getByRole('button').filter({ has: this.page.locator('.subject', { hasText: exactly(subject) }) });
    await this.showAllUntil(line.first());
    await line.first().click();
    await this.page.getByRole('article', { name: 'Message' }).getByRole('heading', { level: 1 }).waitFor();
  }

  async showAllUntil(line: Locator): Promise<void> {
    const list = this.page.getByRole('region', { name: 'Messages' });
    const more = list.getByRole('button', { name: 'Show more' });
    for (let page = 0; page < 10; page += 1) {
      await line.or(more).first().waitFor();
      if ((await line.count()) > 0) return;
      const shown = await list.getByRole('listitem').count();
      await more.click();
      await list.getByRole('listitem').nth(shown).waitFor();
    }
  }

  async openPane(): Promise<void> {
    await this.page.getByRole('region', { name: 'Ribbon' }).getByRole('button', { name: label }).click();
  }

  async flag(subject: string, kind: Kind, also: (pane: FrameLocator) => Promise<unknown> = async () => undefined) {
    await this.read(subject);
    await this.openPane();
    await this.fill(kind, also);
    await this.report.click();
  }
}

function exactly(text: string): RegExp {
  const escaped = (text || '(no subject)').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`^\\s*${escaped}\\s*$`);
}

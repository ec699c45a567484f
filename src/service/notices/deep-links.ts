import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';
import type { ServiceSettings } from '../settings.ts';

/** Links into Teams (facts 4.5). They carry ids only, and opening them needs the person's own right. */
export class DeepLinks {
  readonly #settings: ServiceSettings;

  constructor(settings: ServiceSettings) {
    this.#settings = settings;
  }

  /** The record in Security's list. */
  incident(boundary: CaveatBoundary, itemId: string): string {
    return this.#tab(`incident/${boundary}/${itemId}`);
  }

  /** One report among the person's own. */
  report(submissionId: string): string {
    return this.#tab(`mine/${submissionId}`);
  }

  /** What waits for a manager or a substitute. */
  team(): string {
    return this.#tab('team');
  }

  /** One report, for whoever answers for it. */
  answer(submissionId: string): string {
    return this.#tab(`team/${submissionId}`);
  }

  /** One statement, for whoever writes it. */
  statement(submissionId: string, statementId: string): string {
    return this.#tab(`statement/${submissionId}/${statementId}`);
  }

  /** The list of questions to the switchboard. */
  switchboard(): string {
    return this.#tab('switchboard');
  }

  #tab(subPage: string): string {
    const { bot, origin } = this.#settings;
    const context = JSON.stringify({ subEntityId: subPage });
    const query = new URLSearchParams({ webUrl: `${origin}/tab.html`, label: 'Urddas', context });
    return `https://teams.microsoft.com/l/entity/${bot.teamsAppId}/${encodeURIComponent(bot.tabEntityId)}?${query}`;
  }
}

import { isUntouched, type ReportDraft } from '../../application/report-email-draft.ts';

const prefix = 'urddas-draft:';
/** Of what is typed before the host has said which message is open. */
export const notNamed = '';

/**
 * Unsent answers, one draft a message, in this session only: gone with the window, never written to disk by us (X-OFF-1).
 * Works without storage too, for as long as the pane is open.
 */
export class DraftShelf {
  readonly #memory = new Map<string, ReportDraft>();

  keep(messageKey: string, draft: ReportDraft): void {
    if (isUntouched(draft)) {
      this.drop(messageKey);
      return;
    }
    this.#memory.set(messageKey, draft);
    try {
      sessionStorage.setItem(prefix + messageKey, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden in this frame: the draft lives in memory.
    }
  }

  find(messageKey: string): ReportDraft | null {
    const kept = this.#memory.get(messageKey);
    if (kept) return kept;
    try {
      const text = sessionStorage.getItem(prefix + messageKey);
      return text === null ? null : (JSON.parse(text) as ReportDraft);
    } catch {
      return null;
    }
  }

  drop(messageKey: string): void {
    this.#memory.delete(messageKey);
    try {
      sessionStorage.removeItem(prefix + messageKey);
    } catch {
      // Nothing is kept where nothing may be stored.
    }
  }

  get hasAny(): boolean {
    return [...this.#memory.keys()].some((key) => key !== notNamed);
  }
}

import { isUntouched, type ReportDraft } from '../../application/report-email-draft.ts';

const prefix = 'urddas-draft:';
/** Of what is typed before the host has said which message is open. */
export const notNamed = '';

/**
 * Unsent answers, one draft a message, in this session only: gone with the window, never written to disk by us (X-OFF-1).
 * Works without storage too, for as long as the pane is open or loaded again.
 */
export class DraftShelf {
  readonly #memory = new Map<string, ReportDraft>();

  keep(messageKey: string, draft: ReportDraft): void {
    if (isUntouched(draft)) {
      this.drop(messageKey);
      return;
    }
    this.#memory.set(messageKey, draft);
    write(prefix + messageKey, JSON.stringify(draft));
  }

  find(messageKey: string): ReportDraft | null {
    const kept = this.#memory.get(messageKey);
    if (kept) return kept;
    try {
      const text = readText(prefix + messageKey);
      return text === null ? null : (JSON.parse(text) as ReportDraft);
    } catch {
      return null;
    }
  }

  drop(messageKey: string): void {
    this.#memory.delete(messageKey);
    write(prefix + messageKey, null);
  }

  get hasAny(): boolean {
    return [...this.#memory.keys()].some((key) => key !== notNamed);
  }
}

/** True where the browser forbids this frame all storage. */
export function storesNothing(): boolean {
  try {
    return sessionStorage === null;
  } catch {
    return true;
  }
}

/**
 * Private windows, and some settings, forbid a frame of another site all storage. What is left to it there is its own entry in the window's
 * history, which outlives loading the pane again and nothing else.
 */
function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    try {
      // Office.js takes `replaceState` off the object, and leaves it to the class.
      History.prototype.replaceState.call(history, { ...history.state, [key]: text }, '');
    } catch {
      // Asked too often: the draft lives in memory.
    }
  }
}

function readText(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return (history.state as Record<string, string | null> | null)?.[key] ?? null;
  }
}

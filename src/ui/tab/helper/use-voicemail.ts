import { useSyncExternalStore } from 'react';

const key = 'urddas.voicemail';
const listeners = new Set<() => void>();
/** Where nothing may be stored, this window remembers. */
let inWindow: string | null = null;

/** Whether the person's voicemail is set up, by their own word; null when they have never said. COM-3a-5 */
export function useVoicemail(): [hasVoicemail: boolean | null, set: (value: boolean) => void] {
  const value = useSyncExternalStore(subscribe, read);
  return [value === null ? null : value === 'yes', set];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    return localStorage.getItem(key) ?? inWindow;
  } catch {
    return inWindow;
  }
}

function set(value: boolean): void {
  inWindow = value ? 'yes' : 'no';
  try {
    localStorage.setItem(key, inWindow);
  } catch {
    // Asked again another day.
  }
  for (const listener of listeners) listener();
}

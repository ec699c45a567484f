import { useState } from 'react';

const key = 'urddas.voicemail-until';

/** The last day, `YYYY-MM-DD`, of "calls to voicemail for a while", on this device alone; null when there is no such note. COM-9.1-1 */
export function useVoicemailUntil(): [until: string | null, note: (until: string | null) => void] {
  const [until, setUntil] = useState(read);
  const note = (next: string | null) => {
    setUntil(next);
    try {
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // Forbidden storage: noted for as long as the window is open.
    }
  };
  return [until, note];
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

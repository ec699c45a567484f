import type { Language } from '../../domain/incident/vocabulary.ts';

const key = 'urddas.language';

/** Welsh for any Welsh tag (`cy`, `cy-GB`), otherwise English. */
export function languageFromTag(tag: string): Language {
  return tag.toLowerCase().split('-')[0] === 'cy' ? 'cy' : 'en';
}

/** The language this person chose here before, or null. Storage can be forbidden inside a frame: then nothing is remembered. */
export function rememberedLanguage(): Language | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'cy' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

/** B-CY-1: one tap, remembered. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Forbidden storage costs the memory of the choice, never the choice itself.
  }
}

import type { Language } from '../../domain/incident/vocabulary.ts';

const cookieName = 'urddas-language';
const yearSeconds = 31_536_000;

/**
 * The language chosen here before, or null. A cookie, so that the service can send the right page at once; where the browser
 * takes no cookie from a frame, its storage says it to the page at least. B-CY-1.
 */
export function rememberedLanguage(): Language | null {
  const found = new RegExp(`(?:^|; )${cookieName}=(en|cy)`).exec(document.cookie)?.[1] ?? storedLanguage();
  return found === 'en' || found === 'cy' ? found : null;
}

/** `None` and `Partitioned`, because the pane is a frame in another site's page. */
export function rememberLanguage(language: Language): void {
  const isSecure = location.protocol === 'https:';
  const place = isSecure ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some of the hosts' browsers
  document.cookie = `${cookieName}=${language}; Max-Age=${yearSeconds}; Path=/; ${place}`;
  try {
    localStorage.setItem(cookieName, language);
  } catch {
    // Forbidden in this frame: then the mail application's own language decides the next time.
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(cookieName);
  } catch {
    return null;
  }
}

/** Welsh for a Welsh interface, English for any other. */
export function languageOfTag(tag: string): Language {
  return tag.toLowerCase().startsWith('cy') ? 'cy' : 'en';
}

import { createHash } from 'node:crypto';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { BuiltFile } from './built-files.ts';
import { toInlineJson } from './client-settings.ts';

const settingsElement = /(<script type="application\/json" id="settings">)\s*(<\/script>)/;
const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** Puts the settings into the page's empty element. Throws when the build has no such element. */
export function withSettings(html: string, settings: unknown): string {
  if (!settingsElement.test(html)) throw new Error('The built page has no element for the settings.');
  return html.replace(settingsElement, (_, open: string, close: string) => `${open}${toInlineJson(settings)}${close}`);
}

/** SHA-256 of each script that stands in the page and would run, as the policy header names them. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(inlineScript)]
    .filter(([, attributes = '']) => !/type="(application\/json|speculationrules|importmap)"/.test(attributes))
    .map(([, , script = '']) => createHash('sha256').update(script).digest('base64'));
}

/**
 * The language a page is sent in: what the address asks for (`?lang=cy`, or the `locale` that hosts add), else what the person
 * chose in a page before, else what the browser prefers, else English. B-CY-1.
 */
export function pageLanguage(
  query: URLSearchParams,
  headers: { cookie?: string | undefined; acceptLanguage?: string | undefined },
): Language {
  const asked = query.get('lang') ?? query.get('locale');
  if (asked) return asked.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  const chosen = /(?:^|;\s*)urddas-language=(en|cy)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  if (chosen) return chosen as Language;
  const preferred = (headers.acceptLanguage ?? '')
    .split(',')
    .map((each) => {
      const [tag = '', quality = '1'] = each.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase(), quality: Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(cy|en)\b/.test(tag))
    .sort((one, other) => other.quality - one.quality)[0];
  return preferred?.tag.startsWith('cy') ? 'cy' : 'en';
}

export interface Page {
  file: BuiltFile;
  scriptHashes: string[];
}

/** A page ready to be sent, with the settings in it. */
export function buildPage(path: string, html: string, settings: unknown): Page {
  return {
    file: new BuiltFile(path, Buffer.from(withSettings(html, settings))),
    scriptHashes: inlineScriptHashes(html),
  };
}

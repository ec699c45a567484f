import type { Language } from '../../../domain/incident/vocabulary.ts';
import { foldText } from '../../../domain/wording/folded-text.ts';
import { mutatedForms } from '../../../domain/wording/mutations.ts';
import type { GuidanceBlock, GuidanceDocument } from '../../../words/compose-guidance.ts';

export interface Excerpt {
  text: string;
  /** Where the words stand, in order and without overlaps. */
  marks: { start: number; end: number }[];
}

export interface GuidanceMatch {
  document: GuidanceDocument;
  /** Null when the words stand in the title alone. */
  excerpt: Excerpt | null;
}

/**
 * Documents that hold every word of the query, at the beginning of a word, in title or text; those with all of them in the
 * title first. Accents and capitals make no difference, and a Welsh word is found behind any of its mutations. An empty query
 * finds nothing. B-CY-4
 */
export function searchGuidance(
  library: readonly GuidanceDocument[],
  query: string,
  language: Language,
): GuidanceMatch[] {
  const patterns = wordsOf(query).map((word) => beginningWith(language === 'cy' ? mutatedForms(word) : [word]));
  if (patterns.length === 0) return [];
  const holdsAll = (text: string) => patterns.every((pattern) => text.search(pattern) >= 0);
  const matches = library.flatMap((document) => {
    const texts = textsOf(document);
    const inTitle = holdsAll(foldText(document.title).folded);
    if (!inTitle && !holdsAll(foldText([document.title, ...texts].join('\n')).folded)) return [];
    return [{ document, inTitle, excerpt: bestExcerpt(texts, patterns) }];
  });
  return matches
    .sort((one, other) => Number(other.inTitle) - Number(one.inTitle))
    .map(({ document, excerpt }) => ({ document, excerpt }));
}

function wordsOf(query: string): string[] {
  return foldText(query).folded.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
}

function beginningWith(forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})`, 'gu');
}

/** The text with most of the words in it; of equals the first. */
function bestExcerpt(texts: readonly string[], patterns: readonly RegExp[]): Excerpt | null {
  let best: { excerpt: Excerpt; count: number } | null = null;
  for (const text of texts) {
    const { folded, origin } = foldText(text);
    const count = patterns.filter((pattern) => folded.search(pattern) >= 0).length;
    if (count === 0 || (best && count <= best.count)) continue;
    const marks = patterns
      .flatMap((pattern) => [...folded.matchAll(pattern)])
      .map((match) => ({ start: origin[match.index] ?? 0, end: origin[match.index + match[0].length] ?? text.length }));
    best = { excerpt: { text, marks: withoutOverlaps(marks) }, count };
  }
  return best?.excerpt ?? null;
}

function withoutOverlaps(marks: Excerpt['marks']): Excerpt['marks'] {
  let reached = 0;
  return marks
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
}

function textsOf(document: GuidanceDocument): string[] {
  return [
    document.summary,
    ...document.sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(textsOfBlock)]),
  ];
}

function textsOfBlock(block: GuidanceBlock): readonly string[] {
  if (typeof block === 'string') return [block];
  if ('step' in block) {
    const { title, why, condition, phrase } = block.step;
    return [title, why, condition, phrase?.en, phrase?.cy].filter(
      (text) => typeof text === 'string' && text !== '',
    ) as string[];
  }
  return 'contacts' in block || 'retention' in block ? [] : block;
}

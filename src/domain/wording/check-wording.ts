import type { Language } from '../incident/vocabulary.ts';
import { englishPhrases, englishReports } from './english-phrases.ts';
import { type Finding, type FindingKind, findingKinds, type Phrase, type PhraseList } from './finding.ts';
import { foldText } from './folded-text.ts';
import { mutatedForms } from './mutations.ts';
import { findPostcodes } from './postcode.ts';
import { quotedSpans } from './quoted-spans.ts';
import { languageOfSentence, sentencesOf } from './sentence-language.ts';
import { welshPhrases, welshReports } from './welsh-phrases.ts';

interface Checked {
  pattern: RegExp;
  /** Which alternative matched is told by its group. */
  kinds: FindingKind[];
  reports: RegExp;
}

const checked: Record<Language, Checked> = {
  en: compile(englishPhrases, englishReports),
  cy: compile(welshPhrases, welshReports),
};

/** Told by somebody else, these are what was said and not what the writer thinks. */
const reportable: ReadonlySet<FindingKind> = new Set(['insult', 'opinion', 'conclusion', 'speculation']);

/**
 * Words that look like opinion, name-calling, guessing or strong feeling, and postcodes, in English or Welsh, in the order of
 * the text and without overlaps. Words in quotation marks are never among them, nor what the text says that somebody said. It
 * is advice: an empty list proves nothing, and nothing depends on it. BEH-14.2-1, B-CY-4, BEH-7.1-2
 */
export function checkWording(text: string): Finding[] {
  const { folded, origin } = foldText(text);
  const quoted = quotedSpans(text);
  const isQuoted = ({ start, end }: Finding) => quoted.some((span) => start < span.end && end > span.start);
  const findings: Finding[] = findPostcodes(text).map((span) => ({ ...span, kind: 'postcode' }));
  for (const sentence of sentencesOf(folded)) {
    const words = folded.slice(sentence.start, sentence.end);
    const language = languageOfSentence(words);
    for (const each of language === null ? (['en', 'cy'] as const) : [language]) {
      for (const found of phrasesIn(words, checked[each])) {
        const start = origin[sentence.start + found.start] ?? 0;
        const end = origin[sentence.start + found.end] ?? text.length;
        if (!isAcronym(text.slice(start, end), words, text)) findings.push({ start, end, kind: found.kind });
      }
    }
  }
  return withoutOverlaps(findings.filter((finding) => !isQuoted(finding)));
}

function phrasesIn(sentence: string, { pattern, kinds, reports }: Checked): Finding[] {
  const findings: Finding[] = [];
  for (const match of sentence.matchAll(pattern)) {
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)];
    if (kind === undefined) continue;
    if (reportable.has(kind) && reports.test(sentence.slice(0, match.index))) continue;
    findings.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return findings;
}

/** "The DWP" is nobody's `twp`: capitals in a sentence that is not all capitals are a name. */
function isAcronym(found: string, sentence: string, text: string): boolean {
  return found.length <= 4 && /^\p{Lu}+$/u.test(found) && sentence.length > found.length && text !== text.toUpperCase();
}

function withoutOverlaps(findings: Finding[]): Finding[] {
  const inOrder = findings.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return inOrder.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function compile(phrases: PhraseList, reports: RegExp): Checked {
  const kinds = findingKinds.filter((kind) => kind !== 'postcode');
  const groups = kinds.map((kind) => `(${phrases[kind].map(expand).join('|')})`);
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), kinds, reports };
}

/** Writes out `~word`: the letters after it are mutated, whatever follows stays. */
function expand(phrase: Phrase): string {
  return phrase.replace(/~([a-z]+)/gu, (_, word: string) => `(?:${mutatedForms(word).join('|')})`);
}

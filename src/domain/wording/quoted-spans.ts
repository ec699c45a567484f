import type { Span } from './postcode.ts';

const opensAfter = /^$|[\s([{<—–/:,;“"„«‹‘'-]/u;
const closesBefore = /^$|[\s.,;:!?)\]}>—–/”"»›’'…-]/u;

const double = /["“”„‟]/u;
const guillemet = /[«»‹›]/u;
const single = /['‘’]/u;

/** An apostrophe that begins a word: Welsh 'roedd, 'n, 'i; English 'em, 'til. */
const elision =
  /^(?:r|n|w|i|u|m|ch|th|na|ma|sa|di|dw|dwi|dyn|dan|doedd|does|roedd|rydym|rwyf|rwy|rydw|fe|em|til|tis|twas|cause|round)(?![\p{L}])/iu;

interface Mark {
  at: number;
  role: 'open' | 'close' | 'none';
}

/**
 * Where somebody else's words stand: between quotation marks of any shape, nested or over several paragraphs, and in lines
 * that begin with `>`. A mark that was opened and not closed yet reaches to the end of its paragraph, for it is still being
 * typed. Such words are evidence; nobody is to tidy them. BEH-14.2-1
 */
export function quotedSpans(text: string): Span[] {
  return [...pairedSpans(text, double), ...pairedSpans(text, guillemet), ...singleSpans(text), ...citedLines(text)];
}

function pairedSpans(text: string, marks: RegExp): Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!marks.test(character)) continue;
    const role = roleOf(text, at, open.length > 0);
    if (role === 'open') {
      // Each paragraph of a long quotation begins with a mark again; only the last one ends with one.
      const continues = open.length > 0 && isAtParagraphStart(text, at);
      if (!continues) open.push(at);
    } else if (role === 'close') {
      const start = open.pop();
      if (start !== undefined) spans.push({ start, end: at + 1 });
    }
  }
  return [...spans, ...open.map((start) => ({ start, end: paragraphEnd(text, start) }))];
}

function roleOf(text: string, at: number, isInside: boolean): Mark['role'] {
  const character = text.charAt(at);
  const opens = canOpen(text, at);
  const closes = canClose(text, at);
  if (character === '„' || character === '‟') return 'open';
  if (character === '“' || character === '«' || character === '‹')
    return isInside && closes && !opens ? 'close' : 'open';
  if (character === '”' || character === '»' || character === '›')
    return !isInside && opens && !closes ? 'open' : 'close';
  if (opens && !closes) return 'open';
  if (closes && !opens) return isInside ? 'close' : 'none';
  return isInside ? 'close' : 'open';
}

/** Single marks are apostrophes too: a pair needs both ends in one paragraph, and reaches to the last end before the next one. */
function singleSpans(text: string): Span[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (single.test(text.charAt(at))) marks.push({ at, role: singleRole(text, at) });
  }
  const spans: Span[] = [];
  marks.forEach((mark, index) => {
    if (mark.role !== 'open') return;
    const end = paragraphEnd(text, mark.at);
    let last: number | null = null;
    for (const next of marks.slice(index + 1)) {
      if (next.at >= end || next.role === 'open') break;
      if (next.role === 'close') last = next.at;
    }
    if (last !== null) spans.push({ start: mark.at, end: last + 1 });
    else if (text.charAt(mark.at) === '‘') spans.push({ start: mark.at, end });
  });
  return spans;
}

function singleRole(text: string, at: number): Mark['role'] {
  if (canOpen(text, at)) return elision.test(text.slice(at + 1, at + 12)) && text.charAt(at) !== '‘' ? 'none' : 'open';
  return canClose(text, at) ? 'close' : 'none';
}

const canOpen = (text: string, at: number) => opensAfter.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at + 1));
const canClose = (text: string, at: number) =>
  closesBefore.test(text.charAt(at + 1)) && /\S/u.test(text.charAt(at - 1));

function citedLines(text: string): Span[] {
  return [...text.matchAll(/^[ \t]*>.*$/gmu)].map((line) => ({ start: line.index, end: line.index + line[0].length }));
}

function isAtParagraphStart(text: string, at: number): boolean {
  return /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, at - 40), at));
}

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

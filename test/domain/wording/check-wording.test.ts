import { describe, expect, it } from 'vitest';
import { checkWording } from '../../../src/domain/wording/check-wording.ts';
import { factualEnglish, factualWelsh } from './factual-sentences.ts';
import { markedEnglish, markedWelsh } from './marked-sentences.ts';

const marked = (text: string) => checkWording(text).map(({ start, end }) => text.slice(start, end));

describe('a factual sentence', () => {
  it.each([...factualEnglish, ...factualWelsh])('is left alone: %s (BEH-14.2-1)', (sentence) => {
    expect(marked(sentence)).toEqual([]);
  });

  it('is left alone beside other factual sentences, in either language', () => {
    expect(marked(factualEnglish.join(' '))).toEqual([]);
    expect(marked(factualWelsh.join('\n'))).toEqual([]);
    expect(marked([...factualWelsh, ...factualEnglish].join(' '))).toEqual([]);
  });
});

describe('wording that is not what was seen or heard', () => {
  it.each([...markedEnglish, ...markedWelsh])(
    'is marked: %s → %s, %s (BEH-14.2-1, B-CY-4)',
    (sentence, found, kind) => {
      const [first] = checkWording(sentence);
      expect(first && { words: sentence.slice(first.start, first.end), kind: first.kind }).toEqual({
        words: found,
        kind,
      });
    },
  );

  it.each([...markedEnglish, ...markedWelsh])('is marked in capitals too: %s', (sentence) => {
    expect(checkWording(sentence.toUpperCase())).not.toEqual([]);
  });

  it('comes in the order of the text, without overlaps, whatever the language', () => {
    const text = 'He was drunk.\nRoedd yn alwad erchyll. He is obviously an idiot, probably drunk.';
    expect(marked(text)).toEqual(['drunk', 'erchyll', 'obviously', 'idiot', 'probably', 'drunk']);
  });

  it('stands where it is said to stand behind accents typed in two parts and characters of two units', () => {
    const text = 'Tŷ 😀 yn y dref. Roedd yr hen ddiawl yno, y ffŵl.'.normalize('NFD');
    expect(marked(text).map((each) => each.normalize('NFC'))).toEqual(['ddiawl', 'ffŵl']);
  });
});

describe('quoted words', () => {
  // BEH-14.2-1
  it.each([
    ['straight', 'He said "you are an idiot" and left.'],
    ['curly', 'He said “you are an idiot” and left.'],
    ['single curly', 'He said ‘you are an idiot’ and left.'],
    ['single straight', "He said 'you are an idiot' and left."],
    ['guillemets', 'He said «you are an idiot» and left.'],
    ['guillemets with gaps', 'He said « you are an idiot » and left.'],
    ['reversed guillemets', 'He said »you are an idiot« and left.'],
    ['low and high', 'He said „you are an idiot“ and left.'],
    ['twice right', 'He said ”you are an idiot” and left.'],
    ['mixed ends', 'He said “you are an idiot" and left.'],
    ['nested', 'He said “she told me ‘you stupid liar’, the idiot” and left.'],
    ['nested the same way', 'He said "she told me "you liar" the idiot" and left.'],
    ['with apostrophes inside', "He said 'you're an idiot, it's your fault' and left."],
    ['with a plural’s apostrophe inside', 'He said ‘the callers’ letters are stupid’ and left.'],
    ['right after a colon', 'His words:"you idiot".'],
    ['in brackets', 'He left (“you idiot”).'],
    ['over a line break', 'He said “you are\nan idiot” and left.'],
    ['a paragraph each', '“You idiot.\n\n“You stupid liar,” he said.'],
    ['not closed yet', 'He said “you are an idiot and a liar'],
    ['not closed yet, single', 'He said ‘you are an idiot'],
    ['cited lines', 'The mail read:\n> you idiot\n>> obviously drunk\nI closed it.'],
    ['Welsh', 'Dywedodd: “Rwyt ti’n dwp, y diawl gwirion.”'],
    ['Welsh, single', "Dywedodd: 'Twpsyn wyt ti, mae'n amlwg.' Yna aeth."],
    ['a postcode', 'He said “I know you live at ZZ99 1AA”.'],
  ])('are never marked: %s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it.each([
    ['before and after', 'The idiot said “you are late” and the nutter left.', ['idiot', 'nutter']],
    ['between two quotations', '“You fool,” said the idiot, “you liar.”', ['idiot']],
    ['after a quotation that was not closed, in the next paragraph', 'He said “no\nThe idiot left.', ['idiot']],
    ['an apostrophe opens nothing', "It's the idiot's fault, isn't it", ['idiot']],
    ['a Welsh apostrophe opens nothing', "'Roedd y dyn 'na'n wallgof, a'r ci 'da fe.", ['wallgof']],
    ['inches open nothing', 'He threw a 5" pipe, the idiot, at a 3" pane.', ['idiot']],
    ['several words in a row', 'He said “x” “y”. An idiot.', ['idiot']],
  ])('leave the rest to be marked: %s', (_, text, found) => {
    expect(marked(text)).toEqual(found);
  });
});

describe('anything can be typed', () => {
  it.each(['', ' ', '\n', '"', '“', '’’’’', '>', '«»', '~', '(((', '😀', '\u0302', 'a'.repeat(4000)])(
    '%j gives no finding',
    (text) => {
      expect(checkWording(text)).toEqual([]);
    },
  );

  it('gives each finding inside the text, longer than nothing', () => {
    const text = `${[...markedEnglish, ...markedWelsh].map(([sentence]) => sentence).join(' ”“\'‘" ')}`;
    for (let cut = 0; cut < text.length; cut += 7) {
      const part = text.slice(0, cut);
      for (const { start, end } of checkWording(part)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(part.length);
      }
    }
  });
});

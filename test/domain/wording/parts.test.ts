import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/domain/wording/folded-text.ts';
import { mutatedForms } from '../../../src/domain/wording/mutations.ts';
import { findPostcodes } from '../../../src/domain/wording/postcode.ts';

describe('the forms of a Welsh word', () => {
  it.each([
    ['pervert', ['pervert', 'bervert', 'mhervert', 'phervert']],
    ['twpsyn', ['twpsyn', 'dwpsyn', 'nhwpsyn', 'thwpsyn']],
    ['cachgi', ['cachgi', 'gachgi', 'nghachgi', 'chachgi']],
    ['bwystfil', ['bwystfil', 'fwystfil', 'mwystfil']],
    ['diawl', ['diawl', 'ddiawl', 'niawl']],
    ['gwallgof', ['gwallgof', 'wallgof', 'ngwallgof']],
    ['meddw', ['meddw', 'feddw']],
    ['lloerig', ['lloerig', 'loerig']],
    ['rhefru', ['rhefru', 'refru']],
    ['erchyll', ['erchyll', 'herchyll']],
    ['ffiaidd', ['ffiaidd']],
    ['chwerthinllyd', ['chwerthinllyd']],
    ['haerllug', ['haerllug']],
  ])('%s: %j (B-CY-4)', (word, forms) => {
    expect(mutatedForms(word)).toEqual(forms);
  });
});

describe('folding', () => {
  it.each(['Tŷ', 'TŶ', 'ty', 'Tŷ'.normalize('NFD')])('makes %s the same', (text) => {
    expect(foldText(text).folded).toBe('ty');
  });

  it('keeps where everything stood', () => {
    const text = 'a😀ŵ’n';
    const { folded, origin } = foldText(text);
    expect(folded).toBe("a😀w'n");
    expect(origin).toEqual([0, 1, 1, 3, 4, 5, 6]);
  });
});

describe('a postcode', () => {
  it.each([
    'ZZ99 1AA',
    'zz99 1aa',
    'ZZ991AA',
    'A1 1AA',
    'A11 1AA',
    'A1A 1AA',
    'AA1 1AA',
    'AA1A 1AA',
    'GIR 0AA',
    'ZZ99-1AA',
    'ZZ99  1AA',
  ])('%s is found (BEH-7.1-2)', (code) => {
    const text = `He knows I live at ${code}, he says.`;
    expect(findPostcodes(text).map(({ start, end }) => text.slice(start, end))).toEqual([code]);
  });

  it.each([
    'A4 2nd floor',
    'at 5 pm',
    'room B12',
    'UB-2026-000123',
    'call 3 of 4',
    '029 2018 0100',
    'form P45 1 copy',
    'M4 1CI',
    'XZZ99 1AAX',
  ])('%s is none', (text) => {
    expect(findPostcodes(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { guidanceLibrary } from '../../../../src/domain/guidance/library.ts';
import type { Language } from '../../../../src/domain/incident/vocabulary.ts';
import { searchGuidance } from '../../../../src/ui/tab/guidance/search-guidance.ts';
import { composeLibrary } from '../../../../src/words/compose-guidance.ts';

const library = { en: composeLibrary('en'), cy: composeLibrary('cy') };
const idsOf = (query: string, language: Language) =>
  searchGuidance(library[language], query, language).map(({ document }) => document.id);

describe('a search in the guidance', () => {
  it.each<[string, Language, string]>([
    ['voicemail', 'en', 'abusiveCall'],
    ['1471', 'en', 'bombCall'],
    ['bomb threat', 'en', 'bombCall'],
    ['BOMB', 'en', 'bombCall'],
    ['drink or drugs', 'en', 'beforeYouMeet'],
    ['lone', 'en', ''],
    ['alone', 'en', 'staySafe'],
    ['fingerprint', 'en', 'evidence'],
    ['vexatious', 'en', 'communications'],
    ['transfer', 'en', ''],
    ['put call through', 'en', 'afterTheCall'],
    // The phrase to say is found in the other language too.
    ['sarhaus', 'en', 'abusiveCall'],
    // With its circumflex and without.
    ['ffôn', 'cy', 'abusiveCall'],
    ['ffon', 'cy', 'abusiveCall'],
    ['FFÔN', 'cy', 'abusiveCall'],
    ['rhaid', 'cy', 'abusiveCall'],
    // Behind a mutation: "fygythiad", "gydweithiwr", "ngwarth".
    ['bygythiad', 'cy', 'staySafe'],
    ['cydweithiwr', 'cy', 'suicideCall'],
    ['trais', 'cy', 'inPerson'],
    ['di-baid', 'cy', 'communications'],
    ['di-baid'.normalize('NFD'), 'cy', 'communications'],
  ])('for "%s" (%s) finds %s (B-CY-4)', (query, language, id) => {
    if (id === '') expect(idsOf(query, language)).toEqual([]);
    else expect(idsOf(query, language)).toContain(id);
  });

  it.each(['', '  ', '…', '"'])('for %j finds nothing', (query) => {
    expect(idsOf(query, 'en')).toEqual([]);
  });

  it.each(['(', '[a', '*', '\\', 'a.*', '$^'])('takes %j for letters and not for a pattern', (query) => {
    expect(() => idsOf(query, 'cy')).not.toThrow();
  });

  it('wants every word, and begins with the titles that hold them all', () => {
    expect(idsOf('bomb voicemail zebra', 'en')).toEqual([]);
    expect(idsOf('suicide', 'en')[0]).toBe('suicideCall');
    expect(idsOf('support', 'en')[0]).toBe('support');
  });

  it('shows a text with the words marked where they stand', () => {
    const [match] = searchGuidance(library.cy, 'ffon 999', 'cy');
    const marked = match?.excerpt?.marks.map(({ start, end }) => match.excerpt?.text.slice(start, end));
    expect(marked?.map((each) => each?.toLowerCase())).toContain('999');
    for (const { document } of searchGuidance(library.en, 'police', 'en'))
      expect(guidanceLibrary.map(({ id }) => id)).toContain(document.id);
  });

  it('finds every document by its own title, in both languages', () => {
    for (const language of ['en', 'cy'] as const) {
      for (const document of library[language]) expect(idsOf(document.title, language)).toContain(document.id);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { paneCy } from '../../src/words/pane.cy.ts';
import { paneEn } from '../../src/words/pane.en.ts';

function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  );
}
const english = new Map(sentences(paneEn));
const welsh = new Map(sentences(paneCy));
/** Which may be the same in both languages, or empty. */
const alike = new Set(['message.recipientsCount.one', 'help.internal.after', 'help.home.after']);

describe('the pane’s words (B-CY-1)', () => {
  it('say the same things in both languages', () => {
    expect([...welsh.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it.each([...english].filter(([key]) => !alike.has(key)))(
    '%s is translated, with the same places to fill',
    (key, sentence) => {
      const translated = welsh.get(key) ?? '';
      expect(translated).not.toBe('');
      expect(translated).not.toBe(sentence);
      expect((translated.match(/\{\w+\}/g) ?? []).toSorted()).toEqual((sentence.match(/\{\w+\}/g) ?? []).toSorted());
    },
  );

  it('accuse nobody on the welfare path (COM-3d-1, B-SUI-3)', () => {
    const accusing = /abus|offend|aggress|commit|threat|sarhau|troseddw|cam-drin|bygwth|bygyth|cyflawni/i;
    const welfare = [...english, ...welsh].filter(([key]) => key.includes('suicideThreat'));
    expect(welfare.filter(([, sentence]) => accusing.test(sentence))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { findGuidance, guidanceGroups, guidanceLibrary } from '../../src/domain/guidance/library.ts';
import { writtenDocumentIds } from '../../src/domain/guidance/written-documents.ts';
import { procedures } from '../../src/domain/procedures/all-procedures.ts';
import { procedureIds } from '../../src/domain/procedures/procedure.ts';
import {
  composeDocument,
  composeLibrary,
  type GuidanceBlock,
  guidanceWords,
} from '../../src/words/compose-guidance.ts';
import { wordsOfStep } from '../../src/words/procedure-words.ts';
import { proceduresCy } from '../../src/words/procedures.cy.ts';
import { proceduresEn } from '../../src/words/procedures.en.ts';

const english = composeLibrary('en');
const welsh = composeLibrary('cy');
const typeOf = (block: GuidanceBlock) => {
  if (typeof block === 'string') return 'text';
  if (Array.isArray(block)) return `points ${block.length}`;
  if ('contacts' in block) return `contacts ${block.contacts.join()}`;
  return Object.keys(block).join();
};

/** Every sentence of a document. */
function sentencesOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentencesOf) : [];
}

describe('the guidance library', () => {
  it('has each document once, on a shelf, and each kind of call among them (BEH-2.1-1, COM-3.3-1)', () => {
    const ids = guidanceLibrary.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([...writtenDocumentIds, ...procedureIds].sort());
    for (const group of guidanceGroups) expect(guidanceLibrary.some((entry) => entry.group === group)).toBe(true);
  });

  it.each([null, '', 'nothing', 'toString', '__proto__'])('has no document %j', (id) => {
    expect(findGuidance(id)).toBeNull();
    expect(composeDocument(id, 'cy')).toBeNull();
  });

  it('holds the same documents, sections, blocks and points in both languages (B-CY-1)', () => {
    expect(welsh.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
    english.forEach((document, index) => {
      const shape = ({ sections }: typeof document) => sections.map(({ blocks }) => blocks.map(typeOf));
      expect(shape(welsh[index] as typeof document), document.id).toEqual(shape(document));
    });
  });

  it('says nothing twice the same and leaves nothing empty', () => {
    english.forEach((document, index) => {
      const other = welsh[index];
      expect(document.title).not.toBe(other?.title);
      for (const said of [...sentencesOf(document.sections), ...sentencesOf(other?.sections)]) {
        expect(said.trim(), document.id).not.toBe('');
      }
    });
  });

  it.each([
    // B-SUI-3
    ['stigmatises', /commit\w* suicide|offender|abuser|troublemaker|cyflawni hunanladdiad|troseddwr|camdriniwr/iu],
    // C-08, COM-11.1-1
    ['cites a repealed Act', /1998/u],
    // C-27
    ['gives an address that is gone', /gsi\.gov\.uk|@wales\.|assembly\/|ext(ension|\.)? ?3333/iu],
    ['uses a straight apostrophe', /\p{L}'\p{L}/u],
    ['cites paragraphs of another text', /paragraph|paragraff|annex|atodiad [AB0-9]/iu],
  ])('never %s', (_, pattern) => {
    const all = [...sentencesOf(english), ...sentencesOf(welsh), ...sentencesOf(guidanceWords)];
    expect(all.filter((said) => pattern.test(said))).toEqual([]);
  });
});

describe('the document of a procedure', () => {
  it.each(procedureIds)('"%s" has exactly the steps of the live helper, in their order, word for word', (id) => {
    for (const [language, words] of [
      ['en', proceduresEn],
      ['cy', proceduresCy],
    ] as const) {
      const document = composeDocument(id, language);
      const shown = document?.sections.flatMap(({ blocks }) =>
        blocks.map((block) => (block as { step: { title: string; why: string } }).step),
      );
      const wanted = procedures[id].steps.map((step) => wordsOfStep(words, id, step.id));
      expect(shown?.map(({ title, why }) => ({ title, why }))).toEqual(
        wanted.map((own) => ({ title: own?.title, why: own?.why })),
      );
    }
  });

  it.each(procedureIds)('"%s" says when a step is there, for each step with a condition', (id) => {
    for (const language of ['en', 'cy'] as const) {
      const steps = composeDocument(id, language)?.sections.flatMap(({ blocks }) => blocks) as {
        step: { condition: string | null };
      }[];
      procedures[id].steps.forEach((step, index) => {
        expect(typeof steps[index]?.step.condition, step.id).toBe('when' in step && step.when ? 'string' : 'object');
      });
    }
  });
});

describe('what staff must be able to read', () => {
  // Each with a word that only the passage has.
  it.each([
    ['PREV-do-1', 'beforeYouMeet', /polite and fair/],
    ['PREV-do-1', 'beforeYouMeet', /reading or writing hard/],
    ['PREV-do-1', 'beforeYouMeet', /plain words/],
    ['PREV-do-1', 'beforeYouMeet', /Prepare/],
    ['PREV-do-1', 'beforeYouMeet', /honest.*check/],
    ['PREV-do-1', 'beforeYouMeet', /under stress, ill/],
    ['PREV-do-1', 'beforeYouMeet', /Hand over/],
    ['PREV-do-1', 'beforeYouMeet', /Stay calm/],
    ['PREV-do-1', 'beforeYouMeet', /way out/],
    ['PREV-do-2', 'beforeYouMeet', /may become violent/],
    ['PREV-dont-1', 'beforeYouMeet', /Promise/],
    ['PREV-dont-1', 'beforeYouMeet', /mislead/],
    ['PREV-dont-1', 'beforeYouMeet', /drink or drugs/],
    ['PREV-dont-1', 'beforeYouMeet', /do not feel safe/],
    ['PREV-dont-1', 'beforeYouMeet', /waiting longer/],
    ['PREV-dont-1', 'beforeYouMeet', /Provoke/],
    ['PREV-dont-1', 'beforeYouMeet', /Pay back/],
    ['PREV-dont-1', 'beforeYouMeet', /stop or hold/],
    ['COM-1.3-1', 'communications', /no definition in law/],
    ['COM-5.1-6', 'afterTheCall', /caller’s name/],
    ['COM-5.1-6', 'afterTheCall', /colleague answers/],
    ['COM-5.1-6', 'afterTheCall', /say who is calling/],
    ['COM-5.1-6', 'afterTheCall', /before you put the phone down/],
    ['COM-3.2-1', 'afterTheCall', /traced only in extreme cases/],
    ['COM-8.2-1', 'communications', /appointment with a named person/],
    ['COM-11.1-1', 'privacy', /2018/],
    ['B-EVD-3', 'evidence', /not changed since it was added/],
    ['B-BOMB-3', 'communications', /Do not reply/],
    ['BEH-3.2-1', 'staySafe', /your family/],
    ['BEH-7.1-2', 'staySafe', /Nobody here will ask for your address/],
    ['POL-1.3-1', 'publicPolicy', /heard, understood and respected/],
  ] as const)('%s stands in "%s": %s', (_, id, pattern) => {
    expect(sentencesOf(composeDocument(id, 'en')).some((said) => pattern.test(said))).toBe(true);
  });
});

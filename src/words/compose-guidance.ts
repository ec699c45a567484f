import {
  findGuidance,
  type GuidanceDocumentId,
  type GuidanceEntry,
  guidanceLibrary,
} from '../domain/guidance/library.ts';
import type { Language } from '../domain/incident/vocabulary.ts';
import { procedures } from '../domain/procedures/all-procedures.ts';
import { type ProcedureId, type ProcedureStep, procedureIds } from '../domain/procedures/procedure.ts';
import { accessibilityCy } from './accessibility.cy.ts';
import { accessibilityEn } from './accessibility.en.ts';
import { guidanceCy } from './guidance.cy.ts';
import { guidanceEn } from './guidance.en.ts';
import type { DocumentWords, GuidanceWords, WrittenBlock } from './guidance-words.ts';
import { wordsOfStep } from './procedure-words.ts';
import { proceduresCy } from './procedures.cy.ts';
import { proceduresEn } from './procedures.en.ts';

/** A step as it is read at leisure: with what it depends on, and what to say in both languages. */
export interface StepBlock {
  step: { id: string; title: string; why: string; condition: string | null; phrase: Record<Language, string> | null };
}

export type GuidanceBlock = WrittenBlock | StepBlock;

export interface GuidanceSection {
  heading: string;
  blocks: readonly GuidanceBlock[];
}

export interface GuidanceDocument extends GuidanceEntry {
  title: string;
  summary: string;
  sections: readonly GuidanceSection[];
}

export const guidanceWords: Record<Language, GuidanceWords> = { en: guidanceEn, cy: guidanceCy };

/** The accessibility statement: read like a document of the library, and nobody's duty to have read. B-A11Y-4 */
export const accessibilityStatement = {
  id: 'accessibility',
  words: { en: accessibilityEn, cy: accessibilityCy } satisfies Record<Language, DocumentWords>,
} as const;

/** The whole library in one language. F25, PREV-do-1, PREV-dont-1 */
export function composeLibrary(language: Language): GuidanceDocument[] {
  return guidanceLibrary.map((entry) => compose(entry, language));
}

/** One document; null for an id that is not in the library. */
export function composeDocument(id: string | null, language: Language): GuidanceDocument | null {
  const entry = findGuidance(id);
  return entry && compose(entry, language);
}

function compose(entry: GuidanceEntry, language: Language): GuidanceDocument {
  const { id } = entry;
  if (!isProcedure(id)) return { ...entry, ...guidanceWords[language].documents[id] };
  const words = guidanceWords[language];
  const { title, lead } = procedureWords[language].procedures[id];
  return {
    ...entry,
    title,
    summary: lead,
    sections: (['now', 'afterwards'] as const).map((phase) => ({
      heading: words[phase],
      blocks: procedures[id].steps.filter((step) => step.phase === phase).map((step) => blockOf(id, step, language)),
    })),
  };
}

const procedureWords = { en: proceduresEn, cy: proceduresCy };

function blockOf(procedureId: ProcedureId, step: ProcedureStep, language: Language): StepBlock {
  const own = wordsOfStep(procedureWords[language], procedureId, step.id);
  const phrases = { en: phraseOf('en', procedureId, step), cy: phraseOf('cy', procedureId, step) };
  const conditions: Record<string, string> = guidanceWords[language].conditions[procedureId];
  return {
    step: {
      id: step.id,
      title: own?.title ?? step.id,
      why: own?.why ?? '',
      condition: step.when ? (conditions[step.id] ?? null) : null,
      phrase: phrases.en !== null && phrases.cy !== null ? { en: phrases.en, cy: phrases.cy } : null,
    },
  };
}

function phraseOf(language: Language, procedureId: ProcedureId, step: ProcedureStep): string | null {
  return wordsOfStep(procedureWords[language], procedureId, step.id)?.phrase ?? null;
}

function isProcedure(id: GuidanceDocumentId): id is ProcedureId {
  return procedureIds.some((each) => each === id);
}

import type { StepOf } from '../domain/procedures/all-procedures.ts';
import type { ColleagueReason, ProcedureId } from '../domain/procedures/procedure.ts';

/** `title` is what to do, `why` a sentence below it. */
export interface StepWords {
  title: string;
  why: string;
  /** To be said aloud; the screen shows it in both languages. COM-3a-1 */
  phrase?: string;
}

/** A step that is there to be said has the words for it, or the build fails. */
type WordsOf<Step> = Step extends { action: { type: 'say' | 'warn' } } ? Required<StepWords> : StepWords;

/** What a colleague reads out on the phone. Texts may be empty when nothing is known. */
export interface ReadOut {
  /** Whoever has the caller on the line. */
  name: string;
  extension: string;
  siteName: string;
  siteAddress: string;
  sitePhone: string;
  /** Where the person in need is, and on which number. COM-3d-4 */
  location: string;
  callbackNumber: string;
}

export interface ProcedureWords {
  procedures: {
    [Id in ProcedureId]: {
      title: string;
      lead: string;
      steps: { [Step in StepOf<Id> as Step['id']]: WordsOf<Step> };
    };
  };
  /** Line by line, without empty lines: what is not known is left out. COM-3d-3, COM-3e-1, COM-3e-2 */
  readOut: Record<ColleagueReason, (known: ReadOut) => string[]>;
}

/** Looks up a step's words by ids known only at run time; null for an id that no version of the procedure has. */
export function wordsOfStep(words: ProcedureWords, procedure: ProcedureId, stepId: string): StepWords | null {
  const steps: Record<string, StepWords> = words.procedures[procedure].steps;
  return Object.hasOwn(steps, stepId) ? (steps[stepId] ?? null) : null;
}

/** A line that names a value, or nothing when the value is not known. */
export function lineIfKnown(value: string, line: (value: string) => string): string[] {
  const known = value.trim();
  return known === '' ? [] : [line(known)];
}

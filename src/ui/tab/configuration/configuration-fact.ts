import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { configurationEn } from '../../../words/configuration.en.ts';
import type { termsEn } from '../../../words/terms.en.ts';

/** One field as people read it; `field` is its name in problems. */
export interface ConfigurationFact {
  field: string;
  term: string;
  value: string;
}

export interface ConfigurationGroup {
  /** Unique within the part. */
  id: string;
  /** Null where the part is one group. */
  heading: string | null;
  facts: ConfigurationFact[];
}

export interface ConfigurationWords {
  words: typeof configurationEn;
  terms: typeof termsEn;
  language: Language;
}

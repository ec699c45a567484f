import type { GuidanceGroup } from '../domain/guidance/library.ts';
import type { WrittenDocumentId } from '../domain/guidance/written-documents.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import type { StepOf } from '../domain/procedures/all-procedures.ts';
import type { ProcedureId } from '../domain/procedures/procedure.ts';

/** Names and numbers from the configuration, where it has them. COM-2.2-1, COM-9.2-1 */
export interface ContactsBlock {
  contacts: readonly (Role | 'employeeAssistance' | 'emergency')[];
}

/** The periods that the service keeps records by. BEH-15.4-2, COM-12.4-2 */
export interface RetentionBlock {
  retention: true;
}

/** A paragraph, a list of points, or something that is filled in when it is shown. */
export type WrittenBlock = string | readonly string[] | ContactsBlock | RetentionBlock;

export interface WrittenSection {
  heading: string;
  blocks: readonly WrittenBlock[];
}

export interface DocumentWords {
  title: string;
  /** One sentence, shown in the list. */
  summary: string;
  sections: readonly WrittenSection[];
}

/** When a step is there: one for each step that has a condition, or the build fails. */
type ConditionsOf<Id extends ProcedureId> = {
  [Step in StepOf<Id> as Step extends { when: unknown } ? Step['id'] : never]: string;
};

export interface GuidanceWords {
  heading: string;
  lead: string;
  search: string;
  searchHint: string;
  clear: string;
  found: (count: number) => string;
  nothingFound: string;
  groups: Record<GuidanceGroup, string>;
  back: string;
  notThere: string;
  markRead: string;
  markReadHint: string;
  read: string;
  readNow: string;
  markFailed: string;
  progress: (read: number, all: number) => string;
  version: (version: string) => string;
  sayInEnglish: string;
  sayInWelsh: string;
  now: string;
  afterwards: string;
  keptWhat: string;
  keptFor: string;
  conditions: { [Id in ProcedureId]: ConditionsOf<Id> };
  documents: Record<WrittenDocumentId, DocumentWords>;
}

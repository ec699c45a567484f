import { type ProcedureId, procedureIds } from '../procedures/procedure.ts';
import type { WrittenDocumentId } from './written-documents.ts';

/** A procedure has a document of the same name, made from its own steps: the two cannot differ. */
export type GuidanceDocumentId = WrittenDocumentId | ProcedureId;

/** The shelf a document stands on. */
export const guidanceGroups = ['safety', 'procedures', 'afterwards', 'managers'] as const;
export type GuidanceGroup = (typeof guidanceGroups)[number];

export interface GuidanceEntry {
  id: GuidanceDocumentId;
  group: GuidanceGroup;
  /** Goes up when the meaning of the words changes; whoever has read an earlier one is asked again. BEH-2.1-1 */
  version: string;
}

const written = (group: GuidanceGroup, id: WrittenDocumentId, version = '1'): GuidanceEntry => ({ id, group, version });
const procedure = (id: ProcedureId, version = '1'): GuidanceEntry => ({ id, group: 'procedures', version });

/** Everything in the library, in the order in which it is shown. BEH-2.1-1, PREV-do-1, PREV-dont-1 */
export const guidanceLibrary: readonly GuidanceEntry[] = [
  written('safety', 'staySafe'),
  written('safety', 'beforeYouMeet'),
  ...procedureIds.map((id) => procedure(id)),
  written('afterwards', 'behaviour'),
  written('afterwards', 'communications'),
  written('afterwards', 'afterTheCall'),
  written('afterwards', 'dignityAtWork'),
  written('afterwards', 'evidence'),
  written('afterwards', 'privacy'),
  written('afterwards', 'support'),
  written('managers', 'lineManagers'),
  written('managers', 'publicPolicy'),
];

/** The entry with this id; null for anything else, for example from an old link. */
export function findGuidance(id: string | null): GuidanceEntry | null {
  return guidanceLibrary.find((entry) => entry.id === id) ?? null;
}

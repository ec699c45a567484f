import type { ManagerVerb } from '../../../src/domain/incident/manager-answer.ts';
import type { AmendmentEntry, Report } from '../../../src/domain/incident/report.ts';
import type { PersonKey } from './world.ts';

/** One report of a run, and what people did with it and were answered. */
export interface Reported {
  report: Report;
  by: PersonKey;
  rowIds: string[];
  /** True when the reporter's own client has said that the original has left. */
  hasMark: boolean;
  /** What a manager pressed and was answered as done. */
  pressed: { verb: ManagerVerb; words: string }[];
  /** Security's comments that SharePoint took, newest last. */
  securityComments: string[];
  amendments: { entry: AmendmentEntry; rowId: string }[];
  withdrawals: { rowId: string }[];
  /** To the manager's questions. */
  answers: { rowId: string; text: string }[];
  hasEvidence: boolean;
}

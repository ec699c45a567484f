import type { Report, ReportedEmail } from '../domain/incident/report.ts';
import type { Staff } from '../domain/incident/staff.ts';
import type { Behaviour, InformationRequestAnswer, Kind, Language } from '../domain/incident/vocabulary.ts';

/** Longest text the facts field takes, in UTF-16 units. */
export const factsLimit = 4_000;

/** What the person answered. Everything else of a report is read or derived. */
export interface ReportDraft {
  /** Null until one is picked. */
  kind: Kind | null;
  behaviours: Behaviour[];
  towardsFamily: boolean;
  homeThreat: boolean;
  violenceThreatened: boolean;
  weaponMentioned: boolean;
  immediateDanger: boolean;
  particularlyAbusive: boolean;
  facts: string;
  /** Someone chosen instead of the directory's manager; null keeps the directory's. */
  chosenManager: Staff | null;
  managerImplicated: boolean;
  informationRequest: InformationRequestAnswer;
  language: Language;
}

export function emptyDraft(language: Language): ReportDraft {
  return {
    kind: null,
    behaviours: [],
    towardsFamily: false,
    homeThreat: false,
    violenceThreatened: false,
    weaponMentioned: false,
    immediateDanger: false,
    particularlyAbusive: false,
    facts: '',
    chosenManager: null,
    managerImplicated: false,
    informationRequest: 'notAsked',
    language,
  };
}

/** True when nothing has been answered, so that there is nothing to keep. */
export function isUntouched(draft: ReportDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.language));
}

export type DraftProblem = { field: 'kind'; code: 'kindMissing' } | { field: 'facts'; code: 'factsTooLong' };

/**
 * What keeps the draft from being reported, in the order of the form. Facts and behaviours are never asked for:
 * a worry alone may be reported too (BEH-4.1-2).
 */
export function findDraftProblems(draft: ReportDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.kind === null) problems.push({ field: 'kind', code: 'kindMissing' });
  if (draft.facts.length > factsLimit) problems.push({ field: 'facts', code: 'factsTooLong' });
  return problems;
}

/**
 * The report as it goes into Intake. Answers to questions that were not asked for this kind are left out:
 * the welfare path carries no behaviour and no aggravating mark (COM-3d-1, C-32).
 */
export function composeReport(
  draft: ReportDraft & { kind: Kind },
  email: ReportedEmail | null,
  given: { submissionId: string; directoryManagerId: string | null; submittedAt: string },
): Report {
  const isWelfare = draft.kind === 'suicideThreat';
  return {
    schema: 1,
    submissionId: given.submissionId,
    channel: 'email',
    kind: draft.kind,
    behaviours: isWelfare ? [] : draft.behaviours,
    towardsFamily: !isWelfare && draft.towardsFamily,
    homeThreat: !isWelfare && draft.homeThreat,
    violenceThreatened: !isWelfare && draft.violenceThreatened,
    weaponMentioned: !isWelfare && draft.violenceThreatened && draft.weaponMentioned,
    immediateDanger: isWelfare && draft.immediateDanger,
    particularlyAbusive: !isWelfare && draft.particularlyAbusive,
    facts: draft.facts.trim(),
    occurredAt: email?.receivedAt ?? given.submittedAt,
    manager: {
      // Sent even when the manager is involved: the service then keeps both this one and the directory's away (C-21).
      chosenId: draft.chosenManager?.id ?? given.directoryManagerId,
      implicated: draft.managerImplicated,
    },
    informationRequest: draft.informationRequest,
    email,
    account: null,
    language: draft.language,
    submittedAt: given.submittedAt,
  };
}

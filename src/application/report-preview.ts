import { type AssessmentSettings, assessReport } from '../domain/incident/assess-report.ts';
import type { Role, Severity } from '../domain/incident/vocabulary.ts';
import type { RoutingResult } from '../domain/routing/route-report.ts';
import { assessmentSettings } from './assessment-settings.ts';
import type { ClientSettings } from './client-settings.ts';
import { composeReport, type ReportDraft } from './report-email-draft.ts';

export interface Preview extends RoutingResult {
  severity: Severity;
}

export interface PreviewRules {
  assessment: AssessmentSettings;
  /** Roles with a mailbox in the Config list: nobody is promised to be told who has none. */
  recipientRoles: readonly Role[];
}

/** Found in the directory and not in the Config list. */
const foundInDirectory: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate', 'seniorManager']);

/** The organisation's own rules, as they came with the page. */
export function previewRules(
  settings: Pick<ClientSettings, 'hours' | 'retention' | 'sites' | 'recipientRoles'>,
): PreviewRules {
  return { assessment: assessmentSettings(settings), recipientRoles: settings.recipientRoles };
}

/**
 * What will happen on submit, by the very rules and settings the service applies (POL-1.1-1): who is told and why, whether the
 * original is forwarded. Null until a kind is picked. `hasManager` is true while the directory has not answered. Who stands in
 * for a manager who is involved is found by the service; where the directory names a manager, somebody above is taken to exist.
 */
export function previewReport(
  draft: ReportDraft,
  known: { receivedAt: string | null; hasManager: boolean },
  rules: PreviewRules,
  now: Date,
): Preview | null {
  const { kind } = draft;
  if (kind === null) return null;
  const report = composeReport({ ...draft, kind }, null, {
    submissionId: '',
    directoryManagerId: null,
    submittedAt: known.receivedAt ?? now.toISOString(),
  });
  const { severity, routing } = assessReport(
    report,
    {
      found: !draft.managerImplicated && (known.hasManager || draft.chosenManager !== null),
      implicated: draft.managerImplicated,
      alternateFound: draft.managerImplicated && known.hasManager,
    },
    rules.assessment,
  );
  const isReached = (role: Role) => foundInDirectory.has(role) || rules.recipientRoles.includes(role);
  return { ...routing, notices: routing.notices.filter(({ role }) => isReached(role)), severity };
}

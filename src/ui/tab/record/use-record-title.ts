import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { useTab } from '../tab-context.tsx';
import { useAccountTerms } from './record-context.tsx';

/** What the record is about, as the first screen called it. */
export function useRecordTitle({ kind, account }: Pick<IncidentDraft, 'kind' | 'account'>): string {
  const { terms } = useTab();
  const { situations } = useAccountTerms();
  return kind === 'none' ? situations[account.situation] : `${situations[account.situation]}: ${terms.kinds[kind]}`;
}

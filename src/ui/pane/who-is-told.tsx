import type { ReportDraft } from '../../application/report-email-draft.ts';
import { type Preview, previewReport } from '../../application/report-email-preview.ts';
import type { RoutedNotice } from '../../domain/incident/incident.ts';
import { fillIn } from '../shared/fill-in.ts';
import { type PaneContext, usePane } from './pane-context.tsx';

interface WhoIsToldProps {
  draft: ReportDraft;
  receivedAt: string | null;
  hasManager: boolean;
}

/** Before anything is sent: who will be told, what each will see, and why, by the rules that the service applies. POL-1.1-1. */
export function WhoIsTold({ draft, receivedAt, hasManager }: WhoIsToldProps) {
  const { words } = usePane();
  const preview = previewReport(draft, { receivedAt, hasManager }, new Date());
  if (!preview) return <p className="hint">{words.told.pick}</p>;
  const told = preview.notices.filter(({ urgency }) => urgency === 'first' || urgency === 'auto');
  return (
    <>
      <h3>{words.told.legend}</h3>
      <ul className="told">
        {told.map((notice) => (
          <Recipient key={notice.role} notice={notice} preview={preview} />
        ))}
      </ul>
      <h3>{words.told.not}</h3>
      <ul>
        {whatDoesNotHappen(preview, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Recipient({ notice, preview }: { notice: RoutedNotice; preview: Preview }) {
  const { words } = usePane();
  const { role, urgency } = notice;
  const seesKey = role === 'itSecurity' && preview.forward !== 'send' ? 'itSecurityNotice' : role;
  return (
    <li>
      <strong>{words.told.roles[role]}</strong> {words.told.sees[seesKey]}
      {urgency === 'first' && ` (${words.told.first})`}.{' '}
      <span className="hint">{fillIn(words.told.because, { reason: reasonFor(notice, words) })}.</span>
    </li>
  );
}

/** The first rule that the catalogue can explain; the last word is that the rules say so. */
function reasonFor({ reasons }: RoutedNotice, words: PaneContext['words']): string {
  const known: Record<string, string> = words.told.reasons;
  const ruleId = reasons.map((reason) => reason.ruleId).find((id) => known[id] !== undefined);
  return (ruleId === undefined ? undefined : known[ruleId]) ?? words.told.reasons.other;
}

function whatDoesNotHappen(preview: Preview, words: PaneContext['words']): string[] {
  const kept = preview.explanation.withheld;
  const others = kept.filter(({ role }) => role !== 'lineManager').map(({ role }) => words.told.roles[role]);
  return [
    preview.forward === 'suppress' ? words.told.notForwarded : words.told.untouched,
    ...(kept.some(({ role }) => role === 'lineManager') ? [words.told.notManager] : []),
    ...(others.length > 0 ? [fillIn(words.told.notTold, { roles: [...new Set(others)].join(', ') })] : []),
    words.told.notAnswered,
  ];
}

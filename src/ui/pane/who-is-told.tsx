import type { Preview } from '../../application/report-preview.ts';
import type { RoutedNotice } from '../../domain/incident/incident.ts';
import { fillIn } from '../shared/fill-in.ts';
import { type PaneContext, usePane } from './pane-context.tsx';

/** Before anything is sent: who will be told, what each will see, and why, by the rules that the service applies. POL-1.1-1. */
export function WhoIsTold({ preview }: { preview: Preview | null }) {
  const { words } = usePane();
  if (!preview) return <p className="hint">{words.told.pick}</p>;
  const told = preview.notices.filter(({ urgency }) => urgency === 'first' || urgency === 'auto');
  return (
    <>
      <h3>{words.told.legend}</h3>
      {groupByReason(told, words).map(({ reason, notices }) => (
        <div key={reason}>
          <p className="hint">{fillIn(words.told.because, { reason })}</p>
          <ul>
            {notices.map((notice) => (
              <Recipient key={notice.role} notice={notice} preview={preview} />
            ))}
          </ul>
        </div>
      ))}
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
      {urgency === 'first' && ` (${words.told.first})`}.
    </li>
  );
}

/** The most particular reason first: it says more to the reader than the general rule. */
const reasonOrder = [
  'managerInvolved',
  'noManager',
  'bombThreatByEmail',
  'suicideThreat',
  'internal',
  'homeThreat',
  'threat',
  'family',
  'persistent',
  'concern',
] as const;

function reasonFor({ role, reasons }: RoutedNotice, words: PaneContext['words']): string {
  const ids = new Set(reasons.map(({ ruleId }) => ruleId));
  const particular = reasonOrder.find((id) => ids.has(id));
  if (particular) return words.told.reasons[particular];
  // The general rules bring in the senior manager only when it is serious.
  if (ids.has('email') && role !== 'seniorManager') return words.told.reasons.email;
  return ids.has('anyBehaviour') || ids.has('email') ? words.told.reasons.anyBehaviour : words.told.reasons.other;
}

function groupByReason(notices: RoutedNotice[], words: PaneContext['words']) {
  const groups = new Map<string, RoutedNotice[]>();
  for (const notice of notices) {
    const reason = reasonFor(notice, words);
    groups.set(reason, [...(groups.get(reason) ?? []), notice]);
  }
  return [...groups].map(([reason, grouped]) => ({ reason, notices: grouped }));
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

import { useEffect, useState } from 'react';
import type { Person } from '../../application/report-email.ts';
import { EmptyState } from './empty-state.tsx';
import type { ManagerKnown } from './manager-choice.tsx';
import { MessageSummary } from './message-summary.tsx';
import type { PaneConnection } from './pane-connection.ts';
import { usePane } from './pane-context.tsx';
import { ReportForm } from './report-form.tsx';
import { SignInHelp } from './sign-in-help.tsx';
import { UnattachedNotice } from './unattached-notice.tsx';
import { UnreadableNotice } from './unreadable-notice.tsx';
import { useDraft } from './use-draft.ts';
import type { HostState } from './use-host.ts';
import { useMessageReport } from './use-message-report.ts';
import { useSubmit } from './use-submit.ts';

interface PaneBodyProps {
  connection: PaneConnection | null;
  host: HostState;
  /** Where an administrator allows the app. */
  consentUrl: string | null;
}

/** What stands below the safety panel: the form, or how the report of this message stands. */
export function PaneBody({ connection, host, consentUrl }: PaneBodyProps) {
  const { words, language } = usePane();
  const report = useMessageReport(connection, host.message);
  const drafting = useDraft(host.message, language, () => void report.prepared?.capture().catch(() => undefined));
  const manager = useManager(connection, host.message !== undefined);
  const submitting = useSubmit({ connection, report, drafting });
  const isForm = host.message !== null && report.view === null && !isFlagged(report.earlier);

  return (
    <>
      {host.message === null && <EmptyState hasDraft={drafting.hasOther} />}
      {connection && <UnreadableNotice outbox={connection.outbox} />}
      <UnattachedNotice
        connection={connection}
        prepared={report.prepared}
        shown={report.view?.entry.id ?? null}
        onAttached={report.follow}
      />
      {report.view && submitting.obstacle && (
        <SignInHelp
          obstacle={submitting.obstacle}
          consentUrl={consentUrl}
          isKept={connection?.outbox.keeps(report.view.entry.id) ?? false}
        />
      )}
      {connection && report.view && (
        <connection.views.ProgressView
          view={report.view}
          isVolatile={!connection.outbox.keeps(report.view.entry.id)}
          isShared={host.message?.isShared ?? false}
          onTryNow={(step) => connection.reporting.runner.hurry(step, report.view?.entry.id)}
          onSignIn={submitting.signIn}
        />
      )}
      {connection && !report.view && isFlagged(report.earlier) && (
        <connection.views.FlaggedView submission={report.earlier} onRefresh={report.lookAgain} />
      )}
      {/* Kept in the page while another view shows: what was typed stays where it is. */}
      <div hidden={!isForm}>
        <MessageSummary open={host.message ?? null} email={report.email} wait={host.wait} />
        {report.earlier === 'unknown' && <p className="hint">{words.flagged.unknown}</p>}
        <ReportForm
          form={drafting.form}
          draft={drafting.draft}
          problems={submitting.problems}
          submitState={submitting.state}
          receivedAt={host.message?.summary.receivedAt ?? null}
          manager={manager}
          connection={connection}
          onAnswer={drafting.read}
          onChooseManager={drafting.chooseManager}
          onSubmit={submitting.submit}
        />
      </div>
    </>
  );
}

function isFlagged(
  earlier: ReturnType<typeof useMessageReport>['earlier'],
): earlier is NonNullable<typeof earlier> & object {
  return typeof earlier === 'object' && earlier !== null;
}

/** Asked for with the message, in the same batch. */
function useManager(connection: PaneConnection | null, isHostKnown: boolean): ManagerKnown {
  const [known, setKnown] = useState<Person | 'unknown' | null>(null);
  useEffect(() => {
    if (!connection || !isHostKnown) return;
    let isCurrent = true;
    connection.reporting.person().then(
      (person) => isCurrent && setKnown(person),
      () => isCurrent && setKnown('unknown'),
    );
    return () => {
      isCurrent = false;
    };
  }, [connection, isHostKnown]);
  if (known === null) return undefined;
  return known === 'unknown' ? 'unknown' : known.manager;
}

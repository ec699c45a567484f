import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { isSettled } from '../../../application/outbox/step-progress.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { useRecordWords } from '../record/record-context.tsx';

/** What of a report's additions has not arrived yet, in a line each. */
export function AdditionNews({ views }: { views: readonly ReportingView[] }) {
  const words = useRecordWords().mine;
  return (
    <>
      {views.map(({ entry }) => {
        // An answer is told of beside its question.
        if (entry.type !== 'addition' || entry.content.kind === 'answer' || Object.values(entry.steps).every(isSettled))
          return null;
        // What was refused is not on its way any more; the report itself says why.
        if (entry.refusal !== null) return null;
        const hasFailed = Object.values(entry.steps).some(({ state }) => state === 'failed');
        const text =
          entry.content.kind === 'withdrawal' ? words.withdrawing : hasFailed ? words.addedFailed : words.added;
        return (
          <MessageBar key={entry.id} intent={hasFailed ? 'warning' : 'info'} layout="multiline" role="status">
            <MessageBarBody>{text}</MessageBarBody>
          </MessageBar>
        );
      })}
    </>
  );
}

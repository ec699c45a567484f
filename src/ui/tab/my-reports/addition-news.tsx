import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Fragment } from 'react';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import { isSettled } from '../../../application/outbox/step-progress.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { useRecordWords } from '../record/record-context.tsx';
import { SignInButton } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';

/** What of a report's additions has not arrived yet, in a line each. */
export function AdditionNews({ views }: { views: readonly ReportingView[] }) {
  const { ports } = useTab();
  const { mine: words, sent } = useRecordWords();
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
          <Fragment key={entry.id}>
            <MessageBar intent={hasFailed ? 'warning' : 'info'} layout="multiline" role="status">
              <MessageBarBody>{text}</MessageBarBody>
            </MessageBar>
            {Object.values(entry.steps).some(needsPerson) ? (
              <SignInButton
                label={sent.signIn}
                // That it is still here, the line above says.
                isKept={false}
                onSignedIn={() => ports.reporting.hurry(entry.id)}
              />
            ) : null}
          </Fragment>
        );
      })}
    </>
  );
}

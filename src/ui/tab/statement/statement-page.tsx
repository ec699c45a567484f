import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { StatementPage as Statement } from '../../../application/ports/team.ts';
import { isRemoteError } from '../../../application/remote-error.ts';
import { SupportPanel } from '../my-reports/support-panel.tsx';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useRemote } from '../use-remote.ts';
import { AddToStatement } from './add-to-statement.tsx';
import { SignedStatement } from './signed-statement.tsx';
import { StatementRequest } from './statement-request.tsx';
import { useStatementWords } from './use-statement-words.ts';
import { WriteStatement } from './write-statement.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
  start: { justifySelf: 'start' },
});

interface StatementPageProps {
  submissionId: string;
  statementId: string;
  onGo: (place: TabPlace) => void;
}

/**
 * One statement, for whoever was asked to write it and for nobody else: to a stranger it is not there, whatever the reason. Before it is
 * signed it is written and kept on the device; after that it is only added to. BEH-8.5-1, C-21
 */
export function StatementPage({ submissionId, statementId, onGo }: StatementPageProps) {
  const { ports, words: tab } = useTab();
  const words = useStatementWords();
  const styles = useStyles();
  const { value, error, isLoading, reload } = useRemote(
    () => ports.team.statement(submissionId, statementId),
    `${submissionId} ${statementId}`,
  );
  /** As it is after what was done here. */
  const [latest, setLatest] = useState<{ page: Statement; isNew: boolean; isOther: boolean } | null>(null);
  const page = latest?.page ?? value;
  // An outsider's is written down by whoever answers for the report, and comes from there.
  const isOutsiders = page !== null && !page.witness.isYou;
  const back = (
    <Button
      className={styles.start}
      icon={<ArrowLeftRegular />}
      appearance="subtle"
      onClick={() => onGo(isOutsiders ? { page: 'team', submissionId } : { page: 'mine', submissionId: null })}
    >
      {isOutsiders ? words.backToReport : words.back}
    </Button>
  );

  if (!page) {
    const isNotThere = isRemoteError(error) && error.code === 'notFound';
    return (
      <div className={styles.page}>
        {back}
        <Title2 as="h1">{isNotThere ? words.notThere : words.heading}</Title2>
        {isLoading ? <Spinner label={tab.loading} /> : null}
        {isNotThere ? <p>{words.notThereWhy}</p> : null}
        {error && !isNotThere ? <Problem error={error} onRetry={reload} /> : null}
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {back}
      <StatementRequest page={page} />
      {page.signed ? (
        <>
          {latest?.isOther ? (
            <MessageBar intent="warning" layout="multiline" role="alert">
              <MessageBarBody>{words.refusals.alreadySigned}</MessageBarBody>
            </MessageBar>
          ) : null}
          <SignedStatement page={page} isNew={latest?.isNew ?? false} />
          <AddToStatement
            page={page}
            onAdded={(added) => setLatest({ page: added, isNew: latest?.isNew ?? false, isOther: false })}
          />
        </>
      ) : (
        <WriteStatement
          page={page}
          onSigned={(signed, isOther) => setLatest({ page: signed, isNew: !isOther, isOther })}
        />
      )}
      <SupportPanel />
    </div>
  );
}

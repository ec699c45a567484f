import { Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { SubmissionCard } from './submission-card.tsx';
import { SupportPanel } from './support-panel.tsx';
import { useSubmissions } from './use-submissions.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  page: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
});

/** What the signed-in person has reported. Private to them: the list holds their own rows only. F21. */
export function MyReports() {
  const { words } = useTab();
  const styles = useStyles();
  const { value, error, isLoading, reload, loadMore, isLoadingMore, moreError } = useSubmissions();
  return (
    <div className={styles.page}>
      <div>
        <Title2 as="h1">{words.mine.heading}</Title2>
        <p className={styles.lead}>{words.mine.lead}</p>
      </div>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !value ? <Spinner label={words.loading} /> : null}
      {value && value.submissions.length === 0 ? (
        <div>
          <p>{words.mine.empty}</p>
          <p className={styles.lead}>{words.mine.emptyHint}</p>
        </div>
      ) : null}
      {value && value.submissions.length > 0 ? (
        <ul className={styles.list}>
          {value.submissions.map((submission) => (
            <li key={submission.rowId}>
              <SubmissionCard submission={submission} />
            </li>
          ))}
        </ul>
      ) : null}
      {moreError ? <Problem error={moreError} onRetry={loadMore} /> : null}
      {value?.next ? (
        <Button onClick={loadMore} disabledFocusable={isLoadingMore}>
          {isLoadingMore ? words.loading : words.mine.more}
        </Button>
      ) : null}
      <SupportPanel />
    </div>
  );
}

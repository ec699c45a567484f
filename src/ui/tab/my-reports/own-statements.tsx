import { Badge, Button, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import type { OwnStatement } from '../../../application/ports/team.ts';
import { ownStatementsCy } from '../../../words/own-statements.cy.ts';
import { ownStatementsEn } from '../../../words/own-statements.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { needsSignIn, Problem } from '../problem.tsx';
import { SignInHelp } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useSignInPress } from '../use-sign-in-press.ts';
import { type AskedOfMe, keyOf } from './use-own-statements.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  open: { border: `2px solid ${tokens.colorBrandStroke1}` },
  title: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  about: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  failed: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  start: { justifySelf: 'start', marginTop: tokens.spacingVerticalXS },
});

function useOwnStatementWords(): typeof ownStatementsEn {
  return useTab().language === 'cy' ? ownStatementsCy : ownStatementsEn;
}

/**
 * What somebody was asked to write, to be written first, and what they signed. For whoever was never asked there is nothing here. Where it
 * cannot be found out the page says so without an alarm: it is mostly about their own reports, and most people have never been asked. Not
 * even that where the page tells of the same trouble already (`isToldAbove`).
 */
export function OwnStatements(props: { asked: AskedOfMe; isToldAbove: boolean; onGo: (place: TabPlace) => void }) {
  const { asked, isToldAbove, onGo } = props;
  const { words: tab } = useTab();
  const words = useOwnStatementWords();
  const styles = useStyles();
  const { statements, isLoading, reload, more } = asked;
  const error = isToldAbove ? null : asked.error;
  const { press, obstacle } = useSignInPress();
  if (!error && (statements === null || statements.length === 0) && more === null) return null;
  return (
    <section className={styles.part} aria-labelledby="asked-heading">
      <Subtitle2 as="h2" id="asked-heading">
        {words.heading}
      </Subtitle2>
      {error ? (
        <div className={styles.failed}>
          <p className={styles.quiet}>{words.unknown}</p>
          {needsSignIn(error) ? (
            <Button onClick={press}>{tab.problem.signIn}</Button>
          ) : (
            <Button size="small" disabledFocusable={isLoading} onClick={reload}>
              {tab.tryAgain}
            </Button>
          )}
          {obstacle ? (
            <div role="alert">
              <SignInHelp obstacle={obstacle} button={tab.problem.signIn} />
            </div>
          ) : null}
        </div>
      ) : null}
      <ul className={styles.list}>
        {(statements ?? []).map((statement) => (
          <li key={keyOf(statement)}>
            <Line
              statement={statement}
              onOpen={() =>
                onGo({
                  page: 'statement',
                  submissionId: statement.submissionId,
                  statementId: statement.statementId,
                })
              }
            />
          </li>
        ))}
      </ul>
      {more?.error ? <Problem error={more.error} onRetry={() => void more.run()} /> : null}
      {more ? (
        <Button className={styles.start} disabledFocusable={more.isBusy} onClick={() => void more.run()}>
          {more.isBusy ? tab.loading : words.more}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ statement, onOpen }: { statement: OwnStatement; onOpen: () => void }) {
  const { language } = useTab();
  const words = useOwnStatementWords();
  const styles = useStyles();
  const { reference, occurredAt, askedBy, askedAt, signedAt, isWaived } = statement;
  const when = (at: string) => formatDateTime(at, language);
  const state = signedAt !== null ? 'signed' : isWaived ? 'waived' : 'open';
  const colors = { open: 'warning', waived: 'informative', signed: 'success' } as const;
  const isOpen = state === 'open';
  return (
    <div className={mergeClasses(styles.line, isOpen && styles.open)}>
      <div className={styles.title}>
        <h3 className={styles.about}>{words.about(when(occurredAt))}</h3>
        <Badge appearance="tint" color={colors[state]} size="large">
          {words[state]}
        </Badge>
        <span className={styles.quiet}>{reference}</span>
      </div>
      <p className={styles.quiet}>{words.asked(askedBy, when(askedAt))}</p>
      {signedAt === null ? null : <p className={styles.quiet}>{words.signedAt(when(signedAt))}</p>}
      <Button
        className={styles.start}
        appearance={isOpen ? 'primary' : 'secondary'}
        aria-label={isOpen ? words.writeFor(reference) : words.readFor(reference)}
        onClick={onOpen}
      >
        {isOpen ? words.write : words.read}
      </Button>
    </div>
  );
}

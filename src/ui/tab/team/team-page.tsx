import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Subtitle1,
  Title2,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular, CalendarRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { TeamSummary, WaitingItem } from '../../../application/ports/team.ts';
import { isManagersTurn } from '../../../domain/incident/awaiting.ts';
import { formatCalendarDate } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useRemote } from '../use-remote.ts';
import { AnsweredList } from './answered-list.tsx';
import { FindReport } from './find-report.tsx';
import { useTeamWords } from './use-team-words.ts';
import { WaitingCard } from './waiting-card.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    maxWidth: '48rem',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'start' },
  intro: { ...bareParts, display: 'grid', gap: tokens.spacingVerticalXS, maxWidth: '36rem' },
  links: { display: 'flex', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
});

interface TeamPageProps {
  /** Null while it is not known. */
  summary: TeamSummary | null;
  /** What the header counts has been read anew here. */
  onCounted: () => void;
  onGo: (place: TabPlace) => void;
}

/** What waits for a manager, or a substitute, the soonest due first, and what they answered. Nothing of what was reported. BEH-5.1-1 */
export function TeamPage({ summary, onCounted, onGo }: TeamPageProps) {
  const { words: tabWords, ports, language } = useTab();
  const words = useTeamWords();
  const styles = useStyles();
  const { value, error, isLoading, reload } = useRemote(() => ports.team.list(), 'team');
  const open = (submissionId: string) => onGo({ page: 'team', submissionId });
  const waiting = (value?.waiting ?? []).filter(({ awaited }) => isManagersTurn(awaited));
  const resting = (value?.waiting ?? []).filter(({ awaited }) => !isManagersTurn(awaited));
  const isBehind = value !== null && summary !== null && summary.waiting !== waiting.length;

  const counted = useRef<number | null>(null);
  const count = summary?.waiting ?? null;

  // Header and list say the same: whichever was read last has the other read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever either has another number
  useEffect(() => {
    const isNews = counted.current !== null && counted.current !== count;
    counted.current = count;
    if (!isBehind) return;
    if (isNews) reload();
    else onCounted();
  }, [isBehind, count, waiting.length, onCounted, reload]);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.intro}>
          <Title2 as="h1">{words.heading}</Title2>
          <p className={styles.quiet}>{words.lead}</p>
        </div>
        <span className={styles.links}>
          <Button icon={<CalendarRegular />} appearance="subtle" onClick={() => onGo({ page: 'absences' })}>
            {words.absences.link}
          </Button>
          <Button icon={<ArrowClockwiseRegular />} appearance="subtle" disabledFocusable={isLoading} onClick={reload}>
            {tabWords.refresh}
          </Button>
        </span>
      </div>
      {(summary?.standsInFor ?? []).map(({ name, until }) => (
        <MessageBar key={`${name} ${until}`} intent="info" layout="multiline">
          <MessageBarBody>{words.standsInFor(name, formatCalendarDate(until, language))}</MessageBarBody>
        </MessageBar>
      ))}
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !value ? <Spinner label={tabWords.loading} /> : null}
      {value ? (
        <>
          <Part heading={waiting.length === 0 ? words.nothing : words.waiting(waiting.length)}>
            {waiting.length === 0 ? <p className={styles.quiet}>{words.nothingHint}</p> : null}
            <Cards items={waiting} onOpen={open} />
          </Part>
          {resting.length > 0 ? (
            <Part heading={words.resting}>
              <Cards items={resting} onOpen={open} />
            </Part>
          ) : null}
          <Part heading={words.answered}>
            <AnsweredList first={value} onOpen={open} />
          </Part>
          <FindReport onFound={open} />
        </>
      ) : null}
    </div>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id}>
        {heading}
      </Subtitle1>
      {children}
    </section>
  );
}

function Cards({ items, onOpen }: { items: readonly WaitingItem[]; onOpen: (submissionId: string) => void }) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.submissionId}>
          <WaitingCard item={item} onOpen={() => onOpen(item.submissionId)} />
        </li>
      ))}
    </ul>
  );
}

import { Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { TeamAbsences } from '../../../../application/ports/team.ts';
import { formatCalendarDate } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { Section } from '../../incident/section.tsx';
import { Problem } from '../../problem.tsx';
import { useTab } from '../../tab-context.tsx';
import type { TabPlace } from '../../tab-place.ts';
import { useRemote } from '../../use-remote.ts';
import { ChangeOutcome } from '../record/change-outcome.tsx';
import { useChange } from '../record/use-change.ts';
import { useTeamWords } from '../use-team-words.ts';
import { EnterAbsence } from './enter-absence.tsx';
import { OwnAbsenceLine } from './own-absence-line.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '48rem',
  },
  intro: { ...bareParts, display: 'grid', gap: tokens.spacingVerticalXS },
  start: { justifySelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
});

/** When a manager is away and who answers meanwhile; for whom they answer themselves. BEH-5.1-1, decision 0128 */
export function AbsencesPage({ onChanged, onGo }: { onChanged: () => void; onGo: (place: TabPlace) => void }) {
  const { words: tabWords, ports, language } = useTab();
  const words = useTeamWords().absences;
  const styles = useStyles();
  const { value, error, isLoading, reload } = useRemote(() => ports.team.absences(), 'absences');
  const [absences, setAbsences] = useState<TeamAbsences | null>(null);
  const ending = useChange({}, '');
  useEffect(() => {
    if (value) setAbsences(value);
  }, [value]);
  const show = (next: TeamAbsences) => {
    setAbsences(next);
    onChanged();
  };
  const end = (id: string, name: string) =>
    ending.run(async () => {
      show(await ports.team.endAbsence(id));
      return null;
    }, words.ended(name));

  return (
    <div className={styles.page}>
      <Button
        className={styles.start}
        icon={<ArrowLeftRegular />}
        appearance="subtle"
        onClick={() => onGo({ page: 'team', submissionId: null })}
      >
        {words.back}
      </Button>
      <div className={styles.intro}>
        <Title2 as="h1">{words.heading}</Title2>
        <p className={styles.quiet}>{words.lead}</p>
      </div>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !absences ? <Spinner label={tabWords.loading} /> : null}
      {absences ? (
        <>
          <Section heading={words.own}>
            <ChangeOutcome change={ending} />
            {absences.own.length === 0 ? (
              <p className={styles.quiet}>{words.none}</p>
            ) : (
              <ul className={styles.list}>
                {absences.own.map((absence) => (
                  <li key={absence.id}>
                    <OwnAbsenceLine
                      absence={absence}
                      isBusy={ending.isBusy}
                      onEnd={() => void end(absence.id, absence.deputyName)}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <EnterAbsence onEntered={show} />
          {absences.standsIn.length === 0 ? null : (
            <Section heading={words.standsIn}>
              <ul className={styles.list}>
                {absences.standsIn.map(({ managerName, from, until, mode }) => (
                  <li key={`${managerName} ${from}`}>
                    <p>
                      {words.standsInLine(
                        managerName,
                        formatCalendarDate(from, language),
                        formatCalendarDate(until, language),
                      )}
                    </p>
                    <p className={styles.quiet}>{words.standsInModes[mode]}</p>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      ) : null}
    </div>
  );
}

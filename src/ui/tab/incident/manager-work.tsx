import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Stamp } from '../../../domain/incident/manager-work.ts';
import { teamMailCy } from '../../../words/team-mail.cy.ts';
import { teamMailEn } from '../../../words/team-mail.en.ts';
import { formatCalendarDate, formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { FactList, Section } from './section.tsx';
import { useWorkWords } from './use-work-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  measures: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Done extends Stamp {
  what: string;
  more?: ReactNode;
}

/** Everything the manager did beside comments and what was asked of Security, oldest first. BEH-5.3-1, BEH-5.5-1, BEH-8.2-1, BEH-8.6-1 */
export function ManagerWork({ incident }: { incident: Incident }) {
  const words = useWorkWords().work;
  const { language } = useTab();
  const styles = useStyles();
  const done = useDone(incident).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  if (done.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <ol className={styles.list}>
        {done.map(({ by, at, what, more }) => (
          <li key={`${at} ${what}`} className={styles.item}>
            <span>{what}</span>
            <span className={styles.quiet}>
              {by.name}, {formatDateTime(at, language)}
            </span>
            {more}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function useDone(incident: Incident): Done[] {
  const { work } = useWorkWords();
  const { terms, language } = useTab();
  const styles = useStyles();
  const { measures } = language === 'cy' ? teamMailCy : teamMailEn;
  const { customerContacts, meeting, questions, reasons, marks, teamAlert } = incident;
  const { particularlyAbusive, raisedSeverity } = marks;
  return [
    ...customerContacts.map(({ by, at, way }) => ({ by, at, what: work.contacts[way] })),
    ...questions.map(({ by, at, text, answer }) => ({
      by,
      at,
      what: work.question,
      more: (
        <FactList
          facts={[
            [work.question, text],
            [work.answer, answer?.text ?? work.noAnswer],
          ]}
        />
      ),
    })),
    ...reasons.map(({ by, at, about, text }) => ({ by, at, what: work.reasons[about], more: <span>{text}</span> })),
    ...(meeting
      ? [
          {
            ...meeting,
            what: work.meeting(formatCalendarDate(meeting.on, language)),
            more: <FactList facts={[[work.measures, meeting.measures]]} />,
          },
        ]
      : []),
    ...(particularlyAbusive ? [{ ...particularlyAbusive, what: work.abusive }] : []),
    ...(raisedSeverity ? [{ ...raisedSeverity, what: work.raised(terms.severities[raisedSeverity.to]) }] : []),
    ...(teamAlert
      ? [
          {
            ...teamAlert,
            what: work.alert(teamAlert.people),
            more: (
              <ul className={styles.measures}>
                {teamAlert.measures.map((measure) => (
                  <li key={measure}>{measures[measure]}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
}

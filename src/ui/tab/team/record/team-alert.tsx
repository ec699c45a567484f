import { Button, Checkbox, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { type TeamMeasure, teamMeasures } from '../../../../domain/incident/team-measures.ts';
import type { Language } from '../../../../domain/incident/vocabulary.ts';
import { composeTeamAlert } from '../../../../words/compose-team.ts';
import { teamMailCy } from '../../../../words/team-mail.cy.ts';
import { teamMailEn } from '../../../../words/team-mail.en.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { Section } from '../../incident/section.tsx';
import { Problem } from '../../problem.tsx';
import { useTab } from '../../tab-context.tsx';
import { useRemote } from '../../use-remote.ts';
import { ChangeOutcome } from './change-outcome.tsx';
import { useChange } from './use-change.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  choices: { display: 'grid', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  mistake: { color: tokens.colorPaletteRedForeground1 },
  mail: {
    ...bareParts,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  subject: { fontWeight: tokens.fontWeightSemibold },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  start: { justifySelf: 'start' },
});

interface TeamAlertProps {
  record: TeamRecord;
  /** Resolves to the code of a refusal; null when it was sent. */
  onSend: (measures: readonly TeamMeasure[]) => Promise<string | null>;
}

/** Tells the team that something has happened and what to do; seen first as each of them will see it. BEH-8.6-1 */
export function TeamAlert({ record, onSend }: TeamAlertProps) {
  const { language } = useTab();
  const words = useTeamRecordWords().alert;
  const { measures: names } = language === 'cy' ? teamMailCy : teamMailEn;
  const styles = useStyles();
  const sending = useChange(words.refusals, words.refusals.notOffered);
  const { teamAlert, mayAlertTeam } = record;
  if (!teamAlert && !mayAlertTeam) return null;
  return (
    <Section heading={words.heading}>
      <ChangeOutcome change={sending} />
      {teamAlert ? (
        <>
          <p>{words.sent(teamAlert.by.name, formatDateTime(teamAlert.at, language), teamAlert.people)}</p>
          <ul>
            {teamAlert.measures.map((measure) => (
              <li key={measure}>{names[measure]}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className={styles.quiet}>{words.lead}</p>
          <ChooseMeasures
            submissionId={record.report.submissionId}
            isBusy={sending.isBusy}
            onSend={(measures, people) => void sending.run(() => onSend(measures), words.sentTo(people))}
          />
        </>
      )}
    </Section>
  );
}

function ChooseMeasures(props: {
  submissionId: string;
  isBusy: boolean;
  onSend: (measures: readonly TeamMeasure[], people: number) => void;
}) {
  const { submissionId, isBusy, onSend } = props;
  const { language } = useTab();
  const words = useTeamRecordWords().alert;
  const { measures: names } = language === 'cy' ? teamMailCy : teamMailEn;
  const styles = useStyles();
  const [chosen, setChosen] = useState<readonly TeamMeasure[]>([]);
  const [isPreviewed, setPreviewed] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const mistakeId = useId();
  const isMissing = isChecked && chosen.length === 0;
  if (isPreviewed) {
    return (
      <Preview
        {...{ submissionId, isBusy }}
        measures={chosen}
        onSend={(people) => onSend(chosen, people)}
        onChange={() => setPreviewed(false)}
      />
    );
  }
  return (
    <>
      {/* Not Fluent's `Field`: it would give every box in it one and the same id. */}
      <fieldset className={styles.choices} aria-describedby={isMissing ? mistakeId : undefined}>
        <legend className={styles.legend}>{words.choose}</legend>
        {teamMeasures.map((measure) => (
          <Checkbox
            key={measure}
            checked={chosen.includes(measure)}
            label={names[measure]}
            onChange={(_, { checked }) =>
              setChosen((before) =>
                teamMeasures.filter((each) => (each === measure ? checked === true : before.includes(each))),
              )
            }
          />
        ))}
      </fieldset>
      {isMissing ? (
        <p role="alert" id={mistakeId} className={styles.mistake}>
          {words.refusals.measuresMissing}
        </p>
      ) : null}
      <Button
        className={styles.start}
        onClick={() => {
          setChecked(true);
          setPreviewed(chosen.length > 0);
        }}
      >
        {words.preview}
      </Button>
    </>
  );
}

function Preview(props: {
  submissionId: string;
  measures: readonly TeamMeasure[];
  isBusy: boolean;
  onSend: (people: number) => void;
  onChange: () => void;
}) {
  const { submissionId, measures, isBusy, onSend, onChange } = props;
  const { ports, words: tabWords } = useTab();
  const { alert: words, sending } = useTeamRecordWords();
  const styles = useStyles();
  const { value, error, reload } = useRemote(() => ports.team.alertPreview(submissionId), submissionId);
  const languages: readonly Language[] = ['cy', 'en'];
  return (
    <>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {value ? (
        <>
          <p>
            {words.previewLead(value.people, value.sender)} {words.eachLanguage}
          </p>
          {languages.map((each) => {
            const { subject, text } = composeTeamAlert({ sender: value.sender, measures }, each);
            return (
              <div key={each}>
                <Subtitle2 as="h3">{words.languages[each]}</Subtitle2>
                <div className={styles.mail} lang={each}>
                  <p className={styles.subject}>{subject}</p>
                  <p className={styles.text}>{text}</p>
                </div>
              </div>
            );
          })}
        </>
      ) : null}
      {!value && !error ? <p role="status">{tabWords.loading}</p> : null}
      <div className={styles.actions}>
        {value ? (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onSend(value.people)}>
            {isBusy ? sending : words.send(value.people)}
          </Button>
        ) : null}
        <Button disabledFocusable={isBusy} onClick={onChange}>
          {words.change}
        </Button>
      </div>
    </>
  );
}

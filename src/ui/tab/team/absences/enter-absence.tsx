import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { newSubmissionId } from '../../../../application/new-submission-id.ts';
import type { OwnAbsence, TeamAbsences } from '../../../../application/ports/team.ts';
import { londonDateOf } from '../../../../domain/calendar/london-time.ts';
import type { Staff } from '../../../../domain/incident/staff.ts';
import { bareParts, bareSearch } from '../../bare-parts.ts';
import { Section } from '../../incident/section.tsx';
import { PeopleSearch } from '../../record/people-search.tsx';
import { useTab } from '../../tab-context.tsx';
import { ChangeOutcome } from '../record/change-outcome.tsx';
import { useChange } from '../record/use-change.ts';
import { useTeamWords } from '../use-team-words.ts';

const useStyles = makeStyles({
  people: bareSearch,
  form: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  mistake: { color: tokens.colorPaletteRedForeground1 },
  start: { justifySelf: 'start' },
});

/** First and last day, who stands in, and who gets the reports. What can be entered is decided by the service. */
export function EnterAbsence({ onEntered }: { onEntered: (absences: TeamAbsences) => void }) {
  const { ports } = useTab();
  const words = useTeamWords().absences;
  const styles = useStyles();
  // Kept until it is entered: pressed twice, there is one.
  const id = useRef(newSubmissionId());
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [deputy, setDeputy] = useState<Staff | null>(null);
  const [mode, setMode] = useState<OwnAbsence['mode']>('both');
  const [isChecked, setChecked] = useState(false);
  const entering = useChange(words.refusals, words.refusals.datesNotUsable);
  const hasDates = from !== '' && until !== '';
  const today = londonDateOf(new Date().toISOString());

  const submit = async () => {
    setChecked(true);
    if (!hasDates || !deputy) return;
    const isEntered = await entering.run(async () => {
      const came = await ports.team.enterAbsence(id.current, { deputyId: deputy.id, from, until, mode });
      if (came.kind === 'refused') return came.refusal;
      onEntered(came.value);
      return null;
    }, words.saved(deputy.name));
    if (!isEntered) return;
    id.current = newSubmissionId();
    setFrom('');
    setUntil('');
    setDeputy(null);
    setChecked(false);
  };

  return (
    <Section heading={words.enter}>
      <div className={styles.form}>
        <div className={styles.days}>
          <Field label={words.from}>
            <Input type="date" value={from} min={today} onChange={(_, { value }) => setFrom(value)} />
          </Field>
          <Field label={words.until}>
            <Input type="date" value={until} min={from || today} onChange={(_, { value }) => setUntil(value)} />
          </Field>
        </div>
        {isChecked && !hasDates ? (
          <p role="alert" className={styles.mistake}>
            {words.gaps.dates}
          </p>
        ) : null}
        {deputy ? (
          <p className={styles.row}>
            <span>
              {words.deputy}: <strong>{deputy.name}</strong>
            </span>
            <Button size="small" onClick={() => setDeputy(null)}>
              {words.change}
            </Button>
          </p>
        ) : (
          <div className={styles.people}>
            <PeopleSearch label={words.search} actions={[{ name: words.choose, take: setDeputy }]} />
          </div>
        )}
        {isChecked && !deputy ? (
          <p role="alert" className={styles.mistake}>
            {words.gaps.deputy}
          </p>
        ) : null}
        <Field label={words.mode}>
          <RadioGroup value={mode} onChange={(_, { value }) => setMode(value === 'alone' ? 'alone' : 'both')}>
            <Radio value="both" label={words.modes.both} />
            <Radio value="alone" label={words.modes.alone} />
          </RadioGroup>
        </Field>
        <Button
          className={styles.start}
          appearance="primary"
          disabledFocusable={entering.isBusy}
          onClick={() => void submit()}
        >
          {entering.isBusy ? words.saving : words.save}
        </Button>
      </div>
      <ChangeOutcome change={entering} />
    </Section>
  );
}

import { Button, Field, Input, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { londonDateOf } from '../../../domain/calendar/london-time.ts';
import { formatCalendarDate } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { useRecordCard } from './record-card.ts';
import { useRecordWords } from './record-context.tsx';
import { useVoicemailUntil } from './use-voicemail-until.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A private note to oneself, with an end that one chooses; it stays on this device and is sent to nobody. COM-9.1-1 */
export function VoicemailForAWhile() {
  const { language } = useTab();
  const words = useRecordWords().after;
  const card = useRecordCard();
  const styles = useStyles();
  const [until, note] = useVoicemailUntil();
  const [chosen, setChosen] = useState('');
  const today = londonDateOf(new Date().toISOString());
  const day = until === null ? '' : formatCalendarDate(until, language);
  return (
    <section className={card.card} aria-labelledby="voicemail-heading">
      <Subtitle1 as="h2" id="voicemail-heading">
        {words.voicemailHeading}
      </Subtitle1>
      <p>{words.voicemailLead}</p>
      <div role="status">
        {until === null ? null : until < today ? words.voicemailOver(day) : words.voicemailOn(day)}
      </div>
      {until === null ? (
        <div className={styles.row}>
          <Field label={words.voicemailUntil}>
            <Input type="date" min={today} value={chosen} onChange={(_, { value }) => setChosen(value)} />
          </Field>
          <Button disabledFocusable={chosen < today} onClick={() => note(chosen)}>
            {words.voicemailKeep}
          </Button>
        </div>
      ) : (
        <div>
          <Button onClick={() => note(null)}>{words.voicemailRemove}</Button>
        </div>
      )}
      <p className={styles.quiet}>{words.voicemailTell}</p>
    </section>
  );
}

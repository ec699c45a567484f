import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { instantOfLondonTime, londonTimeAt, minuteOfDay } from '../../../domain/calendar/london-time.ts';
import type { Spot } from './draft-spots.ts';
import type { FieldId } from './field-spec.ts';
import { useForm, useProblemOf, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  group: { border: 'none', padding: 0, margin: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  legend: { padding: 0, fontWeight: tokens.fontWeightRegular },
  parts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  problem: { fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
});

interface Typed {
  date: string;
  time: string;
}

/** Date and time of the clock in Wales at an instant; empty for none. */
function typedOf(instant: string | null): Typed {
  if (instant === null || Number.isNaN(Date.parse(instant))) return { date: '', time: '' };
  const shown = londonTimeAt(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return { date: shown.date, time: `${two(shown.hour)}:${two(shown.minute)}` };
}

/** The instant, or null while a part is missing. An hour that comes twice in October means the first. X-TIME-1 */
function instantOf({ date, time }: Typed): string | null {
  const parts = /^(\d{2}):(\d{2})/.exec(time);
  if (!parts || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  return instantOfLondonTime(date, Number(parts[1]) * 60 + Number(parts[2]));
}

/**
 * A day and a time of the clock in Wales, kept as UTC. What was typed stays as it is while a part is missing; the answer is then
 * empty, or `missing` where there has to be one. ANX-6, ANX-7
 */
export function MomentField(props: { id: FieldId; at: Spot<string | null>; missing?: string }) {
  const { id, at, missing } = props;
  const { draft, change } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  const noteId = useId();
  const problem = useProblemOf(id);
  const stored = at.get(draft);
  const [typed, setTyped] = useState<Typed>(() => typedOf(stored));
  // Changed from elsewhere: the helper, a tap on "Now".
  const shown = stored !== null && instantOf(typed) !== sameMinute(stored) ? typedOf(stored) : typed;

  const take = (next: Typed) => {
    setTyped(next);
    change((before) => at.set(before, instantOf(next) ?? missing ?? null));
  };
  const field: { label: string; hint?: string } = words.fields[id];
  const date =
    shown.date ||
    londonTimeAt(draft.occurredAt && !Number.isNaN(Date.parse(draft.occurredAt)) ? draft.occurredAt : draft.startedAt)
      .date;
  return (
    <fieldset className={styles.group} aria-describedby={noteId} data-field={id}>
      <legend className={styles.legend}>{field.label}</legend>
      <div className={styles.parts}>
        <Field label={words.fields.date.label}>
          <Input type="date" value={shown.date} onChange={(_, { value }) => take({ ...shown, date: value })} />
        </Field>
        <Field label={words.fields.time.label}>
          <Input
            type="time"
            value={shown.time}
            // A time alone means the day of the record.
            onChange={(_, { value }) => take({ date: value ? date : shown.date, time: value })}
          />
        </Field>
        <Button onClick={() => take(typedOf(new Date().toISOString()))}>{words.now}</Button>
      </div>
      <span id={noteId}>
        {field.hint ? <span className={styles.hint}>{field.hint}</span> : null}
        {problem ? (
          <span className={styles.problem} role="alert">
            {problem}
          </span>
        ) : null}
      </span>
    </fieldset>
  );
}

function sameMinute(instant: string): string | null {
  if (Number.isNaN(Date.parse(instant))) return null;
  const shown = londonTimeAt(instant);
  return instantOfLondonTime(shown.date, minuteOfDay(shown));
}

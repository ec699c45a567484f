import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { useTab } from '../tab-context.tsx';
import { useFieldProps } from './field-props.ts';
import type { FieldId, FieldSpec, Question as QuestionSpec } from './field-spec.ts';
import { MomentField } from './moment-field.tsx';
import { PeopleField } from './people-field.tsx';
import { useAnswerNames, useForm, useRecordWords } from './record-context.tsx';
import { SpecialPart } from './special-part.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  narrow: { maxWidth: '28rem' },
  short: { maxWidth: '14rem' },
});

type Asked<T extends QuestionSpec['type']> = { id: FieldId } & Extract<QuestionSpec, { type: T }>;

/** One question of the form, whatever its type. */
export function Question({ field }: { field: FieldSpec }) {
  switch (field.type) {
    case 'special':
      return <SpecialPart view={field.id} />;
    case 'line':
      return <LineField field={field} />;
    case 'text':
      return <TextField field={field} />;
    case 'one':
      return <OneField field={field} />;
    case 'many':
      return <ManyField field={field} />;
    case 'tick':
      return <TickField field={field} />;
    case 'day':
      return <DayField field={field} />;
    case 'site':
      return <SiteField field={field} />;
    case 'moment':
      return <MomentField id={field.id} at={field.at} />;
    case 'person':
      return <PeopleField id={field.id} one={field.at} />;
    case 'people':
      return <PeopleField id={field.id} several={field.at} />;
  }
}

function LineField({ field: { id, at, mode } }: { field: Asked<'line'> }) {
  const { draft, change } = useForm();
  const styles = useStyles();
  return (
    <Field {...useFieldProps(id)} className={mode === 'tel' ? styles.short : styles.narrow} data-field={id}>
      <Input
        value={at.get(draft)}
        maxLength={accountLimits.line}
        {...(mode ? { inputMode: mode } : {})}
        autoComplete="off"
        onChange={(_, { value }) => change((before) => at.set(before, value))}
      />
    </Field>
  );
}

/** Below this many, the number of characters that are left is shown: what is pasted beyond the limit would be cut. */
const nearLimit = 300;

function TextField({ field: { id, at, limit } }: { field: Asked<'text'> }) {
  const { draft, change } = useForm();
  const words = useRecordWords();
  const { hint, ...props } = useFieldProps(id);
  const value = at.get(draft);
  const left = limit - value.length;
  const note = left < nearLimit ? words.charactersLeft(left) : hint;
  return (
    <Field {...props} {...(note ? { hint: note } : {})} data-field={id}>
      <Textarea
        value={value}
        maxLength={limit}
        rows={limit > 1000 ? 3 : 2}
        resize="vertical"
        onChange={(_, data) => change((before) => at.set(before, data.value))}
      />
    </Field>
  );
}

/** Pressed again, a chosen answer is taken back: no question has to be answered. */
function OneField({ field: { id, at, options, names, empty } }: { field: Asked<'one'> }) {
  const { draft, change } = useForm();
  const styles = useStyles();
  const nameOf = useAnswerNames();
  const value = at.get(draft);
  const set = (next: string | null) => change((before) => at.set(before, next));
  return (
    <Field {...useFieldProps(id)} data-field={id}>
      <RadioGroup
        layout="horizontal"
        className={styles.choices}
        value={value ?? ''}
        onChange={(_, data) => set(data.value)}
      >
        {options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={nameOf(names, option)}
            input={{ onClick: () => value === option && set(empty) }}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ManyField({ field: { id, at, options, names } }: { field: Asked<'many'> }) {
  const { draft, change } = useForm();
  const styles = useStyles();
  const nameOf = useAnswerNames();
  const chosen = at.get(draft);
  // In the order of the list, whatever the order they were ticked in.
  const toggle = (option: string, isOn: boolean) =>
    change((before) =>
      at.set(
        before,
        options.filter((each) => (each === option ? isOn : at.get(before).includes(each))),
      ),
    );
  return (
    <Field {...useFieldProps(id)} data-field={id}>
      {(props) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want its legend inside; the label is the field's
        <div
          role="group"
          aria-labelledby={props['aria-labelledby']}
          aria-describedby={props['aria-describedby']}
          className={styles.choices}
        >
          {options.map((option) => (
            <Checkbox
              key={option}
              checked={chosen.includes(option)}
              label={nameOf(names, option)}
              onChange={(_, { checked }) => toggle(option, checked === true)}
            />
          ))}
        </div>
      )}
    </Field>
  );
}

function TickField({ field: { id, at } }: { field: Asked<'tick'> }) {
  const { draft, change } = useForm();
  const { label, ...props } = useFieldProps(id);
  return (
    <Field {...props} data-field={id}>
      <Checkbox
        checked={at.get(draft)}
        label={label}
        onChange={(_, { checked }) => change((before) => at.set(before, checked === true))}
      />
    </Field>
  );
}

function DayField({ field: { id, at } }: { field: Asked<'day'> }) {
  const { draft, change } = useForm();
  const styles = useStyles();
  return (
    <Field {...useFieldProps(id)} className={styles.short} data-field={id}>
      <Input
        type="date"
        value={at.get(draft) ?? ''}
        onChange={(_, { value }) => change((before) => at.set(before, value === '' ? null : value))}
      />
    </Field>
  );
}

function SiteField({ field: { id, at } }: { field: Asked<'site'> }) {
  const { settings, language } = useTab();
  const { draft, change } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  return (
    <Field {...useFieldProps(id)} className={styles.narrow} data-field={id}>
      <Select
        value={at.get(draft) ?? ''}
        onChange={(_, { value }) => change((before) => at.set(before, value === '' ? null : value))}
      >
        <option value="">{words.choose}</option>
        {settings.sites.map((site) => (
          <option key={site.id} value={site.id}>
            {site.name[language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { OtherParty, WelfareRecord } from '../../../domain/incident/account.ts';
import { helpers, yesNoUnsure } from '../../../domain/incident/account-vocabulary.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import type { Staff } from '../../../domain/incident/staff.ts';
import { type FieldKind, type HelperField, helperFields } from '../../../domain/procedures/helper-fields.ts';
import { showTime } from '../../shared/moments.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { isAsked, readField, writeField } from './field-values.ts';
import { useHelperWords, useLive } from './helper-context.tsx';
import { SiteChoice } from './site-choice.tsx';
import { WitnessNames } from './witness-names.tsx';

const useStyles = makeStyles({
  field: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    alignContent: 'start',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: '100%' },
});

/** One field of the record, quick to fill in, kept as it is filled in, and never asked for. COM-3e-4 */
export function FieldInput({ field }: { field: HelperField }) {
  const { draft } = useLive();
  if (!isAsked(draft, field)) return null;
  const kind: FieldKind = helperFields[field];
  if (kind.type === 'line' || kind.type === 'text') return <TextField field={field} isLong={kind.type === 'text'} />;
  if (kind.type === 'party') return <PartyFields />;
  if (kind.type === 'flag') return <FlagField field={field} />;
  return <ChoiceField field={field} kind={kind} />;
}

function TextField({ field, isLong }: { field: HelperField; isLong: boolean }) {
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const value = String(readField(draft, field) ?? '');
  const take = (next: string) => change((before) => writeField(before, field, next));
  return (
    <Field label={words.fields[field]}>
      {isLong ? (
        <Textarea
          value={value}
          maxLength={accountLimits.text}
          resize="vertical"
          onChange={(_, data) => take(data.value)}
        />
      ) : (
        <Input
          className={styles.input}
          value={value}
          maxLength={accountLimits.line}
          autoComplete="off"
          onChange={(_, data) => take(data.value)}
        />
      )}
    </Field>
  );
}

/** A mark that is set by one tap, and taken back by another. */
function FlagField({ field }: { field: HelperField }) {
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const isSet = readField(draft, field) === true;
  return (
    <ChoiceButtons
      options={[field]}
      nameOf={() => words.fields[field]}
      chosen={isSet ? [field] : []}
      onToggle={() => change((before) => writeField(before, field, !isSet))}
    />
  );
}

function PartyFields() {
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const party = draft.account.otherParty;
  const take = (part: Partial<OtherParty>) =>
    change((before) => writeField(before, 'otherParty', { ...before.account.otherParty, ...part }));
  return (
    <>
      {(['name', 'number'] as const).map((part) => (
        <Field key={part} label={`${words.fields.otherParty}: ${words.party[part]}`}>
          <Input
            className={styles.input}
            value={party[part]}
            maxLength={accountLimits.line}
            autoComplete="off"
            onChange={(_, data) => take({ [part]: data.value })}
          />
        </Field>
      ))}
    </>
  );
}

type ChoiceKind = Exclude<FieldKind, { type: 'line' | 'text' | 'party' }> | FieldKind;

function ChoiceField({ field, kind }: { field: HelperField; kind: ChoiceKind }) {
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {words.fields[field]}
      </span>
      <Choices field={field} kind={kind} labelledBy={id} />
    </div>
  );
}

function Choices({ field, kind, labelledBy }: { field: HelperField; kind: ChoiceKind; labelledBy: string }) {
  const { draft, change } = useLive();
  const { words, terms } = useHelperWords();
  const value = readField(draft, field);
  const take = (next: unknown) => change((before) => writeField(before, field, next));
  const toggleOne = (option: string) => take(value === option ? null : option);
  switch (kind.type) {
    case 'yesNo':
      return (
        <ChoiceButtons
          labelledBy={labelledBy}
          options={yesNoUnsure}
          nameOf={(option) => terms.yesNoUnsure[option]}
          chosen={yesNoUnsure.filter((option) => option === value)}
          onToggle={toggleOne}
        />
      );
    case 'one':
    case 'many': {
      const names: Record<string, string> = terms[kind.answers];
      const chosen = kind.options.filter(
        (option) => option === value || (Array.isArray(value) && value.includes(option)),
      );
      const toggleMany = (option: string) =>
        take(kind.options.filter((each) => (each === option ? !chosen.includes(each) : chosen.includes(each))));
      return (
        <ChoiceButtons
          labelledBy={labelledBy}
          options={kind.options}
          nameOf={(option) => names[option] ?? option}
          chosen={chosen}
          onToggle={kind.type === 'one' ? toggleOne : toggleMany}
        />
      );
    }
    case 'moment': {
      const at = typeof value === 'string' ? value : null;
      return (
        <ChoiceButtons
          labelledBy={labelledBy}
          options={['at'] as const}
          nameOf={() => (at ? words.ticked(showTime(at)) : words.tick)}
          chosen={at ? ['at'] : []}
          onToggle={() => take(at ? null : new Date().toISOString())}
        />
      );
    }
    case 'contacted': {
      const contacted = value as WelfareRecord['contacted'];
      return (
        <ChoiceButtons
          labelledBy={labelledBy}
          options={helpers}
          nameOf={(option) => {
            const at = contacted.find(({ who }) => who === option)?.at;
            return at ? `${terms.helpers[option]}, ${showTime(at)}` : terms.helpers[option];
          }}
          chosen={contacted.map(({ who }) => who)}
          onToggle={(option) =>
            take(
              contacted.some(({ who }) => who === option)
                ? contacted.filter(({ who }) => who !== option)
                : [...contacted, { who: option, at: new Date().toISOString() }],
            )
          }
        />
      );
    }
    case 'site':
      return <SiteChoice labelledBy={labelledBy} />;
    case 'witnesses':
      return <WitnessNames />;
    case 'colleague':
      return <span>{(value as Staff | null)?.name}</span>;
    default:
      return null;
  }
}

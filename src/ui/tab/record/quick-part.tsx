import { Checkbox, Field, Input, makeStyles, Select, Subtitle1, Textarea, tokens } from '@fluentui/react-components';
import { isLate } from '../../../application/report-incident-draft.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { type Kind, kinds } from '../../../domain/incident/vocabulary.ts';
import { WordingAdvice } from '../../shared/wording-advice.tsx';
import { useTab } from '../tab-context.tsx';
import { inAccount, inDraft, inOtherParty, type Spot } from './draft-spots.ts';
import { visitorFields } from './event-fields.ts';
import { useFieldProps } from './field-props.ts';
import { MomentField } from './moment-field.tsx';
import { Question } from './question.tsx';
import { useRecordCard } from './record-card.ts';
import { useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  narrow: { maxWidth: '28rem' },
  facts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
});

/** A draft's time is a text, empty while it is not complete. */
const occurredAt: Spot<string | null> = {
  get: (draft) => draft.occurredAt || null,
  set: (draft, value) => ({ ...draft, occurredAt: value ?? '' }),
};
const lateReason = inAccount('lateReason');
const isApproximate = inAccount('isTimeApproximate');

/** What takes less than a minute and is enough to send: kind, time, who, and a few words. BEH-1.1-1, B-RID-2 */
export function QuickPart() {
  const { draft, change } = useForm();
  const words = useRecordWords();
  const card = useRecordCard();
  const { situation } = draft.account;
  if (situation === 'visitorConcern') return <VisitorPart />;
  return (
    <section className={card.card} aria-labelledby="quick-heading">
      <Subtitle1 as="h2" id="quick-heading">
        {words.sections.quick.title}
      </Subtitle1>
      {situation === 'safetyConcern' ? null : <KindField />}
      <MomentField id="occurredAt" at={occurredAt} missing="" />
      <Checkbox
        checked={isApproximate.get(draft)}
        label={words.fields.isTimeApproximate.label}
        onChange={(_, { checked }) => change((before) => isApproximate.set(before, checked === true))}
      />
      {!Number.isNaN(Date.parse(draft.occurredAt)) && isLate(draft, new Date()) ? <LateField /> : null}
      <WhoField />
      <FactsField />
    </section>
  );
}

/** Somebody who has not come yet: who, when, where, and the worry. Nothing happened, so no time is asked for. BEH-4.2-1 */
function VisitorPart() {
  const words = useRecordWords().sections.visitor;
  const card = useRecordCard();
  return (
    <section className={card.card} aria-labelledby="quick-heading">
      <div>
        <Subtitle1 as="h2" id="quick-heading">
          {words.title}
        </Subtitle1>
        <p>{words.hint}</p>
      </div>
      {visitorFields.map((field) => (
        <Question key={field.id} field={field} />
      ))}
      <FactsField />
    </section>
  );
}

const kind = inDraft('kind');

function KindField() {
  const { draft, change } = useForm();
  const { terms } = useTab();
  const { label } = useFieldProps('kind');
  const styles = useStyles();
  return (
    <Field label={label} className={styles.narrow} data-field="kind">
      <Select value={draft.kind} onChange={(_, { value }) => change((before) => kind.set(before, value as Kind))}>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {terms.kinds[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function LateField() {
  const { draft, change } = useForm();
  return (
    <Field {...useFieldProps('lateReason')} data-field="lateReason">
      <Input
        value={lateReason.get(draft)}
        maxLength={accountLimits.line}
        onChange={(_, { value }) => change((before) => lateReason.set(before, value))}
      />
    </Field>
  );
}

const who = inOtherParty('name');

function WhoField() {
  const { draft, change } = useForm();
  const styles = useStyles();
  return (
    <Field
      {...useFieldProps(draft.kind === 'suicideThreat' ? 'whoWelfare' : 'who')}
      className={styles.narrow}
      data-field="who"
    >
      <Input
        value={who.get(draft)}
        maxLength={accountLimits.line}
        autoComplete="off"
        onChange={(_, { value }) => change((before) => who.set(before, value))}
      />
    </Field>
  );
}

const nearLimit = 300;

/** The facts, with advice on their wording below them, which holds up nothing. BEH-14.2-1 */
function FactsField() {
  const { draft, change } = useForm();
  const { language, settings } = useTab();
  const words = useRecordWords();
  const styles = useStyles();
  const { hint, ...props } = useFieldProps('facts');
  const asked =
    draft.kind === 'suicideThreat'
      ? words.fields.factsWelfare
      : draft.account.situation === 'visitorConcern'
        ? words.fields.factsVisitor
        : { label: props.label, hint };
  const left = accountLimits.text - draft.facts.length;
  const adviser = settings.contacts.find(({ role }) => role === 'informationRights')?.name[language] ?? null;
  const facts = inDraft('facts');
  return (
    <div className={styles.facts}>
      <Field
        {...props}
        label={asked.label}
        hint={left >= 0 && left < nearLimit ? words.charactersLeft(left) : (asked.hint ?? '')}
        data-field="facts"
      >
        <Textarea
          value={draft.facts}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => change((before) => facts.set(before, value))}
        />
      </Field>
      <WordingAdvice text={draft.facts} language={language} adviser={adviser} />
    </div>
  );
}

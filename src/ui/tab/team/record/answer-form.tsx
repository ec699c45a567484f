import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { londonDateOf } from '../../../../domain/calendar/london-time.ts';
import type { ManagerAnswer } from '../../../../domain/incident/manager-answer.ts';
import type { AskingVerb } from '../../../../domain/incident/offered-verbs.ts';
import { severityRank } from '../../../../domain/incident/severity.ts';
import { type Severity, severities } from '../../../../domain/incident/vocabulary.ts';
import { formatCalendarDate } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { useTab } from '../../tab-context.tsx';
import { type AnswerDraft, answerFrom, gapsOf } from './answer-draft.ts';
import { useCardWords } from './use-card-words.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  form: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  day: { maxWidth: '14rem' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface AnswerFormProps {
  verb: AskingVerb;
  record: TeamRecord;
  draft: AnswerDraft;
  onDraft: (draft: AnswerDraft) => void;
  isBusy: boolean;
  onSend: (answer: ManagerAnswer) => void;
  onClose: () => void;
}

/** What one answer asks for, in the card's words. */
export function AnswerForm(props: AnswerFormProps) {
  const { verb, draft, onDraft, isBusy, onSend, onClose } = props;
  const { actions } = useCardWords();
  const words = useTeamRecordWords();
  const styles = useStyles();
  const [isChecked, setChecked] = useState(false);
  const gaps = isChecked ? gapsOf(verb, draft) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (gapsOf(verb, draft).length === 0 && !isBusy) onSend(answerFrom(verb, draft));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={actions.titles[verb]}>
      {verb === 'planMeeting' ? <MeetingFields {...props} hasGap={gaps.includes('on')} /> : null}
      {verb === 'raiseSeverity' ? <SeverityField {...props} hasGap={gaps.includes('to')} /> : null}
      <TextField verb={verb} draft={draft} onDraft={onDraft} isBusy={isBusy} hasGap={gaps.includes('text')} />
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {isBusy ? words.sending : actions.send[verb]}
        </Button>
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </form>
  );
}

function TextField({
  verb,
  draft,
  onDraft,
  isBusy,
  hasGap,
}: Pick<AnswerFormProps, 'verb' | 'draft' | 'onDraft' | 'isBusy'> & { hasGap: boolean }) {
  const { card, actions } = useCardWords();
  const isComment = verb === 'forwardToSecurity' || verb === 'comment';
  const labels: Record<AskingVerb, string> = {
    forwardToSecurity: card.commentLabel,
    comment: card.commentLabel,
    askReporter: actions.inputs.question,
    noteAnswer: actions.inputs.answer,
    keepLocal: actions.inputs.reason,
    closeLocal: actions.inputs.closingReason,
    requestGuards: actions.inputs.guardsNote,
    requestPolice: actions.inputs.policeNote,
    planMeeting: actions.inputs.meetingMeasures,
    raiseSeverity: actions.inputs.severityReason,
  };
  const mistake = isComment ? card.commentError : actions.errors.text;
  return (
    <Field
      label={labels[verb]}
      {...(isComment ? { hint: card.commentHint } : {})}
      validationMessage={hasGap ? mistake : null}
      validationState={hasGap ? 'error' : 'none'}
    >
      <Textarea
        value={draft.text}
        rows={3}
        resize="vertical"
        readOnly={isBusy}
        {...(isComment ? { placeholder: card.commentPlaceholder } : {})}
        onChange={(_, { value }) => onDraft({ ...draft, text: value })}
      />
    </Field>
  );
}

/** Only where it is safe, and in time. BEH-5.5-1, BEH-5.2-2 */
function MeetingFields({ record, draft, onDraft, hasGap }: AnswerFormProps & { hasGap: boolean }) {
  const { language } = useTab();
  const { actions } = useCardWords();
  const styles = useStyles();
  return (
    <>
      <p>{actions.meetingHint(formatCalendarDate(record.lastMeetingDay, language))}</p>
      <Field
        className={styles.day}
        label={actions.inputs.meetingOn}
        validationMessage={hasGap ? actions.errors.meetingOn : null}
        validationState={hasGap ? 'error' : 'none'}
      >
        <Input
          type="date"
          value={draft.on}
          min={londonDateOf(new Date().toISOString())}
          max={record.lastMeetingDay}
          onChange={(_, { value }) => onDraft({ ...draft, on: value })}
        />
      </Field>
      <Checkbox
        checked={draft.isSafe}
        label={actions.inputs.meetingIsSafe}
        onChange={(_, { checked }) => onDraft({ ...draft, isSafe: checked === true })}
      />
    </>
  );
}

/** Raised, never lowered. */
function SeverityField({ record, draft, onDraft, hasGap }: AnswerFormProps & { hasGap: boolean }) {
  const { terms } = useTab();
  const { actions } = useCardWords();
  return (
    <Field
      label={actions.inputs.severity}
      validationMessage={hasGap ? actions.errors.severity : null}
      validationState={hasGap ? 'error' : 'none'}
    >
      <RadioGroup value={draft.to ?? ''} onChange={(_, { value }) => onDraft({ ...draft, to: value as Severity })}>
        {severities
          .filter((each) => severityRank(each) > severityRank(record.severity))
          .map((each) => (
            <Radio key={each} value={each} label={terms.severities[each]} />
          ))}
      </RadioGroup>
    </Field>
  );
}

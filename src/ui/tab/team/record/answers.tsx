import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type ComponentProps, type ReactNode, useId, useRef, useState } from 'react';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import type { AnswerRefusal } from '../../../../domain/incident/answer-as-manager.ts';
import type { ManagerAnswer, ManagerVerb } from '../../../../domain/incident/manager-answer.ts';
import { isAsking, isMeetingOver, type VerbGroup, verbGroups } from '../../../../domain/incident/offered-verbs.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { Section } from '../../incident/section.tsx';
import { Problem } from '../../problem.tsx';
import { useTab } from '../../tab-context.tsx';
import { type AnswerDrafts, emptyDraft } from './answer-draft.ts';
import { AnswerForm } from './answer-form.tsx';
import { refusalText, useCardWords } from './use-card-words.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  group: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  // It must be there for the focus before anything is said in it; empty, it takes no room between the others.
  said: { ':focus': { outlineStyle: 'none' }, ':empty': { position: 'absolute' } },
});

interface AnswersProps {
  record: TeamRecord;
  drafts: AnswerDrafts;
  /** Resolves to why it was not taken; null when it was. */
  onAnswer: (answer: ManagerAnswer) => Promise<AnswerRefusal | null>;
}

type Outcome = { kind: 'said'; verb: ManagerVerb } | { kind: 'refused'; refusal: AnswerRefusal } | null;

/** The commonest answer stands open: whoever is in a hurry writes and presses once. */
function firstOpen({ verbs, awaited }: TeamRecord): ManagerVerb | null {
  if (verbs.includes('forwardToSecurity')) return 'forwardToSecurity';
  return awaited.includes('comment') && verbs.includes('comment') ? 'comment' : null;
}

/** Everything that can be answered just now, as in the card; what is taken is decided by the service. T5 to T8, BEH-4.3-1, BEH-5 */
export function Answers({ record, drafts, onAnswer }: AnswersProps) {
  const { actions, card } = useCardWords();
  const words = useTeamRecordWords();
  const styles = useStyles();
  const [open, setOpen] = useState(() => firstOpen(record));
  const [busy, setBusy] = useState<ManagerVerb | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [error, setError] = useState<unknown>(null);
  const status = useRef<HTMLDivElement>(null);
  const { submissionId } = record.report;

  const send = async (answer: ManagerAnswer) => {
    if (busy) return;
    setBusy(answer.verb);
    setOutcome(null);
    setError(null);
    try {
      const refusal = await onAnswer(answer);
      if (refusal === null) {
        drafts.delete(`${submissionId} ${answer.verb}`);
        setOpen(null);
      }
      setOutcome(refusal === null ? { kind: 'said', verb: answer.verb } : { kind: 'refused', refusal });
      // The button may be gone with what it did; what came of it is read out next.
      status.current?.focus();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  };

  const isOver = isMeetingOver(record.lastMeetingDay, new Date().toISOString());
  const offered = record.verbs.filter((verb) => verb !== 'planMeeting' || !isOver);
  const groups = verbGroups
    .map(({ group, verbs }) => ({ group, verbs: verbs.filter((verb) => offered.includes(verb)) }))
    .filter(({ verbs }) => verbs.length > 0);
  return (
    <Section heading={actions.groups.answer}>
      <div ref={status} role="status" tabIndex={-1} className={styles.said}>
        {outcome ? (
          <MessageBar intent={outcome.kind === 'said' ? 'success' : 'warning'} layout="multiline">
            <MessageBarBody>
              {outcome.kind === 'said' ? words.said[outcome.verb] : refusalText(card.refusals, outcome.refusal)}
            </MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {error ? <Problem error={error} /> : null}
      {groups.length === 0 ? <p className={styles.quiet}>{words.nothingAsked}</p> : null}
      {groups.map(({ group, verbs }) => (
        <Group key={group} group={group} record={record}>
          <div className={styles.buttons}>
            {verbs.map((verb) => (
              <VerbButton
                key={verb}
                verb={verb}
                isOpen={open === verb}
                isBusy={busy === verb}
                isPrimary={group === 'tell'}
                onPress={() =>
                  isAsking(verb)
                    ? setOpen(open === verb ? null : verb)
                    : void send({ verb } as Extract<ManagerAnswer, { verb: 'tellHr' }>)
                }
              />
            ))}
          </div>
          {verbs.map((verb) =>
            open === verb && isAsking(verb) ? (
              <KeptForm
                key={verb}
                {...{ verb, record, drafts }}
                isBusy={busy === verb}
                onSend={(answer) => void send(answer)}
                onClose={() => setOpen(null)}
              />
            ) : null,
          )}
        </Group>
      ))}
    </Section>
  );
}

function Group({ group, record, children }: { group: VerbGroup; record: TeamRecord; children: ReactNode }) {
  const { language } = useTab();
  const { actions } = useCardWords();
  const styles = useStyles();
  const id = useId();
  const [soonest] = record.duties
    .filter(({ state }) => state === 'open')
    .map(({ dueAt }) => dueAt)
    .sort();
  const isOver = isMeetingOver(record.lastMeetingDay, new Date().toISOString());
  const hint = {
    tell: soonest === undefined ? '' : actions.tellHint(formatDateTime(soonest, language)),
    answer: record.awaited.includes('comment')
      ? actions.commentAwaited
      : record.state === 'infoRequested'
        ? actions.askedHint
        : '',
    person: record.meeting === null && isOver ? actions.meetingOver : '',
    safety: '',
    gravity: '',
  }[group];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid
    <div role="group" aria-labelledby={group === 'answer' ? undefined : id} className={styles.group}>
      {group === 'answer' ? null : (
        <Subtitle2 as="h3" id={id}>
          {actions.groups[group]}
        </Subtitle2>
      )}
      {hint === '' ? null : <p className={styles.quiet}>{hint}</p>}
      {children}
    </div>
  );
}

function VerbButton(props: {
  verb: ManagerVerb;
  isOpen: boolean;
  isBusy: boolean;
  isPrimary: boolean;
  onPress: () => void;
}) {
  const { verb, isOpen, isBusy, isPrimary, onPress } = props;
  const { actions } = useCardWords();
  const words = useTeamRecordWords();
  return (
    <Button
      appearance={isPrimary ? 'primary' : 'secondary'}
      disabledFocusable={isBusy}
      onClick={onPress}
      {...(isAsking(verb) ? { 'aria-expanded': isOpen } : {})}
    >
      {isBusy && !isAsking(verb) ? words.sending : actions.titles[verb]}
    </Button>
  );
}

type KeptFormProps = Omit<ComponentProps<typeof AnswerForm>, 'draft' | 'onDraft'> & { drafts: AnswerDrafts };

/** A form whose words outlive the page. */
function KeptForm({ drafts, ...props }: KeptFormProps) {
  const key = `${props.record.report.submissionId} ${props.verb}`;
  const [draft, setDraft] = useState(() => drafts.get(key) ?? emptyDraft);
  return (
    <AnswerForm
      {...props}
      draft={draft}
      onDraft={(next) => {
        drafts.set(key, next);
        setDraft(next);
      }}
    />
  );
}

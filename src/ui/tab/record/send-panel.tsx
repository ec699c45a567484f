import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Subtitle1,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { Preview } from '../../../application/report-preview.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { severityRank } from '../../../domain/incident/severity.ts';
import { severities } from '../../../domain/incident/vocabulary.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';
import { useMinute } from '../use-minute.ts';
import { inAccount } from './draft-spots.ts';
import { useRecordCard } from './record-card.ts';
import { useForm, useRecordWords } from './record-context.tsx';
import { ToldList } from './told-list.tsx';

export type SendState = 'idle' | 'working' | 'notKept';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  told: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  sign: { overflowWrap: 'anywhere' },
});

/** Who will be told, how serious it is, whose name stands under it, and the button. Always within reach. POL-1.1-1, ANX-15, ANX-16 */
export function SendPanel({ preview, state, onSend }: { preview: Preview; state: SendState; onSend(): void }) {
  const { draft } = useForm();
  const { terms } = useTab();
  const words = useRecordWords();
  const card = useRecordCard();
  const styles = useStyles();
  const isAmending = draft.amending !== null;
  const asksPolice = preview.policeTask !== 'none';
  return (
    <section className={card.card} aria-labelledby="send-heading">
      <Subtitle1 as="h2" id="send-heading">
        {isAmending ? words.told.amendHeading : words.told.heading}
      </Subtitle1>
      <SeverityLine preview={preview} />
      {asksPolice ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{terms.policeTasks[preview.policeTask]}.</MessageBarBody>
        </MessageBar>
      ) : null}
      {isAmending ? (
        <>
          <p>{words.told.amendPeople}</p>
          <NoteField />
        </>
      ) : (
        <div className={styles.told}>
          <ToldList preview={preview} />
        </div>
      )}
      <Signature />
      <SendButton state={state} onSend={onSend} />
      {state === 'notKept' ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{words.told.notKept}</MessageBarBody>
        </MessageBar>
      ) : null}
    </section>
  );
}

export function SendButton({ state, onSend }: { state: SendState; onSend(): void }) {
  const { draft } = useForm();
  const words = useRecordWords().told;
  const name = draft.amending ? words.add : words.send;
  return (
    <Button appearance="primary" size="large" disabledFocusable={state === 'working'} onClick={onSend}>
      {state === 'working' ? words.sending : name}
    </Button>
  );
}

const raised = inAccount('raisedSeverity');

/** What the rules make of it, and why; the person may find it graver, never lighter. Model 1.5 */
function SeverityLine({ preview }: { preview: Preview }) {
  const { draft, change } = useForm();
  const { terms } = useTab();
  const words = useRecordWords().told;
  const styles = useStyles();
  const reasons = preview.severityReasons.map((each) => terms.severityReasons[each]).join(', ');
  const own = raised.get(draft);
  const isRaised = preview.severityReasons.includes('raisedByPerson');
  // Without the person's own word the rules' is the lowest that can be had; with it, their answer stays in the list.
  const higher = severities.filter(
    (each) => severityRank(each) > severityRank(preview.severity) || (isRaised && each === own),
  );
  const mayRaise = draft.kind !== 'suicideThreat' && higher.length > 0;
  return (
    <>
      <div className={styles.row}>
        <span>{words.severity}:</span>
        <SeverityBadge severity={preview.severity} />
        <span className={styles.quiet}>{words.because(reasons)}</span>
      </div>
      {mayRaise ? (
        <Field label={words.raise}>
          <Select
            value={isRaised ? (own ?? '') : ''}
            onChange={(_, { value }) => {
              const next = severities.find((each) => each === value) ?? null;
              change((before) => raised.set(before, next));
            }}
          >
            <option value="">{words.raiseNo}</option>
            {higher.map((each) => (
              <option key={each} value={each}>
                {terms.severities[each]}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}

function NoteField() {
  const { draft, change } = useForm();
  const words = useRecordWords().told;
  return (
    <Field label={words.note}>
      <Textarea
        value={draft.amending?.note ?? ''}
        maxLength={accountLimits.line}
        rows={2}
        resize="vertical"
        onChange={(_, { value }) =>
          change((before) => (before.amending ? { ...before, amending: { ...before.amending, note: value } } : before))
        }
      />
    </Field>
  );
}

/** In place of a signature by hand: who is signed in, and when. ANX-16 */
function Signature() {
  const { own } = useForm();
  const { language } = useTab();
  const words = useRecordWords().told;
  const styles = useStyles();
  const time = formatDateTime(useMinute().toISOString(), language);
  return <p className={styles.sign}>{own.name ? words.sign(own.name, time) : words.signUnknown(time)}</p>;
}

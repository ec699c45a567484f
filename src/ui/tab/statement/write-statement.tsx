import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { StatementPage } from '../../../application/ports/team.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useKeptText } from '../use-kept-text.ts';
import { describeRefusal } from './describe-refusal.ts';
import { StatementBox } from './statement-box.tsx';
import { StatementHints } from './statement-request.tsx';
import { additionKey, statementKey } from './text-keys.ts';
import { useStatementWords } from './use-statement-words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  start: { justifySelf: 'start' },
  confirm: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ':focus': { outlineStyle: 'none' },
  },
  said: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Sending = { kind: 'idle' | 'working' } | { kind: 'failed'; error: unknown } | { kind: 'refused'; refusal: string };

/**
 * Writes the statement, reads it through, signs it. `onSigned` gets it as the service has it now; `isOther` when somebody had signed it
 * before with other words, and what was written here waits to be added. BEH-8.5-1
 */
export function WriteStatement(props: {
  page: StatementPage;
  onSigned: (page: StatementPage, isOther: boolean) => void;
}) {
  const { page, onSigned } = props;
  const { submissionId, statementId, role, witness } = page;
  const { ports } = useTab();
  const words = useStatementWords();
  const styles = useStyles();
  const kept = useKeptText(statementKey(page));
  const [isMissing, setMissing] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const box = useRef<HTMLTextAreaElement>(null);
  const toSign = useRef<HTMLButtonElement>(null);
  const text = kept.text ?? '';

  const read = () => {
    setMissing(text.trim() === '');
    if (text.trim() === '') box.current?.focus();
    else setConfirming(true);
  };
  const goOn = () => {
    setConfirming(false);
    setSending({ kind: 'idle' });
    setTimeout(() => box.current?.focus());
  };
  const sign = async () => {
    if (sending.kind === 'working') return;
    setSending({ kind: 'working' });
    try {
      const result = await ports.team.signStatement(submissionId, statementId, text.trim());
      if (result.kind === 'done') {
        kept.clear();
        onSigned(result.value, false);
      } else if (result.refusal === 'alreadySigned') {
        const present = await ports.team.statement(submissionId, statementId);
        // After an answer that was lost it is this very text that stands there.
        const isOther = present.signed?.text !== text.trim();
        if (isOther) await ports.reporting.texts.save(additionKey(page), text).catch(() => undefined);
        kept.clear();
        onSigned(present, isOther);
      } else setSending({ kind: 'refused', refusal: result.refusal });
    } catch (error) {
      setSending({ kind: 'failed', error });
    }
  };
  if (isConfirming) {
    return (
      <Confirm
        said={text.trim()}
        name={witness.name}
        isYou={witness.isYou}
        sending={sending}
        onSign={() => void sign()}
        onGoOn={goOn}
      />
    );
  }
  return (
    <div className={styles.part}>
      <StatementHints page={page} />
      <StatementBox
        label={witness.isYou ? words.labels[role] : words.labelOutsider}
        rows={10}
        kept={kept}
        isMissing={isMissing}
        box={box}
      />
      <Button
        ref={toSign}
        className={styles.start}
        appearance="primary"
        onClick={read}
        disabledFocusable={kept.text === undefined}
      >
        {words.toSign}
      </Button>
    </div>
  );
}

/** Nothing can be changed after it: so the text is read once more, by itself. */
function Confirm(props: {
  said: string;
  name: string;
  isYou: boolean;
  sending: Sending;
  onSign: () => void;
  onGoOn: () => void;
}) {
  const { said, name, isYou, sending, onSign, onGoOn } = props;
  const words = useStatementWords();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.confirm} aria-labelledby="confirm-heading">
      <h2 className={styles.heading} id="confirm-heading" ref={heading} tabIndex={-1}>
        {words.confirmHeading}
      </h2>
      <blockquote className={styles.said}>{said}</blockquote>
      <p>{isYou ? words.confirm(name) : words.confirmOutsider(name)}</p>
      {sending.kind === 'failed' ? <Problem error={sending.error} lead={words.unsure} onRetry={onSign} /> : null}
      {sending.kind === 'refused' ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {words.notSigned} {describeRefusal(sending.refusal, words)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onSign} disabledFocusable={sending.kind === 'working'}>
          {words.sign}
        </Button>
        <Button onClick={onGoOn} disabledFocusable={sending.kind === 'working'}>
          {words.goOn}
        </Button>
      </div>
    </section>
  );
}

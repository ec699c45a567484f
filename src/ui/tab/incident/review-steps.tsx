import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { BoardIncident } from '../../../application/ports/board.ts';
import { openMandatoryItems } from '../../../domain/incident/closing.ts';
import { commentLimit } from '../../../domain/incident/comment.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';
import { mayMove } from './may-move.ts';
import { ReasonForm } from './reason-form.tsx';
import { Section } from './section.tsx';
import { useAction } from './use-action.ts';
import { useWorkWords } from './use-work-words.ts';

const useStyles = makeStyles({
  step: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  status: { ':empty': { display: 'none' }, ':focus': { outlineStyle: 'none' } },
  start: { justifySelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  items: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** Whether the state that somebody wrote last was put back, and nothing has moved since. */
function wasPutBack({ history }: BoardIncident): boolean {
  return history.findLast(({ action }) => action === 'moved' || action === 'statePutBack')?.action === 'statePutBack';
}

/** What whoever keeps the register does after acknowledging: begin the review, close, open again. T10, T13, T14, POL-4.3-1 */
export function ReviewSteps(props: {
  opened: BoardIncident;
  onBegin: () => Promise<void>;
  onClose: (reason: string) => Promise<void>;
  onReopen: (reason: string) => Promise<void>;
}) {
  const { opened, onBegin, onClose, onReopen } = props;
  const { row, incident } = opened;
  const { language } = useTab();
  const words = useWorkWords().next;
  const styles = useStyles();
  const beginning = useAction(onBegin);
  const { cancel } = incidentWords(language);
  const isMoving = row.state !== incident.state;
  const status = useRef<HTMLDivElement>(null);
  const wasMoving = useRef(isMoving);

  useEffect(() => {
    // Button and form are gone with what they did; the focus must not go with them.
    if (isMoving && !wasMoving.current && document.activeElement === document.body) status.current?.focus();
    wasMoving.current = isMoving;
  }, [isMoving]);

  const may = (move: 'startReview' | 'close' | 'reopen') => !isMoving && mayMove(move, incident);
  if (!isMoving && !wasPutBack(opened) && !may('startReview') && !may('close') && !may('reopen')) return null;
  const openItems = openMandatoryItems(incident);
  const mustExplain = openItems.length > 0;
  const tooLong = (text: string) => (text.length > commentLimit ? words.tooLong : null);
  const given = (text: string) => (text === '' ? words.empty : tooLong(text));
  const { mustLabel, mustHint, ...close } = words.close;

  return (
    <Section heading={words.heading}>
      <div role="status" ref={status} tabIndex={-1} className={styles.status}>
        {isMoving ? words.moving : ''}
      </div>
      {!isMoving && wasPutBack(opened) ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.putBack}</MessageBarBody>
        </MessageBar>
      ) : null}
      {may('startReview') ? (
        <div className={styles.step}>
          <Button
            appearance="primary"
            className={styles.start}
            disabledFocusable={beginning.isBusy}
            aria-describedby="begin-hint"
            onClick={beginning.run}
          >
            {beginning.isBusy ? words.beginning : words.begin}
          </Button>
          <p id="begin-hint" className={styles.quiet}>
            {words.beginHint}
          </p>
        </div>
      ) : null}
      {beginning.error ? <Problem error={beginning.error} /> : null}
      {may('close') ? (
        <div className={styles.step}>
          {mustExplain ? (
            <>
              <p className={styles.quiet}>{words.openItems}</p>
              <ul className={styles.items}>
                {openItems.map((item) => (
                  <li key={item}>{words.items[item]}</li>
                ))}
              </ul>
            </>
          ) : null}
          {incident.tasks.some(({ done }) => done === null) ? <p className={styles.quiet}>{words.openTasks}</p> : null}
          <ReasonForm
            words={{ ...close, ...(mustExplain ? { label: mustLabel, hint: mustHint } : {}), cancel }}
            isLong
            check={mustExplain ? given : tooLong}
            onDo={onClose}
          />
        </div>
      ) : null}
      {may('reopen') ? <ReasonForm words={{ ...words.reopen, cancel }} isLong check={given} onDo={onReopen} /> : null}
    </Section>
  );
}

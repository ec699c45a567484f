import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Task } from '../../../domain/incident/manager-work.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { FactList, Section } from './section.tsx';
import { useAction } from './use-action.ts';
import { useWorkWords } from './use-work-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  task: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  title: { ...bareParts, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  name: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outlineStyle: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** Guards and police presence, and a button for each that is not arranged. BEH-4.3-1 */
export function Tasks({ incident, onEnd }: { incident: Incident; onEnd: (taskId: string) => Promise<void> }) {
  const words = useWorkWords().tasks;
  const styles = useStyles();
  if (incident.tasks.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <ul className={styles.list}>
        {incident.tasks.map((task) => (
          <OneTask key={task.id} task={task} onEnd={() => onEnd(task.id)} />
        ))}
      </ul>
    </Section>
  );
}

function OneTask({ task, onEnd }: { task: Task; onEnd: () => Promise<void> }) {
  const { language } = useTab();
  const words = useWorkWords().tasks;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const ending = useAction(onEnd);
  const { by, at, note, done } = task;
  const name = words.types[task.type];

  useEffect(() => {
    // The button is gone with what it did; the focus must not go with it.
    if (ending.isDone && document.activeElement === document.body) heading.current?.focus();
  });

  return (
    <li className={styles.task}>
      <div className={styles.title}>
        <h3 ref={heading} tabIndex={-1} className={styles.name}>
          {name}
        </h3>
        <Badge appearance="tint" color={done ? 'success' : 'warning'}>
          {done ? words.done : words.open}
        </Badge>
      </div>
      <p className={styles.quiet}>{words.askedBy(by.name, formatDateTime(at, language))}</p>
      {note ? <FactList facts={[[words.note, note]]} /> : null}
      {done ? (
        <p className={styles.quiet}>{words.doneBy(done.by.name, formatDateTime(done.at, language))}</p>
      ) : (
        <Button disabledFocusable={ending.isBusy} onClick={ending.run}>
          {ending.isBusy ? words.ending : words.end(name)}
        </Button>
      )}
      <span role="status">{ending.isDone ? words.ended : ''}</span>
      {ending.error ? <Problem error={ending.error} /> : null}
    </li>
  );
}

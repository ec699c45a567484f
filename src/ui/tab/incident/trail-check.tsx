import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { TrailForm } from '../../../application/copy-trail.ts';
import type { BoardIncident } from '../../../application/ports/board.ts';
import { Problem } from '../problem.tsx';
import { saveFile } from './save-file.ts';
import { Section } from './section.tsx';
import { useAction } from './use-action.ts';
import { useTrailWords } from './use-trail-words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  status: { ':empty': { display: 'none' } },
});

/** Whether the history is whole, with the place of each gap, edit and cut, and the means to take it out. X-AUD-1 */
export function TrailCheck(props: { opened: BoardIncident; onCopy: (form: TrailForm) => Promise<Uint8Array> }) {
  const { incident, trail } = props.opened;
  const words = useTrailWords();
  const styles = useStyles();
  const { findings, entries } = trail;
  const save = async (form: TrailForm) => saveFile(await props.onCopy(form), `${incident.reference} history.${form}`);
  const table = useAction(() => save('csv'));
  const lines = useAction(() => save('jsonl'));
  const isBusy = table.isBusy || lines.isBusy;
  const error = table.error ?? lines.error;
  return (
    <Section heading={words.heading}>
      <MessageBar intent={findings.length === 0 ? 'success' : 'error'} layout="multiline">
        <MessageBarBody>{findings.length === 0 ? words.whole(entries) : words.broken(findings.length)}</MessageBarBody>
      </MessageBar>
      {findings.length > 0 ? (
        <ul className={styles.list}>
          {findings.map(({ problem, sequence }) => (
            <li key={`${problem} ${sequence}`}>{words.problems[problem](String(sequence ?? ''))}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.quiet}>{words.checkedHere}</p>
      <div className={styles.buttons}>
        <Button disabledFocusable={isBusy} onClick={table.run}>
          {table.isBusy ? words.saving : words.save}
        </Button>
        <Button disabledFocusable={isBusy} onClick={lines.run}>
          {lines.isBusy ? words.saving : words.saveLines}
        </Button>
      </div>
      <div role="status" className={styles.status}>
        {!isBusy && !error && (table.isDone || lines.isDone) ? words.saved : null}
      </div>
      {error ? <Problem error={error} /> : null}
      <p className={styles.quiet}>{words.saveMeaning}</p>
    </Section>
  );
}

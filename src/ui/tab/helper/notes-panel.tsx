import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { addNote, changeNote, dropEmptyNotes, takesNotes } from '../../../application/live-record.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { showTime } from '../../shared/moments.ts';
import { useHelperWords, useLive } from './helper-context.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    alignContent: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  lines: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  line: { display: 'grid', gridTemplateColumns: '3.25rem minmax(0, 1fr)', alignItems: 'start' },
  time: {
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  box: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    font: 'inherit',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    resize: 'none',
    overflow: 'hidden',
    // Grows with what is written, where the browser can; elsewhere it scrolls.
    fieldSizing: 'content',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    ':focus': { outlineStyle: 'none', border: `1px solid ${tokens.colorBrandStroke1}` },
  },
  composer: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    minHeight: '44px',
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    ':hover': { border: `1px solid ${tokens.colorNeutralStrokeAccessibleHover}` },
    ':focus': {
      outline: `2px solid ${tokens.colorBrandStroke1}`,
      outlineOffset: '-1px',
      border: `1px solid ${tokens.colorBrandStroke1}`,
    },
  },
  dock: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    // On a narrow screen the line to write on is always there, whatever is being read above it.
    '@media (max-width: 899px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      position: 'fixed',
      zIndex: 1,
      left: 0,
      right: 0,
      bottom: 0,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  jump: { display: 'none', '@media (max-width: 899px)': { display: 'inline-flex' } },
});

/** A line is begun by its first letter: that is its time. Enter ends it. COM-3d-6 */
export function NotesPanel({ composer }: { composer: Ref<HTMLTextAreaElement> }) {
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const { notes } = draft.account;
  /** The line being written below; null between lines. */
  const [open, setOpen] = useState<number | null>(null);
  const written = open === null ? '' : (notes[open]?.text ?? '');
  const isFull = !takesNotes(draft);

  const write = (text: string) => {
    if (open !== null) change((before) => changeNote(before, open, text));
    else if (text.trim() !== '') {
      if (isFull) {
        const last = notes.length - 1;
        setOpen(last);
        change((before) => changeNote(before, last, `${before.account.notes[last]?.text ?? ''} / ${text}`));
        return;
      }
      setOpen(notes.length);
      change((before) => addNote(before, text, new Date().toISOString()));
    }
  };
  const endLine = () => {
    setOpen(null);
    change(dropEmptyNotes);
  };
  const press = (event: KeyboardEvent) => {
    // Enter that only confirms a suggestion of the keyboard is no end of a line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    endLine();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>
        {words.notes.lead} {words.notes.key}
      </p>
      <ol className={styles.lines}>
        {notes.map(({ at, text }, index) =>
          index === open ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
            <li key={index} className={styles.line}>
              <span className={styles.time} aria-hidden="true">
                {showTime(at)}
              </span>
              <textarea
                rows={1}
                className={styles.box}
                aria-label={words.notes.line(showTime(at))}
                value={text}
                maxLength={accountLimits.text}
                onChange={(event) => change((before) => changeNote(before, index, event.target.value))}
                onBlur={() => open === null && change(dropEmptyNotes)}
              />
            </li>
          ),
        )}
      </ol>
      {isFull ? <p className={styles.quiet}>{words.notes.full}</p> : null}
      <div className={styles.dock}>
        <textarea
          ref={composer}
          rows={1}
          className={mergeClasses(styles.box, styles.composer)}
          aria-label={words.notes.label}
          placeholder={words.notes.label}
          value={written}
          maxLength={accountLimits.text}
          enterKeyHint="enter"
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
        />
        <Button
          className={styles.jump}
          appearance="subtle"
          onClick={() => document.getElementById('notes-heading')?.scrollIntoView({ block: 'start' })}
        >
          {words.notes.jump}
        </Button>
      </div>
    </div>
  );
}

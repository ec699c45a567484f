import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useId } from 'react';
import { useHelperWords } from './helper-context.tsx';

const useStyles = makeStyles({
  card: {
    boxSizing: 'border-box',
    width: '100vw',
    maxWidth: '100vw',
    height: '100dvh',
    maxHeight: '100dvh',
    margin: 0,
    padding: tokens.spacingHorizontalXXL,
    border: 'none',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  content: { display: 'grid', gap: tokens.spacingVerticalXL, justifyItems: 'start' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/**
 * Fills the window, to be turned towards a colleague. The browser's own dialog: Escape closes it and the focus goes back to
 * where it was. Works with no network at all. COM-3e-7
 */
export function ShowCard(props: { dialog: RefObject<HTMLDialogElement | null>; title: string; children: ReactNode }) {
  const { dialog, title, children } = props;
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  return (
    <dialog ref={dialog} className={styles.card} aria-labelledby={id}>
      <div className={styles.content}>
        <h2 id={id} className={styles.unseen}>
          {title}
        </h2>
        {children}
        <Button size="large" onClick={() => dialog.current?.close()}>
          {words.colleague.close}
        </Button>
      </div>
    </dialog>
  );
}

import type { ReceiptState } from '../../application/ports/intake.ts';
import { fillIn } from '../shared/fill-in.ts';
import { usePane } from './pane-context.tsx';

export interface StepLine {
  name: string;
  state: ReceiptState;
  text: string;
  notes: string[];
  onTryNow?: () => void;
}

const signs: Record<ReceiptState, string> = {
  waiting: '○',
  working: '◔',
  done: '✓',
  failed: '!',
  notNeeded: '–',
  withheld: '⏸',
};

/** Receipts in words; the sign only repeats them (B-A11Y-4). Changes of state are announced, the countdown is not. */
export function StepList({ lines }: { lines: StepLine[] }) {
  const { words } = usePane();
  return (
    <ul className="steps">
      {lines.map(({ name, state, text, notes, onTryNow }) => (
        <li key={name} className={`step step-${state}`}>
          <span className="sign" aria-hidden="true">
            {signs[state]}
          </span>
          <div>
            <p role="status">
              <strong>{name}</strong> <span className="hint">{text}</span>
            </p>
            {notes.map((note) => (
              <p key={note} className="hint">
                {note}
              </p>
            ))}
            {onTryNow && (
              <button type="button" onClick={onTryNow} aria-label={fillIn(words.progress.tryNowOf, { step: name })}>
                {words.progress.tryNow}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

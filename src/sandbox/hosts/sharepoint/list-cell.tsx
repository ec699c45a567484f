import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { type Column, type EditorKind, editorOf, readValue, showValue } from './column.ts';

interface ListCellProps {
  column: Column;
  rowId: string;
  value: unknown;
  save(value: unknown): Promise<boolean>;
}

const longestShown = 120;

/** A cell: its value, and a way to change it where the column allows (the server decides whether the person does). */
export function ListCell({ column, rowId, value, save }: ListCellProps) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = showValue(value);
  const short = shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
  const kind = editorOf(column);
  if (kind === null) return <td>{short}</td>;
  const name = `${column.displayName} of row ${rowId}`;
  return (
    <td>
      {isOpen ? (
        <CellEditor name={name} column={column} kind={kind} text={shown} save={save} close={() => setIsOpen(false)} />
      ) : (
        <button
          type="button"
          className="cell"
          aria-label={`${short || 'Empty'}. Change ${name}`}
          onClick={() => setIsOpen(true)}
        >
          {short}
        </button>
      )}
    </td>
  );
}

interface CellEditorProps {
  name: string;
  column: Column;
  kind: EditorKind;
  text: string;
  save(value: unknown): Promise<boolean>;
  close(): void;
}

function CellEditor({ name, column, kind, text: first, save, close }: CellEditorProps) {
  const [text, setText] = useState(first);
  const [trouble, setTrouble] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (await save(readValue(kind, text))) close();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  const field = {
    'aria-label': name,
    value: text,
    // The person has just asked for this field.
    autoFocus: true,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && close(),
  };
  const options = kind === 'yesNo' ? ['Yes', 'No'] : (column.choice?.choices ?? []);
  return (
    <form className="cell-editor" onSubmit={(event) => void submit(event)}>
      {kind === 'lines' && <textarea rows={4} {...field} />}
      {(kind === 'choice' || kind === 'yesNo') && (
        <select {...field}>
          <option value="" />
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
      {(kind === 'line' || kind === 'number' || kind === 'dateTime') && <input {...field} />}
      <button type="submit">Save</button>
      <button type="button" onClick={close}>
        Cancel
      </button>
      {trouble && <span role="alert">{trouble}</span>}
    </form>
  );
}

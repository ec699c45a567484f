import { useEffect, useId, useRef, useState } from 'react';
import type { Directory, StaffRecord } from '../../application/ports/directory.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import { countWords } from '../shared/fill-in.ts';
import { usePane } from './pane-context.tsx';

/** So that the directory is not asked at every letter. */
const pauseMilliseconds = 250;
const shortestText = 2;

interface PeopleSearchProps {
  directory: Directory;
  onChoose(staff: Staff): void;
  onClose(): void;
}

/** Finds a person in the directory: a plain field and a list of buttons, so that it works by keyboard as it stands. */
export function PeopleSearch({ directory, onChoose, onClose }: PeopleSearchProps) {
  const { words } = usePane();
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<StaffRecord[] | 'failed' | null>(null);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < shortestText) {
      setFound(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      directory.search(wanted).then(
        (people) => isCurrent && setFound(people),
        () => isCurrent && setFound('failed'),
      );
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, directory]);

  const people = Array.isArray(found) ? found : [];
  return (
    <div className="search">
      <label htmlFor={fieldId}>{words.manager.search}</label>
      <input
        id={fieldId}
        ref={field}
        type="text"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // Enter would send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p className="hint" role="status">
        {found === null && words.manager.searchHint}
        {found === 'failed' && words.manager.searchFailed}
        {Array.isArray(found) && countWords(words.manager.results, found.length)}
      </p>
      <ul className="people">
        {people.map(({ id, name, address, jobTitle }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose({ id, name, address })}>
              <strong>{name}</strong>
              <span className="hint">{[jobTitle, address].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={onClose}>
        {words.manager.close}
      </button>
    </div>
  );
}

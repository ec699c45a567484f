import { useId, useState } from 'react';
import type { StaffRecord } from '../../application/ports/directory.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import type { PaneConnection } from './pane-connection.ts';
import { usePane } from './pane-context.tsx';

/** `undefined` while the directory has not answered, null when it names none, `unknown` when it could not be asked. */
export type ManagerKnown = StaffRecord | null | undefined | 'unknown';

interface ManagerChoiceProps {
  known: ManagerKnown;
  chosen: Staff | null;
  isImplicated: boolean;
  onChoose(staff: Staff | null): void;
  /** Null until the directory can be asked. */
  connection: PaneConnection | null;
}

/** Who the line manager is: read from the directory, changeable, and excludable (C-21, COM-3f-2). */
export function ManagerChoice({ known, chosen, isImplicated, onChoose, connection }: ManagerChoiceProps) {
  const { words } = usePane();
  const [isSearching, setSearching] = useState(false);
  const noteId = useId();
  return (
    <fieldset>
      <legend>{words.manager.legend}</legend>
      {!isImplicated && (
        <div className="manager">
          <p>
            <ManagerName known={known} chosen={chosen} />
          </p>
          {connection && !isSearching && (
            <button type="button" className="link" onClick={() => setSearching(true)}>
              {words.manager.change}
            </button>
          )}
          {chosen && (
            <button type="button" className="link" onClick={() => onChoose(null)}>
              {words.manager.keep}
            </button>
          )}
        </div>
      )}
      {connection && isSearching && !isImplicated && (
        <connection.views.PeopleSearch
          directory={connection.ports.directory}
          onClose={() => setSearching(false)}
          onChoose={(staff) => {
            onChoose(staff);
            setSearching(false);
          }}
        />
      )}
      <label className="choice">
        <input type="checkbox" name="managerImplicated" aria-describedby={noteId} />
        <span>{words.manager.implicated}</span>
      </label>
      <p id={noteId} className="hint" role="status">
        {isImplicated ? words.manager.implicatedNote : ''}
      </p>
    </fieldset>
  );
}

function ManagerName({ known, chosen }: { known: ManagerKnown; chosen: Staff | null }) {
  const { words } = usePane();
  if (chosen) return <NameWithSource name={chosen.name} source={words.manager.chosen} />;
  if (known === undefined) return <span className="hint">{words.manager.reading}</span>;
  if (known === 'unknown') return <span className="hint">{words.manager.unknown}</span>;
  if (known === null) return <span>{words.manager.none}</span>;
  return <NameWithSource name={known.name} source={words.manager.fromDirectory} />;
}

function NameWithSource({ name, source }: { name: string; source: string }) {
  return (
    <>
      <strong>{name}</strong> <span className="hint">({source})</span>
    </>
  );
}

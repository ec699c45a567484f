import { type FormEvent, useState } from 'react';
import type { Column, FilterChoice } from './column.ts';

const operators: Record<FilterChoice['operator'], string> = {
  eq: 'is',
  startswith: 'starts with',
  ge: 'is at least',
  le: 'is at most',
};

/** Filters by one indexed column: SharePoint takes no other (facts 1.3). */
export function FilterForm({ columns, onChange }: { columns: Column[]; onChange(filter: FilterChoice | null): void }) {
  const [column, setColumn] = useState('');
  const [operator, setOperator] = useState<FilterChoice['operator']>('eq');
  const [value, setValue] = useState('');
  if (columns.length === 0) return null;
  const chosen = columns.find(({ name }) => name === column) ?? columns[0];

  const apply = (event: FormEvent) => {
    event.preventDefault();
    onChange(chosen && value ? { column: chosen.name, operator, value } : null);
  };
  return (
    <form className="filter" onSubmit={apply} aria-label="Filter">
      <label>
        Column{' '}
        <select value={chosen?.name} onChange={(event) => setColumn(event.target.value)}>
          {columns.map(({ name, displayName }) => (
            <option key={name} value={name}>
              {displayName}
            </option>
          ))}
        </select>
      </label>
      <label>
        Test{' '}
        <select value={operator} onChange={(event) => setOperator(event.target.value as FilterChoice['operator'])}>
          {Object.entries(operators).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Value <input value={value} onChange={(event) => setValue(event.target.value)} />
      </label>
      <button type="submit">Filter</button>
      <button
        type="button"
        onClick={() => {
          setValue('');
          onChange(null);
        }}
      >
        Show all
      </button>
    </form>
  );
}

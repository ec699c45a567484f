import type { ColumnPlan } from './site-plan.ts';
import { columnWords, inBoth } from './site-words.ts';

/** A planned column as Graph takes it. https://learn.microsoft.com/graph/api/resources/columndefinition */
export function toDefinition(list: string, column: ColumnPlan): Record<string, unknown> {
  const flags = {
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.enforceUniqueValues ? { enforceUniqueValues: true } : {}),
  };
  return { name: column.name, ...shownWords(list, column.name), ...flags, ...facetOf(column.type) };
}

/** What people see of a column; its name stays. */
export function shownWords(list: string, column: string): { displayName: string; description: string } {
  const { name, description } = columnWords(list, column);
  return { displayName: inBoth(name), description: inBoth(description) };
}

function facetOf(type: ColumnPlan['type']): Record<string, unknown> {
  switch (type.kind) {
    case 'text':
      return { text: {} };
    case 'note':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { choices: [...type.choices], allowTextEntry: false, displayAs: 'dropDownMenu' } };
    case 'dateTime':
      return { dateTime: { format: 'dateTime', displayAs: 'standard' } };
    case 'number':
      return { number: {} };
  }
}

import { columnWords } from './column-words.ts';
import type { ColumnPlan } from './site-plan.ts';

/** A planned column as Graph takes it. https://learn.microsoft.com/graph/api/resources/columndefinition */
export function toDefinition(list: string, column: ColumnPlan): Record<string, unknown> {
  const flags = {
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.enforceUniqueValues ? { enforceUniqueValues: true } : {}),
  };
  return { name: column.name, ...columnWords(list, column.name), ...flags, ...facetOf(column.type) };
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

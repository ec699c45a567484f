import { keeperOf } from '../incident/roles-in-record.ts';
import type { CaveatBoundary } from '../incident/vocabulary.ts';
import { incidentRow } from './incident-row.ts';
import { allows, type Limit, type Reader } from './vocabulary.ts';

/** Whether whoever is told of a record in this role opens the whole of it too; for a preview, when there is no record yet. */
export function opensRecord(role: Reader, boundary: CaveatBoundary): boolean {
  const isManager = role === 'lineManager' || role === 'managerAlternate';
  const facts = new Set<Limit>(boundary === 'hr' ? ['internal'] : []);
  if (isManager) facts.add('assigned');
  if (isManager || role === keeperOf(boundary)) facts.add('boundary');
  return allows(incidentRow[role], 'read', facts);
}
